// The names and values that may stand at a place become completion items, at most so many as an editor can show.
import type { Span } from "../../diagnostic/source.ts";
import { ITEM_KINDS, type LspCompletionItem, type LspCompletionList } from "../protocol/lsp-types.ts";
import { type EditorText, toRange } from "../protocol/text-positions.ts";

export interface Offer {
  readonly label: string;
  readonly kind: keyof typeof ITEM_KINDS;
  /** The text that is put in; the label if absent. */
  readonly text?: string;
  readonly snippet?: string;
  readonly detail?: string | undefined;
  readonly documentation?: string | undefined;
  readonly isDeprecated?: boolean;
}

const MOST = 200;

/** `typed` is the text before the cursor that the names begin with, more or less. */
export function toCompletionList(
  offers: readonly Offer[],
  typed: string,
  place: Span,
  editor: EditorText,
  hasSnippets: boolean,
): LspCompletionList {
  const range = toRange(editor, place);
  const like = offers.filter(({ label }) => isLike(label, typed));
  const shown = like.slice(0, MOST).map((offer, index): LspCompletionItem => {
    const { label, kind, text = label, snippet, detail, documentation, isDeprecated = false } = offer;
    const isSnippet = snippet !== undefined && hasSnippets;
    return {
      label,
      kind: ITEM_KINDS[kind],
      sortText: String(index).padStart(4, "0"),
      filterText: typed.startsWith('"') || typed.startsWith("'") ? typed.charAt(0) + label : label,
      ...(detail === undefined ? {} : { detail }),
      ...(documentation === undefined ? {} : { documentation: { kind: "plaintext", value: documentation } }),
      ...(isDeprecated ? { tags: [1] } : {}),
      ...(isSnippet ? { insertTextFormat: 2, insertTextMode: 2 } : {}),
      textEdit: { range, newText: isSnippet ? snippet : text },
    };
  });
  return { isIncomplete: like.length > MOST, items: shown };
}

/** The letters stand in the name in their order, as editors filter. */
function isLike(label: string, typed: string): boolean {
  const letters = typed.replace(/^["']|[\s"']/g, "").toLowerCase();
  let at = -1;
  const name = label.toLowerCase();
  for (const letter of letters) {
    at = name.indexOf(letter, at + 1);
    if (at < 0) return false;
  }
  return true;
}

/** Text that a snippet shows as it is. */
export function snippetText(text: string): string {
  return text.replaceAll(/[\\$}]/g, (sign) => `\\${sign}`);
}

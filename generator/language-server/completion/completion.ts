// A place in a file becomes the names and values that may be written there.
import { checkKinds } from "../../rules/run.ts";
import { type Cursor, cursorAt } from "../cursor/cursor.ts";
import type { FileView } from "../files/file-view.ts";
import type { LspCompletionList } from "../protocol/lsp-types.ts";
import type { CompletionOptions } from "./completion-options.ts";
import { keyOffers } from "./key-offers.ts";
import { type Offer, toCompletionList } from "./offers.ts";
import { messageOffers, valueOffers } from "./value-offers.ts";

const NONE: LspCompletionList = { isIncomplete: false, items: [] };

export function completionAt(view: FileView, offset: number, options: CompletionOptions): LspCompletionList {
  const { file } = view;
  const cursor = cursorAt(file.text, offset);
  if (cursor === undefined) return NONE;
  const { text } = file;
  const typed = text.slice(cursor.start, offset);
  const list = (offers: readonly Offer[], start = cursor.start, end = cursor.end): LspCompletionList =>
    toCompletionList(offers, text.slice(start, offset), { start, end }, file, options.hasSnippets);
  if (cursor.kind === "comment") return commentOffers(cursor, offset, list);
  if (cursor.text === "") return list(offersAt(cursor, view, options), offset, offset);
  const isMessage = cursor.kind === "value" && cursor.path.at(-1) === "message" && cursor.path[0] === "errors";
  if (isMessage) {
    const { offers, start } = messageOffers(cursor, view, typed);
    return list(offers, offset - start, offset);
  }
  return list(offersAt(cursor, view, options));
}

function offersAt(cursor: Cursor, view: FileView, options: CompletionOptions): readonly Offer[] {
  return cursor.kind === "key" ? keyOffers(cursor, view, options) : valueOffers(cursor, view, options);
}

/** `# errtable-ignore ` and a rule. */
function commentOffers(
  { start, text }: Cursor,
  offset: number,
  list: (offers: readonly Offer[], start: number, end: number) => LspCompletionList,
): LspCompletionList {
  const before = text.slice(0, offset - start);
  const match = /^#[ \t]*errtable-ignore[ \t]+([^\s:]*)$/.exec(before);
  if (match !== null) {
    const from = offset - (match[1] ?? "").length;
    const end = from + (/^[^\s:]*/.exec(text.slice(from - start))?.[0].length ?? 0);
    const hasReason = text.slice(end - start).startsWith(":");
    const rules = checkKinds.filter(({ required }) => required !== true);
    const offers = rules.map(({ id, summary, explanation }): Offer => {
      const rest = hasReason ? {} : { text: `${id}: `, snippet: `${id}: $0` };
      return { label: id, kind: "reference", detail: summary, documentation: explanation, ...rest };
    });
    return list(offers, from, end);
  }
  const word = /^#[ \t]*([a-z-]*)$/.exec(before);
  if (word === null) return NONE;
  const from = offset - (word[1] ?? "").length;
  const offer: Offer = {
    label: "errtable-ignore",
    kind: "snippet",
    text: "errtable-ignore ",
    detail: "Accepts a finding of a rule, with a reason.",
  };
  return list([offer], from, start + text.length);
}

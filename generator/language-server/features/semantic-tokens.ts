// The directives and placeholders in messages become tokens that an editor colours.
import { memoize } from "../../diagnostic/memoize.ts";
import type { Span } from "../../diagnostic/source.ts";
import type { ResolvedCase, ResolvedTranslation } from "../../reader/table/resolve.ts";
import type { Template } from "../../template/template.ts";
import type { FileView } from "../files/file-view.ts";
import type { LspRange } from "../protocol/lsp-types.ts";
import { toOffset, toPosition } from "../protocol/text-positions.ts";

export const TOKEN_LEGEND = { tokenTypes: ["parameter"], tokenModifiers: [] };

/** Five numbers for each token, as the protocol counts them; of the lines of a range, or of all. */
export function semanticTokens(view: FileView, range?: LspRange): { readonly data: number[] } {
  const { file } = view;
  const limits = range && { start: toOffset(file, range.start), end: toOffset(file, range.end) };
  const spans = directiveSpans(view, limits).toSorted((a, b) => a.start - b.start);
  const data: number[] = [];
  let [line, character] = [0, 0];
  for (const span of spans) {
    const at = toPosition(file, span.start);
    const end = toPosition(file, span.end);
    if (end.line !== at.line) continue;
    data.push(
      at.line - line,
      at.line === line ? at.character - character : at.character,
      end.character - at.character,
      0,
      0,
    );
    [line, character] = [at.line, at.character];
  }
  return { data };
}

function directiveSpans({ tables, file, grammar, spec }: FileView, limits: Span | undefined): readonly Span[] {
  const document = spec?.document;
  // Places of an earlier text would be wrong.
  if (document === undefined || document.source.text !== file.text) return [];
  const path = file.path.replaceAll("\\", "/");
  const spans = new Map<string, Span>();
  const add = (at: readonly (string | number)[], template: Template | undefined): void => {
    const directives = template === undefined ? [] : directivesOf(template);
    if (directives.length === 0) return;
    const whole = document.valueSpan(at);
    if (limits !== undefined && (whole.end < limits.start || whole.start > limits.end)) return;
    for (const { offset, text } of directives) {
      const span = document.partSpan(at, offset, text.length);
      // The whole value stands for a part whose place is not known.
      if (span.start !== whole.start || span.end !== whole.end) spans.set(`${span.start}`, span);
    }
  };
  for (const one of tables.flatMap(({ entries, cases }) => [...new Set<ResolvedCase>([...entries, ...cases])])) {
    if (grammar === "translation") {
      for (const own of one.translations)
        if (own.document.source.path === path) add([...own.path, "message"], templateIn(own));
    } else if (one.owner.document.source.path === path && Object.hasOwn(one.layers[0]?.fields ?? {}, "message")) {
      add([...one.path, "message"], one.template?.template);
    }
  }
  return [...spans.values()];
}

function templateIn({ spec, template }: ResolvedTranslation): Template | undefined {
  return spec.message === undefined ? undefined : template?.template;
}

const directivesOf = memoize(({ tokens }: Template) => tokens.filter((token) => token.kind === "directive"));

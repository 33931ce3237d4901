// A page and tables become the page with the errors of the tables between its markers; its other bytes stay the same.
import type { Diagnostic } from "../../diagnostic/diagnostic.ts";
import type { SourceFile } from "../../diagnostic/source.ts";
import { applyEdits, type Edit, lineEndOf, withLineEnds } from "../../diagnostic/text-edits.ts";
import { fragmentOf } from "../../products/docs/index.ts";
import { renderDocument } from "../../text/documents.ts";
import { blockRequestOf, type InjectedTable } from "./block-request.ts";
import { blocksOf, hashOf, type PageBlock } from "./marked-blocks.ts";
import { endMarker, type ReportProblem, reporter } from "./markers.ts";
import { ENDINGS, languageOf } from "./page-lines.ts";

export interface InjectRequest {
  readonly tables: readonly InjectedTable[];
  /** Replaces blocks that were edited by hand. */
  readonly force: boolean;
}

export interface Injected {
  /** Undefined where there is any error. */
  readonly text: string | undefined;
  readonly diagnostics: readonly Diagnostic[];
  /** Text that errtable did not write stands in a block. */
  readonly isBlocked: boolean;
  readonly hasMarkers: boolean;
}

export async function inject(source: SourceFile, { tables, force }: InjectRequest): Promise<Injected> {
  const language = languageOf(source.path);
  const diagnostics: Diagnostic[] = [];
  const report = reporter(source, diagnostics);
  if (language === undefined) {
    const help = `The names of pages end in ${ENDINGS}.`;
    report({ start: 0, end: 0 }, "The name of the file does not tell its markup.", help);
    return { text: undefined, diagnostics, isBlocked: false, hasMarkers: true };
  }
  const { blocks, hasMarkers } = blocksOf({ source, language }, report);
  const requests = blocks.map((block) => ({ block, request: blockRequestOf(block.begin, tables, report) }));
  const edited = force ? [] : blocks.filter(({ isUntouched }) => !isUntouched);
  for (const block of edited) reportEdit(block, reporter(source, diagnostics, "inject-edited"));
  const isBlocked = edited.length > 0;
  if (diagnostics.length > 0) return { text: undefined, diagnostics, isBlocked, hasMarkers };
  const edits: Edit[] = [];
  for (const { block, request } of requests) {
    if (request === undefined) continue;
    const { syntax, document } = fragmentOf(request.model, request);
    edits.push(...editsOf(block, await renderDocument(syntax, document), source.text));
  }
  return { text: applyEdits(source.text, edits), diagnostics, isBlocked, hasMarkers };
}

function reportEdit({ end, begin }: PageBlock, report: ReportProblem): void {
  const [message, help] = end.attributes.has("sha")
    ? ["The block was edited by hand.", "Change the table, or move the words out of the block; --force gives them up."]
    : [
        "Something that errtable did not write stands in the block.",
        "Move it out of the block, or give it up with --force.",
      ];
  report(begin, message, help);
}

function editsOf({ begin, end, content: before }: PageBlock, text: string, page: string): readonly Edit[] {
  const content = text.replace(/^\n+|\n+$/g, "");
  // Without blank lines, a comment would belong to the paragraph or table next to it.
  const between = `\n${content}\n\n`;
  const [start, last] = [end.line.start, endMarker(end, `sha=${hashOf(content)}`)];
  return [
    ...(before === between
      ? []
      : [{ start: begin.line.next, end: start, text: withLineEnds(between, lineEndOf(page)) }]),
    ...(end.line.text === last ? [] : [{ start, end: start + end.line.text.length, text: last }]),
  ];
}

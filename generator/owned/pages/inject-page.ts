// A page and tables become the page with the errors of the tables between its markers; its other bytes stay the same.
import type { Diagnostic } from "../../diagnostic/diagnostic.ts";
import type { SourceFile } from "../../diagnostic/source.ts";
import { fragmentOf } from "../../products/docs/index.ts";
import { renderDocument } from "../../text/documents.ts";
import { applyEdits, type Edit, lineEndOf, withLineEnds } from "../text-edits.ts";
import { blockRequestOf, type PageTable } from "./block-request.ts";
import { blocksOf, hashOf, type PageBlock } from "./marked-blocks.ts";
import { type Marker, type Report, reporter } from "./markers.ts";
import { ENDINGS, languageOf, type Page } from "./page-lines.ts";

export interface InjectRequest {
  readonly tables: readonly PageTable[];
  /** Replaces blocks that were edited by hand. */
  readonly force: boolean;
}

export interface Injected {
  /** Undefined where there is any error. */
  readonly text: string | undefined;
  readonly diagnostics: readonly Diagnostic[];
  readonly inTheWay: boolean;
  readonly hasMarkers: boolean;
}

export async function inject(source: SourceFile, { tables, force }: InjectRequest): Promise<Injected> {
  const language = languageOf(source.path);
  const diagnostics: Diagnostic[] = [];
  if (language === undefined) {
    const report = reporter({ source } as Page, diagnostics);
    report(
      { start: 0, end: 0 },
      "The name of the file does not tell its language.",
      `The names of pages end in ${ENDINGS}.`,
    );
    return { text: undefined, diagnostics, inTheWay: false, hasMarkers: true };
  }
  const page = { source, language };
  const report = reporter(page, diagnostics);
  const { blocks, hasMarkers } = blocksOf(page, report);
  const requests = blocks.map((block) => ({ block, request: blockRequestOf(block.begin, tables, report) }));
  let inTheWay = false;
  if (!force) {
    const edited = reporter(page, diagnostics, "inject-edited");
    for (const block of blocks.filter(({ isUntouched }) => !isUntouched)) {
      inTheWay = true;
      reportEdit(block, edited);
    }
  }
  if (diagnostics.length > 0) return { text: undefined, diagnostics, inTheWay, hasMarkers };
  const edits: Edit[] = [];
  for (const { block, request } of requests) {
    if (request === undefined) continue;
    const { syntax, document } = fragmentOf(request.model, request);
    edits.push(...editsOf(block, await renderDocument(syntax, document), source.text));
  }
  return { text: applyEdits(source.text, edits), diagnostics, inTheWay, hasMarkers };
}

function reportEdit({ end, begin }: PageBlock, report: Report): void {
  if (end.attributes.has("sha"))
    report(
      begin,
      "The block was edited by hand.",
      "Change the table, or move the words out of the block; --force gives them up.",
    );
  else
    report(
      begin,
      "Something that errtable did not write stands in the block.",
      "Move it out of the block, or give it up with --force.",
    );
}

/** Without blank lines, a comment would belong to the paragraph or table next to it. */
function editsOf(block: PageBlock, text: string, page: string): readonly Edit[] {
  const { begin, end } = block;
  const content = text.replace(/^\n+|\n+$/g, "");
  const lineEnd = lineEndOf(page);
  const edits: Edit[] = [];
  const between = `\n${content}\n\n`;
  if (block.content !== between)
    edits.push({ start: begin.line.next, end: end.line.start, text: withLineEnds(between, lineEnd) });
  const last = endMarker(end, hashOf(content));
  if (end.line.text !== last)
    edits.push({ start: end.line.start, end: end.line.start + end.line.text.length, text: last });
  return edits;
}

function endMarker({ name, comment }: Marker, sha: string): string {
  const words = [
    comment.opens,
    "errtable:end",
    ...(name === undefined ? [] : [name.text]),
    `sha=${sha}`,
    comment.closes,
  ];
  return words.join(" ").trimEnd();
}

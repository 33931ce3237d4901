// A page and tables become the page with the errors of the tables between its markers; its other bytes stay the same.
import type { Diagnostic } from "../../diagnostic/diagnostic.ts";
import type { SourceFile } from "../../diagnostic/source.ts";
import { applyEdits, type Edit, lineEndOf, withLineEnds } from "../../diagnostic/text-edits.ts";
import type { Model } from "../../model/model.ts";
import { fragmentOf } from "../../products/docs/index.ts";
import { conflictsOf } from "../../reader/yaml/merge-conflicts.ts";
import type { Document } from "../../text/document/blocks.ts";
import { renderDocument } from "../../text/documents.ts";
import { comparableText } from "../../text/layout/comparable-text.ts";
import { withMergeHelp } from "../unmerged-errors.ts";
import { type BlockRequest, blockRequestOf, type InjectedTable } from "./block-request.ts";
import { blocksOf, layoutHash, type PageBlock, sourceHash } from "./marked-blocks.ts";
import { contentIndent, endMarker, inComment, type ReportProblem, reporter } from "./markers.ts";
import { adornmentsOf, headingsOf, levelBelow } from "./page-headings.ts";
import { ENDINGS, languageOf } from "./page-languages.ts";
import { visibleLines } from "./page-lines.ts";
import { inStyle, styleOf } from "./page-style.ts";

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
  const page = { source, language };
  // The end of a block has a hash, so that two branches that change it leave a conflict around it.
  const conflicts = conflictsOf(source, (lines, start) => lines.includes("errtable:") || isInBlock(source.text, start));
  if (conflicts.length > 0) {
    const found = withMergeHelp(conflicts, source.path);
    return { text: undefined, diagnostics: found, isBlocked: false, hasMarkers: true };
  }
  const { blocks, hasMarkers } = blocksOf(page, report);
  const outside = [...visibleLines(page)].filter(
    ({ start }) => !blocks.some(({ begin, end }) => start >= begin.line.start && start < end.line.next),
  );
  const headings = headingsOf(page, outside);
  const requests = blocks.map((block) => {
    const headingLevel = levelBelow(headings, block.begin.start);
    const options = headingLevel === undefined ? {} : { headingLevel };
    return { block, request: blockRequestOf(block.begin, { tables, page: options }, report) };
  });
  const edited = force ? [] : blocks.filter(({ isUntouched }) => !isUntouched);
  for (const block of edited) reportEdit(block, reporter(source, diagnostics, "inject-edited"));
  const isBlocked = edited.length > 0;
  if (diagnostics.length > 0) return { text: undefined, diagnostics, isBlocked, hasMarkers };
  const style = styleOf(outside);
  const edits: Edit[] = [];
  for (const { block, request } of requests) {
    if (request === undefined) continue;
    const { model, old } = request;
    const { syntax } = block.begin.comment;
    const document = old === undefined ? fragmentOf(model, request).document : await changesSince(old, request);
    const blocksIn = [...document.blocks];
    if (syntax === "rst" && block.begin.indent !== "" && blocksIn.some(({ kind }) => kind === "heading")) {
      const help = "Ask for a table without headings: format=table groupBy=none retired=false.";
      report(block.begin, "In reStructuredText no heading stands within another block.", help);
      continue;
    }
    const text = await renderDocument(syntax, { ...document, blocks: blocksIn, adornments: adornmentsOf(headings) });
    const styled = syntax === "gfm" || syntax === "mdx" ? inStyle(text, style) : text;
    edits.push(...editsOf(block, styled, sourceHash(text), source.text));
  }
  const text = diagnostics.length > 0 ? undefined : applyEdits(source.text, edits);
  return { text, diagnostics, isBlocked, hasMarkers };
}

/** Whether the last marker before the place begins a block. */
function isInBlock(page: string, at: number): boolean {
  const before = page.slice(0, at);
  return before.lastIndexOf("errtable:begin") > before.lastIndexOf("errtable:end");
}

/** Loaded only for pages that tell of changes. */
async function changesSince(old: Model, { model, locale, options }: BlockRequest): Promise<Document> {
  const { changesDocument } = await import("../../products/docs/changes/changes-document.ts");
  return changesDocument(old, model, { locale, options });
}

/** The two markers as pages of this name have them. */
export function exampleMarkers(path: string): string {
  const comment = languageOf(path)?.comments[0];
  return comment === undefined
    ? "errtable:begin and errtable:end, in comments"
    : `${inComment(comment, "errtable:begin")} and ${inComment(comment, "errtable:end")}`;
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

function editsOf({ begin, end, content: before, source }: PageBlock, text: string, hash: string, page: string) {
  const content = text.replace(/^\n+|\n+$/g, "");
  const { syntax } = begin.comment;
  const [start, last] = [end.line.start, endMarker(end, `sha=${layoutHash(content, syntax)}-${hash}`)];
  // Without blank lines, a comment would belong to the paragraph or table next to it.
  const between = `\n${content.replace(/^(?=.)/gm, contentIndent(begin))}\n\n`;
  // A block that a formatter laid out anew stays as it is, as long as its source is the same.
  const isSame =
    source === hash && before.trim() !== "" && comparableText(before, syntax) === comparableText(content, syntax);
  const edits: Edit[] = [];
  if (!isSame) edits.push({ start: begin.line.next, end: start, text: withLineEnds(between, lineEndOf(page)) });
  if (end.line.text.trimEnd() !== last) edits.push({ start, end: start + end.line.text.length, text: last });
  return edits;
}

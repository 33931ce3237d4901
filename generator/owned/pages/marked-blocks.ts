// Markers become blocks: a begin marker, its end marker, and the content between them.
import { hash } from "node:crypto";
import { didYouMean } from "../../diagnostic/suggest.ts";
import { comparableText } from "../../text/layout/comparable-text.ts";
import { contentIndent, endMarker, inComment, type Marker, markersOf, type ReportProblem } from "./markers.ts";
import type { Comment, Page } from "./page-lines.ts";

export interface PageBlock {
  readonly begin: Marker;
  readonly end: Marker;
  /** With "\n" as its line end, and without the indent of its markers. */
  readonly content: string;
  /** Whether the block is empty, or as errtable wrote it, but for layout. */
  readonly isUntouched: boolean;
  /** The hash of the text that errtable wrote. */
  readonly source: string | undefined;
}

export function blocksOf(
  page: Page,
  report: ReportProblem,
): { readonly blocks: readonly PageBlock[]; readonly hasMarkers: boolean } {
  const markers = markersOf(page, report);
  const blocks: PageBlock[] = [];
  const names = new Set<string>();
  let open: Marker | undefined;
  for (const marker of markers) {
    if (marker.verb === "end") {
      const block = endedBy(marker, open, page, report);
      if (block !== undefined) blocks.push(block);
      open = undefined;
      continue;
    }
    const { name } = marker;
    if (open !== undefined)
      report(marker, "A block begins within a block.", "End the one before it first, with errtable:end.");
    if (name !== undefined && names.has(name.text))
      report(name, `Two blocks are named "${name.text}".`, "Give each a name of its own, or none.");
    if (name !== undefined) names.add(name.text);
    open = marker;
  }
  if (open !== undefined)
    report(open, "The block has no end.", `Write where it ends, on a line of its own: ${endMarker(open).trim()}`);
  return { blocks, hasMarkers: markers.length > 0 };
}

function endedBy(end: Marker, begin: Marker | undefined, page: Page, report: ReportProblem): PageBlock | undefined {
  if (begin === undefined) {
    const help = "Write errtable:begin where it is to begin, or remove the line.";
    return report(end, "No block begins before this end.", help);
  }
  if (begin.comment.syntax !== end.comment.syntax) {
    const help = `Write both as ${inComment(begin.comment, "…")}`;
    return report(end, "The block begins in a comment of another kind.", help);
  }
  if (begin.indent !== end.indent) {
    const help = "Give both markers the same blanks before them: the errors between them get these, too.";
    return report(end, "The indent of the end differs from that of the beginning.", help);
  }
  if (begin.name?.text !== end.name?.text && end.name !== undefined) {
    const which = begin.name === undefined ? "which has no name" : `which is named "${begin.name.text}"`;
    return report(end.name, `"${end.name.text}" ends a block ${which}.`, "Let both markers have the same name.");
  }
  for (const [key, { key: word }] of end.attributes) {
    if (key === "sha") continue;
    const help = didYouMean(key, ["sha"]) ?? "Write it where the block begins.";
    report(word, `The end of a block has no "${key}".`, help);
  }
  const sha = end.attributes.get("sha")?.value;
  const [layout, source] = sha?.text.split("-") ?? [];
  if (sha !== undefined && !/^[\da-f]{16}(?:-[\da-f]{8})?$/.test(sha.text)) {
    const help = "Remove the attribute; with --force the block is written anew.";
    return report(sha, "This is no hash that errtable wrote.", help);
  }
  const written = page.source.text.slice(begin.line.next, end.line.start).replaceAll("\r\n", "\n");
  const content = written
    .split("\n")
    .map((line) => withoutIndent(line, contentIndent(begin)))
    .join("\n");
  const isUntouched =
    layout === undefined ? content.trim() === "" : layoutHash(content, begin.comment.syntax) === layout;
  return { begin, end, content, isUntouched, source };
}

function withoutIndent(line: string, indent: string): string {
  return line.startsWith(indent) ? line.slice(indent.length) : line;
}

/** Layout that formatters change does not count. */
export function layoutHash(content: string, syntax: Comment["syntax"]): string {
  return hash("sha256", comparableText(content, syntax), "hex").slice(0, 16);
}

/** Every character counts: a table may change in blanks alone. */
export function sourceHash(content: string): string {
  return hash("sha256", content, "hex").slice(0, 8);
}

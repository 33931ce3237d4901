// Markers become blocks: a begin marker, its end marker, and the content between them.
import { hash } from "node:crypto";
import { didYouMean } from "../../diagnostic/suggest.ts";
import { type Marker, markersOf, type Report } from "./markers.ts";
import type { Page } from "./page-lines.ts";

export interface PageBlock {
  readonly begin: Marker;
  readonly end: Marker;
  /** With "\n" as its line end. */
  readonly content: string;
  /** Whether the block is empty, or as errtable wrote it. */
  readonly isUntouched: boolean;
}

export function blocksOf(
  page: Page,
  report: Report,
): { readonly blocks: readonly PageBlock[]; readonly hasMarkers: boolean } {
  const markers = markersOf(page, report);
  const blocks: PageBlock[] = [];
  const names = new Set<string>();
  let open: Marker | undefined;
  for (const marker of markers) {
    if (marker.verb === "begin") {
      if (open !== undefined)
        report(marker, "A block begins within a block.", "End the one before it first, with errtable:end.");
      if (marker.name !== undefined && names.has(marker.name.text))
        report(marker.name, `Two blocks are named "${marker.name.text}".`, "Give each a name of its own, or none.");
      if (marker.name !== undefined) names.add(marker.name.text);
      open = marker;
      continue;
    }
    const block = endedBy(marker, open, page, report);
    if (block !== undefined) blocks.push(block);
    open = undefined;
  }
  if (open !== undefined) {
    const { opens, closes } = open.comment;
    const end = [opens, "errtable:end", ...(open.name === undefined ? [] : [open.name.text]), closes]
      .join(" ")
      .trimEnd();
    report(open, "The block has no end.", `Write where it ends, on a line of its own: ${end}`);
  }
  return { blocks, hasMarkers: markers.length > 0 };
}

function endedBy(end: Marker, begin: Marker | undefined, page: Page, report: Report): PageBlock | undefined {
  if (begin === undefined) {
    report(end, "No block begins before this end.", "Write errtable:begin where it is to begin, or remove the line.");
    return undefined;
  }
  if (begin.comment !== end.comment) {
    report(
      end,
      "The block begins in a comment of another kind.",
      `Write both as ${begin.comment.opens} … ${begin.comment.closes}`,
    );
    return undefined;
  }
  if (begin.name?.text !== end.name?.text && end.name !== undefined) {
    const which = begin.name === undefined ? "which has no name" : `which is named "${begin.name.text}"`;
    report(end.name, `"${end.name.text}" ends a block ${which}.`, "Let both markers have the same name.");
    return undefined;
  }
  for (const [key, { key: word }] of end.attributes)
    if (key !== "sha")
      report(
        word,
        `The end of a block has no "${key}".`,
        didYouMean(key, ["sha"]) ?? "Write it where the block begins.",
      );
  const sha = end.attributes.get("sha")?.value;
  if (sha !== undefined && !/^[\da-f]{16}$/.test(sha.text)) {
    report(
      sha,
      "This is no hash that errtable wrote.",
      "Remove the attribute; with --force the block is written anew.",
    );
    return undefined;
  }
  const content = page.source.text.slice(begin.line.next, end.line.start).replaceAll("\r\n", "\n");
  return { begin, end, content, isUntouched: sha === undefined ? content.trim() === "" : hashOf(content) === sha.text };
}

/** Blank lines around the content do not count. */
export function hashOf(content: string): string {
  return hash("sha256", content.replaceAll("\r\n", "\n").replace(/^\n+|\n+$/g, ""), "hex").slice(0, 16);
}

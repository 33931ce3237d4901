// Blocks become GFM, laid out as Prettier lays it out, so that it has nothing to change; or MDX, where that differs.
import type { Block, Document } from "../document/blocks.ts";
import { codeLines } from "../document/inline-lines.ts";
import { proseBlocks, withoutProse } from "../document/prose.ts";
import { codeBlockText, commentText, jsonText } from "../document/shown-text.ts";
import { inlineText } from "./markdown-inline.ts";
import { tableText } from "./markdown-table.ts";
import { attribute, type Dialect, fenceFor, fitsFence } from "./markdown-text.ts";

export function renderMarkdown(document: Document): string {
  return render(document, "gfm");
}

export function renderMdx(document: Document): string {
  return render(document, "mdx");
}

function render({ blocks }: Document, dialect: Dialect): string {
  const chunks: string[] = [];
  let texts: string[] = [];
  for (const block of blocks) {
    const text = blockText(block, { dialect, column: 0 });
    if (text !== "") texts.push(text);
    if (texts.length < CHUNK) continue;
    chunks.push(texts.join("\n\n"));
    texts = [];
  }
  chunks.push(texts.join("\n\n"));
  return `${chunks.filter((chunk) => chunk !== "").join("\n\n")}\n`;
}

/** Texts are joined in chunks, so that thousands of small strings do not live until the end. */
const CHUNK = 256;

interface BlockPlace {
  readonly dialect: Dialect;
  /** The column of the block's first sign; markers of numbered lists depend on it. */
  readonly column: number;
}

function indented(place: BlockPlace, by: number): BlockPlace {
  return { ...place, column: place.column + by };
}

function blocksText(blocks: readonly Block[], place: BlockPlace): string {
  let out = "";
  for (const block of blocks) {
    const text = blockText(block, place);
    if (text !== "") out += out === "" ? text : `\n\n${text}`;
  }
  return out;
}

function blockText(block: Block, place: BlockPlace): string {
  const { dialect } = place;
  switch (block.kind) {
    case "comment":
      return dialect === "mdx" ? `{/* ${commentText(block.text)} */}` : `<!-- ${commentText(block.text)} -->`;
    case "heading":
      return headingText(block, dialect);
    case "paragraph":
      return inlineText(block.content, dialect);
    case "list":
      return listText(block.items, block.start, place);
    case "quote":
      return blocksText(block.blocks, indented(place, 2))
        .replace(/^(?=.)/gm, "> ")
        .replace(/^$/gm, ">");
    case "code":
      return codeText(block.text, block.syntax ?? "", dialect);
    case "json":
      return fenced(jsonText(block.value).trimEnd(), "json");
    case "table":
      return tableText(block.header, block.rows, dialect);
    case "prose":
      return blocksText(proseBlocks(block), place);
    default:
      return block satisfies never;
  }
}

function headingText(
  { level, anchor, anchorInHeading, content }: Extract<Block, { kind: "heading" }>,
  dialect: Dialect,
) {
  const heading = `${"#".repeat(Math.min(6, level))} ${inlineText(content, dialect)}`.replace(/ $/, "");
  if (anchor === undefined) return heading;
  // GitHub shows this form, and sites do not agree on names with other signs; in a heading, sites read an element as words.
  if (anchorInHeading === true && dialect === "mdx" && /^[\w-]+$/.test(anchor)) return `${heading} \\{#${anchor}}`;
  return `<a id="${attribute(anchor)}"></a>\n\n${heading}`;
}

function listText(written: readonly (readonly Block[])[], start: number | undefined, place: BlockPlace): string {
  const items = written.map(withoutProse);
  const loose = items.some((item) => item.some((block, index) => index > 0 && standsApart(block, item[index - 1])));
  let out = "";
  items.forEach((item, index) => {
    const marker = start === undefined ? "- " : numberMarker(start + index, place.column);
    let text = "";
    item.forEach((block, at) => {
      const apart = loose && (standsApart(block, item[at - 1]) || mayBeFollowed(item[at - 1]));
      text += (at === 0 ? "" : apart ? "\n\n" : "\n") + blockText(block, indented(place, marker.length));
    });
    const lines = text.includes("\n") ? text.replace(/\n(?=[^\n])/g, `\n${" ".repeat(marker.length)}`) : text;
    out += (index === 0 ? "" : loose ? "\n\n" : "\n") + (text === "" ? marker.trimEnd() : marker + lines);
  });
  return out;
}

/** Prettier puts an inner list right under the block before it; a numbered list may need a blank line to be a list. */
function standsApart(block: Block, above: Block | undefined): boolean {
  return block.kind !== "list" || (block.start !== undefined && block.start !== 1 && !mayBeFollowed(above));
}

/** Whether a blank line may stand between the block and a list. */
function mayBeFollowed(above: Block | undefined): boolean {
  return above?.kind === "paragraph" || above?.kind === "code";
}

/** Prettier widens the marker so that the words begin in an even column. */
function numberMarker(number: number, column: number): string {
  const marker = `${Math.min(number, 999_999_999)}. `;
  return (column + marker.length) % 2 === 0 && marker.length % 2 === 1 ? `${marker} ` : marker;
}

/** A fenced block, or lines of code in a paragraph where a site would act on the text even in a fence. */
function codeText(text: string, syntax: string, dialect: Dialect): string {
  const lines = codeBlockText(text);
  return fitsFence(lines) ? fenced(lines, syntax) : inlineText(codeLines(lines), dialect);
}

function fenced(lines: string, syntax: string): string {
  const fence = fenceFor(lines);
  return `${fence}${syntax}\n${lines}\n${fence}`;
}

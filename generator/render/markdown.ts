// Blocks become GFM, laid out as Prettier lays it out, so that it has nothing to change.
import type { Block } from "../blocks.ts";
import { authoredBlocks, readAuthored } from "./authored.ts";
import { codeLines } from "./inline-lines.ts";
import { renderJson } from "./json.ts";
import { inlineText } from "./markdown-inline.ts";
import { tableText } from "./markdown-table.ts";
import { attribute, commentText, fenceFor, fitsFence } from "./markdown-text.ts";
import { escapeUnit } from "./width.ts";

export async function renderMarkdown(blocks: readonly Block[]): Promise<string> {
  await readAuthored(blocks);
  return `${blocksText(blocks, 0)}\n`;
}

/** The column that a block begins in matters to the markers of numbered lists. */
function blocksText(blocks: readonly Block[], column: number): string {
  return blocks
    .map((block) => blockText(block, column))
    .filter((text) => text !== "")
    .join("\n\n");
}

function blockText(block: Block, column: number): string {
  switch (block.kind) {
    case "comment":
      return `<!-- ${commentText(block.text)} -->`;
    case "heading": {
      const heading = `${"#".repeat(Math.min(6, block.level))} ${inlineText(block.content)}`;
      return block.anchor === undefined ? heading : `<a id="${attribute(block.anchor)}"></a>\n\n${heading}`;
    }
    case "paragraph":
      return inlineText(block.content);
    case "list":
      return listText(block.items, block.start, column);
    case "quote":
      return blocksText(block.blocks, column + 2)
        .replace(/^(?=.)/gm, "> ")
        .replace(/^$/gm, ">");
    case "code":
      return codeText(block.text, block.syntax ?? "");
    case "json":
      return codeText(jsonText(renderJson(block.value)), "json");
    case "rule":
      return "---";
    case "table":
      return tableText(block.header, block.rows);
    case "authored":
      return blocksText(withLead(block), column);
    default:
      return block satisfies never;
  }
}

/** The lead and the note on the language share a line with words where there are words to share it with. */
function withLead({ source, lead = [], language }: Extract<Block, { kind: "authored" }>): readonly Block[] {
  const blocks = [...authoredBlocks(source)];
  const first = blocks[0];
  if (first?.kind === "paragraph") blocks[0] = { kind: "paragraph", content: [...lead, ...first.content] };
  else if (lead.length > 0) blocks.unshift({ kind: "paragraph", content: lead });
  if (language === undefined) return blocks;
  const last = blocks.at(-1);
  const rest = last?.kind === "paragraph" ? blocks.slice(0, -1) : blocks;
  const content = last?.kind === "paragraph" ? last.content : [];
  return [...rest, { kind: "paragraph", content: [{ kind: "foreign", language, content }] }];
}

function listText(items: readonly (readonly Block[])[], start: number | undefined, column: number): string {
  const loose = items.some((item) => item.some((block, index) => index > 0 && block.kind !== "list"));
  const texts = items.map((item, index) => {
    const marker = start === undefined ? "- " : numberMarker(start + index, column);
    const inner = item.map((block) => blockText(block, column + marker.length)).filter((text) => text !== "");
    const text = inner.join(loose ? "\n\n" : "\n");
    return text === "" ? marker.trimEnd() : marker + text.replace(/\n(?=[^\n])/g, `\n${" ".repeat(marker.length)}`);
  });
  return texts.join(loose ? "\n\n" : "\n");
}

/** Prettier widens the marker where the words would begin in an even column anyway. */
function numberMarker(number: number, column: number): string {
  const marker = `${Math.min(number, 999_999_999)}. `;
  return (column + marker.length) % 2 === 0 && marker.length % 2 === 1 ? `${marker} ` : marker;
}

/** A fence; or, where a site would act on the text even in a fence, its lines as code in a paragraph. */
function codeText(text: string, syntax: string): string {
  const lines = text.replace(/\r\n?/g, "\n").replace(/\n+$/, "");
  if (!fitsFence(lines)) return inlineText(codeLines(lines));
  const fence = fenceFor(lines);
  return `${fence}${syntax}\n${lines}\n${fence}`;
}

/** JSON has a second spelling for every sign, so that none of them means anything to a site. */
function jsonText(json: string): string {
  return json
    .replace(/(?<=\{)[{%#]|(?<=8)<(?=-)|<(?=!--)/g, escapeUnit)
    .replace(/[^\P{C}\n]/gu, (sign) =>
      Array.from({ length: sign.length }, (_, at) => escapeUnit(sign.charAt(at))).join(""),
    );
}

// Blocks and notes within a line of words become words and breaks, for places that hold one line only.
import type { Block, Inline } from "./blocks.ts";
import { authoredBlocks } from "./markdown/authored.ts";

/** The words with what authors wrote in place, neighbouring texts joined, and no break at an end. */
export function spread(content: readonly Inline[]): readonly Inline[] {
  if (isSpread(content)) return content;
  const out: Inline[] = [];
  for (const inline of content) append(inline, out);
  while (out.at(-1)?.kind === "break") out.pop();
  return out;
}

function isSpread(content: readonly Inline[]): boolean {
  let last = "";
  for (const { kind } of content) {
    if (kind === "authored" || kind === "foreign" || kind === "break" || (kind === "text" && last === "text"))
      return false;
    last = kind;
  }
  return true;
}

function append(inline: Inline, out: Inline[]): void {
  const last = out.at(-1);
  switch (inline.kind) {
    case "authored":
      for (const inner of lines(authoredBlocks(inline.source))) append(inner, out);
      break;
    case "foreign":
      for (const inner of inline.content) append(inner, out);
      if (inline.quiet === true) break;
      if (out.length > 0) append({ kind: "text", text: " " }, out);
      append({ kind: "emphasis", content: [{ kind: "text", text: `(${inline.language})` }] }, out);
      break;
    case "text":
      if (last?.kind === "text") out[out.length - 1] = { kind: "text", text: last.text + inline.text };
      else if (last?.kind === "break") out.push({ kind: "text", text: inline.text.replace(/^ +/, "") });
      else if (inline.text !== "") out.push(inline);
      break;
    case "break":
      if (last === undefined || last.kind === "break") break;
      if (last.kind === "text") out[out.length - 1] = { kind: "text", text: last.text.replace(/ +$/, "") };
      out.push(inline);
      break;
    default:
      out.push(inline);
  }
}

const BREAK: Inline = { kind: "break" };

/** Each block on lines of its own. */
export function lines(blocks: readonly Block[]): readonly Inline[] {
  return blocks.flatMap((block, index) => (index === 0 ? lineOf(block) : [BREAK, ...lineOf(block)]));
}

function lineOf(block: Block): readonly Inline[] {
  switch (block.kind) {
    case "paragraph":
    case "heading":
      return block.content;
    case "list":
      return block.items.flatMap((item, index) => {
        const marker = block.start === undefined ? "• " : `${block.start + index}. `;
        return [...(index === 0 ? [] : [BREAK]), { kind: "text", text: marker } as const, ...lines(item)];
      });
    case "quote":
      return lines(block.blocks);
    case "code":
      return codeLines(block.text);
    case "table":
      return [block.header, ...block.rows].flatMap((row, index) => [
        ...(index === 0 ? [] : [BREAK]),
        ...row.flatMap((cell, at): readonly Inline[] => (at === 0 ? cell : [{ kind: "text", text: " | " }, ...cell])),
      ]);
    case "authored":
      return [...(block.lead ?? []), ...lines(authoredBlocks(block.source))];
    case "comment":
    case "json":
      return [];
    default:
      return block satisfies never;
  }
}

/** The lines of a text as code, with breaks between them. */
export function codeLines(text: string): readonly Inline[] {
  const kept = text.split(/\r?\n/).filter((line) => line.trim() !== "");
  return kept.flatMap((line, index): readonly Inline[] => [
    ...(index === 0 ? [] : [BREAK]),
    { kind: "code", text: line },
  ]);
}

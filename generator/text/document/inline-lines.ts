// Words with their marks and blocks become one line of words and breaks, or plain text.
import { type Block, code, type Inline, text } from "./blocks.ts";

/** Words on a line: notes are in place, and blocks are told apart by breaks. */
export type LineInline = Exclude<Inline, { readonly kind: "foreign" | "prose" }>;

/** The words of a line, with neighbouring texts joined and no break at its ends. */
export function flatten(content: readonly Inline[]): readonly LineInline[] {
  if (isFlat(content)) return content;
  const out: LineInline[] = [];
  for (const inline of content) append(inline, out);
  while (out.at(-1)?.kind === "break") out.pop();
  return out;
}

function isFlat(content: readonly Inline[]): content is readonly LineInline[] {
  return content.every(
    ({ kind }, index) =>
      kind !== "prose" &&
      kind !== "foreign" &&
      kind !== "break" &&
      (kind !== "text" || content[index - 1]?.kind !== kind),
  );
}

function append(inline: Inline, out: LineInline[]): void {
  const last = out.at(-1);
  switch (inline.kind) {
    case "prose":
      for (const inner of lines(inline.blocks)) append(inner, out);
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

/** Each block on lines of its own. */
export function lines(blocks: readonly Block[]): readonly Inline[] {
  return withBreaks(blocks.map(lineOf));
}

function lineOf(block: Block): readonly Inline[] {
  switch (block.kind) {
    case "paragraph":
    case "heading":
      return block.content;
    case "list":
      return withBreaks(
        block.items.map((item, index) => [
          text(block.start === undefined ? "• " : `${block.start + index}. `),
          ...lines(item),
        ]),
      );
    case "quote":
      return lines(block.blocks);
    case "code":
      return codeLines(block.text);
    case "table":
      return withBreaks(
        [block.header, ...block.rows].map((row) =>
          row.flatMap((cell, at) => (at === 0 ? cell : [text(" | "), ...cell])),
        ),
      );
    case "prose":
      return [...(block.lead ?? []), ...lines(block.blocks)];
    case "comment":
    case "json":
      return [];
    default:
      return block satisfies never;
  }
}

/** The lines of a text as code. */
export function codeLines(source: string): readonly Inline[] {
  return withBreaks(
    source
      .split(/\r?\n/)
      .filter((line) => !/^[ \t]*$/.test(line))
      .map((line) => [code(line)]),
  );
}

function withBreaks(all: readonly (readonly Inline[])[]): readonly Inline[] {
  return all.flatMap((line, index) => (index === 0 ? line : [{ kind: "break" }, ...line]));
}

/** The text that a reader sees, where a break is a line end. */
export function seenText(content: readonly Inline[]): string {
  return flatten(content).map(seen).join("");
}

function seen(inline: LineInline): string {
  switch (inline.kind) {
    case "text":
    case "code":
      return inline.text;
    case "image":
      return inline.alt;
    case "break":
      return "\n";
    default:
      return seenText(inline.content);
  }
}

/** Line ends and tabs as spaces. */
export function oneLine(value: string): string {
  return value.replace(/[\t\r\n]+/g, " ");
}

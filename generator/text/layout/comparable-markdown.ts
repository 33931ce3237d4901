// Markdown becomes the form in which texts are compared: wrapping, list signs, signs of emphasis and padding do not count.
import { joinedLines } from "./joined-lines.ts";

export function comparableMarkdown(text: string): string {
  const lines = text.split("\n").map(unquoted);
  const tables = tableLines(lines);
  const depthOf = listDepths();
  const parts: string[] = [];
  let fence: string | undefined;
  let last: Line = { bare: "", isQuoted: false, indent: "", isBroken: false };
  /** Whether the last line with content is one of a paragraph. */
  let isParagraph = false;
  for (const [index, line] of lines.entries()) {
    const { bare } = line;
    // A quote begins once, however many lines it is wrapped into.
    const quote = line.isQuoted && !last.isQuoted ? "\n> " : "";
    const sign: string | undefined = /^(?:`{3,}(?=[^`]*$)|~{3,})/.exec(bare)?.[0];
    const list = /^[-*+] +(?=\S)/.exec(bare)?.[0];
    if (fence !== undefined) parts.push(bare);
    else if (tables.has(index)) parts.push(quote, tableRow(bare));
    else if (list !== undefined)
      parts.push(quote, `\n${depthOf(line.indent, list.length)}- ${inStars(bare.slice(list.length))}`);
    else if (/^#{1,6} /.test(bare)) parts.push(quote, `\n${inStars(bare)}`);
    else if (sign !== undefined) parts.push(quote, bare);
    else {
      // Formatters set and drop the blank line before the first item of a list.
      const isApart = isParagraph && last.bare === "" && bare !== "" && !/^\d+[.)] /.test(bare);
      parts.push(quote, `${isApart ? "\n\n" : ""}${inStars(bare)}`);
    }
    if (fence === undefined && line.isBroken && lines[index + 1]?.bare) parts.push("\\\n");
    if (bare !== "")
      isParagraph = fence === undefined && sign === undefined && !tables.has(index) && !/^#{1,6} /.test(bare);
    if (sign !== undefined && fence === undefined) fence = sign;
    else if (sign !== undefined && fence !== undefined && bare.startsWith(fence)) fence = undefined;
    last = line;
  }
  return joinedLines(parts);
}

interface Line {
  /** Without signs of quotes, and without the blanks around it. */
  readonly bare: string;
  readonly isQuoted: boolean;
  readonly indent: string;
  /** Its end stays the end of a line where paragraphs are wrapped anew. */
  readonly isBroken: boolean;
}

function unquoted(line: string): Line {
  const inner = line.replace(/^\s*(?:>\s?)+/, "");
  const isBroken = /\S {2,}$|(?<!\\)(?:\\\\)*\\$/.test(inner);
  return {
    // Formatters of JSX have quotes of their own around the name of an anchor.
    bare: (isBroken ? inner.replace(/\\$/, "") : inner).trim().replace(/(?<=<a id=)'([^'"<>]*)'/g, '"$1"'),
    isQuoted: inner !== line,
    indent: /^\s*/.exec(inner)?.[0] ?? "",
    isBroken,
  };
}

/** The numbers of the lines of tables. The second line of a table tells that it is one. */
function tableLines(lines: readonly Line[]): ReadonlySet<number> {
  const found = new Set<number>();
  for (const [index, { bare }] of lines.entries()) {
    if (!/^\|[-:| ]*-[-:| ]*\|$/.test(bare)) continue;
    found.add(index - 1);
    for (let row = index; lines[row]?.bare.startsWith("|"); row++) found.add(row);
  }
  return found;
}

function tableRow(line: string): string {
  return `\n${inStars(line)
    .replace(/ *(?<!\\)\| */g, "|")
    .replace(/-{3,}/g, "---")}`;
}

/** From an indent and the width of a sign to the number of the lists around an item. */
function listDepths(): (indent: string, sign: number) => number {
  const open: number[] = [];
  return (indent, sign) => {
    const column = indent.replaceAll("\t", "    ").length;
    while ((open.at(-1) ?? 0) > column) open.pop();
    open.push(column + sign);
    return open.length - 1;
  };
}

/** An underscore within a word is a letter. */
function inStars(line: string): string {
  return line.replace(/(?<![\p{L}\p{N}_\\])_+|_+(?![\p{L}\p{N}_])/gu, (signs) => "*".repeat(signs.length));
}

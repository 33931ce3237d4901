// Reads plain, quoted and block scalars as far as they are plain YAML, and folds their lines.
import { type Node, scalarNode } from "./node.ts";
import { nextLine, plainValue, type Reader } from "./plain-text.ts";

/** Goes on over the lines that follow, as long as they are indented deeper than `indent`. */
export function readPlainScalar(reader: Reader, indent: number): Node | undefined {
  const { text, at: start } = reader;
  let lineEnd = text.indexOf("\n", start);
  const line = text.slice(start, lineEnd);
  const comment = line.indexOf(" #");
  const first = (comment < 0 ? line : line.slice(0, comment)).trimEnd();
  if (!startsPlain(first) || isKeyLike(first)) return undefined;
  let folded = first;
  let end = start + first.length;
  for (let next = lineEnd + 1; comment < 0; next = lineEnd + 1) {
    let at = next;
    while (text[at] === " ") at += 1;
    if (at - next <= indent || text[at] === "\n" || text[at] === "#") break;
    lineEnd = text.indexOf("\n", at);
    const more = text.slice(at, lineEnd).trimEnd();
    if (isKeyLike(more) || more.includes(" #")) return undefined;
    folded += ` ${more}`;
    end = at + more.length;
  }
  const value = folded === first ? plainValue(first) : folded;
  if (value === undefined) return undefined;
  reader.at = lineEnd + 1;
  nextLine(reader);
  return scalarNode(start, end, value);
}

/** Some characters begin another kind of value, or are reserved. */
export function startsPlain(text: string): boolean {
  return !/^(?:-(?: |$)|[?:,[\]{}#&*!|>'"%@`]|$)/.test(text);
}

/** Whether a colon makes a key of the text before it. */
export function isKeyLike(text: string): boolean {
  return text.includes(": ") || text.endsWith(":");
}

/** Stays behind the closing quote. */
export function readQuoted(reader: Reader, indent: number): Node | undefined {
  const { text, at: start } = reader;
  const isSingle = text[start] === "'";
  const end = isSingle ? findSingle(text, start + 1) : findDouble(text, start + 1);
  if (end < 0) return undefined;
  const written = text.slice(start + 1, end);
  if (written.includes("\n") && !isFoldable(written, indent)) return undefined;
  const value = isSingle ? unquoteSingle(written) : unquoteDouble(written);
  if (value === undefined) return undefined;
  reader.at = end + 1;
  return scalarNode(start, end + 1, value);
}

function findSingle(text: string, from: number): number {
  let end = text.indexOf("'", from);
  while (end >= 0 && text[end + 1] === "'") end = text.indexOf("'", end + 2);
  return end;
}

function findDouble(text: string, from: number): number {
  let end = text.indexOf('"', from);
  while (end >= 0) {
    let slash = end - 1;
    while (text[slash] === "\\") slash -= 1;
    if ((end - slash) % 2 === 1) return end;
    end = text.indexOf('"', end + 1);
  }
  return end;
}

/** Whether each line has text, and is indented deeper than the parent of the scalar. */
function isFoldable(written: string, indent: number): boolean {
  return written.split("\n").every((line, index) => {
    const space = line.search(/[^ ]/);
    return space >= 0 && (index === 0 || space > indent);
  });
}

function unquoteSingle(written: string): string {
  return /'|\n/.test(written) ? written.replace(/''| *\n */g, (found) => (found === "''" ? "'" : " ")) : written;
}

function unquoteDouble(written: string): string | undefined {
  if (!/[\\\n]/.test(written)) return written;
  let isPlain = true;
  const value = written.replace(/\\\n *|\\(.)| *\n */g, (found, escaped: string | undefined) => {
    if (escaped === undefined) return found.startsWith("\\") ? "" : " ";
    const character = ESCAPES[escaped];
    if (character === undefined) isPlain = false;
    return character ?? found;
  });
  return isPlain ? value : undefined;
}

const ESCAPES: Readonly<Record<string, string>> = {
  ...{ '"': '"', "\\": "\\", "/": "/", " ": " ", n: "\n", t: "\t", r: "\r" },
};

const HEADER = /[|>]([+-]?) *\n/y;

export function readBlockScalar(reader: Reader, indent: number): Node | undefined {
  const { text, at: start } = reader;
  HEADER.lastIndex = start;
  const chomping = HEADER.exec(text)?.[1];
  if (chomping === undefined) return undefined;
  const lines: string[] = [];
  let own = 0;
  let end = start;
  let blank = 0;
  let next = HEADER.lastIndex;
  for (; next < text.length; next = text.indexOf("\n", next) + 1) {
    let at = next;
    while (text[at] === " ") at += 1;
    const column = at - next;
    if (text[at] === "\n") {
      // Blank lines at the start or beyond the indent have a meaning; the library reads them.
      if (own === 0 || column > own) return undefined;
      blank += 1;
      continue;
    }
    if (own === 0) own = column;
    if (column < own || own <= indent) {
      if (column > indent || own <= indent) return undefined;
      break;
    }
    const line = text.slice(next + own, text.indexOf("\n", at));
    if (text[start] === ">" && line.startsWith(" ")) return undefined;
    if (lines.length > 0)
      lines.push(text[start] === "|" ? "\n".repeat(blank + 1) : blank === 0 ? " " : "\n".repeat(blank));
    lines.push(line);
    blank = 0;
    end = next + own + line.trimEnd().length;
  }
  if (own === 0) return undefined;
  reader.at = next;
  nextLine(reader);
  const last = chomping === "-" ? "" : chomping === "+" ? "\n".repeat(blank + 1) : "\n";
  return scalarNode(start, end, lines.join("") + last);
}

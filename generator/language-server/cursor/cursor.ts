// A place in a text of YAML becomes the key or the value that stands there, or that may be written there.

import type { LineToken } from "./line-token.ts";
import { endOfLine } from "./line-token.ts";
import { lineTokens } from "./line-tokens.ts";
import { isSamePath } from "./same-path.ts";

export interface Cursor extends LineToken {
  /** The names of the other keys of its map. */
  readonly beside: readonly string[];
  /** The other tokens of the entry that it is in. */
  readonly around: readonly LineToken[];
}

/** Undefined where nothing can be told, such as inside of a broken line. */
export function cursorAt(text: string, offset: number): Cursor | undefined {
  const around = tokensAround(text, offset);
  const found =
    around.findLast(({ start, end }) => start <= offset && offset <= end) ??
    commentBefore(text, offset, around) ??
    emptyLine(text, offset, around);
  if (found === undefined) return undefined;
  const { kind, path } = found;
  const map = kind === "key" ? path : path.slice(0, -1);
  if (map.length === 0) return { ...found, beside: topKeys(text), around };
  const beside = around.filter((one) => one !== found && one.kind === "key" && !one.isNew && isSamePath(one.path, map));
  return { ...found, beside: beside.map((one) => one.text), around };
}

/** A comment goes on behind the spaces at its end. */
function commentBefore(text: string, offset: number, around: readonly LineToken[]): LineToken | undefined {
  const line = text.lastIndexOf("\n", offset - 1) + 1;
  const comment = around.findLast(({ kind, start }) => kind === "comment" && line <= start && start < offset);
  return comment && { ...comment, end: offset, text: text.slice(comment.start, offset) };
}

function topKeys(text: string): readonly string[] {
  return Array.from(text.matchAll(/^([A-Za-z$_][\w$-]*):(?=\s)/gm), ([, name = ""]) => name);
}

/** All tokens of the entry at the top that holds an offset, or of one entry below "errors" and other maps. */
function tokensAround(text: string, offset: number): readonly LineToken[] {
  const top = topLine(text, offset);
  const head = lineTokens(text, top, endOfLine(text, top), []);
  const [key] = head;
  const topEnd = nextAt(text, endOfLine(text, top) + 1, 0);
  if (key?.kind !== "key" || key.isNew || head.length > 2 || (head[1] !== undefined && head[1].text !== "")) {
    return lineTokens(text, top, topEnd, []);
  }
  if (offset <= endOfLine(text, top)) return [...head, ...keysAt(text, key.text, endOfLine(text, top) + 1, topEnd)];
  const begin = endOfLine(text, top) + 1;
  const indent = /^ +(?=[^\s#])/m.exec(text.slice(begin, topEnd))?.[0].length;
  if (indent === undefined) return head;
  const entry = entryStart(text, offset, begin, indent);
  if (entry === undefined)
    return [...head, ...commentAt(text, offset, begin), ...keysAt(text, key.text, begin, topEnd)];
  const end = Math.min(topEnd, nextAt(text, endOfLine(text, entry) + 1, indent));
  const isItem = /^ *-(?:\s|$)/.test(text.slice(entry, endOfLine(text, entry)));
  // The number of an item is that of the dashes before it.
  if (isItem) return lineTokens(text, top, end, []);
  return [key, ...lineTokens(text, entry, end, [key.text])];
}

/** The comment that has a line of its own. */
function commentAt(text: string, offset: number, begin: number): readonly LineToken[] {
  const line = text.lastIndexOf("\n", offset - 1) + 1;
  const end = endOfLine(text, line);
  return line >= begin && /^ *#/.test(text.slice(line, end)) ? lineTokens(text, line, end, []) : [];
}

function keysAt(text: string, top: string, begin: number, end: number): readonly LineToken[] {
  const indent = /^ +(?=[^\s#])/m.exec(text.slice(begin, end))?.[0].length;
  if (indent === undefined) return [];
  const keys = new RegExp(`^ {${indent}}([A-Za-z0-9_$][^\\s:]*):(?=\\s)`, "gm");
  return Array.from(text.slice(begin, end).matchAll(keys), ({ index, 1: name = "" }) => {
    const start = begin + index + indent;
    return { kind: "key", path: [top], start, end: start + name.length, text: name };
  });
}

/** The start of the line with the key at the top that holds an offset. */
function topLine(text: string, offset: number): number {
  let at = text.lastIndexOf("\n", offset - 1) + 1;
  for (;;) {
    const sign = text[at] ?? "\n";
    const isItem = sign === "-" && /\s/.test(text[at + 1] ?? "\n");
    if (at === 0 || (!/[\s#]/.test(sign) && !isItem)) return at;
    at = text.lastIndexOf("\n", at - 2) + 1;
  }
}

/** The start of the nearest line, at or above an offset, whose content begins at a column. */
function entryStart(text: string, offset: number, begin: number, indent: number): number | undefined {
  for (let at = text.lastIndexOf("\n", offset - 1) + 1; at >= begin; at = text.lastIndexOf("\n", at - 2) + 1) {
    const column = text.slice(at, at + indent + 1).search(/[^ ]/);
    if (column >= 0 && column <= indent && !/[\s#]/.test(text[at + column] ?? "\n")) return at;
    if (at === 0) break;
  }
  return undefined;
}

/** The start of the next line whose content begins at or before a column; items of a list at the column go on. */
function nextAt(text: string, from: number, indent: number): number {
  for (let at = from; at < text.length; at = endOfLine(text, at) + 1) {
    const column = text.slice(at, at + indent + 1).search(/[^ ]/);
    const sign = text[at + column] ?? "\n";
    if (column < 0 || /[\s#]/.test(sign) || (sign === "-" && /\s/.test(text[at + column + 1] ?? "\n"))) continue;
    return at;
  }
  return text.length;
}

/** Space alone: a key may be written in the map of the nearest key above that begins further left, or at the column. */
function emptyLine(text: string, offset: number, around: readonly LineToken[]): LineToken | undefined {
  const start = text.lastIndexOf("\n", offset - 1) + 1;
  const lineEnd = endOfLine(text, start);
  if (text.slice(start, lineEnd).trim() !== "") return undefined;
  const column = offset - start;
  const place = { kind: "key", start: offset, end: offset, text: "", isNew: true } as const;
  if (column === 0) return { ...place, path: [] };
  const above = around.filter((one) => one.kind === "key" && !one.isNew && !one.inFlow && one.start < offset);
  for (const key of above.toReversed()) {
    const own = key.start - text.lastIndexOf("\n", key.start - 1) - 1;
    if (own === column) return { ...place, path: key.path };
    if (own < column) return { ...place, path: [...key.path, key.text] };
  }
  return undefined;
}

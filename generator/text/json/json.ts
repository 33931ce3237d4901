// JSON values become JSON text as Prettier lays it out.
import { textWidth } from "../text-width.ts";
import { safeJson } from "./json-strings.ts";
import type { Json } from "./value.ts";

/** The engine prints everything but lists as Prettier does, and many times faster than a printer of ours. */
export function renderJson(value: Json): string {
  const printed = safeJson(JSON.stringify(value, null, 2));
  return layoutLists(printed.includes("e+") ? printed.replaceAll(EXPONENT, "$1e") : printed);
}

/** A line that holds a number with a plus sign in its exponent, which Prettier takes out. */
const EXPONENT = /^( *(?:"(?:[^"\\]|\\.)*": )?-?[\d.]+)e\+/gm;

/** With the end of the last line. Line ends inside of strings are escaped, so that a bracket before a line end opens a list. */
function layoutLists(text: string): string {
  const pieces: string[] = [];
  let done = 0;
  let open = text.indexOf("[\n");
  while (open >= 0) {
    const list = layoutList(text, open);
    if (list !== undefined) {
      pieces.push(text.slice(done, open), list.text);
      done = list.end;
    }
    open = text.indexOf("[\n", list?.end ?? open + 2);
  }
  pieces.push(text.slice(done), "\n");
  return pieces.join("");
}

interface PrintedList {
  readonly text: string;
  readonly end: number;
}

/** The list whose bracket is at `open`; undefined where the engine's lines are Prettier's. */
function layoutList(text: string, open: number): PrintedList | undefined {
  const lead = text.slice(text.lastIndexOf("\n", open) + 1, open);
  const flat = flatList(text, open);
  if (flat !== undefined) {
    const tail = text[flat.end] === "," ? 1 : 0;
    if (textWidth(lead) + flat.width + tail <= COLUMNS) return flat;
  }
  NUMBERS.lastIndex = open;
  const [numbers] = NUMBERS.exec(text) ?? [];
  if (numbers === undefined) return undefined;
  const indent = " ".repeat(lead.search(/[^ ]|$/));
  return { text: filledList(numbers.match(/[^\s[\],]+/g) ?? [], indent), end: open + numbers.length };
}

const COLUMNS = 80;

/** A list of at least two items, all of them numbers. */
const NUMBERS = /\[\n *-?\d[^,\n]*(?:,\n *-?\d[^,\n]*)+\n *\]/y;

interface FlatList extends PrintedList {
  readonly width: number;
  readonly count: number;
}

/** The list on one line; undefined where it is too wide, or where an object or a table breaks it. */
function flatList(text: string, open: number): FlatList | undefined {
  const items: string[] = [];
  let width = 2;
  let isTable = true;
  let at = startOfItem(text, open + 2);
  while (text[at] !== "]") {
    if (text.startsWith("{\n", at)) return undefined;
    const inner = text.startsWith("[\n", at) ? flatList(text, at) : scalarItem(text, at);
    if (inner === undefined) return undefined;
    width += inner.width + (items.length > 0 ? 2 : 0);
    if (width > COLUMNS) return undefined;
    items.push(inner.text);
    isTable &&= inner.count > 1;
    at = startOfItem(text, text[inner.end] === "," ? inner.end + 2 : inner.end + 1);
  }
  return isTable && items.length > 1
    ? undefined
    : { text: `[${items.join(", ")}]`, end: at + 1, width, count: items.length };
}

function startOfItem(text: string, offset: number): number {
  let at = offset;
  while (text[at] === " ") at++;
  return at;
}

function scalarItem(text: string, start: number): FlatList {
  const lineEnd = text.indexOf("\n", start);
  const end = text[lineEnd - 1] === "," ? lineEnd - 1 : lineEnd;
  const item = text.slice(start, end);
  return { text: item, end, width: textWidth(item), count: 0 };
}

/** Numbers fill lines like words. */
function filledList(items: readonly string[], indent: string): string {
  const lines: string[] = [];
  let line = `${indent}  `;
  for (const [index, item] of items.entries()) {
    const piece = index < items.length - 1 ? `${item},` : item;
    if (index === 0) line += piece;
    else if (line.length + 1 + piece.length <= COLUMNS) line += ` ${piece}`;
    else {
      lines.push(line);
      line = `${indent}  ${piece}`;
    }
  }
  return `[\n${[...lines, line].join("\n")}\n${indent}]`;
}

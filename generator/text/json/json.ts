// JSON values become JSON text with two spaces, laid out as Prettier and Biome lay it out, so that neither has anything to change.

import { escapeUnit, widths } from "../width.ts";
import { COLUMNS, layoutArray } from "./json-arrays.ts";
import { EACH_UNSAFE, UNSAFE } from "./json-strings.ts";
import type { Json } from "./value.ts";

/** The engine prints everything but arrays as formatters do, many times faster than any printer of ours. */
export function renderJson(value: Json): string {
  const printed = JSON.stringify(value, null, 2);
  const safe = UNSAFE.test(printed) ? printed.replaceAll(EACH_UNSAFE, escapeUnit) : printed;
  const text = safe.includes("e+") ? safe.replaceAll(EXPONENT, "$1e") : safe;
  return `${layoutArrays(text)}\n`;
}

/** A line that holds a number with a plus sign in its exponent, which formatters take out. */
const EXPONENT = /^( *(?:"(?:[^"\\]|\\.)*": )?-?[\d.]+)e\+/gm;

/** Line ends inside of strings are escaped, so that a bracket before a line end opens an array. */
function layoutArrays(text: string): string {
  const out: string[] = [];
  let done = 0;
  let open = text.indexOf("[\n");
  while (open >= 0) {
    const start = text.lastIndexOf("\n", open) + 1;
    const array = readArray(text, start, open);
    if (array.line !== undefined) {
      out.push(text.slice(done, start), array.line);
      done = array.end;
    }
    open = text.indexOf("[\n", array.end);
  }
  return done === 0 ? text : out.join("") + text.slice(done);
}

interface PrintedArray {
  /** What takes the place of its lines; undefined where they stay. */
  readonly line?: string;
  /** Where there is nothing more to say about it. */
  readonly end: number;
}

/** An array whose line begins at `start` and whose bracket is at `open`. */
function readArray(text: string, start: number, open: number): PrintedArray {
  const lead = text.slice(start, open);
  const indent = " ".repeat(lead.search(/[^ ]|$/));
  const items: string[] = [];
  let units = 0;
  let at = open + 2;
  while (!text.startsWith("]", at + indent.length)) {
    const lineEnd = text.indexOf("\n", at);
    const item = text.slice(at + indent.length + 2, text[lineEnd - 1] === "," ? lineEnd - 1 : lineEnd);
    // An object breaks the array that it is in.
    if (item === "{") return { end: open + 2 };
    units += item.length;
    if (item === "[" || units > 5 * COLUMNS) return layoutAnew(text, open, lead, indent);
    items.push(item);
    at = lineEnd + 1;
  }
  const close = at + indent.length;
  const isLast = text[close + 1] !== ",";
  const room = isLast ? COLUMNS : COLUMNS - 1;
  const line = `${lead}[${items.join(", ")}]`;
  const [least, most] = widths(line);
  if (most <= room) return { line, end: close + 1 };
  if (least <= room || /^[-\d]/.test(items[0] ?? "")) return layoutAnew(text, open, lead, indent);
  return { end: close + 1 };
}

/** The rare arrays that need more thought than whether they fit on a line. */
function layoutAnew(text: string, open: number, lead: string, indent: string): PrintedArray {
  const end = text.indexOf(`\n${indent}]`, open) + indent.length + 2;
  const value = JSON.parse(text.slice(open, end)) as readonly Json[];
  const tail = text[end] === "," ? "," : "";
  return { line: layoutArray(value, lead, indent, tail), end: end + tail.length };
}

// A scalar becomes the places of the units of its value, so that a finding can point into a string.
import type { Node } from "./node.ts";

/** One per UTF-16 unit of the value; a unit that is an escape is as long as the escape. */
export interface Units {
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/**
 * Undefined where the places are not known. Folding changes only white space, so all other characters stand in the text in
 * the order of the value. White space from folding is placed at the line break.
 */
export function unitsOf(text: string, { start, data }: Node): Units | undefined {
  if (typeof data !== "string") return undefined;
  const style = text.charAt(start);
  const starts: number[] = [];
  const ends: number[] = [];
  let at = contentStart(text, start, style);
  while (starts.length < data.length) {
    const unit = data.charAt(starts.length);
    if (style === '"') at = skipContinuation(text, at);
    const isSpace = SPACE.test(unit);
    if (isSpace && text[at] !== unit && text[at] !== "\\") {
      starts.push(at);
      ends.push(at);
      continue;
    }
    let found = readUnits(text, at, style);
    while (!isSpace && SPACE.test(found.value)) {
      at += found.length;
      if (style === '"') at = skipContinuation(text, at);
      found = readUnits(text, at, style);
    }
    if (found.value === "" || !data.startsWith(found.value, starts.length)) return undefined;
    for (let index = 0; index < found.value.length; index += 1) {
      starts.push(at);
      ends.push(at + found.length);
    }
    at += found.length;
  }
  return { starts, ends };
}

const SPACE = /^[ \t\r\n]$/;

/** Behind the quote, or behind the line on which a block begins. */
function contentStart(text: string, start: number, style: string): number {
  if (style === '"' || style === "'") return start + 1;
  if (style !== "|" && style !== ">") return start;
  const lineEnd = text.indexOf("\n", start);
  return lineEnd < 0 ? text.length : lineEnd + 1;
}

/** A backslash at the end of a line removes the line end and the indentation of the next line. */
function skipContinuation(text: string, at: number): number {
  CONTINUATION.lastIndex = at;
  return CONTINUATION.test(text) ? CONTINUATION.lastIndex : at;
}

const CONTINUATION = /(?:\\\r?\n[ \t]*)+/y;

function readUnits(text: string, at: number, style: string): { readonly value: string; readonly length: number } {
  const sign = text.charAt(at);
  if (style === "'" && sign === "'") return { value: sign, length: 2 };
  if (style !== '"' || sign !== "\\") return { value: sign, length: 1 };
  const escaped = text.charAt(at + 1);
  const digits = CODE_DIGITS[escaped];
  if (digits === undefined) return { value: ESCAPES[escaped] ?? escaped, length: 2 };
  const code = Number.parseInt(text.slice(at + 2, at + 2 + digits), 16);
  return { value: String.fromCodePoint(code), length: 2 + digits };
}

const CODE_DIGITS: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

/** The escapes whose character is not the one behind the backslash. */
const ESCAPES: Readonly<Record<string, string>> = {
  ...{ "0": "\0", a: "\x07", b: "\b", t: "\t", n: "\n", v: "\v", f: "\f", r: "\r", e: "\x1b" },
  ...{ N: "\x85", _: "\xa0", L: "\u2028", P: "\u2029" },
};

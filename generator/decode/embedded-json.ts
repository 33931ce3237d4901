// A text becomes the JSON values in it: the whole text, or each object that stands in braces among other words.

import { parseJson } from "../text/json/parse-json.ts";

/** Limits the time for a text of many braces that are no JSON. */
const ATTEMPTS = 16;

export function jsonValuesIn(text: string): readonly unknown[] {
  const whole = parse(text);
  if (whole !== undefined) return [parsedIfJson(whole)];
  const found: unknown[] = [];
  let start = text.indexOf("{");
  for (let attempt = 0; attempt < ATTEMPTS && start >= 0; attempt += 1) {
    const end = endOfObject(text, start);
    const value = parse(text.slice(start, end ?? start));
    if (value !== undefined) found.push(value);
    start = text.indexOf("{", value === undefined ? start + 1 : end);
  }
  // A logger may write JSON into a string of JSON, whose quotes then have backslashes, or into a cell, where they stand twice.
  const isCell = text.includes('{""');
  const isEscaped = found.length === 0 && (isCell || text.includes('{\\"'));
  return isEscaped ? jsonValuesIn(text.replace(isCell ? /"(")/g : /\\(["\\])/g, "$1")) : found;
}

/** The parsed value of a string that is an object or a list in JSON; any other value as it is. */
export function parsedIfJson(value: unknown): unknown {
  return typeof value === "string" && /^\s*[[{]/.test(value) ? (parse(value) ?? value) : value;
}

function parse(text: string): unknown {
  return /^\s*[[{"]/.test(text) ? parseJson(text) : undefined;
}

/** A whole string, or a character that matters outside strings. */
const STRING_OR_BRACE = /"[^"\\]*(?:\\.[^"\\]*)*"|["{}]/gs;

/** The position after the brace that closes the one at `start`; braces within strings do not count. */
function endOfObject(text: string, start: number): number | undefined {
  let depth = 0;
  for (const { 0: token, index } of text.slice(start).matchAll(STRING_OR_BRACE)) {
    // The string that begins here has no end.
    if (token === '"') break;
    if (token === "{") depth += 1;
    if (token === "}") depth -= 1;
    if (depth === 0) return start + index + 1;
  }
  return undefined;
}

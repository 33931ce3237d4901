// The layout of arrays in JSON as Prettier and Biome have it: what fits on a line, what is filled, what is broken.

import { asciiText, widths } from "../width.ts";
import { jsonString } from "./json-strings.ts";
import type { Json, JsonObject } from "./value.ts";

/** Both formatters put an array on one line where it fits into this many columns. */
export const COLUMNS = 80;

type Tail = "," | "";

/** An array after `lead`, which is its line so far, and before `tail`; `indent` is that of the line. */
export function layoutArray(value: readonly Json[], lead: string, indent: string, tail: Tail): string {
  return arrayText(value, lead, indent, tail, false);
}

/** With `ascii`, strings are spelled in ASCII alone. */
function valueText(value: Json, lead: string, indent: string, tail: Tail, ascii: boolean): string {
  if (typeof value !== "object" || value === null) return lead + scalarText(value, ascii) + tail;
  return isArray(value) ? arrayText(value, lead, indent, tail, ascii) : objectText(value, lead, indent, tail, ascii);
}

function objectText(value: JsonObject, lead: string, indent: string, tail: Tail, ascii: boolean): string {
  const members = Object.entries(value);
  if (members.length === 0) return `${lead}{}${tail}`;
  const inner = `${indent}  `;
  const lines = members.map(([name, member], index) =>
    valueText(member, `${inner}${jsonString(name, ascii)}: `, inner, tailOf(index, members.length), ascii),
  );
  return `${lead}{\n${lines.join("\n")}\n${indent}}${tail}`;
}

function arrayText(value: readonly Json[], lead: string, indent: string, tail: Tail, ascii: boolean): string {
  const flat = flatText(value, ascii);
  if (flat === undefined) return itemsText(value, lead, indent, tail, ascii);
  const [least, most] = widths(lead + flat + tail);
  if (most <= COLUMNS || value.length === 0) return lead + flat + tail;
  if (least > COLUMNS) return itemsText(value, lead, indent, tail, ascii);
  // How wide a character beyond ASCII is, tools do not agree on: where it decides, the array is spelled in ASCII.
  return arrayText(value, asciiText(lead), indent, tail, true);
}

function itemsText(value: readonly Json[], lead: string, indent: string, tail: Tail, ascii: boolean): string {
  const inner = `${indent}  `;
  const isFilled = value.length > 1 && value.every((item) => typeof item === "number");
  const lines = isFilled
    ? filledLines(
        value.map((item) => scalarText(item as number, ascii)),
        inner,
      )
    : value.map((item, index) => valueText(item, inner, inner, tailOf(index, value.length), ascii));
  return `${lead}[\n${lines.join("\n")}\n${indent}]${tail}`;
}

/** Numbers alone are filled into lines like words. */
function filledLines(items: readonly string[], indent: string): readonly string[] {
  const lines: string[] = [];
  let line = indent;
  items.forEach((item, index) => {
    const piece = item + tailOf(index, items.length);
    if (line === indent) line += piece;
    else if (line.length + 1 + piece.length <= COLUMNS) line += ` ${piece}`;
    else {
      lines.push(line);
      line = indent + piece;
    }
  });
  return [...lines, line];
}

/**
 * The array on one line, or undefined where its contents break it or it is too long anyway. Prettier always breaks an
 * array of arrays; Biome joins a short one, which is the only thing that the two do not agree on.
 */
function flatText(value: readonly Json[], ascii: boolean): string | undefined {
  if (value.length > 1 && value.every((item) => isArray(item) && item.length > 1)) return undefined;
  const items: string[] = [];
  let least = 0;
  for (const item of value) {
    const text = flatItem(item, ascii);
    if (text === undefined) return undefined;
    least += widths(text)[0];
    if (least > COLUMNS) return undefined;
    items.push(text);
  }
  return `[${items.join(", ")}]`;
}

function flatItem(item: Json, ascii: boolean): string | undefined {
  if (typeof item !== "object" || item === null) return scalarText(item, ascii);
  if (isArray(item)) return flatText(item, ascii);
  return Object.keys(item).length === 0 ? "{}" : undefined;
}

function scalarText(value: string | number | boolean | null, ascii: boolean): string {
  // Formatters take the plus sign out of an exponent.
  return typeof value === "string" ? jsonString(value, ascii) : JSON.stringify(value).replace("e+", "e");
}

function tailOf(index: number, length: number): Tail {
  return index < length - 1 ? "," : "";
}

function isArray(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

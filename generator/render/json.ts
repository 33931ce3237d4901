// JSON values become JSON text with two spaces, laid out as Prettier and Biome lay it out, so that neither has anything to change.
import type { Json, JsonObject } from "../model/json.ts";
import { asciiText, escapeUnit, widths } from "./width.ts";

export function renderJson(value: Json): string {
  const out: string[] = [];
  write(value, { lead: "", indent: "", tail: "\n", ascii: false }, out);
  return out.join("");
}

/** Where a value stands: what precedes it on its line, how far the line is indented, and what follows the value. */
interface Spot {
  readonly lead: string;
  readonly indent: string;
  readonly tail: ",\n" | "\n";
  /** Whether strings are spelled in ASCII alone. */
  readonly ascii: boolean;
}

/** Both formatters put an array on one line where it fits into this many columns. */
const COLUMNS = 80;

function write(value: Json, spot: Spot, out: string[]): void {
  if (typeof value !== "object" || value === null) out.push(spot.lead, scalarText(value, spot.ascii), spot.tail);
  else if (isArray(value)) writeArray(value, spot, out);
  else writeObject(value, spot, out);
}

function writeObject(value: JsonObject, { lead, indent, tail, ascii }: Spot, out: string[]): void {
  const names = Object.keys(value);
  if (names.length === 0) {
    out.push(lead, "{}", tail);
    return;
  }
  out.push(lead, "{\n");
  const inner = `${indent}  `;
  names.forEach((name, index) => {
    const key = `${inner}${stringText(name, ascii)}: `;
    write(value[name] ?? null, { lead: key, indent: inner, tail: tailOf(index, names.length), ascii }, out);
  });
  out.push(indent, "}", tail);
}

function writeArray(value: readonly Json[], spot: Spot, out: string[]): void {
  const flat = flatText(value, spot.ascii);
  if (value.length === 0) {
    out.push(spot.lead, "[]", spot.tail);
    return;
  }
  if (flat === undefined) {
    writeItems(value, spot, out);
    return;
  }
  const room = spot.tail === "\n" ? COLUMNS : COLUMNS - 1;
  const [least, most] = widths(spot.lead + flat);
  if (most <= room) out.push(spot.lead, flat, spot.tail);
  else if (least > room) writeItems(value, spot, out);
  // How wide a character beyond ASCII is, tools do not agree on: where it decides, the array is spelled in ASCII.
  else writeArray(value, { ...spot, lead: asciiText(spot.lead), ascii: true }, out);
}

function writeItems(value: readonly Json[], { lead, indent, tail, ascii }: Spot, out: string[]): void {
  const inner = `${indent}  `;
  out.push(lead, "[\n");
  if (value.length > 1 && value.every((item) => typeof item === "number")) {
    writeFilled(value.map(String).map(withoutPlus), inner, out);
  } else {
    value.forEach((item, index) => {
      write(item, { lead: inner, indent: inner, tail: tailOf(index, value.length), ascii }, out);
    });
  }
  out.push(indent, "]", tail);
}

/** Numbers alone are filled into lines like words. */
function writeFilled(items: readonly string[], indent: string, out: string[]): void {
  let line = indent;
  items.forEach((item, index) => {
    const piece = index < items.length - 1 ? `${item},` : item;
    if (line === indent) line += piece;
    else if (line.length + 1 + piece.length <= COLUMNS) line += ` ${piece}`;
    else {
      out.push(line, "\n");
      line = indent + piece;
    }
  });
  out.push(line, "\n");
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
  return typeof value === "string" ? stringText(value, ascii) : withoutPlus(JSON.stringify(value));
}

/** Formatters take the plus sign out of an exponent. */
function withoutPlus(number: string): string {
  return number.replace("e+", "e");
}

/** Safe inside of an HTML script element and in a JavaScript source, where JSON alone is not. */
function stringText(text: string, ascii: boolean): string {
  const quoted = JSON.stringify(text);
  const safe = UNSAFE.test(quoted) ? quoted.replaceAll(EACH_UNSAFE, escapeUnit) : quoted;
  return ascii ? asciiText(safe) : safe;
}

const UNSAFE = /[\u2028\u2029]|<(?:\/|!--|script)/i;
const EACH_UNSAFE = /[\u2028\u2029]|<(?=\/|!--|script)/gi;

function tailOf(index: number, length: number): Spot["tail"] {
  return index < length - 1 ? ",\n" : "\n";
}

function isArray(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

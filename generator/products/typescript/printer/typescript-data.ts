// Plain data becomes a TypeScript literal as Prettier lays it out: objects one member per line, arrays on one line where they fit.
import { isList } from "../../../text/json/value.ts";
import { textWidth } from "../../../text/text-width.ts";
import { dataKey, numberLiteral, stringLiteral } from "./typescript-literal.ts";

export type Data = undefined | boolean | number | string | readonly Data[] | { readonly [name: string]: Data };

/** Spells the name of a member: TypeScript and JavaScript quote different names. */
export type KeyOf = (name: string) => string;

/**
 * The text of a value that begins at a column of a line indented by `depth`; `tail` columns follow it on its last line.
 * Undefined members are left out.
 */
export function dataLiteral(value: Data, depth: number, column: number, tail: number, keyOf: KeyOf = dataKey): string {
  if (typeof value === "string") return stringLiteral(value);
  if (typeof value === "number") return numberLiteral(value);
  if (typeof value !== "object") return String(value);
  if (isList(value)) return listLiteral(value, depth, column, tail, keyOf);
  const inner = " ".repeat(depth + 2);
  let text = "{\n";
  for (const name of Object.keys(value)) {
    const member = value[name];
    if (member === undefined) continue;
    const key = keyOf(name);
    text += `${inner}${key}:${memberValue(key, member, depth + 2, keyOf)},\n`;
  }
  return text === "{\n" ? "{}" : `${text}${" ".repeat(depth)}}`;
}

/** A declaration whose head ends in "=", and its value. */
export function constant(head: string, value: Data, keyOf: KeyOf = dataKey): string {
  const isEmpty = isList(value) && value.length === 0;
  const isLong = textWidth(head) + (isEmpty ? " [];" : " [").length > WIDTH;
  const [depth, column] = isLong ? [2, 2] : [0, textWidth(head) + 1];
  return `${head}${isLong ? "\n  " : " "}${dataLiteral(value, depth, column, 1, keyOf)};`;
}

/** With the blank, or the line break, that stands before the value. */
function memberValue(key: string, value: Data, depth: number, keyOf: KeyOf): string {
  const column = depth + textWidth(key) + 2;
  const start = typeof value === "string" ? stringLiteral(value) : "{";
  const room = typeof value === "string" ? WIDTH - 1 : WIDTH;
  // A break after a key this short would win nothing, so Prettier makes none.
  if (textWidth(key) <= 4 || column + textWidth(start) <= room)
    return ` ${dataLiteral(value, depth, column, 1, keyOf)}`;
  return `\n${" ".repeat(depth + 2)}${dataLiteral(value, depth + 2, depth + 2, 1, keyOf)}`;
}

function listLiteral(values: readonly Data[], depth: number, column: number, tail: number, keyOf: KeyOf): string {
  if (values.length === 0) return "[]";
  if (!mustBreak(values)) {
    const flat = flatLiteral(values);
    if (flat !== undefined && column + textWidth(flat) + tail <= WIDTH) return flat;
  }
  const inner = " ".repeat(depth + 2);
  const items = values.map((value) => `${inner}${dataLiteral(value, depth + 2, depth + 2, 1, keyOf)},\n`);
  return `[\n${items.join("")}${" ".repeat(depth)}]`;
}

/** Undefined where there is an object in it: objects are never on one line. */
function flatLiteral(value: Data): string | undefined {
  if (typeof value === "string") return stringLiteral(value);
  if (typeof value === "number") return numberLiteral(value);
  if (typeof value !== "object") return String(value);
  if (!isList(value)) return Object.keys(value).length === 0 ? "{}" : undefined;
  if (mustBreak(value)) return undefined;
  const items = value.map(flatLiteral);
  return items.includes(undefined) ? undefined : `[${items.join(", ")}]`;
}

/** Lists of lists that could be tables are laid out as tables. */
function mustBreak(values: readonly Data[]): boolean {
  return values.length > 1 && values.every((value) => typeof value === "object" && isList(value) && value.length > 1);
}

const WIDTH = 80;

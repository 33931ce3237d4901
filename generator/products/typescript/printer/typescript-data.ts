// Plain data becomes a TypeScript literal, on one line where it fits.
import { isList } from "../../../text/json/value.ts";
import { textWidth } from "../../../text/text-width.ts";
import { arrayDoc } from "./code.ts";
import { type ConstantParts, declareConstant, type Item } from "./module.ts";
import { layout, WIDTH } from "./typescript-layout.ts";
import { dataKey, numberLiteral, scriptKey, stringLiteral } from "./typescript-literal.ts";

export type Data = undefined | null | boolean | number | string | readonly Data[] | { readonly [name: string]: Data };

/** Spells the name of a member: TypeScript and JavaScript quote different names. */
type KeyOf = (name: string) => string;

export function declareData(parts: ConstantParts, value: () => Data): Item {
  return declareConstant(parts, (head, hasTypes) => {
    return `${head}${assignedLiteral(value(), 0, textWidth(head), hasTypes ? dataKey : scriptKey)};`;
  });
}

/**
 * The text of a value at a column of a line that is indented by `depth`; `tail` columns follow its last line. Large
 * tables have thousands of rows, so that the text is written at once, without a tree of groups.
 */
export function dataLiteral(value: Data, depth: number, column: number, tail: number, keyOf: KeyOf = dataKey): string {
  if (typeof value !== "object" || value === null) return flatLiteral(value, keyOf) ?? "";
  const flat = flatLiteral(value, keyOf, WIDTH - column - tail);
  if (flat !== undefined && column + textWidth(flat) + tail <= WIDTH) return flat;
  const margin = " ".repeat(depth);
  if (!isList(value)) {
    const members = Object.keys(value).map((name) => memberLine(keyOf(name), value[name], depth + 2, keyOf));
    return `{${members.join("")}\n${margin}}`;
  }
  if (areNumbers(value)) {
    const filled = layout(arrayDoc(value.map(numberLiteral)), { start: column - depth, tail, margin: depth });
    return filled.replaceAll("\n", `\n${margin}`);
  }
  const items = value.map((item) => `\n${margin}  ${dataLiteral(item, depth + 2, depth + 2, 1, keyOf)},`);
  return `[${items.join("")}\n${margin}]`;
}

/** With the end of the line before it; undefined members are left out. */
export function memberLine(key: string, value: Data, depth: number, keyOf: KeyOf = dataKey): string {
  if (value === undefined) return "";
  const column = depth + textWidth(key) + 1;
  // Prettier does not break after a key this short.
  const text =
    key.length <= 4
      ? ` ${dataLiteral(value, depth, column + 1, 1, keyOf)}`
      : assignedLiteral(value, depth, column, keyOf);
  return `\n${" ".repeat(depth)}${key}:${text},`;
}

/** With the blank before it: a value gets a line of its own where not even its beginning fits on the line. */
function assignedLiteral(value: Data, depth: number, column: number, keyOf: KeyOf): string {
  return column + 1 + beginningWidth(value, keyOf) <= WIDTH
    ? ` ${dataLiteral(value, depth, column + 1, 1, keyOf)}`
    : `\n${" ".repeat(depth + 2)}${dataLiteral(value, depth + 2, depth + 2, 1, keyOf)}`;
}

/** The comma or semicolon after a value that cannot break counts too. */
function beginningWidth(value: Data, keyOf: KeyOf): number {
  const canBreak =
    typeof value === "object" && value !== null && Object.values(value).some((inner) => inner !== undefined);
  return canBreak ? "[".length : textWidth(flatLiteral(value, keyOf) ?? "") + 1;
}

/** On one line; undefined where Prettier always breaks the value, and where it does not fit into the room: most rows do not. */
function flatLiteral(value: Data, keyOf: KeyOf, room = Number.POSITIVE_INFINITY): string | undefined {
  if (typeof value === "string") return textWidth(value) > room ? undefined : stringLiteral(value);
  if (typeof value === "number") return numberLiteral(value);
  if (typeof value !== "object" || value === null) return String(value);
  if (!isList(value)) return flatObject(value, keyOf, room);
  if (isTable(value)) return undefined;
  const items: string[] = [];
  let left = room;
  for (const item of value) {
    const flat = flatLiteral(item, keyOf, left);
    if (flat === undefined) return undefined;
    items.push(flat);
    left -= textWidth(flat);
  }
  return `[${items.join(", ")}]`;
}

function flatObject(value: Readonly<Record<string, Data>>, keyOf: KeyOf, room: number): string | undefined {
  const members: string[] = [];
  let left = room;
  for (const name of Object.keys(value)) {
    const inner = value[name];
    if (inner === undefined) continue;
    const flat = flatLiteral(inner, keyOf, left);
    if (flat === undefined) return undefined;
    members.push(`${keyOf(name)}: ${flat}`);
    left -= textWidth(flat);
  }
  return members.length === 0 ? "{}" : `{ ${members.join(", ")} }`;
}

/** Prettier lays a list of lists, or of objects, out as a table. */
function isTable(values: readonly Data[]): boolean {
  if (values.length < 2) return false;
  const ofLists = values.every((value) => isList(value) && value.length > 1);
  return ofLists || values.every((value) => !isList(value) && sizeOf(value) > 1);
}

function sizeOf(value: Data): number {
  return typeof value === "object" ? Object.values(value ?? {}).filter((inner) => inner !== undefined).length : 0;
}

/** Prettier fills lines with numbers. */
function areNumbers(values: readonly Data[]): values is readonly number[] {
  return values.length > 1 && values.every((value) => typeof value === "number");
}

// Lists and maps of objects in a JSON or YAML file become grids, as if their members were columns of a page.
import { isObject, type Json, type JsonObject } from "../../text/json/value.ts";
import { type FoundCell, type FoundGrid, type FoundPage, plainCell } from "./found-grid.ts";

/** The root itself, or each of its members that is such a list or map; undefined where there is none, or the file is a schema. */
export function dataGrids(root: JsonObject | readonly Json[]): FoundPage | undefined {
  if (!Array.isArray(root) && SCHEMA.some((keyword) => Object.hasOwn(root, keyword))) return undefined;
  const whole = gridOf(root as Json, undefined);
  const parts = isObject(root as Json) ? Object.entries(root).flatMap(([name, part]) => gridOf(part, name) ?? []) : [];
  const grids = whole === undefined ? parts : [whole];
  return grids.length === 0 ? undefined : { grids, samples: [] };
}

const SCHEMA = ["$schema", "$defs", "definitions", "properties", "enum", "const", "oneOf", "anyOf", "allOf"];

/** The key of an object in a map is its code, or its name where a member has the code. */
function gridOf(value: Json, title: string | undefined): FoundGrid | undefined {
  const entries: readonly (readonly [key: string | undefined, row: Json])[] = Array.isArray(value)
    ? value.map((row) => [undefined, row])
    : isObject(value)
      ? Object.entries(value)
      : [];
  const rows = entries.flatMap(([key, row]) => (isObject(row) ? [{ key, row }] : []));
  if (rows.length === 0 || rows.length < entries.length) return undefined;
  const names = [...new Set(rows.flatMap(({ row }) => Object.keys(row)))];
  const isMap = rows.some(({ key }) => key !== undefined);
  const keyName = names.some((name) => /^(?:err(?:or)?)?_?code$/i.test(name)) ? "name" : "code";
  return {
    ...(title === undefined ? {} : { title }),
    at: 0,
    header: [...(isMap ? [keyName] : []), ...names].map(plainCell),
    rows: rows.map(({ key, row }) => [
      ...(isMap ? [plainCell(key ?? "")] : []),
      ...names.map((name) => cellOf(Object.hasOwn(row, name) ? row[name] : undefined)),
    ]),
  };
}

function cellOf(value: Json | undefined): FoundCell {
  return plainCell(value === undefined || value === null ? "" : textOf(value).replaceAll(/\r\n?/g, "\n"));
}

/** A list of texts is their lines. */
function textOf(value: Json): string {
  if (Array.isArray(value) && value.every((line) => typeof line === "string")) return value.join("\n");
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

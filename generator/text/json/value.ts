// JSON values as types, JSON Schema (draft-07) as a type, and the helpers for values whose shape is not known.

export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

export interface JsonObject {
  readonly [name: string]: Json;
}

/** A draft-07 schema whose keywords were checked against the language's grammar. */
export type JsonSchema = boolean | JsonObject;

export function isObject(value: Json | undefined): value is JsonObject {
  return isRecord(value);
}

/** Of a value that may be no JSON at all. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A name or a text as tables may write it; undefined for any other value. */
export function writtenName(value: unknown): string | undefined {
  return typeof value === "string" || typeof value === "number" ? String(value) : undefined;
}

/** `Array.isArray` for types in which lists are read-only. */
export function isList<Value>(value: Value): value is Extract<Value, readonly unknown[]> {
  return Array.isArray(value);
}

/** The items of a list; none where the value is absent or no list. */
export function listOf<Item extends Json = Json>(value: Json | undefined): readonly Item[] {
  return Array.isArray(value) ? (value as readonly Item[]) : [];
}

/** An object itself; an empty one where the value is absent or no object. */
export function objectOf(value: Json | undefined): JsonObject {
  return isObject(value) ? value : {};
}

/** The members of an object; none where the value is absent or no object. */
export function entriesOf<Value extends Json = Json>(value: Json | undefined): readonly (readonly [string, Value])[] {
  return isObject(value) ? Object.entries(value as Readonly<Record<string, Value>>) : [];
}

/** A record whose names come from people: without a prototype it has "toString" only if somebody wrote it. */
export function recordOf<Value>(entries: Iterable<readonly [string, Value]>): Record<string, Value> {
  const record = Object.create(null) as Record<string, Value>;
  for (const [name, value] of entries) record[name] = value;
  return record;
}

/** The members that are defined. Only for names that the program writes: a name from a table could be "__proto__". */
export function withoutUndefined(members: Readonly<Record<string, Json | undefined>>): JsonObject {
  const present: Record<string, Json> = {};
  for (const name in members) {
    const value = members[name];
    if (value !== undefined) present[name] = value;
  }
  return present;
}

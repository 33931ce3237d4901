// JSON values as types, and the part of JSON Schema (draft-07) that the language accepts.

export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

export interface JsonObject {
  readonly [name: string]: Json;
}

/** A draft-07 schema whose keywords were checked against the language's grammar. */
export type JsonSchema = boolean | JsonObject;

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A record whose names come from people: it has no prototype, so that "toString" is there only if somebody wrote it. */
export function recordOf<Value>(entries: Iterable<readonly [string, Value]>): Record<string, Value> {
  const record = Object.create(null) as Record<string, Value>;
  for (const [name, value] of entries) record[name] = value;
  return record;
}

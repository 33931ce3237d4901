// The members of objects: members at JSON Pointers become nested object schemas, and required ones that no keyword declares are found.
import { groupBy } from "../diagnostic/group-by.ts";
import { entriesOf, type Json, type JsonObject, type JsonSchema, listOf } from "../text/json/value.ts";
import { compilePattern } from "./pattern.ts";

/**
 * The members that a schema requires without declaring them, as its other keywords describe them. A member that matches a pattern may hold anything: the pattern describes it already.
 */
export function undeclaredMembers(schema: JsonObject): readonly (readonly [string, JsonSchema])[] {
  const declared = new Set(entriesOf(schema["properties"]).map(([name]) => name));
  const patterns = entriesOf(schema["patternProperties"]).map(([pattern]) => compilePattern(pattern));
  const rest = (schema["additionalProperties"] ?? true) as JsonSchema;
  return [...new Set(listOf<string>(schema["required"]))]
    .filter((name) => !declared.has(name))
    .map((name) => [name, patterns.some((pattern) => pattern?.test(name) ?? true) ? true : rest]);
}

export interface PlacedMember {
  /** The reference tokens that lead to the member; at least one. */
  readonly path: readonly string[];
  readonly schema: JsonObject;
}

/** Every member on the way is an object, and required. */
export function nestedMembers(members: readonly PlacedMember[]): {
  readonly properties: readonly (readonly [string, JsonObject])[];
  readonly required: readonly string[];
} {
  const groups = [...groupBy(members, ({ path }) => path[0] ?? "")];
  return {
    properties: groups.map(([name, group]) => [name, memberSchema(group)] as const),
    required: groups.map(([name]) => name),
  };
}

function memberSchema(group: readonly PlacedMember[]): JsonObject {
  const leaf = group.find(({ path }) => path.length === 1);
  if (leaf !== undefined) return leaf.schema;
  const { properties, required } = nestedMembers(group.map(({ path, schema }) => ({ path: path.slice(1), schema })));
  return { type: "object", required, properties: Object.fromEntries<Json>(properties) };
}

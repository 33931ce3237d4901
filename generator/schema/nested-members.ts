// Members at JSON Pointers become the properties of nested object schemas.
import { groupBy } from "../diagnostic/group-by.ts";
import type { Json, JsonObject } from "../text/json/value.ts";

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

// Members that stand at JSON Pointers become the properties of nested object schemas.
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
  // Nearly all bodies hold both at the top.
  if (members.every(({ path }) => path.length === 1)) {
    const properties = members.map(({ path, schema }) => [path[0] ?? "", schema] as const);
    return { properties, required: properties.map(([name]) => name) };
  }
  const byName = new Map<string, PlacedMember[]>();
  for (const { path, schema } of members) {
    const [name, ...rest] = path;
    if (name === undefined) continue;
    const beside = byName.get(name);
    if (beside === undefined) byName.set(name, [{ path: rest, schema }]);
    else beside.push({ path: rest, schema });
  }
  const properties = [...byName].map(([name, inner]) => [name, memberSchema(inner)] as const);
  return { properties, required: [...byName.keys()] };
}

function memberSchema(inner: readonly PlacedMember[]): JsonObject {
  const leaf = inner.find(({ path }) => path.length === 0);
  if (leaf !== undefined) return leaf.schema;
  const { properties, required } = nestedMembers(inner);
  return { type: "object", required, properties: Object.fromEntries<Json>(properties) };
}

// The members of objects: members at JSON Pointers become nested object schemas, and required ones that no keyword declares are found.
import { groupBy } from "../diagnostic/group-by.ts";
import {
  entriesOf,
  isObject,
  type Json,
  type JsonObject,
  type JsonSchema,
  listOf,
  recordOf,
} from "../text/json/value.ts";
import { fits } from "./conforms.ts";
import { isNote, pick } from "./keywords.ts";
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
  readonly schema: JsonSchema;
  readonly required: boolean;
}

/** An object on the way to a required member is required as well. */
function nestedMembers(members: readonly PlacedMember[]): {
  readonly properties: readonly (readonly [string, JsonSchema])[];
  readonly required: readonly string[];
} {
  const groups = [...groupBy(members, ({ path }) => path[0] ?? "")];
  return {
    properties: groups.map(([name, group]) => [name, memberSchema(group)] as const),
    required: groups.filter(([, group]) => group.some(({ required }) => required)).map(([name]) => name),
  };
}

/** The schema of an object with these members. */
export function objectSchema(members: readonly PlacedMember[]): JsonObject {
  const { properties, required } = nestedMembers(members);
  return {
    type: "object",
    ...(required.length === 0 ? {} : { required }),
    properties: recordOf<Json>(properties),
  };
}

/** The token of a pointer that stands for some item of a list. */
export const ITEM = "-";

/** A list with an item that has all of these members. */
function listWith(members: readonly PlacedMember[]): JsonObject {
  const inItem = members.map(({ path, schema }) => ({ path: path.slice(2), schema, required: true }));
  const [whole] = inItem.filter(({ path }) => path.length === 0);
  return { type: "array", contains: whole?.schema ?? objectSchema(inItem) };
}

function memberSchema(group: readonly PlacedMember[]): JsonSchema {
  const [leaf] = group.filter(({ path }) => path.length === 1).map(({ schema }) => schema);
  const inner = group.filter(({ path }) => path.length > 1);
  if (inner.length === 0) return leaf ?? true;
  if (inner.some(({ path }) => path[1] === ITEM)) return listWith(inner);
  const nested = objectSchema(inner.map((member) => ({ ...member, path: member.path.slice(1) })));
  return isObject(leaf) ? mergedObject(leaf, nested) : nested;
}

/** One object schema with the members and the conditions of both; of a member in both, the second one counts, unless both are objects. */
export function mergedObject(one: JsonObject, other: JsonObject): JsonObject {
  const required = [...new Set([...listOf<string>(one["required"]), ...listOf<string>(other["required"])])];
  const properties = recordOf<Json>(entriesOf<JsonSchema>(one["properties"]));
  for (const [name, schema] of entriesOf<JsonSchema>(other["properties"])) {
    const before = properties[name];
    properties[name] = before === undefined ? schema : mergedMember(before as JsonSchema, schema);
  }
  const clashing = ["anyOf", "oneOf", "not"].filter((keyword) => Object.hasOwn(one, keyword));
  const parts = clashing.flatMap((keyword) => (Object.hasOwn(other, keyword) ? pick(other, [keyword]) : []));
  const all = [...listOf(one["allOf"]), ...listOf(other["allOf"]), ...parts.map((part) => Object.fromEntries([part]))];
  return {
    ...one,
    ...Object.fromEntries(Object.entries(other).filter(([keyword]) => !clashing.includes(keyword))),
    type: "object",
    ...(required.length === 0 ? {} : { required }),
    properties,
    ...(all.length === 0 ? {} : { allOf: all }),
  };
}

/** The notes of the first one stay where the second one has none and they are true of it. */
function mergedMember(one: JsonSchema, other: JsonSchema): JsonSchema {
  if (!isObject(one) || !isObject(other)) return other;
  if (one["type"] === "object" && other["type"] === "object") return mergedObject(one, other);
  if (other["type"] === "array" && Object.hasOwn(other, "contains")) return mergedList(one, other);
  const notes = Object.entries(one).filter(([keyword, value]) => isNote(keyword) && isTrueOf(other, keyword, value));
  return { ...Object.fromEntries(notes), ...other };
}

/** A list with the items of the first schema, one of which the second one demands. */
function mergedList(one: JsonObject, other: JsonObject): JsonObject {
  if (!Object.hasOwn(one, "contains")) return { ...one, ...other };
  return {
    ...one,
    type: "array",
    allOf: [...listOf(one["allOf"]), ...pick(other, ["contains"]).map((each) => Object.fromEntries([each]))],
  };
}

/** A value that all bodies may have is no example of the one value that a single error has. */
function isTrueOf(schema: JsonObject, keyword: string, value: Json): boolean {
  if (keyword === "example" || keyword === "default") return fits(schema, value);
  return keyword !== "examples" || listOf(value).every((each) => fits(schema, each));
}

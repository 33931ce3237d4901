// The members of bodies: members at JSON Pointers become nested schemas of objects and tuples, and required ones that no keyword declares are found.
import { groupBy } from "../diagnostic/group-by.ts";
import { isPosition, type Path } from "../text/json/pointer.ts";
import {
  entriesOf,
  isList,
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
  /** The names and positions that lead to the member; at least one. */
  readonly path: Path;
  readonly schema: JsonSchema;
  readonly required: boolean;
}

/** The schema of the object that has these members, or of the tuple that has them at its positions. */
export function holderSchema(members: readonly PlacedMember[]): JsonObject {
  // An object or a tuple on the way to a required member is required as well.
  const parts = [...groupBy(members, ({ path }) => path[0] ?? "")].map(([token, group]) => ({
    token,
    schema: memberSchema(group),
    required: group.some(({ required }) => required),
  }));
  return parts.some(({ token }) => isPosition(token)) ? tupleSchema(parts) : objectSchema(parts);
}

/** The schema of an object with a member of this name, or of a tuple with this position, of which nothing else is known. */
export function bareHolder(token: string | number | undefined): JsonObject {
  return isPosition(token) ? { type: "array", items: [] } : { type: "object" };
}

/** A member of an object by its name, or an item of a tuple by its position. */
export interface Part {
  readonly token: string | number;
  readonly schema: JsonSchema;
  readonly required: boolean;
}

function objectSchema(parts: readonly Part[]): JsonObject {
  const required = parts.filter((part) => part.required).map(({ token }) => token);
  return {
    type: "object",
    ...(required.length === 0 ? {} : { required }),
    properties: recordOf<Json>(parts.map(({ token, schema }) => [String(token), schema])),
  };
}

/** A position that no member has holds any value. */
function tupleSchema(parts: readonly Part[]): JsonObject {
  const schemas = new Map(parts.map(({ token, schema }) => [Number(token), schema]));
  const least = Math.max(0, ...parts.filter(({ required }) => required).map(({ token }) => Number(token) + 1));
  const length = Math.max(...schemas.keys()) + 1;
  return {
    type: "array",
    ...(least === 0 ? {} : { minItems: least }),
    items: Array.from({ length }, (_, position) => schemas.get(position) ?? true),
  };
}

/** Whether the schema describes a list as a tuple. */
export function isTuple(schema: JsonObject): boolean {
  return isList(schema["items"]);
}

/** The members that an object requires or declares, in this order, or the items of a tuple. */
export function heldParts(schema: JsonSchema): readonly Part[] {
  if (!isObject(schema)) return [];
  const { items, minItems = 0 } = schema;
  if (isList(items)) {
    return listOf<JsonSchema>(items).map((item, position) => {
      return { token: position, schema: item, required: position < Number(minItems) };
    });
  }
  const declared = new Map(entriesOf<JsonSchema>(schema["properties"]));
  const required = new Set(listOf<string>(schema["required"]));
  const names = new Set([...required, ...declared.keys()]);
  return Array.from(names, (name) => ({
    token: name,
    schema: declared.get(name) ?? true,
    required: required.has(name),
  }));
}

/** The token of a pointer that stands for some item of a list. */
export const ITEM = "-";

/** A list with an item that has all of these members. */
function listWith(members: readonly PlacedMember[]): JsonObject {
  const inItem = members.map(({ path, schema }) => ({ path: path.slice(2), schema, required: true }));
  const [whole] = inItem.filter(({ path }) => path.length === 0);
  return { type: "array", contains: whole?.schema ?? holderSchema(inItem) };
}

function memberSchema(group: readonly PlacedMember[]): JsonSchema {
  const [leaf] = group.filter(({ path }) => path.length === 1).map(({ schema }) => schema);
  const inner = group.filter(({ path }) => path.length > 1);
  if (inner.length === 0) return leaf ?? true;
  if (inner.some(({ path }) => path[1] === ITEM)) return listWith(inner);
  const nested = holderSchema(inner.map((member) => ({ ...member, path: member.path.slice(1) })));
  return isObject(leaf) ? mergedHolder(leaf, nested) : nested;
}

/**
 * The schema of one object, or of one tuple, with the members and the conditions of both schemas; of a member in both, the
 * second one counts, unless both are objects or tuples.
 */
export function mergedHolder(one: JsonObject, other: JsonObject): JsonObject {
  const areLists = [one, other].some((schema) => isTuple(schema) || schema["type"] === "array");
  return areLists ? mergedTuple(one, other) : mergedObject(one, other);
}

function mergedTuple(one: JsonObject, other: JsonObject): JsonObject {
  const [items, others] = [listOf<JsonSchema>(one["items"]), listOf<JsonSchema>(other["items"])];
  const length = Math.max(items.length, others.length);
  const merged = Array.from({ length }, (_, position) => {
    const [before = true, after = true] = [items[position], others[position]];
    return allowsAll(after) ? before : mergedMember(before, after);
  });
  const least = Math.max(Number(one["minItems"] ?? 0), Number(other["minItems"] ?? 0));
  const all = [...listOf(one["allOf"]), ...listOf(other["allOf"])];
  return {
    ...one,
    ...other,
    ...(all.length === 0 ? {} : { allOf: all }),
    ...(least === 0 ? {} : { minItems: least }),
    ...(length === 0 ? {} : { items: merged }),
  };
}

function allowsAll(schema: JsonSchema): boolean {
  return isObject(schema) ? Object.keys(schema).length === 0 : schema;
}

function mergedObject(one: JsonObject, other: JsonObject): JsonObject {
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
  if (isTuple(one) && isTuple(other)) return mergedTuple(one, other);
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

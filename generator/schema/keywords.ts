// The one list of JSON Schema keywords in the language (draft-07), each with the values that it holds and the type that it describes.
import type { Json, JsonObject } from "../text/json/value.ts";

export type SchemaType = "array" | "boolean" | "integer" | "null" | "number" | "object" | "string";

/** Every JSON value has exactly one of these types; an integer is a number. */
export const ALL_TYPES: readonly SchemaType[] = ["array", "boolean", "null", "number", "object", "string"];

interface Keyword {
  /**
   * schemas: one schema or a list of them; map: schemas by name, where a list (in `dependencies`) holds names instead;
   * data: JSON values. Absent: a setting such as a number or a name.
   */
  readonly holds?: "schemas" | "map" | "data";
  /** The only type of values that the keyword describes; absent where it is about values of any type. */
  readonly describes?: "array" | "number" | "object" | "string";
  /** note: a text or an example for people. hint: something that programs may know, but not check. Absent: it is checked. */
  readonly role?: "note" | "hint";
}

/** Keywords with a list of schemas for the same value. */
export const COMBINATIONS: readonly string[] = ["allOf", "anyOf", "oneOf"];

const KEYWORDS: ReadonlyMap<string, Keyword> = new Map<string, Keyword>([
  ...keywords(["$comment", "title", "description", "deprecated", "readOnly", "writeOnly"], { role: "note" }),
  ...keywords(["default", "example", "examples"], { role: "note", holds: "data" }),
  ...keywords(["format"], { role: "hint" }),
  ...keywords(["definitions", "$defs"], { role: "hint", holds: "map" }),
  ...keywords(["$ref", "type"], {}),
  ...keywords(["enum", "const"], { holds: "data" }),
  ...keywords([...COMBINATIONS, "not", "if", "then", "else"], { holds: "schemas" }),
  ...keywords(["multipleOf", "maximum", "exclusiveMaximum", "minimum", "exclusiveMinimum"], { describes: "number" }),
  ...keywords(["maxLength", "minLength", "pattern"], { describes: "string" }),
  ...keywords(["contentEncoding", "contentMediaType"], { describes: "string", role: "hint" }),
  ...keywords(["items", "additionalItems", "contains"], { describes: "array", holds: "schemas" }),
  ...keywords(["maxItems", "minItems", "uniqueItems"], { describes: "array" }),
  ...keywords(["properties", "patternProperties", "dependencies"], { describes: "object", holds: "map" }),
  ...keywords(["additionalProperties", "propertyNames"], { describes: "object", holds: "schemas" }),
  ...keywords(["required", "maxProperties", "minProperties"], { describes: "object" }),
]);

function keywords(names: readonly string[], keyword: Keyword): readonly (readonly [string, Keyword])[] {
  return names.map((name) => [name, keyword]);
}

/** Keywords of people's own begin with "x-". */
const OWN: Keyword = { role: "note", holds: "data" };

export function isOwnKeyword(keyword: string): boolean {
  return keyword.startsWith("x-");
}

function factsOf(keyword: string): Keyword | undefined {
  return isOwnKeyword(keyword) ? OWN : KEYWORDS.get(keyword);
}

export function holds(keyword: string): Keyword["holds"] {
  return factsOf(keyword)?.holds;
}

export function isNote(keyword: string): boolean {
  return factsOf(keyword)?.role === "note";
}

/** Whether a value is checked against the keyword. */
export function isChecked(keyword: string): boolean {
  return factsOf(keyword)?.role === undefined;
}

/** Whether the keyword's schemas describe the same value as the schema that has it, not a part of that value. */
export function isInPlace(keyword: string): boolean {
  const { holds: content, describes } = factsOf(keyword) ?? {};
  return keyword === "dependencies" || (content === "schemas" && describes === undefined);
}

/** Whether the keyword describes values of one of these types and no others. */
export function isTyped(keyword: string, types: readonly SchemaType[]): boolean {
  const { describes } = factsOf(keyword) ?? {};
  return types.some((type) => (type === "integer" ? "number" : type) === describes);
}

/** Whether the schema has a keyword that describes values of one of these types and no others. */
export function hasTypedKeywords(schema: JsonObject, types: readonly SchemaType[]): boolean {
  return Object.keys(schema).some((keyword) => isTyped(keyword, types));
}

export function hasType(value: Json, type: SchemaType): boolean {
  if (value === null) return type === "null";
  if (Array.isArray(value)) return type === "array";
  return type === "integer" ? Number.isInteger(value) : typeof value === type;
}

/** The types that the keyword `type` lists; undefined without the keyword. */
export function listedTypes(schema: JsonObject): readonly SchemaType[] | undefined {
  const { type } = schema as { readonly type?: SchemaType | readonly SchemaType[] };
  return typeof type === "string" ? [type] : type;
}

/** The types that the schema allows among the types that its context allows; never integer beside number. */
export function typesOf(schema: JsonObject, context: readonly SchemaType[]): readonly SchemaType[] {
  const listed = listedTypes(schema);
  if (listed === undefined) return context;
  const types = new Set<SchemaType>();
  for (const one of listed) {
    if (context.includes(one)) types.add(one);
    else if (one === "integer" && context.includes("number")) types.add("integer");
    else if (one === "number" && context.includes("integer")) types.add("integer");
  }
  if (types.has("number")) types.delete("integer");
  return [...types];
}

/** The keywords of a list that the schema has, with their values. */
export function pick(schema: JsonObject, keywords: readonly string[]): readonly (readonly [string, Json])[] {
  return keywords.flatMap((keyword) => {
    const value = schema[keyword];
    return value === undefined ? [] : [[keyword, value] as const];
  });
}

/** Each value once, in order. */
export function distinct(values: readonly Json[]): readonly Json[] {
  return values.length < 2 ? values : [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
}

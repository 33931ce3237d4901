// The part of a JSON Schema that a type of TypeScript shows: schemas that have it in common have one type.
import { compareText } from "../diagnostic/diagnostic.ts";
import { entriesOf, type Json, type JsonObject, type JsonSchema, listOf } from "../text/json/value.ts";
import { canonical } from "./conforms.ts";
import { listedTypes } from "./keywords.ts";

/** Whether two schemas differ by more than lengths, patterns, bounds and the like. */
export function isSeenInTypes(old: JsonSchema, after: JsonSchema): boolean {
  return canonical(shownByTypes(old)) !== canonical(shownByTypes(after));
}

export function shownByTypes(schema: JsonSchema): JsonSchema {
  if (typeof schema === "boolean") return schema;
  const types = listedTypes(schema)?.map((type) => (type === "integer" ? "number" : type));
  const alternatives = ["allOf", "anyOf", "oneOf"]
    .filter((keyword) => Array.isArray(schema[keyword]))
    .map((keyword) => [keyword, listOf<JsonSchema>(schema[keyword]).map(shownByTypes)] as const);
  return {
    ...(types && { type: inOrder(types) }),
    ...(types?.includes("object") && shownOfObject(schema)),
    ...(types?.includes("array") && shownOfArray(schema)),
    ...(Object.hasOwn(schema, "const") && { const: schema["const"] ?? null }),
    ...(Array.isArray(schema["enum"]) && { enum: inOrder(listOf(schema["enum"])) }),
    ...Object.fromEntries(alternatives),
  };
}

/** The rest shows where no member has a name, and in required members without a schema of their own. */
function shownOfObject(schema: JsonObject): JsonObject {
  const properties = entriesOf<JsonSchema>(schema["properties"]);
  const required = listOf<string>(schema["required"]);
  const isEach = required.every((name) => properties.some(([own]) => own === name));
  const isRestShown = properties.length === 0 || !isEach;
  const rest = schema["patternProperties"] === undefined ? (schema["additionalProperties"] as JsonSchema) : undefined;
  return {
    properties: Object.fromEntries(properties.map(([name, inner]) => [name, shownByTypes(inner)])),
    required: inOrder(required),
    additionalProperties: isRestShown ? shownByTypes(rest ?? true) : true,
  };
}

/** The least number of items shows where they have schemas one by one. */
function shownOfArray(schema: JsonObject): JsonObject {
  const { items = true, minItems = 0, additionalItems = true } = schema;
  if (!Array.isArray(items)) return { items: shownByTypes(items as JsonSchema) };
  return {
    items: listOf<JsonSchema>(items).map(shownByTypes),
    minItems: Math.min(minItems as number, items.length),
    additionalItems: shownByTypes(additionalItems as JsonSchema),
  };
}

/** Each value once: types do not tell the order of alternatives. */
function inOrder(values: readonly Json[]): readonly Json[] {
  const byText = new Map(values.map((value) => [canonical(value), value]));
  return [...byText].toSorted(([a], [b]) => compareText(a, b)).map(([, value]) => value);
}

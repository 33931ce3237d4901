// An error's own members stand in the body beside the common ones: what their schema may ask of the body as a whole.
import { isObject, type Json, type JsonObject, type JsonSchema, recordOf } from "../text/json/value.ts";

/**
 * The schema of an error's details without what speaks of the object as a whole: how many members it has, and what
 * members it does not name look like. The body has members of its own, and a newer server may send more; neither is a
 * reason to refuse it.
 */
export function bodyLevelDetails(details: JsonObject): JsonObject {
  const relaxed = relax(details) as JsonObject;
  return Object.fromEntries(Object.entries(relaxed).filter(([keyword]) => !NOTES.has(keyword)));
}

/** Whether bodies may hold members that the details allow without naming them. */
export function allowsUnnamed(details: JsonObject): boolean {
  const { additionalProperties } = details as {
    readonly additionalProperties?: JsonSchema;
  };
  if (additionalProperties !== undefined) return additionalProperties !== false;
  return UNNAMED.some((keyword) => Object.hasOwn(details, keyword));
}

const UNNAMED = ["patternProperties", "if", "dependencies"];

const OF_THE_WHOLE: ReadonlySet<string> = new Set([
  "additionalProperties",
  "patternProperties",
  "propertyNames",
  "minProperties",
  "maxProperties",
  "enum",
  "const",
]);

/** What the details say of themselves is not said of the body. */
const NOTES: ReadonlySet<string> = new Set([
  "$comment",
  "title",
  "description",
  "default",
  "example",
  "examples",
  "deprecated",
  "readOnly",
  "writeOnly",
]);

function relax(schema: JsonSchema): JsonSchema {
  if (typeof schema === "boolean" || isExact(schema)) return schema;
  const kept: [string, Json][] = [];
  const parts: Json[] = [];
  const conditionsHold = conditionsOf(schema).every(isExact);
  for (const [keyword, value] of Object.entries(schema)) {
    if (keyword === "const") parts.push(membersOf([value]));
    else if (keyword === "enum") parts.push(membersOf(value as readonly Json[]));
    if (OF_THE_WHOLE.has(keyword)) continue;
    if (keyword === "allOf") parts.push(...listOf(value).map(relax));
    else if (keyword === "anyOf") parts.push({ anyOf: listOf(value).map(relax) });
    // Loosened alternatives may overlap; then it is enough that one of them matches.
    else if (keyword === "oneOf")
      parts.push({ [listOf(value).every(isExact) ? keyword : "anyOf"]: listOf(value).map(relax) });
    // Where loosening a part would tighten the whole, all of it goes.
    else if (conditionsHold || !CONDITIONS.has(keyword)) kept.push([keyword, value]);
  }
  return Object.fromEntries(parts.length === 0 ? kept : [...kept, ["allOf", parts]]);
}

/** Values that the details may be become members that the body has at least. */
function membersOf(values: readonly Json[]): JsonSchema {
  const [first, ...others] = values.filter(isObject).map((value) => ({
    type: "object",
    required: Object.keys(value),
    properties: recordOf(Object.entries(value).map(([name, member]) => [name, { const: member }])),
  }));
  if (first === undefined) return false;
  return others.length === 0 ? first : { anyOf: [first, ...others] };
}

function isExact(schema: JsonSchema): boolean {
  if (typeof schema === "boolean") return true;
  if (Object.keys(schema).some((keyword) => OF_THE_WHOLE.has(keyword))) return false;
  const parts = ["allOf", "anyOf", "oneOf"].flatMap((keyword) => listOf(schema[keyword]));
  return parts.every(isExact) && conditionsOf(schema).every(isExact);
}

const CONDITIONS: ReadonlySet<string> = new Set(["not", "if", "then", "else", "dependencies"]);

/** The schemas among a schema's conditions that speak of the same value. */
function conditionsOf(schema: JsonObject): readonly JsonSchema[] {
  const dependencies = Object.values((schema["dependencies"] ?? {}) as JsonObject).filter((one) => !Array.isArray(one));
  const rest = ["not", "if", "then", "else"].flatMap((keyword) => schema[keyword] ?? []);
  return [...dependencies, ...rest] as readonly JsonSchema[];
}

function listOf(value: Json | undefined): readonly JsonSchema[] {
  return Array.isArray(value) ? (value as readonly JsonSchema[]) : [];
}

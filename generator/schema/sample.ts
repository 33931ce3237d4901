// A schema becomes a sample value, from its examples, defaults, enums and plain types.
import { isList, type Json, type JsonObject, type JsonSchema, recordOf } from "../text/json/value.ts";
import { fits, violations } from "./conforms.ts";
import { heldParts, isTuple } from "./members.ts";

/**
 * A value that the schema allows, or undefined where none can be made up without guessing. Members of `given`, an object or
 * a tuple, are taken as they are; of the others only the required ones are made up. Where nothing is given,
 * optional members that bring their own example are shown as well.
 */
export function sampleOf(schema: JsonSchema, given?: JsonObject | readonly Json[]): Json | undefined {
  if (typeof schema === "boolean") return schema ? (given ?? null) : undefined;
  const offered = firstOf(schema);
  if (offered !== undefined && given === undefined) return offered;
  if (COMPOUND.some((keyword) => Object.hasOwn(schema, keyword)) && given === undefined) return undefined;
  const type = Array.isArray(schema["type"]) ? schema["type"][0] : schema["type"];
  if (isTuple(schema) && (given === undefined || isList(given))) return sampleTuple(schema, given);
  if (given !== undefined || type === "object") return sampleObject(schema, given as JsonObject | undefined);
  return samplePlain(type as string | undefined, schema);
}

const COMPOUND = ["allOf", "anyOf", "oneOf", "not", "if", "pattern", "contains", "propertyNames", "dependencies"];

function firstOf(schema: JsonObject): Json | undefined {
  if (Object.hasOwn(schema, "const")) return schema["const"];
  if (Object.hasOwn(schema, "example")) return schema["example"];
  for (const keyword of ["examples", "enum"]) {
    const values = schema[keyword];
    if (Array.isArray(values) && values.length > 0) return (values as readonly Json[])[0];
  }
  return schema["default"];
}

function sampleObject(schema: JsonObject, given: JsonObject | undefined): JsonObject | undefined {
  const properties = (schema["properties"] ?? {}) as JsonObject;
  const members: [string, Json][] = Object.entries(given ?? {});
  const required = (schema["required"] ?? []) as readonly string[];
  const shown = given === undefined ? Object.keys(properties).filter((name) => hasExample(properties[name])) : [];
  for (const name of new Set([...required, ...shown])) {
    if (given !== undefined && Object.hasOwn(given, name)) continue;
    const value = sampleOf(Object.hasOwn(properties, name) ? ((properties[name] ?? true) as JsonSchema) : true);
    if (value === undefined) return undefined;
    members.push([name, value]);
  }
  if (typeof schema["minProperties"] === "number" && members.length < schema["minProperties"]) return undefined;
  return recordOf(members);
}

/** A position without a value of its own holds null where it may. */
function sampleTuple(schema: JsonObject, given: readonly Json[] = []): readonly Json[] | undefined {
  const parts = heldParts(schema);
  const isShown = ({ schema: item, required }: (typeof parts)[number]): boolean =>
    required || (given.length === 0 && hasExample(item));
  const length = Math.max(given.length, parts.findLastIndex(isShown) + 1);
  const values = Array.from({ length }, (_, position) => {
    const item = parts[position]?.schema ?? true;
    const own = given[position];
    return own === undefined || (own === null && !fits(item, own)) ? sampleOf(item) : own;
  });
  return values.includes(undefined) || length < Number(schema["minItems"] ?? 0) ? undefined : (values as Json[]);
}

function hasExample(schema: Json | undefined): boolean {
  return typeof schema === "object" && schema !== null && ("example" in schema || "examples" in schema);
}

function samplePlain(type: string | undefined, schema: JsonObject): Json | undefined {
  switch (type) {
    case "string":
      return sampleString(schema);
    case "integer":
    case "number":
      return sampleNumber(schema);
    case "boolean":
      return true;
    case "array":
      return schema["minItems"] === undefined || schema["minItems"] === 0 ? [] : undefined;
    case "null":
      return null;
    default:
      return type === undefined ? "string" : undefined;
  }
}

function sampleString(schema: JsonObject): string | undefined {
  const { format, minLength, maxLength } = schema as { format?: string; minLength?: number; maxLength?: number };
  const plain = "string".padEnd(Math.min(minLength ?? 0, 1000), "x").slice(0, Math.min(maxLength ?? 1000, 1000));
  const text = format === undefined ? plain : OF_FORMAT.get(format);
  return text !== undefined && violations(schema, text).length === 0 ? text : undefined;
}

/** A neutral value for each format that JSON Schema and OpenAPI name. */
const OF_FORMAT = new Map<unknown, string>([
  ["date", "2000-01-31"],
  ["date-time", "2000-01-31T12:00:00Z"],
  ["time", "12:00:00Z"],
  ["duration", "PT1M"],
  ["email", "user@example.com"],
  ["hostname", "www.example.com"],
  ["ipv4", "192.0.2.1"],
  ["ipv6", "2001:db8::1"],
  ["uri", "https://www.example.com/"],
  ["uri-reference", "/path"],
  ["uuid", "123e4567-e89b-12d3-a456-426614174000"],
]);

/** The smallest allowed number that is not negative, where one stands at a bound or at 0 or 1. */
function sampleNumber(schema: JsonObject): number | undefined {
  const { multipleOf = 0, minimum = 1, exclusiveMinimum = 0, maximum = 1 } = schema as Readonly<Record<string, number>>;
  const candidates = [1, 0, multipleOf, minimum, Math.floor(exclusiveMinimum) + 1, maximum];
  return candidates.find((value) => violations(schema, value).length === 0);
}

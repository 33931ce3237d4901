// Checks a value against a JSON Schema (draft-07, without references) and says where it does not fit. It interprets
// schemas rather than compiling them: a table has thousands, each used for one or two small values.
import type { Path } from "../text/json/pointer.ts";
import {
  entriesOf,
  isList,
  isObject,
  type Json,
  type JsonObject,
  type JsonSchema,
  listOf,
} from "../text/json/value.ts";
import { hasType, type SchemaType } from "./keywords.ts";
import { matchesPattern } from "./pattern.ts";

export interface Violation {
  /** From the root of the value. */
  readonly path: Path;
  /** The requirement that the value fails: "must be an integer". */
  readonly message: string;
}

/** `format` is an annotation; a pattern that could take long is taken as matched. */
export function violations(schema: JsonSchema, value: Json): readonly Violation[] {
  const found: Violation[] = [];
  visit(schema, value, [], found);
  return found;
}

type Check = (parameter: Json, value: Json, schema: JsonObject) => string | undefined;

function visit(schema: JsonSchema, value: Json, path: Path, found: Violation[]): void {
  if (schema === true) return;
  if (schema === false) {
    found.push({ path, message: "is not allowed" });
    return;
  }
  for (const [keyword, parameter] of Object.entries(schema)) {
    const message = CHECKS[keyword]?.(parameter, value, schema);
    if (message !== undefined) found.push({ path, message });
  }
  if (Array.isArray(value)) visitItems(schema, value, path, found);
  else if (isObject(value)) visitMembers(schema, value, path, found);
  for (const branch of listOf<JsonSchema>(schema["allOf"])) visit(branch, value, path, found);
  if (schema["if"] !== undefined) {
    const branch = schema[fits(schema["if"] as JsonSchema, value) ? "then" : "else"];
    if (branch !== undefined) visit(branch as JsonSchema, value, path, found);
  }
}

function visitItems(schema: JsonObject, value: readonly Json[], path: Path, found: Violation[]): void {
  const { items, additionalItems } = schema;
  const rest = isList(items) ? additionalItems : items;
  for (const [index, item] of value.entries()) {
    const inner = listOf(items)[index] ?? rest;
    if (inner !== undefined) visit(inner as JsonSchema, item, [...path, index], found);
  }
}

function visitMembers(schema: JsonObject, value: JsonObject, path: Path, found: Violation[]): void {
  const properties = (schema["properties"] ?? {}) as JsonObject;
  const patterns = entriesOf<JsonSchema>(schema["patternProperties"]);
  for (const [name, member] of Object.entries(value)) {
    const at = [...path, name];
    let isKnown = Object.hasOwn(properties, name);
    if (isKnown) visit(properties[name] as JsonSchema, member, at, found);
    for (const [pattern, inner] of patterns) {
      if (!matchesPattern(pattern, name)) continue;
      isKnown = true;
      visit(inner, member, at, found);
    }
    if (!isKnown && schema["additionalProperties"] !== undefined) {
      visit(schema["additionalProperties"] as JsonSchema, member, at, found);
    }
    const names = schema["propertyNames"] as JsonSchema | undefined;
    if (names !== undefined && !fits(names, name)) found.push({ path: at, message: "has a name that is not allowed" });
  }
  for (const [name, dependency] of entriesOf(schema["dependencies"])) {
    if (!Object.hasOwn(value, name)) continue;
    if (!isList(dependency)) visit(dependency as JsonSchema, value, path, found);
    for (const other of listOf<string>(dependency)) {
      if (!Object.hasOwn(value, other))
        found.push({ path, message: `must have "${other}" as well, because it has "${name}"` });
    }
  }
}

/** The keywords that check the value itself; `visitItems` and `visitMembers` check its parts. */
const CHECKS: Readonly<Record<string, Check>> = {
  type: (types, value) => {
    const allowed = [types].flat() as readonly SchemaType[];
    return allowed.some((type) => hasType(value, type))
      ? undefined
      : `must be ${allowed.map((type) => NOUNS[type]).join(" or ")}`;
  },
  enum: (values, value) => {
    const allowed = values as readonly Json[];
    const key = canonical(value);
    return allowed.some((one) => canonical(one) === key) ? undefined : `must be one of ${show(allowed)}`;
  },
  const: (one, value) => (canonical(one) === canonical(value) ? undefined : `must be ${show([one])}`),
  multipleOf: measured("number", isMultiple, "must be a multiple of %"),
  maximum: measured("number", (value, limit) => value <= limit, "must be at most %"),
  exclusiveMaximum: measured("number", (value, limit) => value < limit, "must be less than %"),
  minimum: measured("number", (value, limit) => value >= limit, "must be at least %"),
  exclusiveMinimum: measured("number", (value, limit) => value > limit, "must be more than %"),
  maxLength: measured("string", (length, limit) => length <= limit, "must have at most % characters"),
  minLength: measured("string", (length, limit) => length >= limit, "must have at least % characters"),
  pattern: (pattern, value) =>
    typeof value !== "string" || matchesPattern(String(pattern), value) ? undefined : `must match ${String(pattern)}`,
  maxItems: measured("array", (length, limit) => length <= limit, "must have at most % items"),
  minItems: measured("array", (length, limit) => length >= limit, "must have at least % items"),
  uniqueItems: (wanted, value) =>
    wanted !== true || !Array.isArray(value) || new Set(value.map(canonical)).size === value.length
      ? undefined
      : "must not have the same item twice",
  contains: (schema, value) =>
    !Array.isArray(value) || value.some((item) => fits(schema as JsonSchema, item as Json))
      ? undefined
      : "must have an item that it does not have",
  maxProperties: measured("object", (size, limit) => size <= limit, "must have at most % members"),
  minProperties: measured("object", (size, limit) => size >= limit, "must have at least % members"),
  required: (names, value) => {
    if (!isObject(value)) return undefined;
    const missing = (names as readonly string[]).filter((name) => !Object.hasOwn(value, name));
    return missing.length === 0 ? undefined : `must have ${missing.map((name) => `"${name}"`).join(" and ")}`;
  },
  anyOf: (branches, value) =>
    (branches as readonly JsonSchema[]).some((branch) => fits(branch, value))
      ? undefined
      : 'must fit one of the schemas in "anyOf"',
  oneOf: (branches, value) =>
    (branches as readonly JsonSchema[]).filter((branch) => fits(branch, value)).length === 1
      ? undefined
      : 'must fit exactly one of the schemas in "oneOf"',
  not: (schema, value) => (fits(schema as JsonSchema, value) ? 'must not fit the schema in "not"' : undefined),
};

export function fits(schema: JsonSchema, value: Json): boolean {
  return violations(schema, value).length === 0;
}

/** A limit for numbers, or for the sizes of other values; in the message, % is the limit. */
function measured(type: keyof typeof SIZES, passes: (size: number, limit: number) => boolean, message: string): Check {
  return (limit, value) => {
    const isRefused = hasType(value, type) && !passes(SIZES[type](value), Number(limit));
    return isRefused ? message.replace("%", String(limit)) : undefined;
  };
}

/** A quotient from 1e21 on has no exact digits, so that validators take it for no integer. */
function isMultiple(value: number, step: number): boolean {
  const quotient = value / step;
  return Number.isInteger(quotient) && Math.abs(quotient) < 1e21;
}

const SIZES = {
  number: (value: Json) => Number(value),
  string: (value: Json) => [...String(value)].length,
  array: (value: Json) => listOf(value).length,
  object: (value: Json) => Object.keys(value as JsonObject).length,
} as const;

const NOUNS: Readonly<Record<SchemaType, string>> = {
  array: "a list",
  boolean: "true or false",
  integer: "an integer",
  null: "null",
  number: "a number",
  object: "a map",
  string: "a string",
};

/** Equal texts for equal values; the order of members does not matter. */
export function canonical(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (!isObject(value)) return JSON.stringify(Object.is(value, -0) ? 0 : value);
  const names = Object.keys(value).toSorted();
  return `{${names.map((name) => `${JSON.stringify(name)}:${canonical(value[name] ?? null)}`).join(",")}}`;
}

function show(values: readonly Json[]): string {
  const text = values.map((value) => JSON.stringify(value)).join(", ");
  return text.length > 120 ? `${text.slice(0, 120)}…` : text;
}

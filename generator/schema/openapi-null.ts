// A Schema Object that is valid in every version becomes one that says null as OpenAPI 3.0, or as 3.1 and 3.2, have it.
// In between it is one of a list of values, which validators understand, and not every generator of types does.
import { isObject, type Json, type JsonObject } from "../text/json/value.ts";

export type OpenapiVersion = "any" | "3.0" | "3.1";

/** No other value is allowed than before. */
export function spellNull(schema: JsonObject, version: OpenapiVersion): JsonObject {
  return version === "any" ? schema : spell(schema, version);
}

type Dialect = Exclude<OpenapiVersion, "any">;

function spell(schema: JsonObject, dialect: Dialect): JsonObject {
  const { anyOf, enum: values, ...rest } = schema;
  const inner = Object.fromEntries(
    Object.entries(rest).map(([keyword, value]) => [keyword, within(keyword, value, dialect)]),
  );
  const listed = values === undefined ? inner : { ...inner, ...valuesOf(values as readonly Json[], dialect) };
  if (anyOf === undefined) return listed;
  const schemas = anyOf as readonly JsonObject[];
  const others = schemas.filter((one) => !isNull(one));
  const alternatives = others.map((one) => spell(one, dialect));
  if (others.length === schemas.length) return { ...listed, anyOf: alternatives };
  if (dialect === "3.1") return { ...listed, anyOf: [...alternatives, { type: "null" }] };
  return { ...listed, ...nullable(alternatives, listed) };
}

/** The keywords that hold schemas. */
function within(keyword: string, value: Json, dialect: Dialect): Json {
  if (keyword === "properties" && isObject(value))
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, spell(one as JsonObject, dialect)]));
  if (keyword === "allOf" || keyword === "oneOf")
    return (value as readonly JsonObject[]).map((one) => spell(one, dialect));
  const holdsSchema = keyword === "items" || keyword === "not" || keyword === "additionalProperties";
  return holdsSchema && isObject(value) ? spell(value, dialect) : value;
}

function isNull({ enum: values, ...rest }: JsonObject): boolean {
  return Array.isArray(values) && values.length === 1 && values[0] === null && Object.keys(rest).length === 0;
}

/** In 3.0 null belongs to a type: to that of the only alternative, or else to that of the first which has one. */
function nullable(alternatives: readonly JsonObject[], beside: JsonObject): JsonObject {
  const [only = {}, ...others] = alternatives;
  const isFree = Object.keys(only).every((keyword) => !Object.hasOwn(beside, keyword));
  if (others.length === 0 && isFree && isTyped(only)) return { ...only, nullable: true };
  const first = alternatives.findIndex(isTyped);
  if (first < 0 || alternatives.length === 1) return { anyOf: [...alternatives, NOTHING_BUT_NULL] };
  return { anyOf: alternatives.map((one, index) => (index === first ? { ...one, nullable: true } : one)) };
}

/** Whether null is all that it takes to be allowed. */
function isTyped(schema: JsonObject): boolean {
  return (
    Object.hasOwn(schema, "type") &&
    !["enum", "allOf", "anyOf", "not"].some((keyword) => Object.hasOwn(schema, keyword))
  );
}

const NOTHING_BUT_NULL: JsonObject = { type: "string", nullable: true, enum: [null] };

function valuesOf(values: readonly Json[], dialect: Dialect): JsonObject {
  const types = [...new Set(values.filter((value) => value !== null).map(typeOf))];
  if (!values.includes(null)) return { enum: values };
  if (dialect === "3.1") return { type: types.length === 0 ? "null" : [...types, "null"], enum: values };
  const [type = "string", ...others] = types;
  // Arrays would have to say what their items are.
  return others.length > 0 || type === "array" ? { enum: values } : { type, nullable: true, enum: values };
}

function typeOf(value: Json): string {
  return Array.isArray(value) ? "array" : typeof value;
}

// A Schema Object that is valid in every version becomes one that says null as OpenAPI 3.0, or as 3.1 and 3.2, have it.
// The version for all has null in a list of values, which validators understand, and not every generator of types does.
import { isObject, type Json, type JsonObject, listOf } from "../text/json/value.ts";
import { mapSchemas } from "./walk.ts";

export type OpenapiVersion = "any" | "3.0" | "3.1";

/** No other value is allowed than before. */
export function spellNull(schema: JsonObject, version: OpenapiVersion): JsonObject {
  return version === "any" ? schema : spell(schema, version);
}

type Dialect = Exclude<OpenapiVersion, "any">;

function spell(schema: JsonObject, dialect: Dialect): JsonObject {
  const { anyOf, enum: values, ...others } = schema;
  const inner = mapSchemas(others, (one) => (isObject(one) ? spell(one, dialect) : one));
  const rest = values === undefined ? inner : { ...inner, ...valuesOf(listOf(values), dialect) };
  if (anyOf === undefined) return rest;
  const schemas = listOf<JsonObject>(anyOf);
  const alternatives = schemas.filter((one) => !isNull(one)).map((one) => spell(one, dialect));
  if (alternatives.length === schemas.length) return { ...rest, anyOf: alternatives };
  if (dialect === "3.1") return { ...rest, anyOf: [...alternatives, { type: "null" }] };
  return { ...rest, ...nullable(alternatives, rest) };
}

function isNull({ enum: values, ...rest }: JsonObject): boolean {
  return Array.isArray(values) && values.length === 1 && values[0] === null && Object.keys(rest).length === 0;
}

/** In 3.0 null belongs to a type: to that of the only alternative, or else to that of the first which has one. */
function nullable(alternatives: readonly JsonObject[], beside: JsonObject): JsonObject {
  const [only = {}, ...others] = alternatives;
  const isFree = Object.keys(only).every((keyword) => !Object.hasOwn(beside, keyword));
  if (others.length === 0 && isFree && canBeNullable(only)) return { ...only, nullable: true };
  const first = alternatives.findIndex(canBeNullable);
  if (first < 0 || alternatives.length === 1) return { anyOf: [...alternatives, ONLY_NULL] };
  return { anyOf: alternatives.map((one, index) => (index === first ? { ...one, nullable: true } : one)) };
}

/** Whether `nullable` alone makes the schema allow null. */
function canBeNullable(schema: JsonObject): boolean {
  return (
    Object.hasOwn(schema, "type") && !["enum", "allOf", "anyOf", "not"].some((name) => Object.hasOwn(schema, name))
  );
}

const ONLY_NULL: JsonObject = { type: "string", nullable: true, enum: [null] };

function valuesOf(values: readonly Json[], dialect: Dialect): JsonObject {
  const types = [...new Set(values.filter((value) => value !== null).map(typeOf))];
  if (!values.includes(null)) return { enum: values };
  if (dialect === "3.1") return { type: types.length === 0 ? "null" : [...types, "null"], enum: values };
  const [type = "string", ...others] = types;
  // Arrays would have to describe their items.
  return others.length > 0 || type === "array" ? { enum: values } : { type, nullable: true, enum: values };
}

function typeOf(value: Json): string {
  return Array.isArray(value) ? "array" : typeof value;
}

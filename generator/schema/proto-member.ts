// Validators ignore "__proto__" among properties, required members and dependencies; a schema says the same of it by patterns and names.
import {
  entriesOf,
  isList,
  isObject,
  type Json,
  type JsonObject,
  type JsonSchema,
  listOf,
} from "../text/json/value.ts";
import { isTuple } from "./members.ts";

type Members = readonly (readonly [string, Json])[];

export interface ObjectParts {
  readonly required: readonly string[];
  readonly properties: Members;
  readonly patternProperties: Members;
  readonly dependencies: Members;
}

/** The parts without the member "__proto__", and schemas for the same value that describe it. */
export function withoutProto(parts: ObjectParts): ObjectParts & { readonly schemas: readonly JsonObject[] } {
  const isOther = ([name]: readonly [string, Json]): boolean => name !== PROTO;
  const patterns = parts.properties
    .filter(([name]) => name === PROTO)
    .map(([name, schema]) => [`^${name}$`, schema] as const);
  const dependencies = parts.dependencies
    .filter(([name]) => name === PROTO)
    .map(([, needed]): JsonObject => ({ anyOf: [LACKS_PROTO, isList(needed) ? requiring(needed) : needed] }));
  return {
    required: parts.required.filter((name) => name !== PROTO),
    properties: parts.properties.filter(isOther),
    patternProperties: [...parts.patternProperties, ...patterns],
    dependencies: parts.dependencies.filter(isOther),
    schemas: [...(parts.required.includes(PROTO) ? [HAS_PROTO] : []), ...dependencies],
  };
}

/**
 * The same for the schema of an object and of the objects inside of it, which has no other keywords for its members; and the
 * schema of a tuple as draft 2020-12 has it.
 */
export function holder2020(schema: JsonObject): JsonObject {
  if (isTuple(schema)) {
    const items = listOf<JsonSchema>(schema["items"]).map((item) => (isObject(item) ? holder2020(item) : item));
    return Object.fromEntries(
      Object.entries(schema).map(([keyword, value]) =>
        keyword === "items" ? ["prefixItems", items] : [keyword, value],
      ),
    );
  }
  if (schema["properties"] === undefined) return schema;
  const { required, properties, patternProperties, schemas } = withoutProto({
    required: listOf<string>(schema["required"]),
    properties: entriesOf(schema["properties"]).map(
      ([name, inner]) => [name, isObject(inner) ? holder2020(inner) : inner] as const,
    ),
    patternProperties: entriesOf(schema["patternProperties"]),
    dependencies: [],
  });
  const changed: Readonly<Record<string, Json>> = { required, properties: Object.fromEntries(properties) };
  return Object.fromEntries([
    ...Object.entries(schema).map(([keyword, value]) => [keyword, changed[keyword] ?? value] as const),
    ...(patternProperties.length === 0 ? [] : [["patternProperties", Object.fromEntries(patternProperties)] as const]),
    ...(schemas.length === 0 ? [] : [["allOf", [...listOf(schema["allOf"]), ...schemas]] as const]),
  ]);
}

const PROTO = "__proto__";
const LACKS_PROTO: JsonObject = { type: "object", propertyNames: { type: "string", not: { const: PROTO } } };
const HAS_PROTO: JsonObject = { type: "object", not: LACKS_PROTO };

/** Strict validators want every required member declared. */
function requiring(names: readonly Json[]): JsonObject {
  const required = listOf<string>(names).filter((name) => name !== PROTO);
  return { type: "object", required, properties: Object.fromEntries(required.map((name) => [name, true])) };
}

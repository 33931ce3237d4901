// The members of objects that hold texts, numbers or truth values, as far as examples agree with their schemas.
import { ALL_TYPES, hasType, listedTypes, type SchemaType } from "../../schema/keywords.ts";
import {
  entriesOf,
  isObject,
  type Json,
  type JsonObject,
  listOf,
  objectOf,
  withoutUndefined,
} from "../../text/json/value.ts";
import { fixedValues } from "./place-values.ts";
import type { Resolve } from "./reference-resolver.ts";

export interface CommonMembers {
  readonly properties: JsonObject;
  readonly required: readonly string[];
}

const PLAIN: readonly string[] = ["string", "integer", "number", "boolean"];

/** A key that begins with a slash would be a pointer. */
export function isKey(name: string): boolean {
  return name.isWellFormed() && !name.startsWith("/");
}

export function membersOf(
  schemas: readonly JsonObject[],
  shown: readonly JsonObject[],
  taken: ReadonlySet<string | undefined>,
  resolve: Resolve,
): CommonMembers {
  const properties = new Map<string, JsonObject>();
  for (const schema of schemas) {
    for (const [name, member] of entriesOf(schema["properties"])) {
      const plain = resolve(member);
      if (taken.has(name) || properties.has(name) || !isObject(plain) || !isKey(name)) continue;
      const values = shown.flatMap((error) => (Object.hasOwn(error, name) ? [error[name] ?? null] : []));
      const types = plainTypes(plain, values, resolve);
      if (types !== undefined && values.every((value) => types.some((type) => hasType(value, type))))
        properties.set(name, plainSchema(plain, types));
    }
  }
  const required = [...properties.keys()].filter(
    (name) =>
      schemas.every(({ required: names }) => Array.isArray(names) && names.includes(name)) &&
      shown.every((error) => Object.hasOwn(error, name)),
  );
  return { properties: Object.fromEntries<Json>(properties), required };
}

/** The one type of a plain member, also with null where the schema says so or an example shows it. */
function plainTypes(schema: JsonObject, shown: readonly Json[], resolve: Resolve): readonly SchemaType[] | undefined {
  const alternatives = [...listOf(schema["anyOf"]), ...listOf(schema["oneOf"])].map((one) => objectOf(resolve(one)));
  const types = new Set([schema, ...alternatives].flatMap((one) => listedTypes(one) ?? fixedValues(one).map(typeOf)));
  const [named, ...more] = [...types].filter((type) => type !== "null");
  if (named === undefined || more.length > 0 || !PLAIN.includes(named)) return undefined;
  const isNullable = types.has("null") || schema["nullable"] === true || schema["x-nullable"] === true;
  return isNullable || shown.includes(null) ? [named, "null"] : [named];
}

function typeOf(value: Json): SchemaType {
  return ALL_TYPES.find((type) => hasType(value, type)) ?? "object";
}

function plainSchema({ description, example }: JsonObject, types: readonly SchemaType[]): JsonObject {
  const type = types.length === 1 ? types[0] : types;
  const fits =
    example !== undefined &&
    types.some((one) => hasType(example, one)) &&
    (typeof example !== "string" || example.isWellFormed());
  const text = typeof description === "string" && description.isWellFormed() ? description.trim() : "";
  return withoutUndefined({ type, description: text || undefined, example: fits ? example : undefined });
}

// The members that error bodies have beside code and message, as far as their examples agree with their schemas.

import { hasType, listedTypes, type SchemaType } from "../../schema/keywords.ts";
import {
  entriesOf,
  isObject,
  type Json,
  type JsonObject,
  listOf,
  objectOf,
  withoutUndefined,
} from "../../text/json/value.ts";
import type { Dropped, FoundError } from "../found-table.ts";
import { nameRank } from "../member-names.ts";
import { errorSchemas, errorsIn, membersAt, type ReadResponse } from "./described-bodies.ts";
import type { Places } from "./found-places.ts";
import type { Resolve } from "./reference-resolver.ts";

export interface CommonMembers {
  readonly properties: JsonObject;
  readonly required: readonly string[];
}

const PLAIN: readonly string[] = ["string", "integer", "number", "boolean"];

/** The members of single errors, and those around the list that holds them. */
export function commonMembers(
  responses: readonly ReadResponse[],
  { code, message }: Places,
  resolve: Resolve,
): CommonMembers & { readonly response?: JsonObject } {
  const withCode = responses.flatMap(({ bodies }) =>
    bodies?.alternatives.some((schema) => membersAt(schema, code, resolve).length > 0) ? [bodies] : [],
  );
  const bodiesOf = (list: readonly string[] | undefined): readonly JsonObject[] =>
    withCode.flatMap((bodies) => errorSchemas(bodies, list, resolve));
  const shownIn = (list: readonly string[] | undefined): readonly JsonObject[] =>
    responses.flatMap(({ bodies }) => bodies?.examples.flatMap(({ value }) => errorsIn(value, list)) ?? []);
  const { list } = code;
  const taken = new Set([code.steps[0], message?.steps[0]]);
  const declared = membersOf(bodiesOf(list), shownIn(list), taken, resolve);
  const everywhere = responses.flatMap(({ bodies }) =>
    bodies === undefined ? [] : errorSchemas(bodies, list, resolve),
  );
  const known = new Set([
    ...taken,
    ...everywhere.flatMap(({ properties: all }) => entriesOf(all).map(([name]) => name)),
  ]);
  const own = { ...declared, properties: { ...declared.properties, ...shownClasses(shownIn(list), known) } };
  if (list === undefined || list.length === 0) return own;
  const around = membersOf(bodiesOf(undefined), shownIn(undefined), new Set([list[0]]), resolve);
  const { properties, required } = around;
  if (Object.keys(properties).length === 0) return own;
  return { ...own, response: { properties, ...(required.length === 0 ? {} : { required }) } };
}

/** The classes of errors that examples show and no schema knows; a class is a text wherever it stands. */
function shownClasses(shown: readonly JsonObject[], known: ReadonlySet<string | undefined>): JsonObject {
  const names = [...new Set(shown.flatMap((error) => Object.keys(error)))].filter(
    (name) => nameRank(name, "category") !== undefined && isKey(name) && !known.has(name),
  );
  const texts = names.filter((name) =>
    shown.every((error) => !Object.hasOwn(error, name) || typeof error[name] === "string"),
  );
  return Object.fromEntries<Json>(texts.map((name) => [name, { type: "string" }]));
}

/** Constants are values of common members; others are left out by name. */
export function fittingConstants(
  errors: readonly FoundError[],
  properties: JsonObject = {},
): { readonly errors: readonly FoundError[]; readonly dropped: readonly Dropped[] } {
  const others = new Set<string>();
  const fitting = errors.map((error): FoundError => {
    const { constants, ...rest } = error;
    const entries = entriesOf(constants);
    const own = entries.filter(([name]) => Object.hasOwn(properties, name));
    for (const [name, value] of entries) if (!Object.hasOwn(properties, name)) others.add(`${name}: ${value}`);
    if (own.length === entries.length) return error;
    return own.length === 0 ? rest : { ...rest, constants: Object.fromEntries<Json>(own) };
  });
  return {
    errors: fitting,
    dropped: [...others].map((name) => ({ reason: "constants that are no common members", name })),
  };
}

/** A key that begins with a slash would be a pointer. */
function isKey(name: string): boolean {
  return name.isWellFormed() && !name.startsWith("/");
}

function membersOf(
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
  const types = new Set([schema, ...alternatives].flatMap((one) => listedTypes(one) ?? []));
  const [named, ...more] = [...types].filter((type) => type !== "null");
  if (named === undefined || more.length > 0 || !PLAIN.includes(named)) return undefined;
  const isNullable = types.has("null") || schema["nullable"] === true || schema["x-nullable"] === true;
  return isNullable || shown.includes(null) ? [named, "null"] : [named];
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

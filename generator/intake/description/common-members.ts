// The members that error bodies have beside code and message, as far as their examples agree with their schemas.

import { hasType, type SchemaType } from "../../schema/keywords.ts";
import { entriesOf, isObject, type Json, type JsonObject, withoutUndefined } from "../../text/json/value.ts";
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
  const own = membersOf(bodiesOf(list), shownIn(list), taken, resolve);
  if (list === undefined || list.length === 0) return own;
  const around = membersOf(bodiesOf(undefined), shownIn(undefined), new Set([list[0]]), resolve);
  const { properties, required } = around;
  if (Object.keys(properties).length === 0) return own;
  return { ...own, response: { properties, ...(required.length === 0 ? {} : { required }) } };
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
      if (taken.has(name) || properties.has(name) || !isObject(plain)) continue;
      const { type } = plain;
      if (!name.isWellFormed() || name.startsWith("/") || typeof type !== "string" || !PLAIN.includes(type)) continue;
      if (shown.every((error) => !Object.hasOwn(error, name) || hasType(error[name] ?? null, type as SchemaType)))
        properties.set(name, plainSchema(plain));
    }
  }
  const required = [...properties.keys()].filter(
    (name) =>
      schemas.every(({ required: names }) => Array.isArray(names) && names.includes(name)) &&
      shown.every((error) => Object.hasOwn(error, name)),
  );
  return { properties: Object.fromEntries<Json>(properties), required };
}

function plainSchema({ type = "string", description, example }: JsonObject): JsonObject {
  const fits =
    example !== undefined &&
    hasType(example, type as SchemaType) &&
    (typeof example !== "string" || example.isWellFormed());
  const text = typeof description === "string" && description.isWellFormed() ? description.trim() : "";
  return withoutUndefined({ type, description: text || undefined, example: fits ? example : undefined });
}

// The members that error bodies have beside code and message, as far as their examples agree with their schemas.

import { hasType, type SchemaType } from "../../schema/keywords.ts";
import { entriesOf, isObject, type Json, type JsonObject, withoutUndefined } from "../../text/json/value.ts";
import { errorsIn, membersAt, type Place } from "./described-bodies.ts";
import type { ReadResponse } from "./described-errors.ts";
import type { Places } from "./found-places.ts";
import type { Resolve } from "./reference-resolver.ts";

export interface CommonMembers {
  readonly properties: JsonObject;
  readonly required: readonly string[];
}

const PLAIN: readonly string[] = ["string", "integer", "number", "boolean"];

export function commonMembers(
  responses: readonly ReadResponse[],
  { code, message }: Places,
  resolve: Resolve,
): CommonMembers {
  const withCode = responses.filter(({ bodies }) =>
    bodies?.alternatives.some((schema) => membersAt(schema, code, resolve).length > 0),
  );
  const roots = withCode.flatMap(({ bodies }) => bodies?.alternatives ?? []);
  const errors = (list: readonly string[] | undefined): readonly JsonObject[] =>
    responses.flatMap(({ bodies }) => bodies?.examples.flatMap(({ value }) => errorsIn(value, list)) ?? []);
  const schemas =
    code.list === undefined
      ? roots
      : roots.flatMap((root) => membersAt(root, { list: code.list ?? [], steps: [] }, resolve));
  const shown = errors(code.list);
  const properties = new Map<string, JsonObject>();
  for (const schema of schemas) {
    for (const [name, member] of entriesOf(schema["properties"])) {
      const plain = resolve(member);
      if (isTaken(name, code) || (message && isTaken(name, message)) || properties.has(name) || !isObject(plain))
        continue;
      if (
        !name.isWellFormed() ||
        name.startsWith("/") ||
        typeof plain["type"] !== "string" ||
        !PLAIN.includes(plain["type"])
      )
        continue;
      const type = plain["type"] as SchemaType;
      if (shown.every((error) => !Object.hasOwn(error, name) || hasType(error[name] ?? null, type)))
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

function isTaken(name: string, { steps }: Place): boolean {
  return name === steps[0];
}

function plainSchema({ type = "string", description, example }: JsonObject): JsonObject {
  const fits =
    example !== undefined &&
    hasType(example, type as SchemaType) &&
    (typeof example !== "string" || example.isWellFormed());
  const text = typeof description === "string" && description.isWellFormed() ? description.trim() : "";
  return withoutUndefined({ type, description: text || undefined, example: fits ? example : undefined });
}

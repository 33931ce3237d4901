// The body of an error as JSON Schema 2020-12: exactly the bodies that the error's type describes, with room for members to come.

import type { BodyModel, ErrorModel } from "../../model/model.ts";
import { bodyLevelDetails } from "../../schema/body-level.ts";
import { jsonSchema2020 } from "../../schema/draft2020.ts";
import { nestedMembers } from "../../schema/nested-members.ts";
import type { Json, JsonObject } from "../../text/json/value.ts";

/** The whole body of one error. */
export function errorBodySchema(error: ErrorModel, body: BodyModel): JsonObject {
  const common = commonBodySchema([error.code], body);
  const details = detailsSchema(error);
  if (details === undefined) return common;
  return {
    ...common,
    ...details,
    required: [...namesOf(common["required"]), ...namesOf(details["required"])],
    properties: Object.fromEntries([...membersOf(common), ...membersOf(details)]),
  };
}

/** What the bodies of these codes have in common. */
export function commonBodySchema(codes: readonly string[], body: BodyModel): JsonObject {
  const [code] = codes;
  const nested = nestedMembers([
    { path: body.code, schema: codes.length === 1 ? { const: code ?? "" } : { enum: codes } },
    { path: body.message, schema: { type: "string" } },
  ]);
  const members = body.properties.map(({ name, schema }) => [name, jsonSchema2020(schema)] as const);
  const required = body.properties.filter((member) => member.required).map(({ name }) => name);
  return {
    type: "object",
    required: [...nested.required, ...required],
    properties: Object.fromEntries<Json>([...nested.properties, ...members]),
  };
}

/** What the body of this error holds beyond the common members; undefined where there is nothing. */
export function detailsSchema({ details }: ErrorModel): JsonObject | undefined {
  if (details === undefined) return undefined;
  const schema = jsonSchema2020(bodyLevelDetails(details), ["object"]);
  return typeof schema === "boolean" ? { type: "object", not: {} } : schema;
}

function namesOf(required: Json | undefined): readonly string[] {
  return (required ?? []) as readonly string[];
}

function membersOf(schema: JsonObject): readonly (readonly [string, Json])[] {
  return Object.entries((schema["properties"] ?? {}) as JsonObject);
}

// An error's body becomes JSON Schema 2020-12 for exactly the bodies of its type; unknown members are allowed.

import type { BodyModel, ErrorModel } from "../../model/model.ts";
import { bodyLevelDetails } from "../../schema/body-level.ts";
import { jsonSchema2020 } from "../../schema/draft2020.ts";
import { nestedMembers } from "../../schema/nested-members.ts";
import { entriesOf, type Json, type JsonObject, listOf } from "../../text/json/value.ts";

/** The whole body of one error. */
export function errorBodySchema(error: ErrorModel, body: BodyModel): JsonObject {
  const common = commonBodySchema([error.code], body);
  const details = detailsSchema(error);
  if (details === undefined) return common;
  return {
    ...common,
    ...details,
    required: [...listOf(common["required"]), ...listOf(details["required"])],
    properties: Object.fromEntries([...entriesOf(common["properties"]), ...entriesOf(details["properties"])]),
  };
}

/** The schema that the bodies of all these codes match. */
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

/** The schema of the members that only this error has; undefined where it has none. */
export function detailsSchema({ details }: ErrorModel): JsonObject | undefined {
  if (details === undefined) return undefined;
  const schema = jsonSchema2020(bodyLevelDetails(details), ["object"]);
  return typeof schema === "boolean" ? { type: "object", not: {} } : schema;
}

// An error becomes the schema of its whole body, so that generators make one plain type of it.
import type { BodyModel, ErrorModel } from "../../model/model.ts";
import { allowsUnnamed, bodyLevelDetails } from "../../schema/body-level.ts";
import { nestedMembers } from "../../schema/members.ts";
import { openapiSchema } from "../../schema/openapi-schema.ts";
import { valueAt } from "../../text/json/pointer.ts";
import { type Json, type JsonObject, withoutUndefined } from "../../text/json/value.ts";
import { descriptionText, isSafeTitle, linkText, uriText } from "../../text/markdown/openapi-text.ts";

const TEXTS = { description: descriptionText, isSafeTitle };

/** The members that all errors share, converted once. */
export interface CommonMembers {
  readonly properties: readonly (readonly [string, JsonObject])[];
  readonly required: readonly string[];
}

export function commonMembers(body: BodyModel): CommonMembers {
  return {
    properties: body.properties.map(({ name, schema }) => [name, openapiSchema(schema, TEXTS)]),
    required: body.properties.filter(({ required }) => required).map(({ name }) => name),
  };
}

export function errorSchema(error: ErrorModel, body: BodyModel, common: CommonMembers): JsonObject {
  const { details, deprecated, documentation, template, retry, solution } = error;
  const nested = nestedMembers([
    { path: body.code, schema: { type: "string", enum: [error.code] } },
    {
      path: body.message,
      schema: withoutUndefined({ type: "string", example: valueAt(error.examples[0]?.body, body.message) }),
    },
  ]);
  const own = details === undefined ? {} : openapiSchema(bodyLevelDetails(details), TEXTS);
  const { required = [], properties = {}, additionalProperties: _, type: __, ...rest } = own as JsonObject;
  return withoutUndefined({
    title: isSafeTitle(error.code) ? error.code : error.identifier,
    description: descriptionOf(error),
    deprecated: deprecated === undefined ? undefined : true,
    type: "object",
    required: [...nested.required, ...common.required, ...(required as readonly string[])],
    properties: Object.fromEntries<Json>([
      ...nested.properties,
      ...common.properties,
      ...Object.entries(properties as JsonObject),
    ]),
    additionalProperties: details !== undefined && allowsUnnamed(details) ? true : undefined,
    ...rest,
    externalDocs: documentation === undefined ? undefined : { url: uriText(documentation) },
    "x-message-template": template?.text,
    "x-retry": retry,
    "x-solution": solution === undefined ? undefined : descriptionText(solution),
  });
}

/** Paragraphs of Markdown: the description, the solution, the reason of the deprecation, and the links. */
function descriptionOf({ description, solution, deprecated, links }: ErrorModel): string | undefined {
  const list = links.map(({ title, url }) => `- ${linkText(title, url)}`).join("\n");
  const parts = [description, solution, deprecated?.reason, list].map((part) => part?.trimEnd());
  const text = parts.filter((part) => part !== undefined && part !== "").join("\n\n");
  return text === "" ? undefined : descriptionText(text);
}

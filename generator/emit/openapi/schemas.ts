// The schema of one error's body: everything in it, so that generators make one plain type of it.
import { allowsUnnamed, bodyLevelDetails } from "../../model/body-level.ts";
import type { Json, JsonObject } from "../../model/json.ts";
import type { BodyModel, ErrorModel } from "../../model/model.ts";
import { nestedMembers } from "../../model/nested-members.ts";
import { openapiSchema } from "../../model/openapi-schema.ts";
import { descriptionText, isSafeTitle, linkText } from "../../render/openapi-text.ts";

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
  const description = descriptionOf(error);
  const example = messageExample(error, body);
  const nested = nestedMembers([
    { path: body.code, schema: { type: "string", enum: [error.code] } },
    { path: body.message, schema: { type: "string", ...(example === undefined ? {} : { example }) } },
  ]);
  const own = details === undefined ? { type: "object" } : openapiSchema(bodyLevelDetails(details), TEXTS);
  const { required = [], properties = {}, additionalProperties: _, ...rest } = own as JsonObject;
  return {
    title: isSafeTitle(error.code) ? error.code : error.identifier,
    ...(description === "" ? {} : { description }),
    ...(deprecated === undefined ? {} : { deprecated: true }),
    ...rest,
    required: [...nested.required, ...common.required, ...(required as readonly string[])],
    properties: Object.fromEntries<Json>([
      ...nested.properties,
      ...common.properties,
      ...Object.entries(properties as JsonObject),
    ]),
    ...(details !== undefined && allowsUnnamed(details) ? { additionalProperties: true } : {}),
    ...(documentation === undefined ? {} : { externalDocs: { url: documentation } }),
    ...(template === undefined ? {} : { "x-message-template": template.text }),
    ...(retry === undefined ? {} : { "x-retry": retry }),
    ...(solution === undefined ? {} : { "x-solution": solution }),
  };
}

/** What it means, what to do, why it is on its way out, and where to read on: paragraphs of Markdown. */
function descriptionOf({ description, solution, deprecated, links }: ErrorModel): string {
  const list = links.map(({ title, url }) => `- ${linkText(title, url)}`).join("\n");
  const parts = [description, solution, deprecated?.reason, list].map((part) => part?.trimEnd() ?? "");
  return descriptionText(parts.filter((part) => part !== "").join("\n\n"));
}

function messageExample({ examples }: ErrorModel, { message }: BodyModel): Json | undefined {
  return message.reduce<Json | undefined>(
    (value, token) => (typeof value === "object" && value !== null ? (value as JsonObject)[token] : undefined),
    examples[0]?.body,
  );
}

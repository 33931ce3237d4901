// An error becomes the schema of its whole body, so that generators make one plain type of it.
import type { BodyModel } from "../../model/body-model.ts";
import { codeAndMessage, ownSchema, commonMembers as placedMembers } from "../../model/body-schema.ts";
import { type ErrorModel, mainCase } from "../../model/model.ts";
import { allowsUnnamed } from "../../schema/body-level.ts";
import { nestedMembers, type PlacedMember } from "../../schema/members.ts";
import { openapiSchema } from "../../schema/openapi-schema.ts";
import { valueAt } from "../../text/json/pointer.ts";
import { type Json, type JsonObject, withoutUndefined } from "../../text/json/value.ts";
import { descriptionText, isSafeTitle, linkText, uriText } from "../../text/markdown/openapi-text.ts";

const TEXTS = { description: descriptionText, isSafeTitle };

/** The members that all errors share, converted once. */
export type CommonMembers = readonly PlacedMember[];

export function commonMembers(body: BodyModel): CommonMembers {
  return placedMembers(body).map((member) => ({ ...member, schema: openapiSchema(member.schema, TEXTS) }));
}

export function errorSchema(error: ErrorModel, body: BodyModel, common: CommonMembers): JsonObject {
  const { deprecated, documentation, retry, solution } = error;
  const { template, examples } = mainCase(error);
  const text = valueAt(examples[0]?.body, body.message?.at ?? []);
  const nested = nestedMembers([
    ...codeAndMessage(body, { type: body.code.type, enum: [error.wireCode] }).map((member) =>
      member.path === body.message?.at
        ? { ...member, schema: withoutUndefined({ type: "string", example: text }) }
        : member,
    ),
    ...common,
  ]);
  const details = ownSchema(error, body);
  const own = details === undefined ? {} : openapiSchema(details, TEXTS);
  const { required = [], properties = {}, additionalProperties: _, type: __, ...rest } = own as JsonObject;
  return withoutUndefined({
    title: isSafeTitle(error.code) ? error.code : error.identifier,
    description: descriptionOf(error),
    deprecated: deprecated === undefined ? undefined : true,
    type: "object",
    required: [...new Set([...nested.required, ...(required as readonly string[])])],
    properties: Object.fromEntries<Json>([...nested.properties, ...Object.entries(properties as JsonObject)]),
    additionalProperties:
      details !== undefined && allowsUnnamed(mainCase(error).details?.schema ?? {}) ? true : undefined,
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

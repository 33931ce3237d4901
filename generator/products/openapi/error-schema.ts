// An error becomes the schema of its whole body, so that generators make one plain type of it.
import type { BodyModel } from "../../model/body-model.ts";
import {
  codeAndMessage,
  listSchema,
  messageAlone,
  ownSchema,
  commonMembers as placedMembers,
} from "../../model/body-schema.ts";
import type { CaseModel, ErrorModel } from "../../model/model.ts";
import { allowsUnnamed } from "../../schema/body-level.ts";
import { holderSchema, mergedHolder, type PlacedMember } from "../../schema/members.ts";
import { openapiSchema } from "../../schema/openapi-schema.ts";
import { valueAt } from "../../text/json/pointer.ts";
import { type JsonObject, objectOf, withoutUndefined } from "../../text/json/value.ts";
import { descriptionText, uriText } from "../../text/markdown/openapi-text.ts";
import { schemaName, withoutCodeName } from "./component-names.ts";
import { casesText, codeLine, errorText, SCHEMA_TEXTS, safeText } from "./error-texts.ts";
import type { OpenapiSettings } from "./settings.ts";
import type { RootlessModel } from "./xml-root.ts";

/** The members that all errors share, converted once. */
export type CommonMembers = readonly PlacedMember[];

export function commonMembers(body: Pick<BodyModel, "members">): CommonMembers {
  return placedMembers(body).map((member) => ({ ...member, schema: openapiSchema(member.schema, SCHEMA_TEXTS) }));
}

/**
 * Generators name types by titles, so that the title is the name of the component. Extensions of people's own come first:
 * those of errtable count where both have a name.
 */
export function errorSchema(
  error: ErrorModel,
  model: RootlessModel,
  common: CommonMembers,
  settings: OpenapiSettings,
): JsonObject {
  const { deprecated, documentation, tags, cases } = error;
  const [first] = cases;
  const { type, required, properties, ...conditions } = bodySchema(error, model.body, common);
  return withoutUndefined({
    title: schemaName(error, settings),
    description: descriptionOf(error),
    deprecated: deprecated === undefined ? undefined : true,
    type,
    required,
    properties,
    additionalProperties: cases.some(allowsOthers) ? true : undefined,
    ...conditions,
    ...xmlOf(model),
    externalDocs: documentation === undefined ? undefined : { url: uriText(documentation) },
    ...ownFields(error),
    "x-error-code": error.code,
    "x-message-template": first?.name === undefined ? first?.template?.text : undefined,
    "x-retry": error.retry,
    "x-solution": safeText(error.solution),
    "x-error-tags": tags.length === 0 ? undefined : tags,
    "x-error-cases": first?.name === undefined ? undefined : cases.map(caseFacts),
  });
}

/** The schema of bodies without a code, where the table has them. Null is the value that generators know best for nothing. */
export function withoutCodeSchema(model: RootlessModel, common: CommonMembers, settings: OpenapiSettings): JsonObject {
  return {
    title: withoutCodeName(settings),
    description: "An error without a code.",
    ...holderSchema([...messageAlone(model.body, { enum: [null] }), ...common]),
    ...xmlOf(model),
  };
}

/** The response body around a list of errors; undefined where a body is one error. */
export function listBodySchema({ body, root }: RootlessModel, item: string): JsonObject | undefined {
  const { list } = body;
  if (list === undefined) return undefined;
  const members = list.members.map((member) => ({ ...member, schema: openapiSchema(member.schema, SCHEMA_TEXTS) }));
  return {
    ...listSchema({ ...list, members }, { $ref: item }),
    ...(root === undefined ? {} : { xml: { name: root } }),
  };
}

/** An item of a list is no root element. */
function xmlOf({ body, root }: RootlessModel): JsonObject {
  return root === undefined || body.list !== undefined ? {} : { xml: { name: root } };
}

/**
 * Alternatives stand in a condition of their own, because generators take those beside properties for alternatives to the
 * properties.
 */
function bodySchema(error: ErrorModel, body: BodyModel, common: CommonMembers): JsonObject {
  const withCode: BodyModel = { ...body, code: { ...body.code, isOptional: false } };
  const text = valueAt(error.cases[0]?.examples[0]?.body, body.message?.at ?? []);
  const base = holderSchema([
    ...codeAndMessage(withCode, {
      type: typeof error.wireCode === "number" ? "integer" : "string",
      enum: [error.wireCode],
    }).map((member) =>
      member.path === body.message?.at
        ? { ...member, schema: { ...objectOf(member.schema), ...(text === undefined ? {} : { example: text }) } }
        : member,
    ),
    ...common,
  ]);
  const own = ownSchema(error, body);
  if (own === undefined) return base;
  const { additionalProperties: _, anyOf, ...added } = openapiSchema(own, SCHEMA_TEXTS);
  return mergedHolder(base, anyOf === undefined ? added : mergedHolder(added, { allOf: [{ anyOf }] }));
}

/** Whether the body may hold members that the case does not name. */
function allowsOthers({ details }: CaseModel): boolean {
  return details !== undefined && details.at.length === 0 && allowsUnnamed(details.schema);
}

function caseFacts(one: CaseModel): JsonObject {
  const { name, statuses, template, retry, solution } = one;
  return withoutUndefined({
    case: name,
    statuses,
    ...ownFields(one),
    "x-message-template": template?.text,
    "x-retry": retry,
    "x-solution": safeText(solution),
  });
}

/** Marks of errtable are no fields of people's own. */
function ownFields({ extensions }: Pick<ErrorModel, "extensions">): JsonObject {
  return Object.fromEntries(Object.entries(extensions).filter(([name]) => !name.startsWith("x-errtable")));
}

function descriptionOf(error: ErrorModel): string {
  const parts = [errorText(error), casesText(error)].filter((part) => part !== "");
  return [codeLine(error), ...(parts.length === 0 ? [] : [descriptionText(parts.join("\n\n"))])].join("\n\n");
}

// The model becomes JSON Schema 2020-12 of the body of an error response: validators accept exactly the bodies that the table
// describes. Unknown members are allowed.
import type { BodyModel, ListModel } from "../../model/body-model.ts";
import { codeAndMessage, commonMembers, listSchema, messageAlone, ownSchema } from "../../model/body-schema.ts";
import type { ErrorModel, Model } from "../../model/model.ts";
import { jsonSchema2020 } from "../../schema/draft2020.ts";
import { holderSchema, type PlacedMember } from "../../schema/members.ts";
import { holder2020 } from "../../schema/proto-member.ts";
import { isPosition } from "../../text/json/pointer.ts";
import { type Json, type JsonObject, type JsonSchema, listOf, withoutUndefined } from "../../text/json/value.ts";
import { partsOf } from "./stable-parts.ts";

/**
 * All codes stand in one enum, and an error with members of its own adds a condition on its code. So a validator looks
 * a code up once, reports an unknown code once, and reports problems in the details of this error alone. Each error is a
 * definition too, so that other schemas can refer to it. Where a response holds a list, an error is an item of the list.
 * Validators make a function of each definition, and one of thousands of conditions is too large to run: parts of them are
 * definitions, too.
 */
export function errorsSchema(model: Model): JsonObject {
  const { list } = model.body;
  const parts = partsOf(conditionsOf(model), ([name]) => name);
  const conditions = parts.map((part) => part.map(([, condition]) => condition));
  const nameOf = (index: number): string => `${parts[index]?.[0]?.[0]}Onward`;
  const [first = [], ...more] = conditions;
  const own = more.length === 0 ? first : conditions.map((_, index) => ({ $ref: `#/$defs/${nameOf(index)}` }));
  const anyError = { $ref: `#/$defs/${BODY}`, ...(own.length === 0 ? {} : { type: kindOf(model.body), allOf: own }) };
  return withoutUndefined({
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: `${model.title}: error body`,
    description: model.description,
    ...(list === undefined ? anyError : { $ref: `#/$defs/${RESPONSE}` }),
    $defs: Object.fromEntries<Json>([
      ...(list === undefined ? [] : [[RESPONSE, responseSchema(list)] as const, [ITEM, anyError] as const]),
      [BODY, bodySchema(model)],
      ...(more.length === 0 ? [] : conditions.map((allOf, index) => [nameOf(index), { allOf }] as const)),
      ...model.errors.map((error) => [error.errorName, definition(error, model)] as const),
    ]),
  });
}

/** No error has these names, because names of errors end in "Error". */
const BODY = "Body";
const ITEM = "Item";
const RESPONSE = "Response";

/** A constant, because linters take an object with a literal `then` for a promise. */
const THEN = "then";

/** The names of the errors that have members of their own, each with the condition of its code. */
function conditionsOf(model: Model): readonly (readonly [name: string, condition: JsonObject])[] {
  return model.errors
    .filter((error) => ownSchema(error, model.body) !== undefined)
    .map((error) => [error.errorName, { if: isCode(error, model), [THEN]: { $ref: `#/$defs/${error.errorName}` } }]);
}

function responseSchema(list: ListModel): JsonObject {
  const members = list.members.map((member) => ({ ...member, schema: jsonSchema2020(member.schema) }));
  return holder2020(listSchema({ ...list, members }, { $ref: `#/$defs/${ITEM}` }));
}

/** The schema that the bodies of all codes match, and those without a code where there are such bodies. */
function bodySchema(model: Model): JsonObject {
  const { errors, body } = model;
  const codes = errors.map(({ wireCode }) => wireCode);
  const [code = ""] = codes;
  const isCode: JsonObject = codes.length === 1 ? { const: code } : { enum: codes };
  if (!body.code.isOptional) return wholeBody(body, isCode);
  // A body without either of them says of no error.
  const withCode = bodyObject([{ path: body.code.at, schema: isCode, required: true }]);
  const withoutCode = bodyObject(messageAlone(body, { type: "null" }));
  return { ...wholeBody(body, true), anyOf: [withCode, withoutCode] };
}

function wholeBody(body: BodyModel, code: JsonSchema): JsonObject {
  const members = commonMembers(body).map((member) => ({ ...member, schema: jsonSchema2020(member.schema) }));
  return bodyObject([...codeAndMessage(body, code), ...members]);
}

/** Without references, because generators of types leave out what stands beside one. */
function definition(error: ErrorModel, { body }: Model): JsonObject {
  const { code, wireCode, errorName, description, deprecated } = error;
  const examples = error.cases.flatMap((one) => one.examples.map(({ body: example }) => example));
  const own = ownMembers(error, body);
  const whole = wholeBody({ ...body, code: { ...body.code, isOptional: false } }, { const: wireCode });
  const all = [...listOf(whole["allOf"]), ...(own === undefined ? [] : [own])];
  return withoutUndefined({
    title: errorName,
    description: `Error code: ${code}${description === undefined ? "" : `\n\n${description}`}`,
    deprecated: deprecated === undefined ? undefined : true,
    ...whole,
    allOf: all.length === 0 ? undefined : all,
    examples: examples.length === 0 ? undefined : examples,
  });
}

/** The schema of the members that only this error has; undefined where it has none. */
function ownMembers(error: ErrorModel, body: BodyModel): JsonObject | undefined {
  const own = ownSchema(error, body);
  if (own === undefined) return undefined;
  const schema = jsonSchema2020(own, [kindOf(body)]);
  return typeof schema === "boolean" ? { type: kindOf(body), not: {} } : schema;
}

function kindOf({ code }: BodyModel): "array" | "object" {
  return isPosition(code.at[0]) ? "array" : "object";
}

function isCode({ wireCode }: ErrorModel, { body }: Model): JsonObject {
  return bodyObject([{ path: body.code.at, schema: { const: wireCode }, required: true }]);
}

function bodyObject(members: readonly PlacedMember[]): JsonObject {
  return holder2020(holderSchema(members));
}

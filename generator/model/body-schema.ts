// The layout of bodies and the facts of an error become JSON Schemas: one of the members of all bodies, one of the members of a single error.
import { memoize } from "../diagnostic/memoize.ts";
import { fewestAlternatives } from "../schema/alternatives.ts";
import { bodyLevelDetails } from "../schema/body-level.ts";
import { holderSchema, mergedHolder, type PlacedMember } from "../schema/members.ts";
import { type Path, pointerText } from "../text/json/pointer.ts";
import { isObject, type JsonObject, type JsonSchema } from "../text/json/value.ts";
import type { BodyModel, ListModel, MemberModel, MessageModel } from "./body-model.ts";
import { optional } from "./fields.ts";
import { itemPlace } from "./item-place.ts";
import type { CaseModel, ConstantModel, ErrorModel, ParamModel } from "./model.ts";

/** The members that all bodies have besides code and message. */
export function commonMembers({ members }: Pick<BodyModel, "members">): readonly PlacedMember[] {
  return members.map(({ at, schema, required }) => ({ path: at, schema, required }));
}

/** The places of code and message with their types, for bodies with any code. */
export function codeAndMessage({ code, message }: BodyModel, schema: JsonSchema): readonly PlacedMember[] {
  const described = { description: "The code of the error.", ...(isObject(schema) ? schema : {}) };
  const text: readonly PlacedMember[] =
    message === undefined ? [] : [{ path: message.at, schema: messageSchema(message), required: !message.isOptional }];
  return [{ path: code.at, schema: described, required: !code.isOptional }, ...text];
}

/** The schema of the value at the place of the message; `isFilled` demands a list or a map that is not empty. */
export function messageSchema({ types, maxLength }: MessageModel, isFilled = false): JsonObject {
  const text: JsonObject = { type: "string", ...optional("maxLength", maxLength) };
  const list: JsonObject = { type: "array", items: text };
  const map: JsonObject = { type: "object", additionalProperties: { anyOf: [text, list] } };
  const schemas = {
    string: text,
    array: isFilled ? { ...list, minItems: 1 } : list,
    object: isFilled ? { ...map, minProperties: 1 } : map,
  };
  const [first = text, ...others] = types.map((type) => schemas[type]);
  return { description: "The message of the error.", ...(others.length === 0 ? first : { anyOf: [first, ...others] }) };
}

/** Whether messages are texts alone. */
export function isTextAlone({ message }: Pick<BodyModel, "message">): boolean {
  return message === undefined || message.types.join() === "string";
}

/** Whether a body that is made for an error holds its message as a list of one text. */
export function isListed({ message }: Pick<BodyModel, "message">): boolean {
  return message !== undefined && !message.types.includes("string");
}

/**
 * The places of code and message in bodies without a code, where it may be null as well. The message tells such a body from
 * any other object, so that it is needed even where bodies with a code may lack it; and a list or a map has something in it
 * unless other members are needed, too.
 */
export function messageAlone(body: BodyModel, noCode: JsonSchema): readonly PlacedMember[] {
  const { message, members } = body;
  const isFilled = !isTextAlone(body) && !members.some(({ required }) => required);
  return codeAndMessage(body, noCode).map((member, index) => {
    const schema = index > 0 && isFilled && message !== undefined ? messageSchema(message, true) : member.schema;
    return { ...member, schema, required: index > 0 };
  });
}

/** The response that holds a list of errors, at least one, each with this schema. */
export function listSchema({ at, members }: ListModel, item: JsonSchema): JsonObject {
  const schema: JsonObject = { type: "array", minItems: 1, items: item };
  return at.length === 0 ? schema : holderSchema([...commonMembers({ members }), { path: at, schema, required: true }]);
}

/** The members that bodies of this case have besides the common ones; undefined where it adds nothing. */
function caseSchema(one: CaseModel, body: BodyModel): JsonObject | undefined {
  const placed = [
    ...one.constants.map((constant) => constantMember(constant, body.members)),
    ...one.params.flatMap((param) => paramMember(param, body.members)),
  ];
  const { details } = one;
  if (details === undefined) return placed.length === 0 ? undefined : holderSchema(placed);
  const schema = bodyLevelDetails(details.schema);
  if (details.at.length > 0) return holderSchema([...placed, { path: details.at, schema, required: isNeeded(schema) }]);
  return placed.length === 0 ? schema : mergedHolder(schema, holderSchema(placed));
}

/** The members that bodies of this error have besides the common ones; undefined where a case adds nothing. */
export function ownSchema({ cases }: Pick<ErrorModel, "cases">, body: BodyModel): JsonObject | undefined {
  return schemasIn(body)(cases);
}

const schemasIn = memoize((body: BodyModel) =>
  memoize((cases: ErrorModel["cases"]): JsonObject | undefined => {
    const schemas = cases.map((one) => caseSchema(one, body));
    const added = schemas.filter((schema) => schema !== undefined);
    if (added.length < schemas.length) return undefined;
    const [first, ...others] = fewestAlternatives(added);
    return others.length === 0 ? first : { type: first?.["type"] ?? "object", anyOf: [first ?? {}, ...others] };
  }),
);

/** Bodies may lack a constant where they may lack the member, or the list in an item of which it stands. */
function constantMember({ at, value }: ConstantModel, members: readonly MemberModel[]): PlacedMember {
  const { list } = itemPlace(at);
  return { path: at, schema: { const: value }, required: memberOf(list ?? at, members)?.required ?? false };
}

function paramMember(param: ParamModel, members: readonly MemberModel[]): readonly PlacedMember[] {
  const { at, type, description, enum: values, pattern, format } = param;
  if (at === undefined) return [];
  const schema = {
    type: type === "int64" ? "integer" : type,
    ...(description === undefined ? {} : { description }),
    ...(values === undefined ? {} : { enum: values }),
    ...(pattern === undefined ? {} : { pattern }),
    ...(format === undefined ? {} : { format }),
  };
  return [{ path: at, schema, required: isParamNeeded(param, members) }];
}

/** Bodies may lack a param where the table says that they may lack the member. */
export function isParamNeeded({ at }: ParamModel, members: readonly MemberModel[]): boolean {
  return at !== undefined && (memberOf(at, members)?.required ?? true);
}

function memberOf(at: Path, members: readonly MemberModel[]): MemberModel | undefined {
  const pointer = pointerText(at);
  return members.find((member) => pointerText(member.at) === pointer);
}

/** Whether a body has to hold the object of the details. */
function isNeeded(details: JsonObject): boolean {
  const { required } = details;
  return Array.isArray(required) && required.length > 0;
}

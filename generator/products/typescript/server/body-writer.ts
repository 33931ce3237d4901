// The body of a reply becomes the code that writes its text.
import type { MemberModel } from "../../../model/body-model.ts";
import { isListed } from "../../../model/body-schema.ts";
import { pointerText } from "../../../text/json/pointer.ts";
import { isXml, requestIdPlace } from "../http/body-places.ts";
import { pairDoc } from "../messages/create-body.ts";
import { fixedCall, hasFixed } from "../messages/fixed-members.ts";
import { leftOfAll } from "../messages/members-types.ts";
import { blockDoc, callWithList, keyed } from "../printer/code.ts";
import { declareFunction } from "../printer/declarations.ts";
import { declareTypeText, type Item } from "../printer/module.ts";
import { type Doc, group, HARD_LINE, indent, LINE, typed } from "../printer/typescript-layout.ts";
import type { Plan } from "../product-plan.ts";
import { membersOf, type Placed } from "../types/body-shape.ts";
import { fallbackOf } from "./failure-rows.ts";
import { type FilledMember, filledMembers, REQUEST_ID } from "./filled-members.ts";

function messageText(plan: Plan): string {
  if (isListed(plan.model.body)) return "[message]";
  return fallbackOf(plan) ? "message" : "message || undefined";
}

/** The places that the reply fills, each with the expression of its value. */
function bodyValues(plan: Plan): readonly FilledMember[] {
  const { body } = plan.model;
  return [
    { at: body.code.at, value: "facts.row.code", isRequired: true },
    ...(body.message === undefined ? [] : [{ at: body.message.at, value: messageText(plan), isRequired: true }]),
    ...filledMembers(plan),
  ];
}

/** The parameters that the expressions need, each with its type. */
function writerParameters(plan: Plan): readonly (readonly [name: string, type: string])[] {
  const usesMessage = plan.model.body.message !== undefined;
  const usesOptions = hasAround(plan) || filledMembers(plan).some(({ value }) => value.includes("options."));
  return [
    ["facts", "FailureFacts"],
    ...(usesMessage || usesOptions ? [[usesMessage ? "message" : "_message", "string"] as const] : []),
    ...(usesOptions ? [["options", hasAround(plan) ? "ReplyOptions & Around" : "ReplyOptions"] as const] : []),
  ];
}

/** The member that writes a body which is one expression. */
export function directWriter(plan: Plan): Doc {
  const names = writerParameters(plan).map(([name]) => name);
  const text = ["JSON.stringify(", literalBody(plan, bodyValues(plan)), ")"];
  return [`write: (${names.join(", ")}) =>`, indent([HARD_LINE, text]), ","];
}

/** The text of a body: an object of its members, or values at places of the members that a program gave. */
export function writer(plan: Plan): Item {
  const { body } = plan.model;
  const error = isPlaced(plan) ? placedBody(plan, bodyValues(plan)) : literalBody(plan, bodyValues(plan));
  return declareFunction({
    name: "writeBody",
    isLocal: true,
    parameters: writerParameters(plan).map(([name, type]) => `${name}: ${type}`),
    returns: "string",
    body: [
      ...(hasFixedMembers(plan) ? [FIXED] : []),
      [body.list === undefined ? "const body = " : "const error = ", error, ";"],
      ...listLines(plan),
      isXml(plan) ? "return xmlText(body);" : "return JSON.stringify(body);",
    ],
  });
}

/** Whether the body is an object of nothing but code, message and the like. */
export function isDirect(plan: Plan): boolean {
  return !isPlaced(plan) && leftOfAll(plan) === "none" && plan.model.body.list === undefined && !isXml(plan);
}

function literalBody(plan: Plan, values: readonly FilledMember[]): Doc {
  const placed = values.map(({ at, value }): Placed<Doc> => ({ path: at, value }));
  const lines = literalLines(placed);
  if (leftOfAll(plan) === "none") return blockDoc("{", lines);
  const object = blockDoc(typed("{", "Object.assign({}, facts.members, {"), [typed("...facts.members,"), ...lines]);
  return [object, typed("", ")")];
}

function literalLines(placed: readonly Placed<Doc>[]): readonly Doc[] {
  const members = membersOf<Doc>(placed, (_, inner) => blockDoc("{", literalLines(inner)));
  return members.map(([name, text]) =>
    keyed(String(name), (key) => {
      if (text === key) return `${key},`;
      return [`${key}:`, typeof text === "string" ? group(indent([LINE, text])) : [" ", text], ","];
    }),
  );
}

function placedBody(plan: Plan, values: readonly FilledMember[]): Doc {
  const pairs = values.map(({ at, value }) => pairDoc(at, value));
  const fixed = fixedCall(plan, "fixed", "facts.params", "facts.members");
  return callWithList("bodyWith", ["facts.members"], [...pairs, ...(hasFixedMembers(plan) ? [fixed] : [])]);
}

const FIXED: Doc = typed(
  "const fixed = (facts.row.fixed || [[]]) as FixedOfCode;",
  "const fixed = facts.row.fixed || [[]];",
);

/** Whether values are put at places of given members one by one. */
export function isPlaced(plan: Plan): boolean {
  if (plan.hasTuples || hasFixedMembers(plan)) return true;
  const { code, message } = plan.model.body;
  const places = [code.at, ...(message === undefined ? [] : [message.at]), ...filledMembers(plan).map(({ at }) => at)];
  return places.some(({ length }) => length > 1) && leftOfAll(plan) !== "none";
}

export function hasFixedMembers({ errors }: Plan): boolean {
  return errors.some(hasFixed);
}

export const AROUND = declareTypeText(`interface Around {
  readonly response?: object | undefined;
}`);

/** Whether programs give the members around a list of errors. */
export function hasAround({ model }: Plan): boolean {
  return (model.body.list?.members.length ?? 0) > 0;
}

/** The member around a list that holds the id of the request. */
export function aroundId(plan: Plan): MemberModel | undefined {
  const id = pointerText(requestIdPlace(plan) ?? []);
  const isInside = plan.model.body.members.some(({ at }) => pointerText(at) === id);
  return isInside ? undefined : plan.model.body.list?.members.find(({ at }) => pointerText(at) === id);
}

function listLines(plan: Plan): readonly Doc[] {
  const { list } = plan.model.body;
  if (list === undefined) return [];
  if (list.at.length === 0) return ["const body = [error];"];
  const values: readonly FilledMember[] = [
    { at: list.at, value: "[error]", isRequired: true },
    ...(aroundId(plan) === undefined ? [] : [{ at: requestIdPlace(plan) ?? [], value: REQUEST_ID, isRequired: true }]),
  ];
  if (!hasAround(plan))
    return [["const body = ", blockDoc("{", literalLines(values.map(({ at, value }) => ({ path: at, value })))), ";"]];
  const pairs = values.map(({ at, value }) => pairDoc(at, value));
  return [["const body = ", callWithList("bodyWith", ["options.response"], pairs), ";"]];
}

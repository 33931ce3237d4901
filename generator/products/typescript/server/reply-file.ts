// A table becomes reply.ts: the function from any thrown value to status, headers and body.
import type { MemberModel } from "../../../model/body-model.ts";
import { pointerText } from "../../../text/json/pointer.ts";
import { isXml, requestIdPlace } from "../http/body-places.ts";
import { placeDoc } from "../messages/create-body.ts";
import { hasFixed } from "../messages/fixed-members.ts";
import { leftType, type Place } from "../messages/left-members.ts";
import { leftOfAll } from "../messages/members-types.ts";
import { caseKey } from "../messages/template-text.ts";
import { blockDoc, callDoc, callWithList, keyed, listDoc } from "../printer/code.ts";
import { declareAlias, declareFunction, declareInterface } from "../printer/declarations.ts";
import { declareConstant, declareText, declareTypeText, type Item, type Module } from "../printer/module.ts";
import { type Doc, group, HARD_LINE, indent, LINE, layout, typed } from "../printer/typescript-layout.ts";
import { stringLiteral } from "../printer/typescript-literal.ts";
import { type MemberShape, member, named, STRING } from "../printer/typescript-type.ts";
import { importsFrom, type Plan } from "../product-plan.ts";
import { membersOf, type Placed } from "../types/body-shape.ts";
import { fallbackOf } from "./failure-rows.ts";
import { type FilledMember, filledMembers } from "./filled-members.ts";

export function emitReply(plan: Plan): Module {
  const { names } = plan;
  const placing = isPlaced(plan);
  return {
    name: "reply",
    declarations: [
      ...importsFrom(
        {
          "failure-rows": { values: ["failureBrand", "fallbackFacts"] },
          printf: {
            types: hasFixedMembers(plan) ? ["FixedOfCode"] : [],
            values: [
              ...(placing || hasAround(plan) ? ["bodyWith"] : []),
              ...(hasFixedMembers(plan) ? ["fixedValues"] : []),
            ],
          },
          server: { types: ["FailureFacts", "Reply", "ReplyOptions", "ReplyTable"], values: ["replyTo"] },
          types: { types: hasAround(plan) ? [names.response] : [] },
          "xml-body": { values: isXml(plan) ? ["xmlText"] : [] },
        },
        plan,
      ),
      declareFunction({
        name: names.toReply,
        doc: "The reply to anything that was thrown: that of the fallback where it is no failure of the table. It never throws.",
        parameters: ["error: unknown", `options${hasRequired(plan) ? "" : "?"}: ${names.replyOptions}`],
        returns: names.reply,
        body: ["return replyTo(error, replies, options);"],
      }),
      declareAlias({ name: names.reply, doc: "A whole response; its body is a text.", type: named("Reply") }),
      ...optionTypes(plan),
      table(plan),
      writer(plan),
      ...(hasAround(plan) ? [AROUND] : []),
    ],
  };
}

/** Whether programs have to give an option. */
export function hasRequired(plan: Plan): boolean {
  return optionMembers(plan).some(({ required }) => required);
}

function optionTypes(plan: Plan): readonly Item[] {
  const { names } = plan;
  const members = optionMembers(plan);
  const doc = "The facts of the request that replies depend on.";
  if (members.length === 0) return [declareAlias({ name: names.replyOptions, doc, type: named("ReplyOptions") })];
  const alias = declareText(names.replyOptions, { isExported: true, isType: true }, (form, isExported) => {
    const head = `${isExported ? "export " : ""}type ${names.replyOptions} = ReplyOptions &`;
    const text = [`/** ${doc} */`, HARD_LINE, group([head, indent([LINE, "OwnReplyOptions;"])])];
    return form === "js" ? undefined : layout(text);
  });
  return [alias, declareInterface({ name: "OwnReplyOptions", isLocal: true, members })];
}

function optionMembers(plan: Plan): readonly MemberShape[] {
  const { list } = plan.model.body;
  const needsId =
    filledMembers(plan).some(({ value, isRequired }) => isRequired && value === ID) ||
    aroundId(plan)?.required === true;
  const response =
    list === undefined || list.members.length === 0
      ? []
      : [
          {
            name: "response",
            type: leftType(named(plan.names.response), [list.at], "Omit"),
            required: list.members.some(
              ({ required, at }) => required && pointerText(at) !== pointerText(aroundId(plan)?.at ?? []),
            ),
            doc: "The members of the response around its list of errors.",
          },
        ];
  return [
    ...(needsId ? [member("requestId", STRING, "The id of the request, which every body has.")] : []),
    ...response,
  ];
}

function table(plan: Plan): Item {
  const { mediaType } = plan.model.body;
  const lines = [
    "brand: failureBrand,",
    `type: ${stringLiteral(mediaType)},`,
    "fallback: fallbackFacts,",
    "write: writeBody,",
  ];
  return declareConstant({ name: "replies", type: "ReplyTable" }, (head) =>
    layout([head, " ", blockDoc("{", lines), ";"]),
  );
}

const ID = "options.requestId";

/** The text of a body: an object of its members, or values at places of the members that a program gave. */
function writer(plan: Plan): Item {
  const { body } = plan.model;
  const filled = filledMembers(plan);
  const values: readonly FilledMember[] = [
    { at: body.code.at, value: "facts.row.code", isRequired: true },
    ...(body.message === undefined
      ? []
      : [{ at: body.message.at, value: fallbackOf(plan) ? "message" : "message || undefined", isRequired: true }]),
    ...filled,
  ];
  const error = isPlaced(plan) ? placedBody(plan, values) : literalBody(plan, values);
  const usesOptions = hasAround(plan) || filled.some(({ value }) => value.startsWith("options."));
  const usesMessage = body.message !== undefined;
  return declareFunction({
    name: "writeBody",
    isLocal: true,
    parameters: [
      "facts: FailureFacts",
      ...(usesMessage || usesOptions ? [usesMessage ? "message: string" : "_message: string"] : []),
      ...(usesOptions ? [hasAround(plan) ? "options: ReplyOptions & Around" : "options: ReplyOptions"] : []),
    ],
    returns: "string",
    body: isDirect(plan)
      ? [["return JSON.stringify(", error, ");"]]
      : [
          ...(hasFixedMembers(plan) ? [FIXED] : []),
          [body.list === undefined ? "const body = " : "const error = ", error, ";"],
          ...listLines(plan),
          isXml(plan) ? "return xmlText(body);" : "return JSON.stringify(body);",
        ],
  });
}

/** Whether the body is an object of nothing but code, message and the like. */
function isDirect(plan: Plan): boolean {
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
    keyed(name, (key) => {
      if (text === key) return `${key},`;
      return [`${key}:`, typeof text === "string" ? group(indent([LINE, text])) : [" ", text], ","];
    }),
  );
}

function placedBody(plan: Plan, values: readonly FilledMember[]): Doc {
  const pairs = values.map(({ at, value }) => pairDoc(at, value));
  const fixed = ["...", callDoc("fixedValues", ["fixed", "facts.params", stringLiteral(caseKey(plan))])];
  return callWithList("bodyWith", ["facts.members"], [...pairs, ...(hasFixedMembers(plan) ? [fixed] : [])]);
}

const FIXED: Doc = typed(
  "const fixed = (facts.row.fixed || [[]]) as FixedOfCode;",
  "const fixed = facts.row.fixed || [[]];",
);

function pairDoc(at: Place, value: string): Doc {
  return listDoc("[", [placeDoc(at), value], "]");
}

/** Whether values are put at places of given members one by one. */
function isPlaced(plan: Plan): boolean {
  if (hasFixedMembers(plan)) return true;
  const { code, message } = plan.model.body;
  const places = [code.at, ...(message === undefined ? [] : [message.at]), ...filledMembers(plan).map(({ at }) => at)];
  return places.some(({ length }) => length > 1) && leftOfAll(plan) !== "none";
}

function hasFixedMembers({ errors }: Plan): boolean {
  return errors.some(hasFixed);
}

const AROUND = declareTypeText(`interface Around {
  readonly response?: object | undefined;
}`);

/** Whether programs give the members around a list of errors. */
function hasAround({ model }: Plan): boolean {
  return (model.body.list?.members.length ?? 0) > 0;
}

/** The member around a list that holds the id of the request. */
function aroundId(plan: Plan): MemberModel | undefined {
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
    ...(aroundId(plan) === undefined ? [] : [{ at: requestIdPlace(plan) ?? [], value: ID, isRequired: true }]),
  ];
  if (!hasAround(plan))
    return [["const body = ", blockDoc("{", literalLines(values.map(({ at, value }) => ({ path: at, value })))), ";"]];
  const pairs = values.map(({ at, value }) => pairDoc(at, value));
  return [["const body = ", callWithList("bodyWith", ["options.response"], pairs), ";"]];
}

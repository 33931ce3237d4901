// A table becomes reply.ts: the function from any thrown value to status, headers and body.
import { pointerText } from "../../../text/json/pointer.ts";
import { isXml } from "../http/body-places.ts";
import { hasListed } from "../messages/fixed-members.ts";
import { leftType } from "../messages/left-members.ts";
import { declareAlias, declareFunction, declareInterface } from "../printer/declarations.ts";
import { declareText, type Item, type Module } from "../printer/module.ts";
import { declareObject } from "../printer/object-constant.ts";
import { type Doc, group, HARD_LINE, indent, LINE, layout } from "../printer/typescript-layout.ts";
import { stringLiteral } from "../printer/typescript-literal.ts";
import { type MemberShape, member, named, STRING } from "../printer/typescript-type.ts";
import { importsFrom, type Plan } from "../product-plan.ts";
import {
  AROUND,
  aroundId,
  directWriter,
  hasAround,
  hasFixedMembers,
  isDirect,
  isPlaced,
  writer,
} from "./body-writer.ts";
import { filledMembers, REQUEST_ID } from "./filled-members.ts";

export function emitReply(plan: Plan): Module {
  const { names } = plan;
  const placing = isPlaced(plan);
  return {
    name: "reply",
    declarations: [
      ...importsFrom(
        {
          bodies: {
            types: hasFixedMembers(plan) ? ["FixedOfCode"] : [],
            values: [
              ...(placing || hasAround(plan) ? ["bodyWith"] : []),
              ...(hasFixedMembers(plan) ? ["fixedValues"] : []),
            ],
          },
          "failure-rows": { values: ["failureBrand", "fallbackFacts"] },
          "listed-values": { values: hasListed(plan) ? ["listedValues"] : [] },
          server: {
            types: [...(isDirect(plan) ? [] : ["FailureFacts"]), "Reply", "ReplyOptions", "ReplyTable"],
            values: [
              "replyTo",
              ...(fillsTexts(plan) ? ["textGiven"] : []),
              ...(isContentless(plan) ? ["withoutContent"] : []),
            ],
          },
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
        body: [
          isContentless(plan)
            ? "return withoutContent(replyTo(error, replies, options));"
            : "return replyTo(error, replies, options);",
        ],
      }),
      declareAlias({ name: names.reply, doc: "A whole response; its body is a text.", type: named("Reply") }),
      ...optionTypes(plan),
      table(plan),
      ...(isDirect(plan) ? [] : [writer(plan)]),
      ...(hasAround(plan) ? [AROUND] : []),
    ],
  };
}

/** Whether bodies have texts of the options. */
function fillsTexts(plan: Plan): boolean {
  return aroundId(plan) !== undefined || filledMembers(plan).some(({ value }) => value.startsWith("textGiven("));
}

/** Whether a status of an error may be one whose responses have no content. */
function isContentless({ errors }: Plan): boolean {
  return errors.some(({ cases }) =>
    cases.some(({ statuses }) => statuses.length === 0 || statuses.some((status) => [204, 205, 304].includes(status))),
  );
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
    filledMembers(plan).some(({ value, isRequired }) => isRequired && value === REQUEST_ID) ||
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
  const lines: readonly Doc[] = [
    "brand: failureBrand,",
    `type: ${stringLiteral(mediaType)},`,
    "fallback: fallbackFacts,",
    isDirect(plan) ? directWriter(plan) : "write: writeBody,",
  ];
  return declareObject({ name: "replies", type: "ReplyTable" }, lines);
}

// A table becomes the Error class of all its failures, and a class for each code.
import { hasParams } from "../messages/message-types.ts";
import { hasCases } from "../messages/template-text.ts";
import { declareClass, type Method } from "../printer/classes.ts";
import { callDoc } from "../printer/code.ts";
import { declareAlias } from "../printer/declarations.ts";
import type { Form, Item } from "../printer/module.ts";
import { type Doc, group, HARD_LINE, indent, LINE, typed } from "../printer/typescript-layout.ts";
import { codeLiteral, commentText, stringLiteral } from "../printer/typescript-literal.ts";
import {
  type MemberShape,
  member,
  memberLines,
  NUMBER,
  named,
  orUndefined,
  readonlyRecord,
  STRING,
} from "../printer/typescript-type.ts";
import type { Plan, PlannedError } from "../product-plan.ts";
import { shortDoc } from "../types/doc-comments.ts";
import { hasTags } from "../types/error-classes.ts";
import { requiresOptions } from "./failure-options.ts";
import { factsDoc, hasHeaders, hasSensitive, needsGuard, rowDoc, shortCall } from "./failure-rows.ts";
import { leftForFailure } from "./filled-members.ts";

export function declareFailureClass(plan: Plan, hasRetry: boolean): Item {
  const { names, model } = plan;
  return declareClass({
    name: names.failure,
    doc: commentText(`An error of ${model.title} that a server throws and answers with.`),
    typeParameter: `Code extends ${names.code}`,
    base: "Error",
    members: () => declaredMembers(plan, hasRetry).flatMap(memberLines),
    methods: (form) => methods(plan, hasRetry, form),
  });
}

function declaredMembers(plan: Plan, hasRetry: boolean): readonly MemberShape[] {
  const { names } = plan;
  const tags = { kind: "array", item: named(names.tag) } as const;
  return [
    member("code", named("Code")),
    member("status", NUMBER, "The HTTP status of the reply."),
    member("params", named(`${names.params}<Code>`)),
    ...(hasRetry
      ? [member("retry", orUndefined(named(names.retry)), "The retry class; undefined if the API does not state one.")]
      : []),
    ...(hasTags(plan) ? [member("tags", tags)] : []),
    ...(hasCases(plan)
      ? [member("case", named("string | undefined"), "The case of the error; undefined if it has none.")]
      : []),
    ...(hasHeaders(plan)
      ? [member("headers", readonlyRecord(STRING, STRING), "The headers of the reply that only this error has.")]
      : []),
  ];
}

/** The types of the casts in it; short names keep its lines the same in every table. */
export function castTypes(plan: Plan, hasRetry: boolean): readonly Item[] {
  const { names } = plan;
  return [
    ...(hasRetry ? [declareAlias({ name: "RetryClass", isLocal: true, type: orUndefined(named(names.retry)) })] : []),
    ...(hasTags(plan) ? [declareAlias({ name: "TagName", isLocal: true, type: named(names.tag) })] : []),
  ];
}

function methods(plan: Plan, hasRetry: boolean, form: Form): readonly Method[] {
  const { names, model } = plan;
  const isHidden = hasSensitive(plan);
  const integers = hasIntegers(plan) || isHidden;
  const own = "name: this.name, message: this.message";
  const report: Doc = [
    "return ",
    typed(
      [`{ ...this, ${own}`, integers ? ", ...facts" : "", " };"],
      [callDoc("Object.assign", ["{}", "this", `{ ${own} }`, ...(integers ? ["facts"] : [])]), ";"],
    ),
  ];
  const hasMessage = model.body.message !== undefined;
  return [
    {
      head: "constructor",
      parameters: [
        ["facts", typed(": FailureFacts")],
        ["options", typed("?: CommonOptions")],
      ],
      body: [
        ...(hasMessage ? [] : ["const message = facts.message || String(facts.row.code);"]),
        typed("// Libraries before ES2022 do not declare the second argument."),
        [
          "super(",
          typed("...(["),
          hasMessage ? "facts.message" : "message",
          ", options",
          typed("] as unknown as [string])"),
          ");",
        ],
        ["this.code = facts.row.code", typed(" as Code"), ";"],
        "this.status = facts.row.status;",
        assigned("this.params", "facts.params", `${names.params}<Code>`),
        ...(hasRetry ? [["this.retry = facts.row.retry", typed(" as RetryClass"), ";"]] : []),
        ...(hasTags(plan)
          ? ["const { tags = [] } = facts.row;", ["this.tags = tags", typed(" as readonly TagName[]"), ";"]]
          : []),
        ...(hasCases(plan) ? ["this.case = facts.row.case;"] : []),
        ...(hasHeaders(plan) ? ["this.headers = facts.row.headers || {};"] : []),
        "Object.defineProperty(this, failureBrand, { value: facts });",
      ],
    },
    nameMethod(names.failure, form),
    {
      doc: "The members that reports need, without the stack and the cause.",
      head: "toJSON",
      parameters: [],
      returns: "object",
      body: isHidden
        ? [["const facts = loggedOf(this, failureBrand);"], report]
        : integers
          ? ["const facts = { params: plainParams(this.params) };", report]
          : [report],
    },
  ];
}

/** A cast by way of unknown, which no compiler refuses. */
function assigned(name: string, value: string, type: string): Doc {
  return [`${name} =`, group(indent([LINE, value, typed(` as unknown as ${type}`)])), ";"];
}

/** Whether params may be integers of 64 bits, which JSON does not have. */
export function hasIntegers({ errors }: Plan): boolean {
  return errors.some(({ cases }) => cases.some(({ params }) => params.some(({ type }) => type === "int64")));
}

/** Stacks begin with a name that the prototype has. */
function nameMethod(name: string, _form: Form): Method {
  return {
    head: "override get name",
    parameters: [],
    returns: "string",
    body: [["return ", stringLiteral(name), ";"]],
  };
}

export function declareCodeClass(error: PlannedError, plan: Plan): Item {
  const { names, code, wireCode } = error;
  const type = codeLiteral(wireCode);
  const needsParams = hasParams(error, plan);
  const params = needsParams ? "params" : "{}";
  const isGuarded = needsGuard(error, plan);
  const facts = factsDoc({
    row: rowDoc(plan, [error], names.row, params),
    message: shortCall(names.format, needsParams ? ["params"] : []),
    params,
    members: leftForFailure(plan, error) !== "none",
  });
  return declareClass({
    name: names.failure,
    doc: shortDoc(error, `The failure with the code ${code}.`),
    base: [plan.names.failure, typed(`<${type}>`)],
    members: () => [],
    methods: (form) => [
      {
        head: "constructor",
        parameters: [
          ...(needsParams ? [["params", typed(`: ${names.params}`)] as const] : []),
          ["options", typed(`${requiresOptions(plan, error) ? "" : "?"}: ${plan.names.failureOptions}<${type}>`)],
        ],
        body: isGuarded
          ? [
              ["const facts = ", facts, ";"],
              ["super(", callDoc("guardedFacts", ["facts", "fallbackFacts()"]), ", options);"],
            ]
          : [["super(", indent([HARD_LINE, facts, ",", HARD_LINE, "options,"]), HARD_LINE, ");"]],
      },
      nameMethod(names.failure, form),
    ],
  });
}

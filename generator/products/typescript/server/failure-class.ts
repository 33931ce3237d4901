// A table becomes the Error class of all its failures.
import { hasCases } from "../messages/template-text.ts";
import { declareClass, type Method } from "../printer/classes.ts";
import { blockDoc, callDoc } from "../printer/code.ts";
import { declareAlias, declareFunction, declareInterface } from "../printer/declarations.ts";
import { declareText, declareTypeText, type Item } from "../printer/module.ts";
import { type Doc, typed } from "../printer/typescript-layout.ts";
import { commentText } from "../printer/typescript-literal.ts";
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
import type { Plan } from "../product-plan.ts";
import { hasTags } from "../types/error-classes.ts";
import { hasHeaders, hasSensitive } from "./failure-rows.ts";
import { leftForFailures } from "./filled-members.ts";

/**
 * The class of all failures. It has no constructor of its own: engines capture stacks the slower the more constructors
 * there are.
 */
export function declareFailureClass(plan: Plan, hasRetry: boolean): readonly Item[] {
  const { names, model } = plan;
  const base = plan.options.stacks === false ? "PlainError" : "Error";
  return [
    declareText("FailureBase", { isExported: false, isType: false }, (form) =>
      form === "ts" ? `const FailureBase = ${base} as unknown as FailureMaker;` : undefined,
    ),
    declareClass({
      name: names.failure,
      doc: commentText(`An error of ${model.title} that a server throws and answers with.`),
      isAbstract: true,
      typeParameter: `Code extends ${names.code}`,
      base: (form) => (form === "ts" ? "FailureBase<Code>" : form === "js" ? base : "Error"),
      members: (form) => (form === "ts" ? [] : declaredMembers(plan, hasRetry).flatMap(memberLines)),
      methods: () => [reportMethod(plan)],
    }),
    onlyInTypescript(
      declareInterface({
        name: "FailureMembers",
        isLocal: true,
        typeParameters: [`Code extends ${names.code}`],
        members: declaredMembers(plan, hasRetry),
      }),
    ),
    onlyInTypescript(declareAlias({ name: "AnyCode", doc: "A short name.", isLocal: true, type: named(names.code) })),
    onlyInTypescript(FAILURE_MAKER),
    ...filler(plan, hasRetry),
  ];
}

function onlyInTypescript(item: Item): Item {
  return { ...item, print: (form, isExported) => (form === "ts" ? item.print(form, isExported) : []) };
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
    ...(leftForFailures(plan) === "none" ? [] : [member("members", orUndefined(named("object")), MEMBERS_DOC)]),
  ];
}

const MEMBERS_DOC = "The members of the body that neither code nor params fill in.";

/** Libraries before ES2022 do not declare the second argument of errors. */
const FAILURE_MAKER = declareTypeText(`type FailureMaker = new <Code extends AnyCode>(
  message: string,
  options: CommonOptions | undefined,
) => Error & FailureMembers<Code>;`);

/** Engines read objects faster whose members always come in one order. */
function filler(plan: Plan, hasRetry: boolean): readonly Item[] {
  const members = leftForFailures(plan) !== "none";
  const values: readonly (readonly [name: string, value: string])[] = [
    ["code", "row.code"],
    ["status", "row.status"],
    ["params", "params"],
    ...(hasRetry ? [["retry", "row.retry"] as const] : []),
    ...(hasTags(plan) ? [["tags", "row.tags || []"] as const] : []),
    ...(hasCases(plan) ? [["case", "row.case"] as const] : []),
    ...(hasHeaders(plan) ? [["headers", "row.headers || {}"] as const] : []),
    ...(members ? [["members", "members"] as const] : []),
  ];
  return [
    declareFunction({
      name: "fillFailure",
      isLocal: true,
      parameters: ["failure: Filled", "row: FailureRow", "params: object", ...(members ? ["members?: object"] : [])],
      returns: "void",
      body: values.map(([name, value]) => `failure.${name} = ${value};`),
    }),
    onlyInTypescript(
      declareTypeText(`interface Filled {\n${values.map(([name]) => `  ${name}: unknown;`).join("\n")}\n}`),
    ),
  ];
}

/** The members that reports need. */
function reportMethod(plan: Plan): Method {
  const isHidden = hasSensitive(plan);
  const hasFacts = hasIntegers(plan) || isHidden;
  // JSON leaves undefined members out; a program may have set the cause itself.
  const own = ["name: this.name,", "message: this.message,", "cause: undefined,"];
  const plain: Doc = hasFacts
    ? ["return ", callDoc("Object.assign", ["{}", "this", `{ ${own.join(" ").slice(0, -1)} }`, "facts"]), ";"]
    : [blockDoc("return Object.assign({}, this, {", own), ");"];
  const report = typed([blockDoc("return {", ["...this,", ...own, ...(hasFacts ? ["...facts,"] : [])]), ";"], plain);
  const facts = isHidden
    ? ["const facts = loggedOf(this, failureBrand);"]
    : hasFacts
      ? ["const facts = { params: plainParams(this.params) };"]
      : [];
  return {
    doc: "The members that reports need, without the stack and the cause.",
    head: "toJSON",
    parameters: [],
    returns: "object",
    body: [...facts, report],
  };
}

/** Whether params may be integers of 64 bits, which JSON does not have. */
export function hasIntegers({ errors }: Plan): boolean {
  return errors.some(({ cases }) => cases.some(({ params }) => params.some(({ type }) => type === "int64")));
}

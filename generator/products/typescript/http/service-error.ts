// A table becomes the class whose instances are the errors in HTTP responses.

import { declareClass, type Method } from "../printer/classes.ts";
import { callDoc } from "../printer/code.ts";
import type { Form, Item } from "../printer/module.ts";
import { type Doc, group, indent, LINE, typed } from "../printer/typescript-layout.ts";
import { commentText, stringLiteral } from "../printer/typescript-literal.ts";
import {
  type MemberShape,
  member,
  memberLines,
  NUMBER,
  named,
  orUndefined,
  STRING,
} from "../printer/typescript-type.ts";
import type { Plan } from "../product-plan.ts";
import { codeKind } from "../types/code-kind.ts";
import { hasRetries } from "../types/error-classes.ts";
import { requestIdPlace } from "./body-places.ts";
import { hasRetryOfCases } from "./case-readers.ts";

/** The optional members of the class. */
export interface Extent {
  readonly params: boolean;
  readonly retry: boolean;
  readonly cases: boolean;
  /** Whether messages that are no mere texts tell cases or params. */
  readonly texts: boolean;
  readonly list: boolean;
}

export function declareErrorClass(plan: Plan, has: Extent): Item {
  const { serviceError: name } = plan.names;
  return declareClass({
    name,
    doc: commentText(`An error in a response of ${plan.model.title}.`),
    base: () => "Error",
    // In JavaScript the constructor alone makes these members.
    members: (form) => [nameMember(name, form), ...declaredMembers(plan, has).flatMap(memberLines)],
    methods: (form) => methods(plan, has, form),
  });
}

function nameMember(name: string, form: Form): Doc {
  if (form === "d.ts") return "readonly name: string;";
  return [
    typed("override readonly "),
    "name",
    typed(": string"),
    " =",
    group(indent([LINE, stringLiteral(name)])),
    ";",
  ];
}

function declaredMembers(plan: Plan, has: Extent): readonly MemberShape[] {
  const { wireCode, retry } = plan.names;
  return [
    member("status", NUMBER, "The HTTP status; 0 if there is no response with one."),
    member("code", orUndefined(named(wireCode)), codeDoc(plan)),
    ...(has.cases ? [member("case", named("string | undefined"), CASE_DOC)] : []),
    ...(has.params ? [member("params", named("ParamsOfAny | undefined"), PARAMS_DOC)] : []),
    member("body", named("TableBody | undefined"), BODY_DOC),
    ...(has.list ? [member("errors", { kind: "array", item: named("TableBody") }, ERRORS_DOC)] : []),
    ...(has.retry ? [member("retry", orUndefined(named(retry)), RETRY_DOC)] : []),
    member("requestId", named("string | undefined"), idDoc(requestIdPlace(plan)?.at(-1))),
    member("retryAfter", named("number | undefined"), RETRY_AFTER_DOC),
    member("excerpt", STRING, "The start of the body as text, for reports."),
  ];
}

function codeDoc({ model }: Plan): string {
  const { isOptional, header } = model.body.code;
  const places = ["in the body", ...(header === undefined ? [] : ["in the header"])].join(" or ");
  return isOptional
    ? `The code ${places}, or else that of the message and the status; undefined if these are of no error.`
    : `The code ${places}; undefined if it has none.`;
}

const BODY_DOC =
  "The error in the body, in the spelling of the types; undefined if the body does not fit the types. If such a body has a code or a message, the cause names the mismatch.";
const PARAMS_DOC = "The params of the message; undefined if they are not certain.";
const CASE_DOC = "The case of the error; undefined if it has no cases, or if its case is not certain.";
const ERRORS_DOC = "All errors of the response that fit the types; the other members are of the first error.";
const RETRY_DOC = "The retry class; undefined if the API does not state one.";
const RETRY_AFTER_DOC = "The number of milliseconds to wait, as the server asks; at most the longest delay of a timer.";

function methods(plan: Plan, has: Extent, form: Form): readonly Method[] {
  const { names } = plan;
  const narrowed = has.params ? "body and params" : "the body";
  const made = `Made extends ${names.serviceError}`;
  return [
    {
      head: "constructor",
      parameters: [["facts", typed(`: ${names.serviceErrorFacts}`)]],
      body: constructorBody(plan, has, form),
    },
    {
      doc: `Whether it is the error with this code. This narrows the types of ${narrowed}, too.`,
      head: "is",
      typeParameter: `Code extends ${names.code}`,
      parameters: [["code", typed(": Code")]],
      returns: `this is ${names.serviceErrorOf}<Code>`,
      body: ["return this.code === code;"],
    },
    {
      doc: "The members that reports need, with the message.",
      head: "toJSON",
      parameters: [],
      returns: "object",
      body: ["return Object.assign({ name: this.name, message: this.message }, this);"],
    },
    {
      doc: "Reads the error in a response. It never fails, for any response.",
      head: "static async fromResponse",
      typeParameter: made,
      isOfSubclass: true,
      parameters: [
        ["response", typed(": ResponseLike")],
        ["options", typed("?: ReadOptions")],
      ],
      returns: "Promise<Made>",
      body: [
        ["const facts = await ", callDoc("readResponse", ["response", "reader", "options"]), ";"],
        "return new this(facts);",
      ],
    },
    {
      doc: "The error in a response whose body a client has read. It never fails, either.",
      head: "static from",
      typeParameter: made,
      isOfSubclass: true,
      parameters: [["response", typed(": ReceivedResponse")]],
      returns: "Made",
      body: ["return new this(readReceived(response, reader));"],
    },
  ];
}

function constructorBody(plan: Plan, has: Extent, form: Form): readonly Doc[] {
  const retries = [
    ...(hasRetries(plan) ? [callDoc(plan.names.findRetry, ["code"])] : []),
    ...(hasRetryOfCases(plan) ? ["retryOf(code, this.case)"] : []),
  ];
  const printed = has.texts ? "printed" : "text";
  const idText = requestIdPlace(plan) === undefined ? undefined : "textAt(facts.body, reader.places.requestId)";
  return [
    ["const own = ", callDoc("firstText", ["facts.body", "reader.places.message"]), ";"],
    "const text = orElse(own, facts.message);",
    ...(has.texts
      ? [["const [printed = text] = ", callDoc("printedTexts", ["facts.body", "reader.places.message"]), ";"]]
      : []),
    "super(orElse(text, statusMessage(facts)));",
    ...nameAssignment(plan.names.serviceError, form),
    'if (facts.cause !== undefined) hideMember(this, "cause", facts.cause);',
    "this.status = facts.status;",
    knownCode("facts.body", plan),
    "const code = orElse(known, facts.code);",
    "this.code = code;",
    ...(has.cases
      ? [firstDefined("this.case", ["facts.case", callDoc("caseOf", ["code", "facts.body", "facts.status", printed])])]
      : []),
    ...(has.params
      ? [
          ["const params = ", callDoc("paramsOf", ["code", printed, ...(has.cases ? ["this.case"] : [])]), ";"],
          "// JSON has no integers of 64 bits; reports of the error leave the params out.",
          'hideMember(this, "params", params);',
        ]
      : []),
    "this.body = facts.body;",
    ...(has.list
      ? [firstDefined("this.errors", ["facts.bodies", "facts.body === undefined ? [] : [facts.body]"])]
      : []),
    ...(has.retry ? [firstDefined("this.retry", retries)] : []),
    firstDefined("this.requestId", [...(idText === undefined ? [] : [idText]), "facts.requestId"]),
    "this.retryAfter = facts.retryAfter;",
    'this.excerpt = orElse(facts.excerpt, "");',
    "// Other copies of this module know the error by it, and so they know subclasses.",
    "hideMember(this, brand, true);",
  ];
}

/** TypeScript has a declaration of the member instead. */
function nameAssignment(name: string, form: Form): readonly Doc[] {
  return form === "js" ? [assignment("this.name", stringLiteral(name))] : [];
}

function assignment(name: string, value: Doc): Doc {
  return [`${name} =`, group(indent([LINE, value])), ";"];
}

/** One value, or the first of two that is defined. */
function firstDefined(name: string, values: readonly Doc[]): Doc {
  const [only = "undefined", other] = values;
  return other === undefined ? assignment(name, only) : [`${name} = `, callDoc("orElse", values), ";"];
}

function idDoc(member: string | number | undefined): string {
  const header = "the header x-request-id, or else the first header whose name ends in request-id";
  const own = member === undefined ? "" : `the member ${commentText(String(member))} of the body, or else `;
  return `The id of the request, for the support of the service: ${own}${header}.`;
}

/** A constant that holds the code in a body. */
function knownCode(body: string, plan: Plan): Doc {
  return ["const known = codeIn", typed(`<${codeKind(plan)}>`), `(${body}, reader.places);`];
}

// A table becomes the class whose instances are the errors in HTTP responses.
import { blockDoc, callDoc, listDoc, listItems } from "../printer/code.ts";
import { declareFunction, typeParameterDoc } from "../printer/declarations.ts";
import { withoutTypes } from "../printer/javascript.ts";
import { declareText, type Form, type Item } from "../printer/module.ts";
import { type Doc, group, HARD_LINE, indent, LINE, layout, typed } from "../printer/typescript-layout.ts";
import { commentText, propertyAccess, stringLiteral } from "../printer/typescript-literal.ts";
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

/** The optional members of the class. */
export interface Extent {
  readonly params: boolean;
  readonly retry: boolean;
}

export function declareErrorClass(plan: Plan, has: Extent): Item {
  const { serviceError: name } = plan.names;
  const comment = `/** ${commentText(`An error in a response of ${plan.model.title}.`)} */`;
  return declareText(name, { isExported: true, isType: false }, (form, isExported) => {
    const head = `${isExported ? "export " : ""}${form === "d.ts" ? "declare " : ""}class ${name} extends Error {`;
    const block = blockDoc(head, [
      nameMember(name, form),
      // In JavaScript the constructor alone makes these members.
      ...declaredMembers(plan, has)
        .flatMap(memberLines)
        .map((line) => typed(line)),
      ...methods(plan, has).flatMap((method) => methodLines(method, form)),
    ]);
    const text = [comment, HARD_LINE, block];
    return layout(form === "js" ? withoutTypes(text) : text);
  });
}

function nameMember(name: string, form: Form): Doc {
  if (form === "d.ts") return `readonly name: ${stringLiteral(name)};`;
  return [typed("override readonly "), "name =", group(indent([LINE, stringLiteral(name)])), ";"];
}

function declaredMembers(plan: Plan, has: Extent): readonly MemberShape[] {
  const { wireCode, retry } = plan.names;
  return [
    member("status", NUMBER, "The HTTP status."),
    member("code", orUndefined(named(wireCode)), "The code in the body; undefined if it has none."),
    member("body", named("TableBody | undefined"), BODY_DOC),
    ...(has.retry ? [member("retry", orUndefined(named(retry)), RETRY_DOC)] : []),
    member("requestId", named("string | undefined"), idDoc(requestIdMember(plan))),
    member("retryAfter", named("number | undefined"), RETRY_AFTER_DOC),
    member("excerpt", STRING, "The start of the body as text, for reports."),
  ];
}

const BODY_DOC =
  "The error in the body, in the spelling of the types; undefined if the body does not fit the types. If such a body has a code or a message, the cause names the mismatch.";
const RETRY_DOC = "The retry class; undefined if the API does not state one.";
const RETRY_AFTER_DOC = "The number of milliseconds to wait, as the server asks; at most the longest delay of a timer.";

interface Method {
  readonly doc?: string;
  readonly head: string;
  readonly typeParameter?: string;
  readonly parameters: readonly Doc[];
  readonly returns?: string;
  readonly body: readonly Doc[];
}

function methods(plan: Plan, has: Extent): readonly Method[] {
  const { names } = plan;
  const known = has.params ? "body and params" : "the body";
  const params: Method = {
    doc: "The params of the message; undefined if they are not certain.",
    head: "get params",
    parameters: [],
    returns: "ParamsOfAny | undefined",
    body: ["return paramsOf(this.body);"],
  };
  return [
    {
      head: "constructor",
      parameters: [["facts", typed(`: ${names.serviceErrorFacts}`)]],
      body: constructorBody(plan, has),
    },
    ...(has.params ? [params] : []),
    {
      doc: `Whether it is the error with this code, as the table describes it. This narrows the types of ${known}, too.`,
      head: "is",
      typeParameter: `Code extends ${names.code}`,
      parameters: [["code", typed(": Code")]],
      returns: `this is ${names.serviceErrorOf}<Code>`,
      body: ["return this.body !== undefined && this.code === code;"],
    },
    {
      doc: "Reads the error in a response. It never fails, for any response.",
      head: "static async fromResponse",
      parameters: [
        ["response", typed(": ResponseLike")],
        ["options", typed("?: ReadOptions")],
      ],
      returns: `Promise<${names.serviceError}>`,
      body: [
        ["const facts = await ", callDoc("readResponse", ["response", names.read, "bodyPlaces", "options"]), ";"],
        ["return ", callDoc(`new ${names.serviceError}`, ["facts"]), ";"],
      ],
    },
  ];
}

function constructorBody(plan: Plan, has: Extent): readonly Doc[] {
  const id = requestIdMember(plan);
  return [
    ["const body", typed(": AnyBody | undefined"), " = facts.body;"],
    "const options = facts.cause === undefined ? {} : { cause: facts.cause };",
    "super(messageOf(facts), options);",
    "this.status = facts.status;",
    ["const fitting =", group(indent([LINE, bodyMember("body", plan.model.body.code.at, true)])), ";"],
    "const code = fitting ?? facts.code;",
    "this.code = code;",
    "this.body = facts.body;",
    ...(has.retry ? [["this.retry =", group(indent([LINE, callDoc(plan.names.findRetry, ["code"])])), ";"]] : []),
    id === undefined
      ? "this.requestId = facts.requestId;"
      : ["this.requestId = idOf(", bodyMember("body", [id], true), ") ?? facts.requestId;"],
    "this.retryAfter = facts.retryAfter;",
    'this.excerpt = facts.excerpt ?? "";',
  ];
}

function methodLines({ doc, head, typeParameter, parameters, returns, body }: Method, form: Form): readonly Doc[] {
  const types = typeParameter === undefined ? "" : typed(listDoc("<", [typeParameterDoc(typeParameter)], ">"));
  const result = returns === undefined ? "" : typed(`: ${returns}`);
  const name = form === "d.ts" ? head.replace("async ", "") : head;
  const signature: Doc = [name, types, group([listItems("(", parameters, ")"), result])];
  const comment = doc === undefined ? [] : [`/** ${doc} */`];
  if (form === "d.ts") return [...comment, [signature, ";"]];
  // The empty text is the line before the method.
  return ["", ...comment, blockDoc([signature, " {"], body)];
}

function idDoc(member: string | undefined): string {
  const header = "the header x-request-id, or else the first header whose name ends in request-id";
  const own = member === undefined ? "" : `the member ${commentText(member)} of the body, or else `;
  return `The id of the request, for the support of the service: ${own}${header}.`;
}

/** The member of all bodies that is named like the id of a request. */
export function requestIdMember({ model }: Plan): string | undefined {
  const plain = (name: string): string => name.replace(/[^A-Za-z]/g, "").toLowerCase();
  return model.body.members.find(({ at }) => at.length === 1 && plain(at[0] ?? "").endsWith("requestid"))?.at[0];
}

/** Reads the member at the end of a path; `isOptional` where the body may be missing. */
export function bodyMember(body: string, path: readonly string[], isOptional = false): Doc {
  // Linters report an access to a member of this name as an access to the prototype.
  if (path.includes("__proto__")) {
    const read = path.reduce<Doc>((object, name) => callDoc("memberAt", [object, stringLiteral(name)]), body);
    return isOptional ? [`${body} && `, read] : read;
  }
  const [first = "", ...others] = path.map((name) => propertyAccess("", name));
  const start = isOptional ? `?.${first.replace(/^\./, "")}` : first;
  return body + start + others.join("");
}

export const MEMBER_READER = declareFunction({
  name: "memberAt",
  isLocal: true,
  typeParameters: ["Value", "Name extends keyof Value"],
  parameters: ["value: Value", "name: Name"],
  returns: "Value[Name]",
  body: ["return value[name];"],
});

// A table becomes the class whose instances are the errors in HTTP responses.

import { blockDoc, callDoc, listItems } from "../printer/code.ts";
import { declareFunction } from "../printer/declarations.ts";
import { withoutTypes } from "../printer/javascript.ts";
import { declareText, type Form, type Item } from "../printer/module.ts";
import { type Doc, group, HARD_LINE, indent, join, LINE, layout, typed } from "../printer/typescript-layout.ts";
import { commentText, propertyAccess, stringLiteral } from "../printer/typescript-literal.ts";
import { named, type TypeShape, typeDoc } from "../printer/typescript-type.ts";
import type { Plan } from "../product-plan.ts";
import { union } from "../types/schema-types.ts";

/** The optional members of the class. */
export interface Extent {
  readonly params: boolean;
  readonly retry: boolean;
}

export function declareErrorClass(plan: Plan, has: Extent): Item {
  const { serviceError: name } = plan.names;
  const doc = `/** ${commentText(`An error in a response of ${plan.model.title}.`)} */`;
  const print = (form: Form, isExported: boolean): Doc => {
    const keyword = `${isExported ? "export " : ""}${form === "d.ts" ? "declare " : ""}class`;
    const own = [nameMember(name, form), ...declaredMembers(plan, has)];
    const rest = methods(plan, has).flatMap((each): readonly Doc[] =>
      form === "d.ts" ? [methodDoc(each, form)] : [BLANK, methodDoc(each, form)],
    );
    return [doc, HARD_LINE, blockDoc(`${keyword} ${name} extends Error {`, [join(own, HARD_LINE), ...rest])];
  };
  return declareText({
    name,
    isExported: true,
    text: (form, stays) => layout(form === "js" ? withoutTypes(print(form, stays)) : print(form, stays)),
  });
}

/** A line between two members of a class. */
const BLANK: Doc = "";

function nameMember(name: string, form: Form): Doc {
  if (form === "d.ts") return `readonly name: ${stringLiteral(name)};`;
  return [typed("override readonly "), "name =", group(indent([LINE, stringLiteral(name)])), ";"];
}

/** In JavaScript the constructor alone makes them. */
function declaredMembers(plan: Plan, has: Extent): readonly Doc[] {
  const { names } = plan;
  const member = (doc: string, key: string, type: TypeShape): Doc =>
    typed([`/** ${doc} */`, HARD_LINE, `readonly ${key}: `, typeDoc(type), ";"]);
  return [
    member("The HTTP status.", "status", named("number", "number")),
    member(
      "The code in the body; undefined if it has none.",
      "code",
      union([named(names.wireCode), named("undefined")]),
    ),
    member(
      "The error in the body, in the spelling of the types; undefined if the body does not fit the types. If such a body has a code or a message, the cause names the mismatch.",
      "body",
      named("TableBody | undefined"),
    ),
    ...(has.retry
      ? [
          member(
            "The retry class; undefined if the API does not state one.",
            "retry",
            union([named(names.retry), named("undefined")]),
          ),
        ]
      : []),
    member(idDoc(requestIdMember(plan)), "requestId", named("string | undefined")),
    member(
      "The number of milliseconds to wait, as the server asks; at most the longest delay of a timer.",
      "retryAfter",
      named("number | undefined"),
    ),
    member("The start of the body as text, for reports.", "excerpt", named("string", "string")),
  ];
}

interface MethodParts {
  readonly doc?: string;
  readonly head: string;
  readonly isAsync?: boolean;
  readonly typeParameter?: Doc;
  readonly parameters: readonly (readonly [name: string, type: string])[];
  readonly returns?: string;
  readonly body: readonly Doc[];
}

function methods(plan: Plan, has: Extent): readonly MethodParts[] {
  const { names } = plan;
  const known = has.params ? "body and params" : "the body";
  return [
    { head: "constructor", parameters: [["facts", names.serviceErrorFacts]], body: constructorBody(plan, has) },
    ...(has.params
      ? [
          {
            doc: "The params of the message; undefined if they are not certain.",
            head: "get params",
            parameters: [],
            returns: "ParamsOfAny | undefined",
            body: ["return paramsOf(this.body);"],
          },
        ]
      : []),
    {
      doc: `Whether it is the error with this code, as the table describes it. This narrows the types of ${known}, too.`,
      head: "is",
      typeParameter: ["Code extends", group(indent([LINE, names.code]))],
      parameters: [["code", "Code"]],
      returns: `this is ${names.serviceErrorOf}<Code>`,
      body: ["return this.body !== undefined && this.code === code;"],
    },
    {
      doc: "Reads the error in a response. It never fails, for any response.",
      head: "static fromResponse",
      isAsync: true,
      parameters: [
        ["response", "ResponseLike"],
        ["options?", "ReadOptions"],
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
    ["const fitting =", group(indent([LINE, bodyMember("body", plan.model.body.code, true)])), ";"],
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

function methodDoc({ doc, head, isAsync, typeParameter, parameters, returns, body }: MethodParts, form: Form): Doc {
  const name = isAsync === true && form !== "d.ts" ? head.replace(/(?=\S+$)/, "async ") : head;
  const types = typeParameter === undefined ? "" : typed(group(listItems("<", [typeParameter], ">")));
  const list = parameters.map(
    ([parameter, type]): Doc => [parameter.replace("?", ""), typed([parameter.endsWith("?") ? "?" : "", `: ${type}`])],
  );
  const result = returns === undefined ? "" : typed(`: ${returns}`);
  const signature: Doc = [name, types, group([listItems("(", list, ")"), result])];
  const comment: Doc = doc === undefined ? "" : [`/** ${doc} */`, HARD_LINE];
  return [comment, form === "d.ts" ? [signature, ";"] : blockDoc([signature, " {"], body)];
}

function idDoc(member: string | undefined): string {
  const header = "the header x-request-id, or else the first header whose name ends in request-id";
  const own = member === undefined ? "" : `the member ${commentText(member)} of the body, or else `;
  return `The id of the request, for the support of the service: ${own}${header}.`;
}

/** The member of all bodies that is named like the id of a request. */
export function requestIdMember({ model }: Plan): string | undefined {
  const plain = (name: string): string => name.replace(/[^A-Za-z]/g, "").toLowerCase();
  return model.body.properties.find(({ name }) => plain(name).endsWith("requestid"))?.name;
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

// A table becomes http.ts: an Error class whose instances are made from any HTTP responses.

import { blockDoc, callDoc, ifDoc, listDoc, returnEqual } from "../printer/code.ts";
import { declareAlias, declareFunction, declareInterface } from "../printer/declarations.ts";
import { declareImport } from "../printer/imports.ts";
import { declareTypeText, declareValueText, type Item, type Module } from "../printer/module.ts";
import { constant } from "../printer/typescript-data.ts";
import { type Doc, group, HARD_LINE, indent, LINE, layout, typed } from "../printer/typescript-layout.ts";
import { stringLiteral } from "../printer/typescript-literal.ts";
import { type MemberShape, named, type TypeShape, typeDoc } from "../printer/typescript-type.ts";
import { modulePath, type Plan } from "../product-plan.ts";
import { union } from "../types/schema-types.ts";
import { bodyMember, declareErrorClass, type Extent, MEMBER_READER, requestIdMember } from "./service-error.ts";

export function emitHttp(plan: Plan): Module {
  const { names, parts } = plan;
  const { body } = plan.model;
  const has = { params: parts.has("messages"), retry: occurringRetries(plan).length > 0 };
  const guards = [names.read, ...(has.params ? [names.is] : [])];
  const types = [
    names.body,
    names.code,
    names.error,
    names.of,
    names.unknown,
    names.wireCode,
    ...(has.retry ? [names.retry] : []),
  ];
  return {
    name: "http",
    declarations: [
      declareImport(modulePath("guards", plan), guards, false),
      ...(has.retry ? [declareImport(modulePath("lookup", plan), [names.findRetry], false)] : []),
      ...(has.params
        ? [
            declareImport(modulePath("messages", plan), [names.params], true),
            declareImport(modulePath("messages", plan), [names.parse], false),
          ]
        : []),
      declareImport(modulePath("response", plan), ["BodyPlaces", "ReadOptions", "ResponseLike"], true),
      declareImport(modulePath("response", plan), ["readResponse"], false),
      declareImport(modulePath("types", plan), types.toSorted(), true),
      declareErrorClass(plan, has),
      knownErrorType(plan, has),
      factsType(plan),
      classGuard(plan),
      ...bodyTypes(plan, has),
      bodyPlaces(plan),
      messageReader(plan),
      ...(has.params ? [paramsReader(plan)] : []),
      ...(requestIdMember(plan) === undefined ? [] : [ID_READER]),
      ...([...body.code, ...body.message].includes("__proto__") ? [MEMBER_READER] : []),
    ],
  };
}

function occurringRetries({ byRetry }: Plan): readonly string[] {
  return [...byRetry].filter(([, errors]) => errors.length > 0).map(([retry]) => retry);
}

/** It does not extend the class: the compiler would try each body of the class on each body of the table. */
function knownErrorType({ names }: Plan, has: Extent): Item {
  const codeOnly = (name: string): TypeShape => named(`${name}<Code>`);
  const members: readonly Doc[] = [
    "readonly code: Code;",
    ["readonly body: ", typeDoc(codeOnly(names.of)), ";"],
    ...(has.params ? [["readonly params: ", typeDoc(union([codeOnly(names.params), named("undefined")])), ";"]] : []),
  ];
  const parameter = ["Code extends", group(indent([LINE, names.code]))];
  const text = layout([
    "/** Such an error with a code of the table. */",
    HARD_LINE,
    `export interface ${names.serviceErrorOf}`,
    listDoc("<", [parameter], ">"),
    blockDoc(" extends CommonMembers {", members),
  ]);
  return declareTypeText(names.serviceErrorOf, text, true);
}

function factsType({ names }: Plan): Item {
  const optional = (name: string, type: string, doc?: string): MemberShape => ({
    name,
    required: false,
    type: named(`${type} | undefined`),
    ...(doc === undefined ? {} : { doc }),
  });
  return declareInterface({
    name: names.serviceErrorFacts,
    doc: "The arguments of the constructor, for programs that have no response to read.",
    members: [
      { name: "status", type: named("number", "number"), required: true },
      optional("body", "TableBody"),
      optional("code", "string", "The code in a body that does not fit the table."),
      optional("message", "string"),
      optional("requestId", "string"),
      optional("retryAfter", "number"),
      optional("excerpt", "string"),
      { name: "cause", type: named("unknown"), required: false },
    ],
  });
}

function classGuard({ names }: Plan): Item {
  return declareFunction({
    name: names.isServiceError,
    doc: "Whether a value is such an error, of this or another copy of this module.",
    parameters: ["value: unknown"],
    returns: `value is ${names.serviceError}`,
    body: [
      [
        blockDoc("try {", [
          'if (typeof value !== "object" || value === null) return false;',
          ["const error", typed(": Named", ""), " = value;"],
          ifDoc(['typeof error.is !== "function"'], "return false;"),
          returnEqual("error.name", stringLiteral(names.serviceError)),
        ]),
        " ",
        blockDoc("catch {", ["// Getters and proxies can throw.", "return false;"]),
      ],
    ],
  });
}

function bodyTypes({ names }: Plan, has: Extent): readonly Item[] {
  const ofBody = (code: string): TypeShape => ({ kind: "reference", name: names.body, arguments: [named(code)] });
  const own = ["code", "body", ...(has.params ? ["params"] : [])].map((name) => named(stringLiteral(name)));
  const any = union([named(names.error), named(names.unknown)]);
  return [
    declareAlias({
      name: "CommonMembers",
      isLocal: true,
      doc: "The members that do not depend on the code.",
      type: { kind: "reference", name: "Omit", arguments: [named(names.serviceError), union(own)] },
    }),
    declareInterface({
      name: "Named",
      isLocal: true,
      members: ["name", "is"].map((name) => ({ name, type: named("unknown"), required: false })),
    }),
    declareAlias({ name: "TableBody", isLocal: true, type: any }),
    declareAlias({ name: "AnyBody", isLocal: true, type: ofBody(names.wireCode) }),
    ...(has.params
      ? [
          declareAlias({ name: "KnownBody", isLocal: true, type: ofBody(names.code) }),
          declareAlias({ name: "ParamsOfAny", isLocal: true, type: named(`${names.params}<${names.code}>`) }),
        ]
      : []),
  ];
}

/** The table's own spelling comes first, as it does for readers. */
function bodyPlaces({ model, errors }: Plan): Item {
  const { code, message, aliases, properties } = model.body;
  const required = properties.filter((member) => member.required).map(({ name }) => name);
  const places = {
    code: [code, ...aliases.map((alias) => alias.code)],
    message: [message, ...aliases.map((alias) => alias.message)],
    required,
    requiredOf: errors.flatMap(({ code: owner, details }) => {
      const names = (details?.["required"] ?? []) as readonly string[];
      return names.length === 0 ? [] : [[owner, ...names]];
    }),
  };
  const comment = "/** The paths to read in a body, even if it does not fit the table. */";
  return declareValueText("bodyPlaces", (hasTypes) => {
    const type = hasTypes ? ": BodyPlaces" : "";
    return `${comment}\n${constant(`const bodyPlaces${type} =`, places)}`;
  });
}

function messageReader({ model, names }: Plan): Item {
  return declareFunction({
    name: "messageOf",
    isLocal: true,
    parameters: [`facts: ${names.serviceErrorFacts}`],
    returns: "string",
    body: [
      ["const body", typed(": AnyBody | undefined"), " = facts.body;"],
      ifDoc("body !== undefined", ["return ", bodyMember("body", model.body.message), ";"]),
      "if (facts.message !== undefined) return facts.message;",
      'const detail = facts.code ?? "without an error body";',
      "return `HTTP status ${facts.status} ${detail}`;",
    ],
  });
}

function paramsReader({ model, names }: Plan): Item {
  const { code, message } = model.body;
  return declareFunction({
    name: "paramsOf",
    isLocal: true,
    parameters: ["body: unknown"],
    returns: "ParamsOfAny | undefined",
    body: [
      ifDoc(["!", callDoc(names.is, ["body"])], "return undefined;"),
      ["const known", typed(": KnownBody", ""), " = body;"],
      ["return ", callDoc(names.parse, [bodyMember("known", code), bodyMember("known", message)]), ";"],
    ],
  });
}

const ID_READER = declareFunction({
  name: "idOf",
  isLocal: true,
  parameters: ["value: unknown"],
  returns: "string | undefined",
  body: ['return typeof value === "string" && value !== "" ? value : undefined;'],
});

// A table becomes http.ts: an Error class whose instances are made from any HTTP responses.
import { blockDoc, callDoc, ifDoc, listDoc, returnEqual } from "../printer/code.ts";
import { declareAlias, declareFunction, declareInterface, typeParameterDoc } from "../printer/declarations.ts";
import { declareTypeText, type Item, type Module } from "../printer/module.ts";
import { declareData } from "../printer/typescript-data.ts";
import { HARD_LINE, layout, typed } from "../printer/typescript-layout.ts";
import { stringLiteral } from "../printer/typescript-literal.ts";
import {
  generic,
  literalType,
  type MemberShape,
  member,
  memberLines,
  NUMBER,
  named,
  optionalMember,
  orUndefined,
  type TypeShape,
  UNKNOWN,
} from "../printer/typescript-type.ts";
import { importsFrom, type Plan } from "../product-plan.ts";
import { hasRetries } from "../types/error-classes.ts";
import { union } from "../types/schema-types.ts";
import { bodyMember, declareErrorClass, type Extent, MEMBER_READER, requestIdMember } from "./service-error.ts";

export function emitHttp(plan: Plan): Module {
  const { names, parts } = plan;
  const { body } = plan.model;
  const has = { params: parts.has("messages"), retry: hasRetries(plan) };
  const messages = { types: [names.params], values: [names.parse] };
  const types = [names.body, names.code, names.error, names.of, names.unknown, names.wireCode];
  return {
    name: "http",
    declarations: [
      ...importsFrom(
        {
          guards: { values: [names.read, ...(has.params ? [names.is] : [])] },
          lookup: { values: has.retry ? [names.findRetry] : [] },
          messages: has.params ? messages : {},
          response: { types: ["BodyPlaces", "ReadOptions", "ResponseLike"], values: ["readResponse"] },
          types: { types: [...types, ...(has.retry ? [names.retry] : [])] },
        },
        plan,
      ),
      declareErrorClass(plan, has),
      knownErrorType(plan, has),
      factsType(plan),
      classGuard(plan),
      ...bodyTypes(plan, has),
      bodyPlaces(plan),
      messageReader(plan),
      ...(has.params ? [paramsReader(plan)] : []),
      ...(requestIdMember(plan) === undefined ? [] : [ID_READER]),
      ...([...body.code.at, ...(body.message?.at ?? [])].includes("__proto__") ? [MEMBER_READER] : []),
    ],
  };
}

/** It does not extend the class: the compiler would try each body of the class on each body of the table. */
function knownErrorType({ names }: Plan, has: Extent): Item {
  const members = [
    member("code", named("Code")),
    member("body", named(`${names.of}<Code>`)),
    ...(has.params ? [member("params", orUndefined(named(`${names.params}<Code>`)))] : []),
  ];
  const text = layout([
    "/** Such an error with a code of the table. */",
    HARD_LINE,
    `export interface ${names.serviceErrorOf}`,
    listDoc("<", [typeParameterDoc(`Code extends ${names.code}`)], ">"),
    blockDoc(" extends CommonMembers {", members.flatMap(memberLines)),
  ]);
  return declareTypeText(text);
}

function factsType({ names }: Plan): Item {
  const optional = (name: string, type: string, doc?: string): MemberShape =>
    optionalMember(name, named(`${type} | undefined`), doc);
  return declareInterface({
    name: names.serviceErrorFacts,
    doc: "The arguments of the constructor, for programs that have no response to read.",
    members: [
      member("status", NUMBER),
      optional("body", "TableBody"),
      optional("code", "string", "The code in a body that does not fit the table."),
      optional("message", "string"),
      optional("requestId", "string"),
      optional("retryAfter", "number"),
      optional("excerpt", "string"),
      optionalMember("cause", UNKNOWN),
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
  const own = union(["code", "body", ...(has.params ? ["params"] : [])].map(literalType));
  const alias = (name: string, type: TypeShape, doc?: string): Item => declareAlias({ name, isLocal: true, doc, type });
  const ofParams = [
    alias("KnownBody", generic(names.body, named(names.code))),
    alias("ParamsOfAny", named(`${names.params}<${names.code}>`)),
  ];
  return [
    alias(
      "CommonMembers",
      generic("Omit", named(names.serviceError), own),
      "The members that do not depend on the code.",
    ),
    declareInterface({
      name: "Named",
      isLocal: true,
      members: [optionalMember("name", UNKNOWN), optionalMember("is", UNKNOWN)],
    }),
    alias("TableBody", union([named(names.error), named(names.unknown)])),
    alias("AnyBody", generic(names.body, named(names.wireCode))),
    ...(has.params ? ofParams : []),
  ];
}

/** The table's own spelling comes first, as it does for readers. */
function bodyPlaces({ model, errors }: Plan): Item {
  const { aliases, members } = model.body;
  const code = model.body.code.at;
  const message = model.body.message?.at ?? [];
  const places = {
    code: [code, ...aliases.map((alias) => alias.code)],
    message: [message, ...aliases.map((alias) => alias.message ?? [])],
    required: members.filter(({ required }) => required).map(({ at }) => at[0] ?? ""),
    requiredOf: errors.flatMap(({ code: owner, own }) => {
      const names = (own?.["required"] ?? []) as readonly string[];
      return names.length === 0 ? [] : [[owner, ...names]];
    }),
  };
  const doc = "The paths to read in a body, even if it does not fit the table.";
  return declareData({ name: "bodyPlaces", type: "BodyPlaces", doc }, () => places);
}

function messageReader({ model, names }: Plan): Item {
  return declareFunction({
    name: "messageOf",
    isLocal: true,
    parameters: [`facts: ${names.serviceErrorFacts}`],
    returns: "string",
    body: [
      ["const body", typed(": AnyBody | undefined"), " = facts.body;"],
      ifDoc("body !== undefined", ["return ", bodyMember("body", model.body.message?.at ?? []), ";"]),
      "if (facts.message !== undefined) return facts.message;",
      'const detail = facts.code ?? "without an error body";',
      "return `HTTP status ${facts.status} ${detail}`;",
    ],
  });
}

function paramsReader({ model, names }: Plan): Item {
  const code = model.body.code.at;
  const message = model.body.message?.at ?? [];
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

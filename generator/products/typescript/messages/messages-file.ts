// A table becomes messages.ts: messages from params, params from messages, and whole bodies from both.
import { blockDoc, callDoc } from "../printer/code.ts";
import { declareAlias, declareFunction, declareInterface } from "../printer/declarations.ts";
import type { Declaration, Module } from "../printer/module.ts";
import { declareTypeMap } from "../printer/type-map.ts";
import { typed } from "../printer/typescript-layout.ts";
import { member, named, orUndefined, type TypeShape } from "../printer/typescript-type.ts";
import { importsFrom, type Plan, type PlannedError } from "../product-plan.ts";
import { shortDoc } from "../types/doc-comments.ts";
import { declareCreators } from "./create.ts";
import { hasClosedParams, hasParams, messageType, paramsType, templateExpression } from "./message-types.ts";

export function emitMessages(plan: Plan): Module {
  const { names, perCode } = plan;
  const creators = declareCreators(plan);
  const templates = perCode ? plan.errors.map((error) => error.names.template) : [];
  const statements = [
    ...messageTypes(plan),
    ...tableFunctions(plan),
    ...(perCode ? plan.errors.flatMap(codeFunctions) : []),
    ...creators.statements,
    ...innerFunctions(plan.errors),
  ];
  return {
    name: "messages",
    declarations: [
      ...importsFrom(
        {
          printf: { types: ["Value"], values: ["formatMessage", "readMessage"] },
          templates: { types: ["Template"], values: ["templateOf", ...templates] },
          types: { types: [names.code, ...creators.types] },
        },
        plan,
      ),
      ...statements,
    ],
  };
}

function messageTypes(plan: Plan): readonly Declaration[] {
  const { errors, names, perCode } = plan;
  const byCode = (kind: "params" | "message", typeOf: (error: PlannedError) => TypeShape, doc: string) => {
    const name = names[`${kind}ByCode`];
    const rows = errors.map((error) =>
      member(error.code, perCode ? named(error.names[kind]) : typeOf(error), shortDoc(error)),
    );
    return [
      declareTypeMap({ name, doc, rows }),
      declareAlias({
        name: names[kind],
        doc: `The ${kind === "params" ? "params of the message" : "message"} of the error with this code.`,
        typeParameters: [`Code extends ${names.code}`],
        type: named(`${name}[Code]`),
      }),
    ];
  };
  return [
    ...(perCode ? errors.flatMap(codeTypes) : []),
    ...byCode("params", paramsType, PARAMS_DOC),
    ...byCode("message", messageType, "The types of the messages by code."),
  ];
}

const PARAMS_DOC =
  "The params of the messages by code. If the API promises no text, the only param is the message itself.";

function codeTypes(error: PlannedError): readonly Declaration[] {
  const type = paramsType(error);
  const doc = shortDoc(error, `The params of the message of the error ${error.code}.`);
  const { params, message } = error.names;
  return [
    type.kind === "object"
      ? declareInterface({ name: params, doc, members: type.members })
      : declareAlias({ name: params, doc, type }),
    declareAlias({
      name: message,
      doc: shortDoc(error, `The message of the error ${error.code}.`),
      type: messageType(error),
    }),
  ];
}

function tableFunctions({ names }: Plan): readonly Declaration[] {
  return [
    declareFunction({
      name: names.format,
      doc: "The message of the error with this code.",
      typeParameters: [`Code extends ${names.code}`],
      parameters: ["code: Code", `params: ${names.params}<Code>`],
      returns: `${names.message}<Code>`,
      body: ["return fill(templateOf(code), params);"],
    }),
    declareFunction({
      name: names.parse,
      doc: "The params of a message of the error with this code; undefined if it is no such message, or if several params make the same message.",
      typeParameters: [`Code extends ${names.code}`],
      parameters: ["code: Code", "message: string"],
      returns: orUndefined(named(`${names.params}<Code>`)),
      body: ["return read(templateOf(code), message);"],
    }),
  ];
}

function codeFunctions(error: PlannedError): readonly Declaration[] {
  const { names, code } = error;
  const expression = templateExpression(error, "params");
  const needsParams = hasParams(error);
  return [
    declareFunction({
      name: names.format,
      doc: shortDoc(error, `The message of the error ${code}.`),
      parameters: needsParams ? [`params: ${names.params}`] : [],
      returns: names.message,
      body: [
        expression === undefined
          ? ["return ", callDoc("fill", [names.template, needsParams ? "params" : "{}"]), ";"]
          : `return ${expression};`,
      ],
    }),
    declareFunction({
      name: names.parse,
      doc: shortDoc(error, `The params of a message of the error ${code}; undefined if it is no such message.`),
      parameters: ["message: string"],
      returns: orUndefined(named(names.params)),
      body: [["return ", callDoc("read", [names.template, "message"]), ";"]],
    }),
  ];
}

/** The functions that the functions above call. */
function innerFunctions(errors: readonly PlannedError[]): readonly Declaration[] {
  const hasSets = errors.some(hasClosedParams);
  return [
    declareFunction({
      name: "fill",
      isLocal: true,
      typeParameters: ["Message extends string"],
      parameters: ["template: Template", "params: object"],
      returns: "Message",
      body: [
        "const [parts, names] = template;",
        ["const byName", typed(": Readonly<Record<string, unknown>>"), " = { ...params };"],
        "const values = names.map((name) => printable(byName[name]));",
        typed("// The type of the message is generated from the same template."),
        ["return formatMessage(parts, values)", typed(" as Message"), ";"],
      ],
    }),
    declareFunction({
      name: "printable",
      isLocal: true,
      parameters: ["value: unknown"],
      returns: "Value",
      body: [
        'if (typeof value === "number" || typeof value === "bigint") return value;',
        'return typeof value === "string" ? value : "";',
      ],
    }),
    declareFunction({
      name: "read",
      isLocal: true,
      typeParameters: ["Params"],
      parameters: ["template: Template", "message: string"],
      returns: "Params | undefined",
      body: [
        "const values = readMessage(template[0], template[2], message);",
        "if (values === undefined) return undefined;",
        ...(hasSets ? ["if (!areAllowed(values, template[3] ?? [])) return undefined;"] : []),
        ["const params", typed(": Record<string, unknown>"), " = {};"],
        "let index = 0;",
        blockDoc("for (const name of template[1]) {", ["params[name] = values[index];", "index += 1;"]),
        typed("// The type of the params is generated from the same names and types."),
        ["return params", typed(" as Params"), ";"],
      ],
    }),
    ...(hasSets ? [ARE_ALLOWED] : []),
  ];
}

const ARE_ALLOWED = declareFunction({
  name: "areAllowed",
  isLocal: true,
  doc: "Whether each param has one of its allowed values. An empty set allows all values.",
  parameters: ["values: readonly Value[]", "sets: readonly (readonly Value[])[]"],
  returns: "boolean",
  body: [
    blockDoc("return sets.every((set, index) => {", [
      "return set.length === 0 || set.some((value) => value === values[index]);",
    ]),
  ].map((block) => [block, ");"]),
});

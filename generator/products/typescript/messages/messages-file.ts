// A table becomes messages.ts: messages from params, params from messages, and whole bodies from both.
import { hasConstantRows } from "../constants/constant-rows.ts";
import { CONSTANTS } from "../constants/constants-file.ts";
import { blockDoc, callDoc, mappedKey } from "../printer/code.ts";
import { declareAlias, declareFunction, declareInterface } from "../printer/declarations.ts";
import { type Declaration, declareTypeText, type Module } from "../printer/module.ts";
import { declareTypeMap } from "../printer/type-map.ts";
import { type Doc, HARD_LINE, layout, typed } from "../printer/typescript-layout.ts";
import { codeKey } from "../printer/typescript-literal.ts";
import { generic, member, named, orUndefined, type TypeShape, typeDoc } from "../printer/typescript-type.ts";
import { importsFrom, type Plan, type PlannedError } from "../product-plan.ts";
import { shortDoc } from "../types/doc-comments.ts";
import { declareCreators } from "./create.ts";
import { textsModule } from "./message-engines.ts";
import { textType, textTypeName } from "./message-templates.ts";
import { expressionReaders, GIVEN, hasParams, messageType, paramsType, templateExpression } from "./message-types.ts";
import { caseKey, engineCall, hasCases } from "./template-text.ts";

export function emitMessages(plan: Plan): Module {
  const { names, perCode } = plan;
  const creators = declareCreators(plan);
  const templates = perCode ? plan.errors.map((error) => error.names.template) : [];
  const readers = [...new Set(perCode ? plan.errors.flatMap((error) => expressionReaders(error, plan)) : [])];
  return {
    name: "messages",
    declarations: [
      ...importsFrom(
        {
          bodies: { types: creators.bodyTypes, values: creators.bodies },
          copies: { values: creators.copies },
          constants: { values: hasConstantRows(plan) ? [CONSTANTS] : [] },
          "listed-values": { values: creators.listed },
          params: { values: readers.filter((name) => name === GIVEN) },
          [textsModule(plan)]: {
            types: [
              ...(perCode ? [] : ["MessageOf", "ParamsOf"]),
              ...(perCode || creators.readsTemplates ? ["ReadyTemplate"] : []),
            ],
            values: [
              "fillIn",
              "readOut",
              ...(perCode && plan.errors.length > 0 ? ["readyTemplate"] : []),
              ...readers.filter((name) => name !== GIVEN),
            ],
          },
          templates: { types: perCode ? [] : [textTypeName(plan)], values: ["templateOf", ...templates] },
          types: { types: [names.code, ...creators.types] },
        },
        plan,
      ),
      ...messageTypes(plan),
      ...tableFunctions(plan),
      ...(perCode ? plan.errors.flatMap((error) => codeFunctions(error, plan)) : []),
      ...creators.statements,
      ...(perCode ? innerFunctions(plan) : []),
    ],
  };
}

function messageTypes(plan: Plan): readonly Declaration[] {
  const { errors, names, perCode } = plan;
  const byCode = (kind: "params" | "message", computed: string, doc: string): readonly Declaration[] => {
    const map = names[`${kind}ByCode`];
    const ofCode = `The ${kind === "params" ? "params of the message" : "message"} of the error with this code.`;
    const alias = (type: TypeShape): Declaration =>
      declareAlias({ name: names[kind], doc: ofCode, typeParameters: [`Code extends ${names.code}`], type });
    if (!perCode) {
      const key = mappedKey("Code", names.code);
      const row = typeDoc(generic(names[kind], named("Code")));
      const block = blockDoc(`export type ${map} = {`, [[key, ": ", row, ";"]]);
      const text = layout([`/** ${doc} */`, HARD_LINE, block, ";"]);
      return [declareTypeText(text), alias(generic(computed, named(textType(plan, "Code"))))];
    }
    const rows = errors.map((error) => ({
      ...member(error.code, named(error.names[kind]), shortDoc(error)),
      key: codeKey(error.wireCode),
    }));
    return [declareTypeMap({ name: map, doc, rows }), alias(named(`${map}[Code]`))];
  };
  return [
    ...(perCode ? errors.flatMap((error) => codeTypes(error, plan)) : []),
    ...byCode("params", "ParamsOf", PARAMS_DOC),
    ...byCode("message", "MessageOf", "The types of the messages by code."),
    ...(hasCases(plan) ? caseTypes(plan) : []),
  ];
}

const PARAMS_DOC =
  "The params of the messages by code. If the API promises no text, the only param is the message itself.";

function caseTypes(plan: Plan): readonly Declaration[] {
  const { names } = plan;
  return [
    declareAlias({
      name: names.case,
      doc: "The cases of the error with this code; never if it has none.",
      typeParameters: [`Code extends ${names.code}`],
      type: generic("CaseIn", named(`${names.params}<Code>`)),
    }),
    declareTypeText(
      `type CaseIn<Params> = Params extends { readonly ${caseKey(plan)}: infer Case }\n  ? Case\n  : never;`,
    ),
  ];
}

function codeTypes(error: PlannedError, plan: Plan): readonly Declaration[] {
  const type = paramsType(error, plan);
  const doc = shortDoc(error, `The params of the message of the error ${error.code}.`);
  const { params, message } = error.names;
  return [
    type.kind === "object"
      ? declareInterface({ name: params, doc, members: type.members })
      : declareAlias({ name: params, doc, type }),
    declareAlias({
      name: message,
      doc: shortDoc(error, `The message of the error ${error.code}.`),
      type: messageType(error, plan),
    }),
  ];
}

function tableFunctions(plan: Plan): readonly Declaration[] {
  const { names, perCode } = plan;
  const [message, params] = [`${names.message}<Code>`, `${names.params}<Code> | undefined`];
  return [
    declareFunction({
      name: names.format,
      doc: "The message of the error with this code. A missing param is a TypeError that names it.",
      typeParameters: [`Code extends ${names.code}`],
      parameters: ["code: Code", `params: ${names.params}<Code>`],
      returns: message,
      body: perCode ? ["return fill(templateOf(code), params);"] : fillSteps(plan, "templateOf(code)", message),
    }),
    declareFunction({
      name: names.parse,
      doc: "The params of a message of the error with this code; undefined if it is no such message, or if several params make the same message.",
      typeParameters: [`Code extends ${names.code}`],
      parameters: ["code: Code", "message: string"],
      returns: orUndefined(named(`${names.params}<Code>`)),
      body: perCode ? ["return read(templateOf(code), message);"] : readSteps(plan, "templateOf(code)", params),
    }),
  ];
}

function codeFunctions(error: PlannedError, plan: Plan): readonly Declaration[] {
  const { names, code } = error;
  const expression = templateExpression(error, plan);
  const needsParams = hasParams(error, plan);
  return [
    declareFunction({
      name: names.format,
      doc: shortDoc(error, `The message of the error ${code}.`),
      parameters: needsParams ? [`params: ${names.params}`] : [],
      returns: names.message,
      body: [
        expression === undefined
          ? [
              "return ",
              callDoc("fill", [callDoc("readyTemplate", [names.template]), needsParams ? "params" : "{}"]),
              ";",
            ]
          : ["return ", expression, ";"],
      ],
    }),
    declareFunction({
      name: names.parse,
      doc: shortDoc(error, `The params of a message of the error ${code}; undefined if it is no such message.`),
      parameters: ["message: string"],
      returns: orUndefined(named(names.params)),
      body: [["return ", callDoc("read", [callDoc("readyTemplate", [names.template]), "message"]), ";"]],
    }),
  ];
}

/** The functions that the functions of codes call. */
function innerFunctions(plan: Plan): readonly Declaration[] {
  return [
    declareFunction({
      name: "fill",
      isLocal: true,
      typeParameters: ["Message"],
      parameters: ["template: ReadyTemplate | undefined", "params: unknown"],
      returns: "Message",
      body: fillSteps(plan, "template", "Message"),
    }),
    declareFunction({
      name: "read",
      isLocal: true,
      typeParameters: ["Params"],
      parameters: ["template: ReadyTemplate | undefined", "message: string"],
      returns: "Params | undefined",
      body: readSteps(plan, "template", "Params | undefined"),
    }),
  ];
}

function fillSteps(plan: Plan, template: string, type: string): readonly Doc[] {
  const call = engineCall(plan, "fillIn", [template, "params"]);
  return [
    ["const message", typed(": unknown"), " = ", call, ";"],
    typed("// The type of the message is generated from the same template."),
    ["return message", typed(` as ${type}`), ";"],
  ];
}

function readSteps(plan: Plan, template: string, type: string): readonly Doc[] {
  const call = engineCall(plan, "readOut", [template, "message"]);
  return [
    ["const params", typed(": unknown"), " = ", call, ";"],
    typed("// The type of the params is generated from the same template."),
    ["return params", typed(` as ${type}`), ";"],
  ];
}

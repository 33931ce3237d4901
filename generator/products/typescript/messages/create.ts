// A table becomes functions that create whole bodies, as servers send them.
import { callDoc, callWithList, listDoc, parameterDoc } from "../printer/code.ts";
import { declareAlias, declareFunction } from "../printer/declarations.ts";
import type { Declaration } from "../printer/module.ts";
import { declareTypeMap } from "../printer/type-map.ts";
import { type Doc, group, HARD_LINE, indent, LINE, typed } from "../printer/typescript-layout.ts";
import { codeKey, codeLiteral, stringLiteral } from "../printer/typescript-literal.ts";
import { generic, member, named, type TypeShape } from "../printer/typescript-type.ts";
import type { Plan, PlannedError } from "../product-plan.ts";
import { shortDoc } from "../types/doc-comments.ts";
import { union } from "../types/schema-types.ts";
import { bodyLiteral } from "./body-literal.ts";
import { createBody, declareFixed, fixedName, placeDoc } from "./create-body.ts";
import { fixedPlaces, hasFixed } from "./fixed-members.ts";
import {
  hasAlternatives,
  hasSharedObjects,
  LEFT_TYPES,
  type Left,
  type LeftTypes,
  leftMembers,
  leftType,
  type Place,
  placeType,
} from "./left-members.ts";
import { hasParams } from "./message-types.ts";
import { singleCase } from "./template-text.ts";

export interface Creators {
  readonly statements: readonly Declaration[];
  /** The names that they import from types.ts. */
  readonly types: readonly string[];
  /** The names that they import from the engine. */
  readonly engine: readonly string[];
  readonly engineTypes: readonly string[];
}

export function declareCreators(plan: Plan): Creators {
  const { names, perCode, errors, model } = plan;
  const { list } = model.body;
  const hasInner = !errors.every((error) => isPlain(plan, error));
  const fixed = errors.some(hasFixed);
  const kinds = new Set<LeftTypes>([tableKind(plan), ...errors.map((error) => leftKind(plan, error))]);
  if (!hasMembers(plan)) kinds.clear();
  const response = list === undefined ? [] : [responseCreator(plan, list.at)];
  return {
    statements: [
      ...(hasMembers(plan) ? [...membersType(plan), membersAlias(plan)] : []),
      tableCreator(plan),
      ...(perCode ? errors.map((error) => codeCreator(plan, error)) : []),
      ...response,
      ...[...kinds].flatMap((kind) => LEFT_TYPES[kind]),
      ...(hasInner ? [createBody(plan)] : []),
      ...(fixed ? declareFixed(plan) : []),
    ],
    types: [
      names.of,
      ...(perCode ? errors.map((error) => error.names.type) : []),
      ...(list === undefined ? [] : [names.error, names.unknown, names.response]),
    ],
    engine: [...(hasInner || list !== undefined ? ["bodyWith"] : []), ...(fixed ? ["fixedValues"] : [])],
    engineTypes: fixed ? ["FixedOfCode"] : [],
  };
}

/** The places of code and message. */
function commonPlaces({ model }: Plan): readonly Place[] {
  const { code, message } = model.body;
  return [code.at, ...(message === undefined ? [] : [message.at])];
}

function filledPlaces(plan: Plan, error: PlannedError): readonly Place[] {
  return [...commonPlaces(plan), ...fixedPlaces(error)];
}

function leftOf(plan: Plan, error: PlannedError): Left {
  return leftMembers(plan, error, filledPlaces(plan, error));
}

function hasMembers(plan: Plan): boolean {
  return plan.errors.some((error) => leftOf(plan, error) !== "none");
}

/** Whether something is left of an object that holds code or message. */
function isShared(plan: Plan, error: PlannedError): boolean {
  return hasSharedObjects(plan, error, filledPlaces(plan, error));
}

function leftKind(plan: Plan, error: PlannedError): LeftTypes {
  if (isShared(plan, error)) return "Rest";
  return hasAlternatives(error) ? "Without" : "Omit";
}

/** Of all errors at once. */
function tableKind(plan: Plan): LeftTypes {
  const kinds = plan.errors.map((error) => leftKind(plan, error));
  const isUneven = plan.errors.some((error) => fixedPlaces(error).length > 0);
  if (kinds.includes("Rest") || isUneven) return "Rest";
  return kinds.includes("Without") ? "Without" : "Omit";
}

/** Whether code, message and given members are the whole body. */
function isPlain(plan: Plan, error: PlannedError): boolean {
  return singleCase(error) !== undefined && !hasFixed(error) && !isShared(plan, error);
}

/** The places by code that are filled in besides code and message. */
function membersType({ errors }: Plan): readonly Declaration[] {
  const rows = errors
    .map((error) => ({ code: error.wireCode, places: fixedPlaces(error) }))
    .filter(({ places }) => places.length > 0)
    .map(({ code, places }) => ({ ...member("", union(places.map(placeType))), key: codeKey(code) }));
  if (rows.length === 0) return [];
  return [
    declareTypeMap({
      name: "FixedPlaces",
      doc: "The places by code that a code or its params fill in.",
      isLocal: true,
      rows,
    }),
  ];
}

function membersAlias(plan: Plan): Declaration {
  const { names, errors } = plan;
  const isUneven = errors.some((error) => fixedPlaces(error).length > 0);
  const body = named(`${names.of}<Code>`);
  const type = isUneven
    ? generic(
        "Rest",
        body,
        union([...commonPlaces(plan).map(placeType), named("FixedPlaces[Code & keyof FixedPlaces]")]),
      )
    : leftType(body, commonPlaces(plan), tableKind(plan));
  return declareAlias({
    name: names.members,
    doc: "The members of the body of the error with this code, without code and message.",
    typeParameters: [`Code extends ${names.code}`],
    type,
  });
}

function tableCreator(plan: Plan): Declaration {
  const { model, names, errors } = plan;
  const isRequired = errors.some((error) => leftOf(plan, error) === "required");
  const members = hasMembers(plan) ? [`members${isRequired ? "" : "?"}: ${names.members}<Code>`] : [];
  const isSimple = errors.every((error) => isPlain(plan, error));
  const path = model.body.message?.at ?? [];
  const call = callDoc(names.format, ["code", "params"]);
  const message = (key: string): Doc => {
    const column = 2 + 2 * path.length + key.length + 2;
    return column + `${names.format}(`.length <= 80 ? [" ", call] : indent([HARD_LINE, call]);
  };
  const body = bodyLiteral(model.body, "code", message, members.length > 0);
  const fixed = errors.some(hasFixed) ? ["fixedOf(code)"] : [];
  const given = members.length > 0 ? ["members"] : [];
  return declareFunction({
    name: names.create,
    doc: "The body of the error with this code.",
    typeParameters: [`Code extends ${names.code}`],
    parameters: ["code: Code", `params: ${names.params}<Code>`, ...members],
    returns: `${names.of}<Code>`,
    body: isSimple
      ? [
          [typed("const body: unknown =", "return"), " ", body, ";"],
          typed("// The type of the body is generated from the same table."),
          typed(`return body as ${names.of}<Code>;`),
        ]
      : [
          [
            "return ",
            callDoc("create", ["code", "templateOf(code)", "params", ...innerArguments(plan, fixed, given)]),
            ";",
          ],
        ],
  });
}

/** The arguments after the params; a table without fixed members, or without other members, has no such argument. */
function innerArguments(plan: Plan, fixed: readonly string[], members: readonly string[]): readonly string[] {
  const hasFixedMembers = plan.errors.some(hasFixed);
  return [...(hasFixedMembers ? [fixed[0] ?? "[[]]"] : []), ...members];
}

function codeCreator(plan: Plan, error: PlannedError): Declaration {
  const { names, code, wireCode } = error;
  const left = leftOf(plan, error);
  const type = leftType(named(names.type), filledPlaces(plan, error), leftKind(plan, error));
  const members = left === "none" ? [] : [parameterDoc(`members${left === "required" ? "" : "?"}`, type)];
  const params = hasParams(error, plan);
  return declareFunction({
    name: names.create,
    doc: shortDoc(error, `The body of the error ${code}.`),
    parameters: [...(params ? [`params: ${names.params}`] : []), ...members],
    returns: names.type,
    body: isPlain(plan, error)
      ? [
          [
            "return ",
            bodyLiteral(plan.model.body, codeLiteral(wireCode), () => message(error, params), left !== "none"),
            ";",
          ],
        ]
      : [
          [
            "return ",
            callDoc("create", [
              codeLiteral(wireCode),
              names.template,
              params ? "params" : "{}",
              ...innerArguments(plan, hasFixed(error) ? [fixedName(error)] : [], left === "none" ? [] : ["members"]),
            ]),
            ";",
          ],
        ],
  });
}

/** Formatters rather move a call with one short argument to a line of its own than break it. */
function message({ names }: PlannedError, hasArgument: boolean): Doc {
  return group(indent([LINE, callDoc(names.format, hasArgument ? ["params"] : [])]));
}

function responseCreator(plan: Plan, at: Place): Declaration {
  const { names, model } = plan;
  const members = model.body.list?.members ?? [];
  const isRequired = members.some(({ required }) => required);
  const item = union([named(names.error), named(names.unknown)]);
  const list: TypeShape = { kind: "array", item };
  const given: readonly Doc[] =
    members.length === 0
      ? []
      : [[`members${isRequired ? "" : "?"}: `, `Omit<${names.response}, ${stringLiteral(at[0] ?? "")}>`]];
  const values = [listDoc("[", [placeDoc(at), "errors"], "]")];
  return declareFunction({
    name: names.createResponse,
    doc: "The body of a response with these errors.",
    parameters: [parameterDoc("errors", list), ...given],
    returns: names.response,
    body: [
      [
        "const body",
        typed(": unknown"),
        " = ",
        callWithList("bodyWith", [members.length === 0 ? "{}" : "members"], values),
        ";",
      ],
      typed("// The type of the response is generated from the same table."),
      ["return body", typed(` as ${names.response}`), ";"],
    ],
  });
}

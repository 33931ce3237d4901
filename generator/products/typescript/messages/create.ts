// A table becomes functions that create whole bodies, as servers send them.
import { isListed } from "../../../model/body-schema.ts";
import { hasConstantRows } from "../constants/constant-rows.ts";
import { callDoc, callWithList, listDoc, parameterDoc } from "../printer/code.ts";
import { declareFunction } from "../printer/declarations.ts";
import { type Declaration, declareTypeText } from "../printer/module.ts";
import { type Doc, group, indent, LINE, typed } from "../printer/typescript-layout.ts";
import { codeLiteral } from "../printer/typescript-literal.ts";
import { generic, named, type TypeShape, typeDoc } from "../printer/typescript-type.ts";
import type { Plan, PlannedError } from "../product-plan.ts";
import { shortDoc } from "../types/doc-comments.ts";
import { union } from "../types/schema-types.ts";
import { bodyLiteral } from "./body-literal.ts";
import { createBody, createCall, placeDoc } from "./create-body.ts";
import { hasFixed, hasListed } from "./fixed-members.ts";
import { areFixedByConstants, declareFixed, fixedName } from "./fixed-rows.ts";
import { type Left, type LeftTypes, leftType, leftTypes, type Place } from "./left-members.ts";
import {
  filledPlaces,
  isShared,
  leftKind,
  leftOf,
  leftOfAll,
  membersAlias,
  membersType,
  tableKind,
} from "./members-types.ts";
import { hasParams } from "./message-types.ts";
import { engineCall, singleCase } from "./template-text.ts";

export interface Creators {
  readonly statements: readonly Declaration[];
  /** The names that they import from types.ts. */
  readonly types: readonly string[];
  /** The names that they import from the engine of bodies. */
  readonly bodies: readonly string[];
  readonly bodyTypes: readonly string[];
  readonly copies: readonly string[];
  readonly listed: readonly string[];
  /** Whether they take templates as arguments. */
  readonly readsTemplates: boolean;
}

export function declareCreators(plan: Plan): Creators {
  const { names, perCode, errors, model } = plan;
  const { list } = model.body;
  const hasInner = !errors.every((error) => isPlain(plan, error));
  const fixed = errors.some(hasFixed);
  const taking = errors.filter((error) => perCode && leftOf(plan, error) !== "none");
  const left = leftOfAll(plan);
  const kinds = new Set<LeftTypes>(left === "none" ? [] : [tableKind(plan)]);
  for (const error of taking) kinds.add(leftKind(plan, error));
  const response = list === undefined ? [] : [responseCreator(plan, list.at)];
  if (list !== undefined && list.at.length > 1) kinds.add("Rest");
  return {
    statements: [
      ...(left === "none" ? [] : [...membersType(plan), membersAlias(plan)]),
      ...(needsMembersOf(plan) ? [MEMBERS_OF] : []),
      tableCreator(plan, left, !hasInner),
      ...(perCode ? errors.map((error) => codeCreator(plan, error)) : []),
      ...response,
      ...[...kinds].flatMap((kind) => leftTypes(kind, plan)),
      ...(hasInner ? [createBody(plan)] : []),
      ...(fixed ? declareFixed(plan) : []),
    ],
    types: [
      names.of,
      ...(perCode ? errors.map((error) => error.names.type) : []),
      ...(list === undefined ? [] : [names.error, names.unknown, names.response]),
    ],
    bodies: [
      ...(hasInner || (list !== undefined && list.at.length > 0) ? ["bodyWith"] : []),
      ...(fixed && !areFixedByConstants(plan) ? ["fixedValues"] : []),
      ...(hasConstantRows(plan) ? ["placedConstants"] : []),
    ],
    copies: (hasInner || left === "none") && taking.every((error) => !isPlain(plan, error)) ? [] : ["copyOf"],
    bodyTypes: fixed ? [areFixedByConstants(plan) ? "PlacedValue" : "FixedOfCode"] : [],
    listed: hasListed(plan) ? ["listedValues"] : [],
    readsTemplates: hasInner && model.body.message !== undefined,
  };
}

/** Whether code, message and given members are the whole body. */
function isPlain(plan: Plan, error: PlannedError): boolean {
  const isSame = singleCase(error) !== undefined || !takesParams(plan, error);
  if (plan.hasTuples) return false;
  return isSame && !isListed(plan.model.body) && !hasFixed(error) && !isShared(plan, error);
}

/** Whether bodies show the params. */
function takesParams(plan: Plan, error: PlannedError): boolean {
  return hasParams(error, plan) && (plan.model.body.message !== undefined || hasFixed(error));
}

function tableCreator(plan: Plan, left: Left, isSimple: boolean): Declaration {
  const { model, names, errors } = plan;
  const members = left === "none" ? [] : [membersParameter(plan, left)];
  // Compilers would look at the messages of all codes to know the type of one.
  const call = engineCall(plan, "fillIn", ["templateOf(code)", "params"]);
  const message = (): Doc => [" ", call];
  const body = bodyLiteral(model.body, "code", message, members.length > 0);
  const isShown = model.body.message !== undefined || errors.some((error) => takesParams(plan, error));
  const params = isShown ? [`params: ${names.params}<Code>`] : [];
  const given = members.length > 0 ? ["members"] : [];
  return declareFunction({
    name: names.create,
    doc: "The body of the error with this code.",
    typeParameters: [`Code extends ${names.code}`],
    parameters: ["code: Code", ...params, ...members],
    returns: `${names.of}<Code>`,
    body: isSimple
      ? [
          [typed("const body: unknown =", "return"), " ", body, ";"],
          typed("// The type of the body is generated from the same table."),
          typed(`return body as ${names.of}<Code>;`),
        ]
      : [
          createCall(plan, {
            code: "code",
            template: "templateOf(code)",
            params: isShown ? "params" : "{}",
            fixed: "fixedOf(code)",
            members: given,
          }),
        ],
  });
}

/** A code that needs members changes nothing for the codes that need none. */
function membersParameter(plan: Plan, left: Left): Doc {
  const type = `${plan.names.members}<Code>`;
  if (needsMembersOf(plan)) return ["...[members]: ", typeDoc(generic("MembersOf", named(type)))];
  return `members${left === "required" ? "" : "?"}: ${type}`;
}

/** Whether some codes need members, and others do not. */
function needsMembersOf(plan: Plan): boolean {
  const lefts = plan.errors.map((error) => leftOf(plan, error));
  return lefts.includes("required") && lefts.some((left) => left !== "required");
}

const MEMBERS_OF = declareTypeText(`/** Members may be left out where none of them is required. */
type MembersOf<Members> =
  | [members: Members]
  | (Record<never, never> extends Members ? [members?: Members] : never);`);

function codeCreator(plan: Plan, error: PlannedError): Declaration {
  const { names, code, wireCode } = error;
  const left = leftOf(plan, error);
  const type = leftType(named(names.type), filledPlaces(plan, error), leftKind(plan, error));
  const members = left === "none" ? [] : [parameterDoc(`members${left === "required" ? "" : "?"}`, type)];
  const params = takesParams(plan, error);
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
          createCall(plan, {
            code: codeLiteral(wireCode),
            template: `readyTemplate(${names.template})`,
            params: params ? "params" : "{}",
            fixed: hasFixed(error) ? fixedName(error) : "[[]]",
            members: left === "none" ? [] : ["members"],
          }),
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
      : [
          parameterDoc(
            `members${isRequired ? "" : "?"}`,
            leftType(named(names.response), [at], at.length > 1 ? "Rest" : "Omit"),
          ),
        ];
  const values = [listDoc("[", [placeDoc(at), "errors"], "]")];
  return declareFunction({
    name: names.createResponse,
    doc: "The body of a response with these errors.",
    parameters: [parameterDoc("errors", list), ...given],
    returns: names.response,
    body:
      at.length === 0
        ? ["return errors;"]
        : [
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

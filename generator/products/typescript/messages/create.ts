// A table becomes functions that create whole bodies, as servers send them.
import type { BodyModel } from "../../../model/body-model.ts";
import { blockDoc, callDoc, keyed, parameterDoc } from "../printer/code.ts";
import { declareAlias, declareFunction } from "../printer/declarations.ts";
import { type Declaration, declareTypeText } from "../printer/module.ts";
import { type Doc, group, HARD_LINE, indent, LINE, typed } from "../printer/typescript-layout.ts";
import { stringLiteral } from "../printer/typescript-literal.ts";
import { generic, literalType, named, type TypeShape } from "../printer/typescript-type.ts";
import type { Plan, PlannedError } from "../product-plan.ts";
import { bodyType, membersOf, type Placed } from "../types/body-shape.ts";
import { shortDoc } from "../types/doc-comments.ts";
import { union } from "../types/schema-types.ts";
import { hasParams } from "./message-types.ts";

export interface Creators {
  readonly statements: readonly Declaration[];
  /** The names that they import from types.ts. */
  readonly types: readonly string[];
}

export function declareCreators(plan: Plan): Creators {
  const { names, perCode, errors } = plan;
  return {
    statements: [
      ...(hasMembers(plan) ? [membersType(plan)] : []),
      tableCreator(plan),
      ...(perCode ? errors.map((error) => codeCreator(plan, error)) : []),
      ...(errors.some((error) => hasAlternatives(plan, error)) ? [EACH_WITHOUT] : []),
    ],
    types: [names.of, ...(perCode ? errors.map((error) => error.names.type) : [])],
  };
}

/** `Omit` makes one type of a union, with only the members that all alternatives share. */
const EACH_WITHOUT = declareTypeText("type Without<T, K extends string> = T extends T ? Omit<T, K> : never;");

function hasMembers({ model, errors }: Plan): boolean {
  return model.body.members.length > 0 || errors.some((error) => error.own !== undefined);
}

function needsMembers({ model }: Plan, error: PlannedError): boolean {
  if (!isCombined(error)) {
    const required = error.own?.["required"];
    return model.body.members.some((member) => member.required) || (Array.isArray(required) && required.length > 0);
  }
  const own = new Set([model.body.code.at[0], model.body.message?.at[0]]);
  const needs = (type: TypeShape): boolean =>
    type.kind === "union"
      ? type.members.every(needs)
      : type.kind === "object" && type.members.some(({ name, required }) => required && !own.has(name));
  return needs(bodyType(model.body, named("string"), error));
}

/** The root of combined details does not hold all of their type. */
function isCombined({ own }: PlannedError): boolean {
  if (own === undefined) return false;
  return Array.isArray(own["type"]) || ["allOf", "anyOf", "oneOf"].some((keyword) => Object.hasOwn(own, keyword));
}

function hasAlternatives({ model }: Plan, error: PlannedError): boolean {
  return isCombined(error) && bodyType(model.body, named("string"), error).kind === "union";
}

function membersType(plan: Plan): Declaration {
  const { model, names, errors } = plan;
  const omit = errors.some((error) => hasAlternatives(plan, error)) ? "Without" : "Omit";
  return declareAlias({
    name: names.members,
    doc: "The members of the body of the error with this code, without code and message.",
    typeParameters: [`Code extends ${names.code}`],
    type: generic(omit, named(`${names.of}<Code>`), ownNames(model.body)),
  });
}

/** The members at the top of a body that hold its code and its message. */
function ownNames({ code, message }: BodyModel): TypeShape {
  return union([code.at[0] ?? "", message?.at[0] ?? ""].map(literalType));
}

function tableCreator(plan: Plan): Declaration {
  const { model, names, errors } = plan;
  const members = hasMembers(plan)
    ? [`members${errors.some((error) => needsMembers(plan, error)) ? "" : "?"}: ${names.members}<Code>`]
    : [];
  const path = model.body.message?.at ?? [];
  const call = callDoc(names.format, ["code", "params"]);
  const message = (key: string): Doc => {
    const column = 2 + 2 * path.length + key.length + 2;
    return column + `${names.format}(`.length <= 80 ? [" ", call] : indent([HARD_LINE, call]);
  };
  const body = bodyLiteral(model.body, "code", message, members.length > 0);
  return declareFunction({
    name: names.create,
    doc: "The body of the error with this code.",
    typeParameters: [`Code extends ${names.code}`],
    parameters: ["code: Code", `params: ${names.params}<Code>`, ...members],
    returns: `${names.of}<Code>`,
    body: [
      [typed("const body: unknown =", "return"), " ", body, ";"],
      typed("// The type of the body is generated from the same table."),
      typed(`return body as ${names.of}<Code>;`),
    ],
  });
}

function codeCreator(plan: Plan, error: PlannedError): Declaration {
  const { model } = plan;
  const { names, code } = error;
  const hasOwn = model.body.members.length > 0 || error.own !== undefined;
  const omit = hasAlternatives(plan, error) ? "Without" : "Omit";
  const type = generic(omit, named(names.type), ownNames(model.body));
  const members = hasOwn ? [parameterDoc(`members${needsMembers(plan, error) ? "" : "?"}`, type)] : [];
  const params = hasParams(error);
  // Formatters rather move a call with one short argument to a line of its own than break it.
  const message = group(indent([LINE, callDoc(names.format, params ? ["params"] : [])]));
  return declareFunction({
    name: names.create,
    doc: shortDoc(error, `The body of the error ${code}.`),
    parameters: [...(params ? [`params: ${names.params}`] : []), ...members],
    returns: names.type,
    body: [["return ", bodyLiteral(model.body, stringLiteral(code), () => message, hasOwn), ";"]],
  });
}

function bodyLiteral(body: BodyModel, code: string, message: ValueOf, hasMembers: boolean): Doc {
  const lines = memberLines([
    { path: body.code.at, value: (key) => literalDoc(key, code) },
    { path: body.message?.at ?? [], value: message },
  ]);
  return blockDoc("{", [...(hasMembers ? ["...members,"] : []), ...lines]);
}

/** After the shortest keys formatters leave a text where it is. */
function literalDoc(key: string, literal: string): Doc {
  return key.length <= 4 ? ` ${literal}` : group(indent([LINE, literal]));
}

/** The text after the key of a member. */
type ValueOf = (key: string) => Doc;

function memberLines(placed: readonly Placed<ValueOf>[]): readonly Doc[] {
  const members = membersOf<ValueOf>(placed, (_, inner) => () => [" ", blockDoc("{", memberLines(inner))]);
  return members.map(([name, text]) => keyed(name, (key) => [`${key}:`, text(key), ","]));
}

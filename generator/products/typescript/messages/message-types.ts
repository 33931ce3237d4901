// A message template becomes types: an object of its params, and a template literal of the message that they make.
import type { CaseModel, ParamModel } from "../../../model/model.ts";
import type { Directive, Token } from "../../../template/template.ts";
import { slotOf } from "../../../template/verdict.ts";
import { callDoc } from "../printer/code.ts";
import type { Doc } from "../printer/typescript-layout.ts";
import { stringLiteral, templatePart, templatePartBefore } from "../printer/typescript-literal.ts";
import {
  literalType,
  type MemberShape,
  member,
  NEVER,
  NUMBER,
  named,
  readonlyRecord,
  STRING,
  type TypeShape,
} from "../printer/typescript-type.ts";
import type { Plan, PlannedError } from "../product-plan.ts";
import { union } from "../types/schema-types.ts";
import { caseKey, singleCase, WHOLE_MESSAGE } from "./template-text.ts";

/** Whether an error is not described by its code alone. */
export function hasParams(error: PlannedError, plan: Plan): boolean {
  const single = singleCase(error);
  return single === undefined || paramMembers(single, plan).length > 0;
}

export function paramsType(error: PlannedError, plan: Plan): TypeShape {
  const single = singleCase(error);
  if (single === undefined) {
    const key = caseKey(plan);
    return union(
      error.cases.map((one) => {
        const doc = one.description ?? undefined;
        return {
          kind: "object",
          members: [member(key, literalType(one.name ?? ""), doc), ...paramMembers(one, plan)],
        };
      }),
    );
  }
  const members = paramMembers(single, plan);
  return members.length === 0 ? readonlyRecord(STRING, NEVER) : { kind: "object", members };
}

export function messageType(error: PlannedError, { model }: Plan): TypeShape {
  return union(error.cases.map((one) => caseMessage(one, model.body.message !== undefined)));
}

function caseMessage({ template }: CaseModel, hasMessage: boolean): TypeShape {
  if (template === undefined) return hasMessage ? STRING : literalType("");
  const { tokens } = template;
  // A placeholder for any text between two ends that are empty is any text.
  if (tokens.length === 1 && tokens[0]?.kind === "directive" && placeholder(tokens[0]) === "string") return STRING;
  return named(templateText(tokens, placeholder), "string");
}

/** The message as an expression over params; undefined where it takes more than putting strings together. */
export function templateExpression(error: PlannedError, { model }: Plan): Doc | undefined {
  const single = singleCase(error);
  if (single === undefined) return undefined;
  const { template, params } = single;
  const valueNamed = (name: string): Doc => callDoc("paramOf", ["params", stringLiteral(name)]);
  if (template === undefined) return model.body.message === undefined ? '""' : valueNamed(WHOLE_MESSAGE);
  const { tokens } = template;
  const isPlain = tokens.every((token) => token.kind === "literal" || printersOf(token) !== undefined);
  if (!isPlain || combinations(tokens, params) > MANY_COMBINATIONS) return undefined;
  const nameOf = ({ argument }: Directive): string => params[argument]?.name ?? "";
  const [first, ...others] = tokens;
  if (first?.kind === "directive" && others.length === 0) {
    const value = valueNamed(nameOf(first));
    return isWhole(first) ? callDoc("wholeText", [value]) : value;
  }
  return templateText(tokens, (directive) => {
    const value = `paramOf(params, ${stringLiteral(nameOf(directive))})`;
    return isWhole(directive) ? `wholeText(${value})` : value;
  });
}

/** The functions that the expression calls. */
export function expressionReaders(error: PlannedError, plan: Plan): readonly string[] {
  const template = singleCase(error)?.template;
  if (!hasParams(error, plan) || templateExpression(error, plan) === undefined) return [];
  if (template === undefined) return [GIVEN];
  return template.tokens.flatMap((token) => (token.kind === "literal" ? [] : (printersOf(token) ?? [])));
}

/** The functions that print the param of a directive; undefined where it takes the engine of printf. */
function printersOf(directive: Directive): readonly string[] | undefined {
  return PRINTERS.get(slotOf(directive)[1]);
}

/** The function that reads a param. */
export const GIVEN = "paramOf";

const PRINTERS = new Map<string, readonly string[]>([
  ["%s", [GIVEN]],
  ["%d", [GIVEN, "wholeText"]],
]);

function isWhole(directive: Directive): boolean {
  return slotOf(directive)[1] === "%d";
}

/** How many texts compilers see in a template whose params have sets of values; they look at each of them. */
function combinations(tokens: readonly Token[], params: readonly ParamModel[]): number {
  const sizes = tokens.map((token) => (token.kind === "directive" ? params[token.argument]?.enum?.length : undefined));
  return sizes.reduce<number>((product, size) => product * (size ?? 1), 1);
}

/** They give up at 100,000. */
const MANY_COMBINATIONS = 1000;

/** A string literal, or a template literal where there are directives. */
function templateText(tokens: readonly Token[], inner: (directive: Directive) => string): string {
  if (tokens.every((token) => token.kind === "literal"))
    return stringLiteral(tokens.map((token) => token.text).join(""));
  const parts = tokens.map((token, index) => {
    if (token.kind === "directive") return `\${${inner(token)}}`;
    return tokens[index + 1] === undefined ? templatePart(token.text) : templatePartBefore(token.text);
  });
  return `\`${parts.join("")}\``;
}

/** The type of the text that a directive prints; template literal types cannot express padding and signs. */
function placeholder({ conversion, flags, width, precision }: Directive): "string" | "bigint" | "number" {
  if (flags !== "" || width !== undefined) return "string";
  if ("diu".includes(conversion)) return precision === undefined ? "bigint" : "string";
  return "fegn".includes(conversion) ? "number" : "string";
}

function paramMembers({ template, params }: CaseModel, { model }: Plan): readonly MemberShape[] {
  if (template !== undefined) return params.map(paramMember);
  return model.body.message === undefined ? [] : [member(WHOLE_MESSAGE, STRING)];
}

function paramMember(param: ParamModel): MemberShape {
  const example = param.example === undefined ? undefined : `For example ${JSON.stringify(param.example)}.`;
  const paragraphs = [param.description, example].filter((text) => text !== undefined);
  return member(param.name, valueTypeOf(param), paragraphs.length === 0 ? undefined : { paragraphs });
}

function valueTypeOf(param: ParamModel): TypeShape {
  if (param.type === "int64") return named("bigint");
  if (param.type !== "string") return NUMBER;
  return param.enum === undefined ? STRING : union(param.enum.map(literalType));
}

// A value that is given for a param is checked against the type, the directive and the limits of the param.

import type { Param } from "../../reader/spec.gen.ts";
import type { ResolvedError } from "../../reader/table/resolve.ts";
import { matchesPattern } from "../../schema/pattern.ts";
import { templateArguments, valueType } from "../../template/arguments.ts";
import type { Directive, ParamType } from "../../template/template.ts";
import { list } from "./places.ts";

export interface NamedParam {
  readonly name: string;
  readonly param: Param;
  readonly directive: Directive;
  readonly type: ParamType;
}

/** The params that an argument belongs to; none where the template is broken or absent. */
export function namedParams(entry: ResolvedError): readonly NamedParam[] {
  const params = known.get(entry) ?? findParams(entry);
  known.set(entry, params);
  return params;
}

/** Several rules ask for the params of the same entries. */
const known = new WeakMap<ResolvedError, readonly NamedParam[]>();

function findParams({ template, spec }: ResolvedError): readonly NamedParam[] {
  const params = Object.entries(spec.params ?? {});
  if (params.length === 0 || template === undefined || template.problems.length > 0) return [];
  const directives: readonly Directive[] = templateArguments(template.template);
  return directives.flatMap((directive, index) => {
    const [name, param] = params[index] ?? [];
    if (name === undefined || param === undefined) return [];
    return [{ name, param, directive, type: param.type ?? valueType(directive) }];
  });
}

/** The requirement that the value fails: "must be an integer". */
export function valueProblem(value: string | number, { param, directive, type }: NamedParam): string | undefined {
  switch (type) {
    case "string":
      if (typeof value !== "string") return "must be a string, written in quotes";
      if (directive.conversion === "c" && [...value].length !== 1) return "must be one character";
      if (param.enum !== undefined && !param.enum.includes(value)) return `must be one of ${list(param.enum, 10)}`;
      if (param.pattern !== undefined && !matchesPattern(param.pattern, value)) return `must match ${param.pattern}`;
      return undefined;
    case "integer":
      if (!Number.isSafeInteger(value)) return Number.isInteger(value) ? "must be of type int64" : "must be an integer";
      return signProblem(Number(value) < 0, directive);
    case "int64":
      if (!isInt64(value)) return "must be an integer of at most 64 bits, in quotes beyond 2^53";
      return signProblem(BigInt(value) < 0n, directive);
    case "number":
      return typeof value === "number" && Number.isFinite(value) ? undefined : "must be a number";
    default:
      return type satisfies never;
  }
}

function signProblem(isNegative: boolean, { conversion, text }: Directive): string | undefined {
  return isNegative && "uxXo".includes(conversion) ? `must not be negative: "${text}" is unsigned` : undefined;
}

function isInt64(value: string | number): boolean {
  if (typeof value === "number") return Number.isSafeInteger(value);
  if (!/^-?(0|[1-9]\d{0,19})$/.test(value)) return false;
  const number = BigInt(value);
  return number >= -(2n ** 63n) && number < 2n ** 64n;
}

// A value that is given for a param is checked against the type, the directive and the limits of the param.
import type { NamedParam } from "../../model/named-params.ts";
import { matchesPattern } from "../../schema/pattern.ts";
import type { Directive } from "../../template/template.ts";
import { list } from "./places.ts";

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

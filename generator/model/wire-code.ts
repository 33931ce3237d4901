// The codes of a table, which are strings there, become the values that travel in bodies.
import { compareText } from "../diagnostic/diagnostic.ts";
import type { CodeModel, WireCode } from "./body-model.ts";

/** The value in a body of the code with this key in the table. */
export function wireCodeOf(code: string, { type, prefix }: Pick<CodeModel, "type" | "prefix">): WireCode {
  const isInteger = type === "integer" || (type === "mixed" && isIntegerCode(code));
  return isInteger ? Number(code) : prefix + code;
}

/** Integers by their values and before texts, other codes by code unit. */
export function compareCodes(a: string, b: string, { type }: Pick<CodeModel, "type">): number {
  if (type === "integer") return Number(a) - Number(b);
  if (type === "string") return compareText(a, b);
  const isFirst = isIntegerCode(a);
  const isSecond = isIntegerCode(b);
  if (isFirst && isSecond) return Number(a) - Number(b);
  return isFirst === isSecond ? compareText(a, b) : isFirst ? -1 : 1;
}

/** The type of codes as JSON Schema and tables spell it. */
export function typeKeyword({ type }: Pick<CodeModel, "type">): string | readonly string[] {
  return type === "mixed" ? ["string", "integer"] : type;
}

/** Whether a key can be a code of the type integer: decimal, without leading zeros, within 2^53. */
export function isIntegerCode(code: string): boolean {
  return /^(?:0|-?[1-9]\d{0,15})$/.test(code) && Number.isSafeInteger(Number(code));
}

// The codes of a table, which are strings there, become the values that travel in bodies.
import { compareText } from "../diagnostic/diagnostic.ts";
import type { CodeModel, WireCode } from "./body-model.ts";

/** The value in a body of the code with this key in the table. */
export function wireCodeOf(code: string, { type, prefix }: Pick<CodeModel, "type" | "prefix">): WireCode {
  return type === "integer" ? Number(code) : prefix + code;
}

/** Integers by their values, other codes by code unit. */
export function compareCodes(a: string, b: string, { type }: Pick<CodeModel, "type">): number {
  return type === "integer" ? Number(a) - Number(b) : compareText(a, b);
}

/** Whether a key can be a code of the type integer: decimal, without leading zeros, within 2^53. */
export function isIntegerCode(code: string): boolean {
  return /^(?:0|-?[1-9]\d{0,15})$/.test(code) && Number.isSafeInteger(Number(code));
}

// The codes of a table, which are strings there, become the values that travel in bodies.
import type { CodeModel, WireCode } from "./body-model.ts";

/** The value in a body of the code with this key in the table. */
export function wireCodeOf(code: string, { type, prefix }: Pick<CodeModel, "type" | "prefix">): WireCode {
  return type === "integer" ? Number(code) : prefix + code;
}

/** Whether a key can be a code of the type integer: decimal, without leading zeros, within 2^53. */
export function isIntegerCode(code: string): boolean {
  return /^(?:0|-?[1-9]\d{0,15})$/.test(code) && Number.isSafeInteger(Number(code));
}

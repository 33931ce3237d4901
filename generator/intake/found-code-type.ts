// The type of the codes of a table, from the values that a source shows, and its codes as bodies hold them.
import type { CodeType, WireCode } from "../model/body-model.ts";
import { isIntegerCode, wireCodeOf } from "../model/wire-code.ts";
import type { Json } from "../text/json/value.ts";
import type { Dropped, FoundBody, FoundError } from "./found-table.ts";

export function codeTypeOf({ codeType }: FoundBody, errors: readonly Pick<FoundError, "code">[]): CodeType {
  return codeType ?? (errors.every(({ code }) => isIntegerCode(code)) ? "integer" : "string");
}

/** The code without the prefix of the table. */
export function bodyCode(code: string, type: CodeType): WireCode {
  return wireCodeOf(code, { type, prefix: "" });
}

/** The type of codes that have these values in bodies; `mayBeBoth` where a schema says so without any values. */
export function shownCodeType(values: readonly Json[], mayBeBoth = false): FoundBody["codeType"] {
  const texts = values.filter((value) => typeof value === "string");
  const digits = texts.filter(isIntegerCode);
  if (texts.length === 0) return mayBeBoth ? "mixed" : undefined;
  if (values.some((value) => typeof value === "number")) return digits.length === texts.length ? "string" : "mixed";
  return mayBeBoth && digits.length === 0 ? "mixed" : "string";
}

/** A table with codes of both types has no codes that are texts of digits. */
export function withoutDigitTexts<Error extends Pick<FoundError, "code">>(
  errors: readonly Error[],
  values: readonly Json[],
  codeType: FoundBody["codeType"],
): { readonly errors: readonly Error[]; readonly dropped: readonly Dropped[] } {
  if (codeType !== "mixed") return { errors, dropped: [] };
  const numbers = new Set(values.filter((value) => typeof value === "number").map(String));
  const isKept = ({ code }: Error): boolean => !isIntegerCode(code) || numbers.has(code);
  const lost = new Set(errors.filter((error) => !isKept(error)).map(({ code }) => code));
  return {
    errors: errors.filter(isKept),
    dropped: [...lost].map((name) => ({ reason: "texts of digits beside codes that are integers", name })),
  };
}

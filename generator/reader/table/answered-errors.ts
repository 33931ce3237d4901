// The name of an error in operations, replacements and translations becomes its code, and its case where the name has one.
import type { Table } from "../spec.gen.ts";

export type Answer = NonNullable<Table["operations"]>[string][number];

/** An error, or one of its cases. */
export interface NamedError {
  readonly code: string;
  readonly case?: string;
}

interface WithCases {
  readonly cases: readonly { readonly name?: string }[];
}

/** "OperationDenied", or "OperationDenied.quota" where that is no code itself. A name without an error is a code. */
export function errorNamed(name: string, errors: ReadonlyMap<string, WithCases>): NamedError {
  if (errors.has(name)) return { code: name };
  const dot = name.lastIndexOf(".");
  const code = name.slice(0, Math.max(dot, 0));
  const ofCase = name.slice(dot + 1);
  const isCase = errors.get(code)?.cases.some((one) => one.name === ofCase) ?? false;
  return isCase ? { code, case: ofCase } : { code: name };
}

/** The error that an operation may answer with, however it is written. */
export function answeredError(answer: Answer, errors: ReadonlyMap<string, WithCases>): NamedError {
  if (typeof answer !== "object") return errorNamed(String(answer), errors);
  const named = errorNamed(String(answer.code), errors);
  return answer.case === undefined ? named : { ...named, case: answer.case };
}

// The name of an error in operations, replacements and translations becomes its code, and its case where the name has one.
import { memoize } from "../../diagnostic/memoize.ts";
import type { Table } from "../spec.gen.ts";

export type Answer = NonNullable<Table["operations"]>[string][number];

/** An error, or one of its cases. */
export interface NamedError {
  readonly code: string;
  readonly case?: string;
}

interface NamedEntry {
  readonly code: string;
  readonly spec: { readonly identifier?: string };
  readonly cases: readonly { readonly name?: string }[];
}

/** "OperationDenied", or "OperationDenied.quota" where that is no code itself. A name without an error is a code. */
export function errorNamed(name: string, errors: ReadonlyMap<string, NamedEntry>): NamedError {
  if (errors.has(name)) return { code: name };
  const dot = name.lastIndexOf(".");
  const code = name.slice(0, Math.max(dot, 0));
  const ofCase = name.slice(dot + 1);
  const isCase = errors.get(code)?.cases.some((one) => one.name === ofCase) ?? false;
  return isCase ? { code, case: ofCase } : { code: name };
}

/** The error that an operation may answer with. Its name may be the identifier that the table gives it, which says more than an integer. */
export function answeredError(answer: Answer, errors: ReadonlyMap<string, NamedEntry>): NamedError {
  const long = typeof answer === "object" ? answer : { code: answer };
  const named = errorNamed(String(long.code), errors);
  const code = errors.has(named.code) ? named.code : (codesByIdentifier(errors).get(named.code) ?? named.code);
  return { ...named, code, ...(long.case === undefined ? {} : { case: long.case }) };
}

const codesByIdentifier = memoize(
  (errors: ReadonlyMap<string, NamedEntry>): ReadonlyMap<string, string> =>
    new Map(
      Array.from(errors.values()).flatMap(({ code, spec: { identifier } }) =>
        identifier === undefined ? [] : [[identifier, code] as const],
      ),
    ),
);

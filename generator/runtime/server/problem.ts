// Writes problem details (RFC 9457) of an error.
import type { ShownError } from "./negotiation.ts";
import { textGiven } from "./reply.ts";

/** The names of errors for people by code; in lists they have the params behind them that stand beside them in problems. */
export type ProblemTitles = Readonly<Record<string, string | readonly string[]>>;

/** The kind of a problem is the documentation of the error, or else its code. */
export function problemText(
  { facts, message, texts, options }: ShownError,
  titles: ProblemTitles,
  documentation: Readonly<Record<string, string>> = {},
): string {
  const { row, params, source = row } = facts;
  const own = ownOf(titles, row.code);
  const [, ...names] = own;
  // The name of the problem would tell as much as the message that is hidden.
  const [title = ""] = source === row ? own : ownOf(titles, source.code);
  const code = encodeURIComponent(String(row.code));
  const [type = own.length === 0 ? "about:blank" : code] = ownOf(documentation, row.code);
  const problem: Record<string, unknown> = {
    type,
    title: texts?.title ?? title,
    status: row.status,
    detail: message === "" || message === String(row.code) ? undefined : message,
    instance: textGiven(options.instance),
    code: row.code,
    requestId: textGiven(options.requestId),
  };
  for (const name of source === row ? names : []) {
    const value = (params as Readonly<Record<string, unknown>>)[name];
    problem[name] = typeof value === "bigint" ? exactNumber(value) : value;
  }
  return JSON.stringify(problem);
}

/** A text as a list of one; the list is empty for other codes than those of the table. */
function ownOf(byCode: ProblemTitles, code: string | number | undefined): readonly string[] {
  const name = String(code);
  const own = name.hasOwnProperty.call(byCode, name) ? byCode[name] : undefined;
  return typeof own === "string" ? [own] : own || [];
}

/** A text where a number would not be exact. */
function exactNumber(value: bigint): number | string {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : String(value);
}

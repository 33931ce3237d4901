// Writes problem details (RFC 9457) of an error.
import type { ShownError } from "./negotiation.ts";
import { textGiven } from "./reply.ts";

/** A kind of problem: an address, a name for people, and the params that stand beside these. */
export interface ProblemKind {
  readonly type: string;
  readonly title: string;
  readonly params?: readonly string[];
}

/** By code. */
export type ProblemKinds = Readonly<Record<string, ProblemKind>>;

export function problemText({ facts, message, texts, options }: ShownError, kinds: ProblemKinds): string {
  const { row, params, source = row } = facts;
  const { type, title: ownTitle, params: names = [] } = problemKindOf(kinds, row.code);
  // The name of the problem would tell as much as the message that is hidden.
  const title = source === row ? ownTitle : problemKindOf(kinds, source.code).title;
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

function problemKindOf(kinds: ProblemKinds, code: string | number | undefined): ProblemKind {
  const name = String(code);
  const kind = name.hasOwnProperty.call(kinds, name) ? kinds[name] : undefined;
  return kind === undefined ? { type: "about:blank", title: "" } : kind;
}

/** A text where a number would not be exact. */
function exactNumber(value: bigint): number | string {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : String(value);
}

// Makes replies to any value that the code of a server throws. Adapters of frameworks sit on this function alone: they hand over
// the thrown value and the headers of the request, and write the status, the headers and the text of the body as they
// are. It decides everything else: the error that is shown, its language and its form.
import { type FailureFacts, factsIn } from "./failure-facts.ts";

/** A whole response. The body is a text of the type that the headers say; it is empty where the status allows none. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface ReplyOptions {
  /** The id of the request, for the support of the service. */
  readonly requestId?: string | undefined;
  /** The address of this occurrence of a problem. */
  readonly instance?: string | undefined;
  /** The header Accept of the request. */
  readonly accept?: string | null | undefined;
  /** The header Accept-Language of the request. */
  readonly acceptLanguage?: string | null | undefined;
  /** Answers with problem details to clients that accept them. */
  readonly problem?: Negotiator | undefined;
  /** Answers with a page to people. */
  readonly pages?: Negotiator | undefined;
  /** Answers in these languages, too. */
  readonly locales?: readonly Negotiator[] | undefined;
}

/** Brings the code that looks at the headers of the request, so that programs that do without it do not load it. */
export interface Negotiator {
  /** The language of the table's own texts. */
  readonly tableLanguage: string;
  readonly negotiate: (facts: FailureFacts, table: ReplyTable, options: ReplyOptions) => Reply;
}

/** The facts that replies of a table have in common. */
export interface ReplyTable {
  readonly brand: string;
  /** The media type of bodies. */
  readonly type: string;
  readonly fallback: FailureFacts;
  /** The text of a body. */
  readonly write: (facts: FailureFacts, message: string, options: ReplyOptions) => string;
}

/** It never throws: a value that cannot be read gets the reply of the fallback. */
export function replyTo(error: unknown, table: ReplyTable, options: ReplyOptions = {}): Reply {
  let requestId: string | undefined;
  try {
    requestId = options.requestId;
    const found = factsIn(error, table.brand) || table.fallback;
    const negotiator = options.problem || options.pages || options.locales?.[0];
    return (negotiator?.negotiate || replyWith)(found.shown || found, table, options);
  } catch {
    // Getters and proxies throw, and so do values that have no JSON.
    return replyTo(null, table, { requestId });
  }
}

/** The text that a program gave; programs without types may have given anything. */
export function textGiven(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

/** An id that came with the request may be anything. */
export function replyWith(
  facts: FailureFacts,
  table: ReplyTable,
  options: ReplyOptions,
  type: string = table.type,
  body: string = table.write(facts, facts.message, options),
): Reply {
  const { requestId } = options;
  return {
    status: facts.row.status,
    headers: {
      "Content-Type": type,
      ...facts.row.headers,
      ...(typeof requestId === "string" && /^[!-~]+$/.test(requestId) && { "X-Request-Id": requestId }),
    },
    body,
  };
}

/** The reply, without a body and the headers that tell of it where responses of its status have no content. */
export function withoutContent(reply: Reply): Reply {
  const { status } = reply;
  if (![204, 205, 304].includes(status)) return reply;
  const headers: Record<string, string> = Object.assign({}, reply.headers);
  for (const name of ["Content-Type", "Content-Language"]) delete headers[name];
  return { status, headers, body: "" };
}

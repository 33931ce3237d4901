// Tells logs and traces of any thrown value, without the values of sensitive params.
import { type FailureFacts, type FailureSource, factsIn, loggedFacts } from "./failure-facts.ts";

/** The attributes of OpenTelemetry's semantic conventions that tell of an error. */
export type ErrorAttributes = {
  /** The code, or "_OTHER" for an error that is no failure of the table. */
  readonly "error.type": string;
  /** The status of the reply. */
  readonly "http.response.status_code": number;
};

export type ToErrorAttributes = (error: unknown) => ErrorAttributes;

/** They have few values, and no text of a request. */
export function errorAttributes({ brand, fallback }: FailureSource): ToErrorAttributes {
  return (error) => {
    const facts = factsOrNone(error, brand);
    const { row, shown = facts } = facts || { row: { code: undefined } };
    return {
      "error.type": row.code === undefined ? "_OTHER" : String(row.code),
      "http.response.status_code": (shown || fallback).row.status,
    };
  };
}

/** An error as an entry of a log. */
export interface ErrorLog {
  readonly type: string;
  readonly message: string;
  readonly code?: string | number;
  readonly status?: number;
  readonly case?: string;
  readonly retry?: string;
  readonly tags?: readonly string[];
  /** Without the values of sensitive params. */
  readonly params?: object;
  readonly stack?: string;
  readonly cause?: ErrorLog;
}

export type ToErrorLog = (error: unknown) => ErrorLog;

export function errorLog({ brand }: FailureSource): ToErrorLog {
  return (error) => logOf(error, brand, 0);
}

/** It never throws. Causes are followed a few steps, so that circles end. */
function logOf(error: unknown, brand: string, depth: number): ErrorLog {
  try {
    const facts = factsIn(error, brand);
    const { name, message, code, stack, cause } = Object(error) as Readonly<Record<string, unknown>>;
    const type = typeof name === "string" ? name : typeof error;
    const own = facts === undefined ? foreignLog(error, message, code) : failureLog(facts);
    return Object.assign(
      { type },
      own,
      typeof stack === "string" && { stack: withoutValues(stack, facts) },
      cause !== undefined && depth < MAX_DEPTH && { cause: logOf(cause, brand, depth + 1) },
    );
  } catch {
    // Getters and proxies throw.
    return { type: typeof error, message: "" };
  }
}

const MAX_DEPTH = 5;

function foreignLog(error: unknown, message: unknown, code: unknown): Pick<ErrorLog, "message" | "code"> {
  const isCode = typeof code === "string" || typeof code === "number";
  const text = typeof message === "string" ? message : String(error);
  return Object.assign({ message: text }, isCode && { code });
}

function failureLog(facts: FailureFacts): Omit<ErrorLog, "type"> {
  const { code, status, case: one, retry, tags } = facts.row;
  return Object.assign(
    loggedFacts(facts),
    { status },
    code !== undefined && { code },
    one !== undefined && { case: one },
    retry !== undefined && { retry },
    tags !== undefined && { tags },
  ) as Omit<ErrorLog, "type">;
}

/** Stacks begin with the message in most engines. */
function withoutValues(stack: string, facts: FailureFacts | undefined): string {
  if (facts === undefined || facts.row.hidden === undefined) return stack;
  const { message } = loggedFacts(facts);
  return facts.message === "" ? stack : stack.split(facts.message).join(message);
}

function factsOrNone(error: unknown, brand: string): FailureFacts | undefined {
  try {
    return factsIn(error, brand);
  } catch {
    return undefined;
  }
}

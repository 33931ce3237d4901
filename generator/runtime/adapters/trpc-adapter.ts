// Makes errors of tRPC of failures, and tells clients their codes and params.
import { type FailureSource, factsIn, shownFacts } from "../server/failure-facts.ts";

/** The error of tRPC with the code of the status. Other errors become the fallback. */
export type ToTrpcError = <Code extends string, Made>(
  TRPCError: new (options: { readonly code: Code; readonly message: string; readonly cause: unknown }) => Made,
  error: unknown,
) => Made;

export function trpcError(source: FailureSource): ToTrpcError {
  return <Code extends string, Made>(
    TRPCError: new (options: { readonly code: Code; readonly message: string; readonly cause: unknown }) => Made,
    error: unknown,
  ) => {
    const { row, message } = shownFacts(error, source);
    const other = row.status < 500 ? "BAD_REQUEST" : "INTERNAL_SERVER_ERROR";
    const { [row.status]: code = other } = TRPC_CODES;
    return new TRPCError({ code: code as Code, message, cause: error });
  };
}

/** A failure as clients of tRPC see it. */
export interface TrpcFailure<Code> {
  readonly code: Code;
  readonly status: number;
  readonly params: object;
}

/** The shape of an error for clients: with the failure that caused it, and without the stack. */
export type TrpcShape<Code> = <Shape extends { readonly message: string; readonly data: object }>(given: {
  readonly shape: Shape;
  readonly error: { readonly cause?: unknown };
}) => Shape & {
  readonly data: { readonly failure: TrpcFailure<Code> | undefined; readonly stack?: undefined };
};

export function trpcShape<Code>(source: FailureSource): TrpcShape<Code> {
  return ({ shape, error: { cause } }) => {
    const { row, message, params } = shownFacts(cause, source);
    const isKnown = isFailureOf(source, cause) && row.code !== undefined;
    const failure = isKnown ? { code: row.code as Code, status: row.status, params } : undefined;
    // tRPC itself shows the messages of unknown errors.
    const { httpStatus = 500 } = shape.data as { readonly httpStatus?: number };
    const isOfServer = httpStatus > 499;
    const data = Object.assign({}, shape.data, { failure, stack: undefined });
    return Object.assign({}, shape, { data, message: isKnown || isOfServer ? message : shape.message });
  };
}

function isFailureOf({ brand }: FailureSource, cause: unknown): boolean {
  try {
    return factsIn(cause, brand) !== undefined;
  } catch {
    // Getters and proxies throw.
    return false;
  }
}

const TRPC_CODES: Readonly<Record<number, string>> = {
  400: "BAD_REQUEST",
  401: "UNAUTHORIZED",
  402: "PAYMENT_REQUIRED",
  403: "FORBIDDEN",
  404: "NOT_FOUND",
  405: "METHOD_NOT_SUPPORTED",
  408: "TIMEOUT",
  409: "CONFLICT",
  412: "PRECONDITION_FAILED",
  413: "PAYLOAD_TOO_LARGE",
  415: "UNSUPPORTED_MEDIA_TYPE",
  422: "UNPROCESSABLE_CONTENT",
  428: "PRECONDITION_REQUIRED",
  429: "TOO_MANY_REQUESTS",
  499: "CLIENT_CLOSED_REQUEST",
  500: "INTERNAL_SERVER_ERROR",
  501: "NOT_IMPLEMENTED",
  502: "BAD_GATEWAY",
  503: "SERVICE_UNAVAILABLE",
  504: "GATEWAY_TIMEOUT",
};

// A program that uses fetch, and makes errors of the answers that are not fine.
import {
  type FunctionComputeErrorCode,
  type FunctionComputeErrorParams,
  type FunctionComputeErrorRetry,
  FunctionComputeServiceError,
  type FunctionComputeServiceErrorOf,
  type FunctionComputeWireErrorCode,
  isFunctionComputeServiceError,
  type ServiceNotFoundError,
} from "../generated/function-compute/index.js";

export interface Failure {
  readonly code: string | undefined;
  readonly status: number;
  readonly params: unknown;
  readonly retry: string | undefined;
  readonly requestId: string | undefined;
  readonly retryAfter: number | undefined;
  readonly advice: string;
}

export async function askWithFetch(url: string): Promise<Failure> {
  try {
    const response = await fetch(url);
    if (!response.ok) throw await FunctionComputeServiceError.fromResponse(response);
  } catch (error) {
    if (!isFunctionComputeServiceError(error)) throw error;
    const { code, status, params, retry, requestId, retryAfter } = error;
    return { code, status, params, retry, requestId, retryAfter, advice: adviceFor(error) };
  }
  throw new Error("The server did not answer with an error.");
}

/** What is known of an error depends on what has been asked. */
export function adviceFor(error: FunctionComputeServiceError): string {
  same<typeof error.code, FunctionComputeWireErrorCode | undefined>();
  same<typeof error.retry, FunctionComputeErrorRetry | undefined>();
  same<typeof error.params, FunctionComputeErrorParams<FunctionComputeErrorCode> | undefined>();
  if (error.is("AliasNotFound")) {
    same<typeof error.code, "AliasNotFound">();
    return `create the alias ${error.params?.aliasName ?? "that is named"}`;
  }
  if (error.is("ServiceNotFound")) {
    same<typeof error.body, ServiceNotFoundError | undefined>();
    same<typeof error, FunctionComputeServiceErrorOf<"ServiceNotFound">>();
    return error.body?.errorMessage ?? error.message;
  }
  // @ts-expect-error: there is no such code
  if (error.is("AliasNotfound")) return "";
  return error.retryAfter === undefined ? "report it" : `wait for ${error.retryAfter / 1000} s`;
}

/** Compiles only where both types are the same. */
function same<A, B>(..._proof: Same<A, B> extends true ? [] : [never]): void {}
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

// @ts-expect-error: what is no response is not taken
export const wrong: Promise<FunctionComputeServiceError> = FunctionComputeServiceError.fromResponse({ status: 404 });

// A program that matches bodies whose codes lie inside of another member, where a switch narrows nothing.
import {
  isNestedError,
  isQuotaExceededError,
  matchNestedError,
  type NestedError,
  type NestedErrorOf,
  type QuotaExceededError,
} from "./generated/nested/index.js";

export function advice(error: NestedError): string {
  return matchNestedError(error, {
    "quota.exceeded": (own) => {
      own satisfies QuotaExceededError;
      own.error.code satisfies "quota.exceeded";
      return own.resetAt;
    },
    status: { 404: (missing) => missing.error.code satisfies "resource_not_found" },
    otherwise: (unknown) => unknown.error.code,
  });
}

// @ts-expect-error: no arm takes resource_not_found
matchNestedError({} as NestedError, { retry: { throttled: () => 1 }, otherwise: () => 1 });
matchNestedError({} as NestedError, { retry: { never: () => 1, throttled: () => 1 }, otherwise: () => 1 });

export function narrow(value: unknown): string {
  if (isQuotaExceededError(value)) return value.resetAt;
  if (isNestedError(value, "resource_not_found")) value satisfies NestedErrorOf<"resource_not_found">;
  return "";
}

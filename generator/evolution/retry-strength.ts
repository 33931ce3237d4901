// A retry class becomes the strength of its promise that another try may succeed.
import type { Retry } from "../model/model.ts";

/** Where the API does not say, nothing is promised. */
export function strengthOf(retry: Retry | undefined): number {
  return retry === "throttled" ? 2 : retry === "backoff" ? 1 : 0;
}

export function retryText(retry: Retry | undefined): string {
  return retry === undefined ? "no stated retry" : `"${retry}"`;
}

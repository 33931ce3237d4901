// A retry class becomes the strength of its promise that another try may succeed.
import type { Retry } from "../../model/model.ts";
import type { Scope } from "../change.ts";
import type { CasePair, ErrorPair } from "../pairs/comparison.ts";

/** Where the API does not say, nothing is promised. */
export function strengthOf(retry: Retry | undefined): number {
  return retry === "throttled" ? 2 : retry === "backoff" ? 1 : 0;
}

/** Whether the code as a whole had a retry class and has none, although no case promises less. */
export function isRetryWithdrawn({ old, new: after, cases }: ErrorPair): boolean {
  if (old.retry === undefined || after.retry !== undefined) return false;
  return cases.every((pair) => strengthOf(pair.new.retry) >= strengthOf(pair.old.retry));
}

/** Types and arms know the class that all cases of a code have: where the cases differ, generated code knows none. */
export function scopeOfRetry({ error: { old, new: after } }: CasePair): Scope {
  return old.retry === after.retry ? "wire" : "both";
}

export function retryText(retry: Retry | undefined): string {
  return retry === undefined ? "no stated retry" : `"${retry}"`;
}

// Checks that throttled errors have a header that tells the delay.
import type { ResolvedCase } from "../../reader/table/resolve.ts";
import { concerned, inEntry, labelOf } from "../engine/places.ts";
import { defineRule } from "../engine/rule.ts";

export const throttledWithoutRetryAfter = defineRule({
  id: "throttled-without-retry-after",
  scope: "error",
  severity: "warning",
  summary: "Errors with `retry: throttled` have a Retry-After header, or one that tells the time of the reset.",
  explanation:
    "Without Retry-After every client guesses how long to wait, and all of them come back at once. Describe the header if the API " +
    "sends it or another one that ends in `reset`, or the place of the delay in `body.retryAfter`; if the API sends neither, say so in an errtable-ignore comment.",
  example: {
    wrong: "errors:\n  TooMany: { status: 429, retry: throttled, description: Too many., solution: Wait. }\n",
    right:
      "errors:\n  TooMany:\n    status: 429\n    retry: throttled\n    description: Too many.\n    solution: Wait.\n" +
      "    headers: { Retry-After: { description: Seconds to wait., schema: { type: integer, minimum: 0 } } }\n",
  },
  everywhere: (errors, table) => ({
    message: `None of the ${errors} throttled errors of "${table}" has a Retry-After header.`,
    help: 'Add "Retry-After" to "headers" if the API sends it, or say in an errtable-ignore comment that it does not.',
  }),
  concerns: ({ cases }) => cases.some(({ spec }) => spec.retry === "throttled"),
  reads: ["body", "defaults"],
  *check({ root, entries }) {
    if (root.table.body?.retryAfter !== undefined) return;
    for (const entry of concerned(entries, isWithoutDelay)) {
      yield {
        ...inEntry(entry, "retry"),
        message: `"${labelOf(entry)}" is throttled, but has no Retry-After header.`,
        help: 'Add "Retry-After" to "headers".',
      };
    }
  },
});

function isWithoutDelay({ spec: { retry, headers = {} } }: ResolvedCase): boolean {
  return retry === "throttled" && !Object.keys(headers).some((name) => /^retry-after$|reset$/i.test(name));
}

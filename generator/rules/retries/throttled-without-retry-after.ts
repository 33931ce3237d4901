// Checks that throttled errors have a Retry-After header.
import { inEntry, labelOf } from "../engine/places.ts";
import { defineRule } from "../engine/rule.ts";

export const throttledWithoutRetryAfter = defineRule({
  id: "throttled-without-retry-after",
  severity: "warning",
  summary: "Errors with `retry: throttled` have a Retry-After header.",
  explanation:
    "Without Retry-After every client guesses how long to wait, and all of them come back at once. Describe the header if the API " +
    "sends it, or the place of the delay in `body.retryAfter`; if the API sends neither, say so in an errtable-ignore comment.",
  example: {
    wrong: "errors:\n  TooMany: { status: 429, retry: throttled, description: Too many., solution: Wait. }\n",
    right:
      "errors:\n  TooMany:\n    status: 429\n    retry: throttled\n    description: Too many.\n    solution: Wait.\n" +
      "    headers: { Retry-After: { description: Seconds to wait., schema: { type: integer, minimum: 0 } } }\n",
  },
  reads: ["body", "defaults"],
  *check({ root, cases }) {
    if (root.table.body?.retryAfter !== undefined) return;
    for (const entry of cases) {
      if (entry.spec.retry !== "throttled") continue;
      if (Object.keys(entry.spec.headers ?? {}).some((name) => name.toLowerCase() === "retry-after")) continue;
      yield {
        ...inEntry(entry, "retry"),
        message: `"${labelOf(entry)}" is throttled, but has no Retry-After header.`,
        help: 'Add "Retry-After" to "headers".',
      };
    }
  },
});

// Checks that errors with status 429 are throttled.
import { type ResolvedCase, statusesOf } from "../../reader/table/resolve.ts";
import { concerned, inEntry, labelOf } from "../engine/places.ts";
import { defineRule } from "../engine/rule.ts";

export const unthrottled429 = defineRule({
  id: "unthrottled-429",
  scope: "error",
  severity: "warning",
  summary: "Errors with status 429 are `retry: throttled`.",
  explanation:
    "Status 429 means too many requests, and so does `throttled`: clients slow down and honour Retry-After. " +
    "Without it generated clients do not know that they may try again.",
  example: {
    wrong: "errors:\n  TooMany: { status: 429, retry: backoff, description: Too many., solution: Wait. }\n",
    right:
      "errors:\n  TooMany: { status: 429, retry: throttled, description: Too many., solution: Wait., headers: { Retry-After: {} } }\n",
  },
  rowFields: ["status", "retry"],
  reads: ["defaults"],
  *check({ entries }) {
    for (const entry of concerned(entries, isUnthrottled)) {
      yield {
        ...inEntry(entry, entry.spec.retry === undefined ? "status" : "retry"),
        message: `"${labelOf(entry)}" has status 429, but is not "retry: throttled".`,
        help: 'Add "retry: throttled".',
      };
    }
  },
});

function isUnthrottled(one: ResolvedCase): boolean {
  return statusesOf(one).includes(429) && one.spec.retry !== "throttled";
}

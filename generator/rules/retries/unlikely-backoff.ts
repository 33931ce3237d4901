// Checks that client errors with `retry: backoff` have a status for which waiting helps.
import { type ResolvedCase, statusesOf } from "../../reader/table/resolve.ts";
import { concerned, inEntry, labelOf } from "../engine/places.ts";
import { defineRule } from "../engine/rule.ts";

export const unlikelyBackoff = defineRule({
  id: "unlikely-backoff",
  scope: "error",
  severity: "warning",
  summary: "4xx errors with `retry: backoff` have status 408, 409, 423, 425 or 429.",
  explanation:
    "A status of 400 to 499 says that the request is wrong, and the same request stays wrong. Only a timeout (408), a conflict (409), " +
    "a lock (423), a request that came too early (425) and a limit (429) go away by waiting. Otherwise the retry or the status is wrong.",
  example: {
    wrong: "errors:\n  NotFound: { status: 404, retry: backoff, description: Not there., solution: Check it. }\n",
    right: "errors:\n  NotFound: { status: 404, retry: never, description: Not there., solution: Check it. }\n",
  },
  reads: ["defaults"],
  *check({ entries }) {
    for (const entry of concerned(entries, isUnlikely)) {
      yield {
        ...inEntry(entry, "retry"),
        message: `"${labelOf(entry)}" may be tried again, but status ${lastingStatus(entry)} says that the request itself is wrong.`,
        help: 'Check the status; if it is right, "retry: never" is the likely value.',
      };
    }
  },
});

const TRANSIENT: ReadonlySet<number> = new Set([408, 409, 423, 425, 429]);

function isUnlikely(one: ResolvedCase): boolean {
  return one.spec.retry === "backoff" && lastingStatus(one) !== undefined;
}

/** A status that says that the request is wrong, now and later. */
function lastingStatus(one: ResolvedCase): number | undefined {
  return statusesOf(one).find((each) => each >= 400 && each < 500 && !TRANSIENT.has(each));
}

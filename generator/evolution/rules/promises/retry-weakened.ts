// Finds errors after which another try was promised to help, and is not any more.

import { inCase, nameOf, subjectOf } from "../../differences/change-places.ts";
import { retryText, scopeOfRetry, strengthOf } from "../../differences/retry-strength.ts";
import { defineChangeRule } from "../engine/change-rule.ts";

export const retryWeakened = defineChangeRule({
  id: "retry-weakened",
  level: "major",
  side: "consumer",
  scope: "both",
  models: ["smithy-diff: the trait retryable", "AIP-194"],
  compiles: false,
  summary: "An error promises less about another try.",
  explanation:
    "From `throttled` to `backoff`, or from either to `never` or nothing: consumers wait for a quota that is none, or retry in vain. Arms and types by retry class lose the code. " +
    "Keep the class; if it was wrong, release a new major version.",
  example: {
    old: "errors:\n  Busy: { status: 503, message: is busy, retry: backoff }\n",
    new: "errors:\n  Busy: { status: 503, message: is busy }\n",
    fine: "errors:\n  Busy: { status: 503, message: is busy, retry: throttled }\n",
  },
  *find({ cases }) {
    for (const pair of cases) {
      const { old, new: after } = pair;
      if (strengthOf(after.retry) >= strengthOf(old.retry)) continue;
      yield {
        ...subjectOf(pair),
        old: old.retry ?? null,
        new: after.retry ?? null,
        message: `The error ${nameOf(pair)} has ${retryText(after.retry)} instead of ${retryText(old.retry)}: consumers that ${after.retry === "backoff" ? "wait for a quota wait for nothing" : "retry it do so in vain"}.`,
        help: "Keep the retry class, or release a new major version.",
        where: inCase(pair, "retry"),
        // A code that gets its first class breaks no program.
        scope: pair.error.old.retry === undefined ? "wire" : scopeOfRetry(pair),
      };
    }
  },
});

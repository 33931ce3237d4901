// Finds errors whose retry class says more than before.

import { inCase, nameOf, subjectOf } from "../../differences/change-places.ts";
import { isRetryWithdrawn, retryText, scopeOfRetry, strengthOf } from "../../differences/retry-strength.ts";
import { defineChangeRule } from "../engine/change-rule.ts";

export const retryStrengthened = defineChangeRule({
  id: "retry-strengthened",
  level: "minor",
  side: "consumer",
  scope: "both",
  models: ["smithy-diff: the trait retryable", "AIP-194"],
  compiles: true,
  summary: "An error promises more about another try, or says that none helps.",
  explanation:
    "Consumers that give up could retry, or the other way round; those that go on as before lose nothing. Arms by retry class take the code of the new class.",
  example: {
    old: "errors:\n  Busy: { status: 503, message: is busy }\n",
    new: "errors:\n  Busy: { status: 503, message: is busy, retry: backoff }\n",
    fine: "errors:\n  Busy: { status: 503, message: is busy, description: D }\n",
  },
  *find({ cases }) {
    for (const pair of cases) {
      const { old, new: after } = pair;
      // The class of the code as a whole is told by a rule of its own.
      if (after.retry === undefined && isRetryWithdrawn(pair.error)) continue;
      if (old.retry === after.retry || strengthOf(after.retry) < strengthOf(old.retry)) continue;
      yield {
        ...subjectOf(pair),
        old: old.retry ?? null,
        new: after.retry ?? null,
        message: `The error ${nameOf(pair)} has ${retryText(after.retry)} instead of ${retryText(old.retry)}.`,
        help: "Name it in the changelog.",
        where: inCase(pair, "retry"),
        scope: scopeOfRetry(pair),
      };
    }
  },
});

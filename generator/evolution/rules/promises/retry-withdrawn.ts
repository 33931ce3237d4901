// Finds errors that have no retry class of their own any more, although none of their promises is weaker.

import { inError } from "../../differences/change-places.ts";
import { isRetryWithdrawn, retryText } from "../../differences/retry-strength.ts";
import { defineChangeRule } from "../engine/change-rule.ts";

export const retryWithdrawn = defineChangeRule({
  id: "retry-withdrawn",
  level: "dangerous",
  side: "consumer",
  scope: "both",
  models: ["smithy-diff: the trait retryable", "AIP-194"],
  compiles: false,
  summary: "An error has no retry class any more: the table does not say it, or its cases differ.",
  explanation:
    "Consumers that ask for the retry class of the code get no answer, and arms and types by retry class lose it. Those that retry errors whose class they do not know begin to " +
    "retry this one. Keep the class, or give all cases the same one.",
  example: {
    old: "errors:\n  Busy: { status: 503, message: is busy, retry: never }\n",
    new: "errors:\n  Busy: { status: 503, message: is busy }\n",
    fine: "errors:\n  Busy: { status: 503, message: is busy, retry: backoff }\n",
  },
  *find({ changed }) {
    for (const pair of changed) {
      if (!isRetryWithdrawn(pair)) continue;
      const { old, new: after } = pair;
      const reason = after.cases.some(({ retry }) => retry !== undefined) ? "its cases differ" : "the table says none";
      yield {
        code: old.code,
        old: old.retry ?? null,
        new: null,
        message: `The error "${after.code}" had ${retryText(old.retry)} and has no retry class any more, because ${reason}: consumers that ask for its class get no answer.`,
        help: "Keep the retry class, in all cases of the code.",
        where: inError(pair, "retry"),
      };
    }
  },
});

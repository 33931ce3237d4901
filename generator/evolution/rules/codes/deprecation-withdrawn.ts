// Finds codes whose end is no longer announced.

import { inError } from "../../differences/change-places.ts";
import { defineChangeRule } from "../engine/change-rule.ts";

export const deprecationWithdrawn = defineChangeRule({
  id: "deprecation-withdrawn",
  level: "minor",
  side: "both",
  scope: "source",
  models: ["oasdiff endpoint-reactivated", "graphql-inspector FIELD_DEPRECATION_REMOVED"],
  compiles: true,
  summary: "A code is no longer deprecated.",
  explanation: "Everything works as before. Consumers that moved to the replacement need not move back.",
  example: {
    old: "errors:\n  Gone: { status: 410, message: is gone, deprecated: { reason: Never sent. } }\n",
    new: "errors:\n  Gone: { status: 410, message: is gone }\n",
    fine: "errors:\n  Gone: { status: 410, message: is gone, deprecated: { reason: Hardly ever sent. } }\n",
  },
  *find({ changed }) {
    for (const pair of changed) {
      if (pair.old.deprecated === undefined || pair.new.deprecated !== undefined) continue;
      yield {
        code: pair.old.code,
        message: `The code "${pair.new.code}" is no longer deprecated.`,
        help: "Name it in the changelog.",
        where: inError(pair),
      };
    }
  },
});

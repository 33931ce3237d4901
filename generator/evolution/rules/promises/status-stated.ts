// Finds errors whose status was not known.

import { inCase, nameOf, statusText, subjectOf } from "../../differences/change-places.ts";
import { casesWith, scopeOfStatuses } from "../../differences/status-changes.ts";
import { defineChangeRule } from "../engine/change-rule.ts";

export const statusStated = defineChangeRule({
  id: "status-stated",
  level: "minor",
  side: "consumer",
  scope: "both",
  models: ["oasdiff response-non-success-status-added"],
  compiles: true,
  summary: "The table states the status of an error for the first time.",
  explanation: "Bodies and servers are the same: the table says more. Types of the status have the code now.",
  example: {
    old: "errors:\n  Gone: { message: is gone }\n",
    new: "errors:\n  Gone: { status: 404, message: is gone }\n",
    fine: "errors:\n  Gone: { description: D, message: is gone }\n",
  },
  *find(comparison) {
    for (const pair of casesWith("stated", comparison)) {
      const { old, new: after } = pair;
      yield {
        ...subjectOf(pair),
        old: old.statuses,
        new: after.statuses,
        message: `The table states that ${nameOf(pair)} comes with ${statusText(after.statuses)}.`,
        help: "Nothing has to be done.",
        where: inCase(pair, "status"),
        scope: scopeOfStatuses(pair),
      };
    }
  },
});

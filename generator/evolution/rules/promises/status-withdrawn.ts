// Finds errors whose status is no longer stated.

import { inCase, nameOf, statusText, subjectOf } from "../../differences/change-places.ts";
import { casesWith, scopeOfStatuses } from "../../differences/status-changes.ts";
import { defineChangeRule } from "../engine/change-rule.ts";

export const statusWithdrawn = defineChangeRule({
  id: "status-withdrawn",
  level: "dangerous",
  side: "consumer",
  scope: "both",
  models: ["Azure openapi-diff 1012"],
  compiles: false,
  summary: "The table no longer states the status of an error.",
  explanation:
    "The promise is gone: consumers that look at the status have nothing to rely on, and types of the status lose the code.",
  example: {
    old: "errors:\n  Gone: { status: 404, message: is gone }\n",
    new: "errors:\n  Gone: { message: is gone }\n",
    fine: "errors:\n  Gone: { status: 404, description: D, message: is gone }\n",
  },
  *find(comparison) {
    for (const pair of casesWith("withdrawn", comparison)) {
      const { old, new: after } = pair;
      yield {
        ...subjectOf(pair),
        old: old.statuses,
        new: after.statuses,
        message: `The table no longer says that ${nameOf(pair)} comes with ${statusText(old.statuses)}: consumers cannot rely on the status any more.`,
        help: "State the status, as long as servers send it.",
        where: inCase(pair, "status"),
        scope: scopeOfStatuses(pair),
      };
    }
  },
});

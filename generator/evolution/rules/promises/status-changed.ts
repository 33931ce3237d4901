// Finds errors that come with another status of the same class.

import { inCase, nameOf, statusText, subjectOf } from "../../differences/change-places.ts";
import { casesWith, scopeOfStatuses } from "../../differences/status-changes.ts";
import { defineChangeRule } from "../engine/change-rule.ts";

export const statusChanged = defineChangeRule({
  id: "status-changed",
  level: "major",
  side: "consumer",
  scope: "both",
  models: ["smithy-diff: the trait httpError", "Azure openapi-diff 1011"],
  compiles: false,
  summary: "An error comes with another status.",
  explanation:
    "Consumers that look at the status take the error for another one. Arms and types by status no longer fit either. Keep the status, or release a new major version.",
  example: {
    old: "errors:\n  Gone: { status: 404, message: is gone }\n",
    new: "errors:\n  Gone: { status: 410, message: is gone }\n",
    fine: "errors:\n  Gone: { status: 404, description: D, message: is gone }\n",
  },
  *find(comparison) {
    for (const pair of casesWith("changed", comparison)) {
      const { old, new: after } = pair;
      yield {
        ...subjectOf(pair),
        old: old.statuses,
        new: after.statuses,
        message: `The error ${nameOf(pair)} comes with ${statusText(after.statuses)} instead of ${statusText(old.statuses)}: consumers that look at the status take it for another one.`,
        help: "Keep the status, or release a new major version.",
        where: inCase(pair, "status"),
        scope: scopeOfStatuses(pair),
      };
    }
  },
});

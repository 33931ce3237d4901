// Finds errors that come with one more status.

import { inCase, nameOf, statusText, subjectOf } from "../../differences/change-places.ts";
import { casesWith, scopeOfStatuses } from "../../differences/status-changes.ts";
import { defineChangeRule } from "../engine/change-rule.ts";

export const statusAdded = defineChangeRule({
  id: "status-added",
  level: "dangerous",
  side: "consumer",
  scope: "both",
  models: ["oasdiff response-non-success-status-added", "Azure openapi-diff 1011"],
  compiles: false,
  summary: "An error comes with one more status.",
  explanation:
    "Consumers that look for the error behind its old status miss some of them. In generated code an arm for a status takes only codes that come with no other status, so that a match by status needs an arm for the code.",
  example: {
    old: "errors:\n  Gone: { status: 404, message: is gone }\n",
    new: "errors:\n  Gone: { status: [404, 410], message: is gone }\n",
    fine: "errors:\n  Gone: { status: 404, description: D, message: is gone }\n",
  },
  *find(comparison) {
    for (const pair of casesWith("added", comparison)) {
      const { old, new: after } = pair;
      const text = statusText(after.statuses);
      yield {
        ...subjectOf(pair),
        old: old.statuses,
        new: after.statuses,
        message:
          old.statuses.length === 0
            ? `The table states that ${nameOf(pair)} comes with ${text}, and knew the code "${pair.error.old.code}" with ${statusText(pair.error.old.statuses)} alone: an arm for a status takes only codes that come with no other one.`
            : `The error ${nameOf(pair)} comes with ${text}, and came with ${statusText(old.statuses)} alone: consumers that look at the status miss some of them.`,
        help: "Name it in the changelog.",
        where: inCase(pair, "status"),
        scope: scopeOfStatuses(pair),
      };
    }
  },
});

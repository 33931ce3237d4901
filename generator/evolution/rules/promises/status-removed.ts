// Finds errors that no longer come with one of their statuses.

import { inCase, nameOf, statusText, subjectOf } from "../../differences/change-places.ts";
import { casesWith, scopeOfStatuses } from "../../differences/status-changes.ts";
import { defineChangeRule } from "../engine/change-rule.ts";

export const statusRemoved = defineChangeRule({
  id: "status-removed",
  level: "dangerous",
  side: "consumer",
  scope: "both",
  models: ["oasdiff response-non-success-status-removed", "Azure openapi-diff 1012"],
  compiles: false,
  summary: "An error no longer comes with one of its statuses.",
  explanation:
    "Consumers that wait for the error behind that status never get it; types of the status lose the code. Nothing new comes to anybody.",
  example: {
    old: "errors:\n  Gone: { status: [404, 410], message: is gone }\n",
    new: "errors:\n  Gone: { status: 404, message: is gone }\n",
    fine: "errors:\n  Gone: { status: [410, 404], message: is gone }\n",
  },
  *find(comparison) {
    for (const pair of casesWith("removed", comparison)) {
      const { old, new: after } = pair;
      yield {
        ...subjectOf(pair),
        old: old.statuses,
        new: after.statuses,
        message: `The error ${nameOf(pair)} comes only with ${statusText(after.statuses)}, no longer with ${statusText(old.statuses)}: consumers that expect it there wait in vain.`,
        help: "Name it in the changelog.",
        where: inCase(pair, "status"),
        scope: scopeOfStatuses(pair),
      };
    }
  },
});

// Finds errors that come with one more status.

import { inCase, nameOf, statusText, subjectOf } from "../../differences/change-places.ts";
import { casesWith } from "../../differences/status-changes.ts";
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
      yield {
        ...subjectOf(pair),
        old: old.statuses,
        new: after.statuses,
        message: `The error ${nameOf(pair)} comes with ${statusText(after.statuses)}, and came with ${statusText(old.statuses)} alone: consumers that look at the status miss some of them.`,
        help: "Name it in the changelog.",
        where: inCase(pair, "status"),
      };
    }
  },
});

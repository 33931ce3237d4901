// Finds errors that change between the classes of statuses.

import { inCase, nameOf, statusText, subjectOf } from "../../differences/change-places.ts";
import { casesWith, scopeOfStatuses } from "../../differences/status-changes.ts";
import { defineChangeRule } from "../engine/change-rule.ts";

export const statusClassChanged = defineChangeRule({
  id: "status-class-changed",
  level: "major",
  side: "consumer",
  scope: "both",
  models: ["smithy-diff: the trait error", "smithy-diff: the trait httpError", "AIP-193"],
  compiles: false,
  summary: "An error comes with a status of another class.",
  explanation:
    "Between 4xx and 5xx the fault changes sides: clients, proxies and libraries retry one class and give up on the other, and alarms count the second one. Keep the class; if it was wrong, release a new major version.",
  example: {
    old: "errors:\n  Gone: { status: 404, message: is gone }\n",
    new: "errors:\n  Gone: { status: 500, message: is gone }\n",
    fine: "errors:\n  Gone: { status: 404, description: D, message: is gone }\n",
  },
  *find(comparison) {
    for (const pair of casesWith("class", comparison)) {
      const { old, new: after } = pair;
      yield {
        ...subjectOf(pair),
        old: old.statuses,
        new: after.statuses,
        message: `The error ${nameOf(pair)} comes with ${statusText(after.statuses)} instead of ${statusText(old.statuses)}: consumers, proxies and alarms treat the classes of statuses in different ways.`,
        help: "Keep the class of the status, or release a new major version.",
        where: inCase(pair, "status"),
        scope: scopeOfStatuses(pair),
      };
    }
  },
});

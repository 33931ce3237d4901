// Checks that a deprecated error names its replacement or a reason.
import { keyInEntry } from "../engine/places.ts";
import { defineRule } from "../engine/rule.ts";

export const deprecatedDeadEnd = defineRule({
  id: "deprecated-dead-end",
  scope: "error",
  severity: "warning",
  summary: "A deprecated error names its replacement or a reason.",
  explanation:
    "Editors cross out every use of a deprecated code. `replacedBy` names the code that comes instead; " +
    "without one, `reason` explains why the error goes away.",
  example: {
    wrong: "errors:\n  Gone: { status: 410, description: Gone., solution: Wait., deprecated: { since: 2.0.0 } }\n",
    right:
      "errors:\n  Gone: { status: 410, description: Gone., solution: Wait., deprecated: { since: 2.0.0, reason: Nothing goes. } }\n",
  },
  *check({ entries }) {
    for (const entry of entries) {
      const { deprecated } = entry.spec;
      if (deprecated === undefined || deprecated.replacedBy !== undefined || deprecated.reason !== undefined) continue;
      yield {
        ...keyInEntry(entry, "deprecated"),
        message: `"${entry.code}" is deprecated without a replacement or a reason.`,
        help: 'Add "replacedBy" or "reason".',
      };
    }
  },
});

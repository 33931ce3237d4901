// Finds codes whose end is announced.

import { inError } from "../../differences/change-places.ts";
import { defineChangeRule } from "../engine/change-rule.ts";

export const codeDeprecated = defineChangeRule({
  id: "code-deprecated",
  level: "minor",
  side: "both",
  scope: "source",
  models: ["oasdiff endpoint-deprecated", "graphql-inspector FIELD_DEPRECATION_ADDED"],
  compiles: true,
  summary: "A code is deprecated.",
  explanation:
    "Everything works as before; editors strike the code through and show its replacement. Name it in the changelog.",
  example: {
    old: "errors:\n  Gone: { status: 410, message: is gone }\n",
    new: "errors:\n  Gone: { status: 410, message: is gone, deprecated: { reason: Never sent. } }\n",
    fine: "errors:\n  Gone: { status: 410, message: is gone, since: 1.0.0 }\n",
  },
  *find({ changed }) {
    for (const pair of changed) {
      const { old, new: after } = pair;
      if (old.deprecated !== undefined || after.deprecated === undefined) continue;
      const { replacedBy } = after.deprecated;
      yield {
        code: old.code,
        ...(replacedBy === undefined ? {} : { new: replacedBy }),
        message: `The code "${after.code}" is deprecated${replacedBy === undefined ? "" : ` in favour of "${replacedBy}"`}.`,
        help: 'Name it in the changelog, and move it to "retired" in a later release.',
        where: inError(pair, "deprecated"),
      };
    }
  },
});

// Finds errors that have no message any more.

import { inCase, nameOf, subjectOf } from "../../differences/change-places.ts";
import { messageChange } from "../../differences/message-changes.ts";
import { defineChangeRule } from "../engine/change-rule.ts";

export const messageDropped = defineChangeRule({
  id: "message-dropped",
  level: "major",
  side: "both",
  scope: "both",
  models: ["AIP-193", "oasdiff response-required-property-removed"],
  compiles: false,
  summary: "The table no longer promises a message.",
  explanation:
    "Any text may stand in its place: consumers read no params from it, and producers hand over a text of their own instead of the params, so that both no longer compile. Keep the message.",
  example: {
    old: "errors:\n  Gone: { status: 410, message: '%s is gone', params: { name: {} } }\n",
    new: "errors:\n  Gone: { status: 410, description: D }\n",
    fine: "errors:\n  Gone: { status: 410, message: '%s is no more', params: { name: {} } }\n",
  },
  *find({ cases }) {
    for (const pair of cases) {
      const { old } = pair;
      if (messageChange(pair) !== "dropped") continue;
      yield {
        ...subjectOf(pair),
        old: old.template?.text ?? "",
        message: `The table no longer promises a message for ${nameOf(pair)}: consumers read nothing from it, and producers that set its params no longer compile.`,
        help: "Keep the message.",
        where: inCase(pair, "message"),
      };
    }
  },
});

// Finds errors whose message was not known.

import { inCase, nameOf, subjectOf } from "../../differences/change-places.ts";
import { messageChange } from "../../differences/message-changes.ts";
import { defineChangeRule } from "../engine/change-rule.ts";

export const messageStated = defineChangeRule({
  id: "message-stated",
  level: "major",
  side: "producer",
  scope: "source",
  models: ["oasdiff response-property-pattern-added"],
  compiles: false,
  summary: "The table promises a message for the first time.",
  explanation:
    "Consumers go on as before, and can read its params. Producers hand over the params instead of a text of their own, and do not compile until they do.",
  example: {
    old: "errors:\n  Gone: { status: 410, description: D }\n",
    new: "errors:\n  Gone: { status: 410, message: '%s is gone', params: { name: {} } }\n",
    fine: "errors:\n  Gone: { status: 410, description: E }\n",
  },
  *find({ cases }) {
    for (const pair of cases) {
      const { new: after } = pair;
      if (messageChange(pair) !== "stated") continue;
      yield {
        ...subjectOf(pair),
        new: after.template?.text ?? "",
        message: `The table promises a message for ${nameOf(pair)}: producers do not compile until they hand over its params instead of a text.`,
        help: "Hand over the params wherever the error is made.",
        where: inCase(pair, "message"),
      };
    }
  },
});

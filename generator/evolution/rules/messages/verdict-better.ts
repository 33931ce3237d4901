// Finds messages from which more values can be read.

import { inCase, nameOf, subjectOf } from "../../differences/change-places.ts";
import { verdictStep } from "../../differences/verdict-step.ts";
import { defineChangeRule } from "../engine/change-rule.ts";

export const verdictBetter = defineChangeRule({
  id: "verdict-better",
  level: "minor",
  side: "consumer",
  scope: "wire",
  models: ["AIP-193: values in messages are also in metadata"],
  compiles: true,
  summary: "The values of a message can be read in more cases.",
  explanation: "A reader answers with the values where it answered with `undefined`.",
  example: {
    old: "errors:\n  Gone: { status: 410, message: '%s', params: { name: {} } }\n",
    new: "errors:\n  Gone: { status: 410, message: '%s is gone', params: { name: {} } }\n",
    fine: "errors:\n  Gone: { status: 410, message: '%s', params: { name: { description: D } } }\n",
  },
  *find({ cases }) {
    for (const pair of cases) {
      const { old, new: after } = pair;
      if (verdictStep(pair) !== "better") continue;
      yield {
        ...subjectOf(pair),
        old: old.template?.verdict ?? "",
        new: after.template?.verdict ?? "",
        message: `The values in the message of ${nameOf(pair)} were ${old.template?.verdict} to read and are ${after.template?.verdict}.`,
        help: "Nothing has to be done.",
        where: inCase(pair, "message"),
      };
    }
  },
});

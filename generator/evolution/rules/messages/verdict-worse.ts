// Finds messages from which fewer values can be read.

import { inCase, nameOf, subjectOf } from "../../differences/change-places.ts";
import { verdictStep } from "../../differences/verdict-step.ts";
import { defineChangeRule } from "../engine/change-rule.ts";

export const verdictWorse = defineChangeRule({
  id: "verdict-worse",
  level: "dangerous",
  side: "consumer",
  scope: "wire",
  models: ["AIP-193: values in messages are also in metadata"],
  compiles: true,
  summary: "The values of a message can be read in fewer cases.",
  explanation:
    "From `exact` to `separable` or `opaque`: a reader answers with `undefined` for some messages, or for all. Put words between the values, or give the params a place in the body with `at`.",
  example: {
    old: "errors:\n  Gone: { status: 410, message: '%s is gone', params: { name: {} } }\n",
    new: "errors:\n  Gone: { status: 410, message: '%s', params: { name: {} } }\n",
    fine: "errors:\n  Gone: { status: 410, message: 'no %s', params: { name: {} } }\n",
  },
  *find({ cases }) {
    for (const pair of cases) {
      const { old, new: after } = pair;
      if (verdictStep(pair) !== "worse") continue;
      yield {
        ...subjectOf(pair),
        old: old.template?.verdict ?? "",
        new: after.template?.verdict ?? "",
        message: `The values in the message of ${nameOf(pair)} were ${old.template?.verdict} to read and are ${after.template?.verdict}: consumers get them in fewer cases.`,
        help: "Put words between the values, or give the params a place in the body.",
        where: inCase(pair, "message"),
      };
    }
  },
});

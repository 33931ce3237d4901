// Finds params that have another type.

import { inCase, nameOf, subjectOf } from "../../differences/change-places.ts";
import { paramPairs } from "../../pairs/param-pairs.ts";
import { defineChangeRule } from "../engine/change-rule.ts";

export const paramRetyped = defineChangeRule({
  id: "param-retyped",
  level: "major",
  side: "both",
  scope: "both",
  models: ["buf FIELD_SAME_TYPE", "AIP-180"],
  compiles: false,
  summary: "A param has another type.",
  explanation:
    "Consumers and producers have values of the old type, and no longer compile. Where the param has a place in the body, guards of programs that run already refuse it. Add another param instead.",
  example: {
    old: "errors:\n  Gone: { status: 410, message: '%s is gone', params: { name: {} } }\n",
    new: "errors:\n  Gone: { status: 410, message: '%d is gone', params: { name: {} } }\n",
    fine: "errors:\n  Gone: { status: 410, message: '%s is no more', params: { name: {} } }\n",
  },
  *find({ cases }) {
    for (const pair of cases) {
      for (const { old, new: after } of paramPairs(pair).pairs) {
        if (old.type === after.type) continue;
        yield {
          ...subjectOf(pair),
          part: old.name,
          old: old.type,
          new: after.type,
          message: `The param "${after.name}" of ${nameOf(pair)} has the type ${after.type} instead of ${old.type}: programs that set or read it no longer compile.`,
          help: "Keep the type, or deprecate the code in favour of a new one.",
          where: inCase(pair, "params", after.name),
        };
      }
    }
  },
});

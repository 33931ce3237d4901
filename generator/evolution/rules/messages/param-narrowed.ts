// Finds params that no longer have some of their values.

import { inCase, nameOf, subjectOf } from "../../differences/change-places.ts";
import { paramRelation } from "../../differences/param-relation.ts";
import { paramPairs } from "../../pairs/param-pairs.ts";
import { defineChangeRule } from "../engine/change-rule.ts";

export const paramNarrowed = defineChangeRule({
  id: "param-narrowed",
  level: "major",
  side: "producer",
  scope: "both",
  models: ["buf ENUM_VALUE_NO_DELETE", "AIP-180"],
  compiles: false,
  summary: "A param no longer has some of its values.",
  explanation:
    "Its `enum` or `pattern` allows less. Producers that hand over such a value no longer compile, and consumers have a branch that is never taken. Keep the values.",
  example: {
    old: "errors:\n  Gone: { status: 410, message: '%s is gone', params: { name: { enum: [a, b] } } }\n",
    new: "errors:\n  Gone: { status: 410, message: '%s is gone', params: { name: { enum: [a] } } }\n",
    fine: "errors:\n  Gone: { status: 410, message: '%s is gone', params: { name: { enum: [b, a] } } }\n",
  },
  *find({ cases }) {
    for (const pair of cases) {
      for (const { old, new: after } of paramPairs(pair).pairs) {
        if (!paramRelation(old, after).isNarrower) continue;
        yield {
          ...subjectOf(pair),
          part: old.name,
          ...paramRelation(old, after).values,
          message: `The param "${after.name}" of ${nameOf(pair)} no longer has some of its values: producers that hand them over no longer compile.`,
          help: "Keep the values as long as servers may send them.",
          where: inCase(pair, "params", after.name),
        };
      }
    }
  },
});

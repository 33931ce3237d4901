// Finds params that may have values which they could not have.

import { inCase, nameOf, subjectOf } from "../../differences/change-places.ts";
import { paramRelation } from "../../differences/param-relation.ts";
import { paramPairs } from "../../pairs/param-pairs.ts";
import { defineChangeRule } from "../engine/change-rule.ts";

export const paramWidened = defineChangeRule({
  id: "param-widened",
  level: "dangerous",
  side: "consumer",
  scope: "both",
  models: ["graphql-js VALUE_ADDED_TO_ENUM", "oasdiff response-property-enum-value-added"],
  compiles: false,
  summary: "A param may have values that it could not have.",
  explanation:
    "Its `enum` or `pattern` allows more. Consumers with a branch for each value have none for the new ones. Name them in the changelog.",
  example: {
    old: "errors:\n  Gone: { status: 410, message: '%s is gone', params: { name: { enum: [a, b] } } }\n",
    new: "errors:\n  Gone: { status: 410, message: '%s is gone', params: { name: { enum: [a, b, c] } } }\n",
    fine: "errors:\n  Gone: { status: 410, message: '%s is gone', params: { name: { enum: [b, a] } } }\n",
  },
  *find({ cases }) {
    for (const pair of cases) {
      for (const { old, new: after } of paramPairs(pair).pairs) {
        if (!paramRelation(old, after).isWider) continue;
        yield {
          ...subjectOf(pair),
          part: old.name,
          ...paramRelation(old, after).values,
          message: `The param "${after.name}" of ${nameOf(pair)} may have values that it could not have: consumers with a branch for each value have none for them.`,
          help: "Name the values in the changelog.",
          where: inCase(pair, "params", after.name),
        };
      }
    }
  },
});

// Finds params that are new.

import { inCase, nameOf, subjectOf } from "../../differences/change-places.ts";
import { paramPairs } from "../../pairs/param-pairs.ts";
import { defineChangeRule } from "../engine/change-rule.ts";

export const paramAdded = defineChangeRule({
  id: "param-added",
  level: "major",
  side: "producer",
  scope: "source",
  models: ["AIP-193 metadata keys", "buf FIELD_NO_DELETE (the other way round)"],
  compiles: false,
  summary: "A message has one more param.",
  explanation:
    "Consumers ignore it. Producers have to hand it over, and do not compile until they do. Servers of errtable take it with the new types; tell those who make the error.",
  example: {
    old: "errors:\n  Gone: { status: 410, message: '%s is gone', params: { name: {} } }\n",
    new: "errors:\n  Gone: { status: 410, message: '%s is gone since %d', params: { name: {}, day: {} } }\n",
    fine: "errors:\n  Gone: { status: 410, message: 'gone is %s', params: { name: {} } }\n",
  },
  *find({ cases }) {
    for (const pair of cases) {
      for (const param of paramPairs(pair).added) {
        yield {
          ...subjectOf(pair),
          part: param.name,
          new: param.name,
          message: `The message of ${nameOf(pair)} has the param "${param.name}" too: producers do not compile until they hand it over.`,
          help: "Hand it over wherever the error is made.",
          where: inCase(pair, "params", param.name),
        };
      }
    }
  },
});

// Finds params that are new.
import { isParamNeeded } from "../../../model/body-schema.ts";
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
    "Consumers ignore it. Producers have to hand it over, and do not compile until they do. Servers of errtable take it with the new types; tell those who make the error. Where the param has a place in the body, guards with it refuse bodies of servers that run already.",
  example: {
    old: "errors:\n  Gone: { status: 410, message: '%s is gone', params: { name: {} } }\n",
    new: "errors:\n  Gone: { status: 410, message: '%s is gone since %d', params: { name: {}, day: {} } }\n",
    fine: "errors:\n  Gone: { status: 410, message: 'gone is %s', params: { name: {} } }\n",
  },
  *find({ cases, new: { body } }) {
    for (const pair of cases) {
      for (const param of paramPairs(pair).added) {
        const isNeeded = isParamNeeded(param, body.members);
        const refused = isNeeded ? ", and bodies of older servers are refused" : "";
        yield {
          ...subjectOf(pair),
          scope: isNeeded ? "both" : "source",
          part: param.name,
          new: param.name,
          message: `The message of ${nameOf(pair)} has the param "${param.name}" too: producers do not compile until they hand it over${refused}.`,
          help: "Hand it over wherever the error is made.",
          where: inCase(pair, "params", param.name),
        };
      }
    }
  },
});

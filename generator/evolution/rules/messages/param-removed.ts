// Finds params that are gone.

import { inCase, nameOf, subjectOf } from "../../differences/change-places.ts";
import { paramPairs } from "../../pairs/param-pairs.ts";
import { defineChangeRule } from "../engine/change-rule.ts";

export const paramRemoved = defineChangeRule({
  id: "param-removed",
  level: "major",
  side: "both",
  scope: "both",
  models: ["AIP-193 metadata keys", "buf FIELD_NO_DELETE"],
  compiles: false,
  summary: "A message lost one of its params.",
  explanation:
    "Consumers read the value from messages, and from bodies where it has a place there; they get none, and no longer compile. Producers hand it over and no longer compile either. Keep the param, or deprecate the code in favour of a new one.",
  example: {
    old: "errors:\n  Gone: { status: 410, message: '%s is gone since %d', params: { name: {}, day: {} } }\n",
    new: "errors:\n  Gone: { status: 410, message: '%s is gone', params: { name: {} } }\n",
    fine: "errors:\n  Gone: { status: 410, message: '%s is no more since %d', params: { name: {}, day: {} } }\n",
  },
  *find({ cases }) {
    for (const pair of cases) {
      for (const param of paramPairs(pair).removed) {
        yield {
          ...subjectOf(pair),
          part: param.name,
          old: param.name,
          message: `The message of ${nameOf(pair)} has no param "${param.name}" any more: consumers that read it get nothing, and producers that set it no longer compile.`,
          help: "Keep the param, or deprecate the code in favour of a new one.",
          where: inCase(pair, "params"),
        };
      }
    }
  },
});

// Finds headers that have fewer values than before.

import { relationOf } from "../../../schema/within.ts";
import { inCase, nameOf, subjectOf } from "../../differences/change-places.ts";
import { headerPairs } from "../../pairs/header-pairs.ts";
import { defineChangeRule } from "../engine/change-rule.ts";

export const headerNarrowed = defineChangeRule({
  id: "header-narrowed",
  level: "minor",
  side: "producer",
  scope: "wire",
  models: ["oasdiff response-header-type-specialized"],
  compiles: true,
  summary: "A header no longer has some of its values.",
  explanation: "Consumers go on as before. Producers have to keep to the new schema.",
  example: {
    old: "errors:\n  Busy: { status: 429, message: is busy, retry: throttled, headers: { Retry-After: { schema: { type: integer } } } }\n",
    new: "errors:\n  Busy: { status: 429, message: is busy, retry: throttled, headers: { Retry-After: { schema: { type: integer, minimum: 1 } } } }\n",
    fine: "errors:\n  Busy: { status: 429, message: is busy, retry: throttled, headers: { Retry-After: { schema: { type: integer, description: D } } } }\n",
  },
  *find({ cases }) {
    for (const pair of cases) {
      for (const { old, new: after } of headerPairs(pair)) {
        if (old === undefined || after === undefined || relationOf(old.schema, after.schema) !== "narrower") continue;
        yield {
          ...subjectOf(pair),
          part: old.name,
          old: old.schema,
          new: after.schema,
          message: `The header "${old.name}" of ${nameOf(pair)} no longer has some of its values: producers have to keep to that.`,
          help: "Check the servers that send it.",
          where: inCase(pair, "headers", after.name),
        };
      }
    }
  },
});

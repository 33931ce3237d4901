// Finds headers that are new.

import { inCase, nameOf, subjectOf } from "../../differences/change-places.ts";
import { headerPairs } from "../../pairs/header-pairs.ts";
import { defineChangeRule } from "../engine/change-rule.ts";

export const headerAdded = defineChangeRule({
  id: "header-added",
  level: "minor",
  side: "consumer",
  scope: "wire",
  models: ["oasdiff response-header-added"],
  compiles: true,
  summary: "A response has one more header.",
  explanation: "Consumers that do not know it go on as before.",
  example: {
    old: "errors:\n  Busy: { status: 429, message: is busy, retry: throttled }\n",
    new: "errors:\n  Busy: { status: 429, message: is busy, retry: throttled, headers: { X-Limit: {} } }\n",
    fine: "errors:\n  Busy: { status: 429, message: is busy, retry: throttled, description: D }\n",
  },
  *find({ cases }) {
    for (const pair of cases) {
      for (const { old, new: after } of headerPairs(pair)) {
        if (old !== undefined || after === undefined) continue;
        yield {
          ...subjectOf(pair),
          part: after.name,
          new: after.name,
          message: `Responses of ${nameOf(pair)} have the header "${after.name}".`,
          help: "Name it in the changelog.",
          where: inCase(pair, "headers", after.name),
        };
      }
    }
  },
});

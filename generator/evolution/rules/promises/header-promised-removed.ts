// Finds headers that are gone, and that clients were told to honour.

import { inCase, nameOf, subjectOf } from "../../differences/change-places.ts";
import { headerPairs, isPromised } from "../../pairs/header-pairs.ts";
import { defineChangeRule } from "../engine/change-rule.ts";

export const headerPromisedRemoved = defineChangeRule({
  id: "header-promised-removed",
  level: "major",
  side: "consumer",
  scope: "wire",
  models: ["oasdiff required-response-header-removed"],
  compiles: true,
  summary: "A response lost a header that its retry class rests on.",
  explanation:
    "After a throttled error clients wait as long as `Retry-After` says. Without the header they have to guess, and come back too soon. Keep the header.",
  example: {
    old: "errors:\n  Busy: { status: 429, message: is busy, retry: throttled, headers: { Retry-After: {} } }\n",
    new: "errors:\n  Busy: { status: 429, message: is busy, retry: throttled }\n",
    fine: "errors:\n  Busy: { status: 429, message: is busy, retry: throttled, headers: { Retry-After: {}, X-Limit: {} } }\n",
  },
  *find({ cases }) {
    for (const pair of cases) {
      for (const { old, new: after } of headerPairs(pair)) {
        if (old === undefined || after !== undefined || !isPromised(old, pair)) continue;
        yield {
          ...subjectOf(pair),
          part: old.name,
          old: old.name,
          message: `Responses of ${nameOf(pair)} have no header "${old.name}" any more: consumers that wait as long as it says have to guess.`,
          help: "Keep the header, as long as the error is throttled.",
          where: inCase(pair, "headers"),
        };
      }
    }
  },
});

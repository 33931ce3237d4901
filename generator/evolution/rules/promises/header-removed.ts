// Finds headers that are gone.

import { inCase, nameOf, subjectOf } from "../../differences/change-places.ts";
import { headerPairs, isPromised } from "../../pairs/header-pairs.ts";
import { defineChangeRule } from "../engine/change-rule.ts";

export const headerRemoved = defineChangeRule({
  id: "header-removed",
  level: "dangerous",
  side: "consumer",
  scope: "wire",
  models: ["oasdiff optional-response-header-removed", "Azure openapi-diff 1014"],
  compiles: true,
  summary: "A response lost a header.",
  explanation:
    "Consumers that read the header find nothing. The table does not say that every response has it, so careful ones go on. Name it in the changelog.",
  example: {
    old: "errors:\n  Busy: { status: 429, message: is busy, retry: throttled, headers: { Retry-After: {}, X-Limit: {} } }\n",
    new: "errors:\n  Busy: { status: 429, message: is busy, retry: throttled, headers: { Retry-After: {} } }\n",
    fine: "errors:\n  Busy: { status: 429, message: is busy, retry: throttled, headers: { retry-after: {}, X-Limit: {} } }\n",
  },
  *find({ cases }) {
    for (const pair of cases) {
      for (const { old, new: after } of headerPairs(pair)) {
        if (old === undefined || after !== undefined || isPromised(old, pair)) continue;
        yield {
          ...subjectOf(pair),
          part: old.name,
          old: old.name,
          message: `Responses of ${nameOf(pair)} have no header "${old.name}" any more: consumers that read it find nothing.`,
          help: "Keep the header, or name it in the changelog.",
          where: inCase(pair, "headers"),
        };
      }
    }
  },
});

// Finds headers that may have values which they could not have.

import { relationOf } from "../../../schema/within.ts";
import { inCase, nameOf, subjectOf } from "../../differences/change-places.ts";
import { headerPairs } from "../../pairs/header-pairs.ts";
import { defineChangeRule } from "../engine/change-rule.ts";

export const headerWidened = defineChangeRule({
  id: "header-widened",
  level: "major",
  side: "consumer",
  scope: "wire",
  models: ["oasdiff response-header-type-generalized", "AIP-180"],
  compiles: true,
  summary: "A header may have values that it could not have.",
  explanation:
    "Consumers that read the header cannot make anything of the new values. Keep its schema, or send another header beside it.",
  example: {
    old: "errors:\n  Busy: { status: 429, message: is busy, retry: throttled, headers: { Retry-After: { schema: { type: integer } } } }\n",
    new: "errors:\n  Busy: { status: 429, message: is busy, retry: throttled, headers: { Retry-After: { schema: { type: string } } } }\n",
    fine: "errors:\n  Busy: { status: 429, message: is busy, retry: throttled, headers: { Retry-After: { schema: { type: integer, minimum: 1 } } } }\n",
  },
  *find({ cases }) {
    for (const pair of cases) {
      for (const { old, new: after } of headerPairs(pair)) {
        if (old === undefined || after === undefined) continue;
        const relation = relationOf(old.schema, after.schema);
        if (relation === "equal" || relation === "narrower") continue;
        yield {
          ...subjectOf(pair),
          part: old.name,
          old: old.schema,
          new: after.schema,
          message: `The header "${old.name}" of ${nameOf(pair)} may have values that it could not have: consumers that read it cannot make anything of them.`,
          help: "Keep its schema, or send another header beside it.",
          where: inCase(pair, "headers", after.name),
        };
      }
    }
  },
});

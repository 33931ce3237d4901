// Finds params that have another name.

import { inCase, nameOf, subjectOf } from "../../differences/change-places.ts";
import { paramPairs } from "../../pairs/param-pairs.ts";
import { defineChangeRule } from "../engine/change-rule.ts";

export const paramRenamed = defineChangeRule({
  id: "param-renamed",
  level: "major",
  side: "both",
  scope: "source",
  models: ["AIP-193 metadata keys", "buf FIELD_SAME_NAME"],
  compiles: false,
  summary: "A param has another name.",
  explanation:
    "Messages stay the same. Programs name the param when they make the error and when they read it, and no longer compile. Keep the name.",
  example: {
    old: "errors:\n  Gone: { status: 410, message: '%s is gone', params: { name: {} } }\n",
    new: "errors:\n  Gone: { status: 410, message: '%s is gone', params: { title: {} } }\n",
    fine: "errors:\n  Gone: { status: 410, message: '%s is no more', params: { name: {} } }\n",
  },
  *find({ cases }) {
    for (const pair of cases) {
      for (const { old, new: after } of paramPairs(pair).pairs) {
        if (old.name === after.name) continue;
        yield {
          ...subjectOf(pair),
          part: old.name,
          old: old.name,
          new: after.name,
          message: `The param "${old.name}" of ${nameOf(pair)} is called "${after.name}" now: programs that set or read it no longer compile.`,
          help: `Keep the name "${old.name}".`,
          where: inCase(pair, "params", after.name),
        };
      }
    }
  },
});

// Finds codes that have another name now.

import { inError } from "../../differences/change-places.ts";
import { defineChangeRule } from "../engine/change-rule.ts";

export const codeRenamed = defineChangeRule({
  id: "code-renamed",
  level: "major",
  side: "both",
  scope: "both",
  models: ["Smithy evolving models", "AIP-180", "buf ENUM_VALUE_SAME_NAME"],
  compiles: false,
  summary: "A code has another name.",
  explanation:
    "The old code is retired in favour of the new one, or both have the same message, params and statuses. Consumers know the error by its old code: those that run " +
    "already take the new one for an unknown error, and those that take the new types no longer compile. Add the new code beside the old one, deprecate the old one with " +
    "`replacedBy`, and retire it in a later release.",
  example: {
    old: "errors:\n  Gone: { status: 410, message: '%s is gone', params: { name: {} } }\n",
    new: "errors:\n  WentAway: { status: 410, message: '%s is gone', params: { name: {} } }\n",
    fine:
      "errors:\n  Gone: { status: 410, message: '%s is gone', params: { name: {} }, deprecated: { replacedBy: WentAway } }\n" +
      "  WentAway: { status: 410, message: '%s is gone', params: { name: {} } }\n",
  },
  *find({ changed }) {
    for (const pair of changed) {
      if (!pair.isRenamed) continue;
      yield {
        code: pair.old.code,
        old: pair.old.code,
        new: pair.new.code,
        message: `The code "${pair.old.code}" is called "${pair.new.code}" now: consumers that know the old one do not recognise the error.`,
        help: `Keep "${pair.old.code}" with "deprecated: { replacedBy: ${pair.new.code} }" for one release, and retire it in a later one.`,
        where: inError(pair),
      };
    }
  },
});

// Finds codes that are new in a table which may grow.

import { newCodes } from "../../pairs/new-codes.ts";
import { defineChangeRule } from "../engine/change-rule.ts";

export const codeAdded = defineChangeRule({
  id: "code-added",
  level: "dangerous",
  side: "consumer",
  scope: "both",
  models: [
    "graphql-js VALUE_ADDED_TO_ENUM",
    "graphql-inspector addedToNewType",
    "oasdiff response-property-enum-value-added",
    "AIP-180",
  ],
  compiles: false,
  summary: "A code is new in the table.",
  explanation:
    "Consumers that run already get a code that they do not know: generated matches give it to `otherwise`, lists of their own may drop it. A match with an arm for every code " +
    "does not compile with the new types until it has one for the new code, or an arm for its status or retry class. Say so in the changelog.",
  example: {
    old: "errors:\n  Busy: { status: 409, message: is busy }\n",
    new: "errors:\n  Busy: { status: 409, message: is busy }\n  Gone: { status: 410, message: is gone }\n",
    fine: "errors:\n  Busy: { status: 409, message: is busy, description: Somebody else holds it. }\n",
  },
  *find(comparison) {
    if (comparison.old.isClosed) return;
    for (const code of newCodes(comparison)) {
      yield {
        code,
        new: code,
        message: `The code "${code}" is new: consumers that list all codes do not know it.`,
        help: "Name it in the changelog: matches with an arm for every code need another arm.",
        where: { in: "new", path: ["errors", code] },
      };
    }
  },
});

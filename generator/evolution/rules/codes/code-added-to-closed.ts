// Finds codes that are new in a table which promised to have no others.

import { newCodes } from "../../pairs/new-codes.ts";
import { defineChangeRule } from "../engine/change-rule.ts";

export const codeAddedToClosed = defineChangeRule({
  id: "code-added-to-closed",
  level: "major",
  side: "consumer",
  scope: "both",
  models: ["Zalando rule 112 (closed enumerations)", "Azure openapi-diff 1020", "AIP-180"],
  compiles: false,
  summary: "A code is new in a table that is `closed`.",
  explanation:
    "A table with `closed: true` promises that its list of codes is complete, so consumers need no arm for others. Those that run already have nothing for the new code. " +
    "Add it in a new major version.",
  example: {
    old: "closed: true\nerrors:\n  Busy: { status: 409, message: is busy }\n",
    new: "closed: true\nerrors:\n  Busy: { status: 409, message: is busy }\n  Gone: { status: 410, message: is gone }\n",
    fine: "closed: true\nerrors:\n  Busy: { status: 409, message: is busy, description: Somebody else holds it. }\n",
  },
  *find(comparison) {
    if (!comparison.old.isClosed) return;
    for (const code of newCodes(comparison)) {
      yield {
        code,
        new: code,
        message: `The code "${code}" is new in a table that is closed: consumers rely on the list of codes and have nothing for it.`,
        help: "Release it as a new major version.",
        where: { in: "new", path: ["errors", code] },
      };
    }
  },
});

// Finds codes that generated code calls by another name.

import { inError } from "../../differences/change-places.ts";
import { defineChangeRule } from "../engine/change-rule.ts";

export const identifierChanged = defineChangeRule({
  id: "identifier-changed",
  level: "major",
  side: "both",
  scope: "source",
  models: ["AIP-180 source compatibility", "buf FILE_SAME_* (FILE contains WIRE)"],
  compiles: false,
  summary: "A code has another name in generated code.",
  explanation:
    "Bodies stay the same, but types, guards and functions have other names, so that programs that use them no longer compile. Write the old name as `identifier`.",
  example: {
    old: "errors:\n  gone: { status: 410, message: is gone }\n",
    new: "errors:\n  gone: { status: 410, message: is gone, identifier: WentAway }\n",
    fine: "errors:\n  gone: { status: 410, message: is gone, identifier: Gone }\n",
  },
  *find({ changed }) {
    for (const pair of changed) {
      const { old, new: after, isRenamed } = pair;
      if (isRenamed || old.identifier === after.identifier) continue;
      yield {
        code: old.code,
        old: old.identifier,
        new: after.identifier,
        message: `Generated code calls "${after.code}" "${after.errorName}" now, not "${old.errorName}": programs that use its types and functions no longer compile.`,
        help: `Keep the name with "identifier: ${old.identifier}".`,
        where: inError(pair, "identifier"),
      };
    }
  },
});

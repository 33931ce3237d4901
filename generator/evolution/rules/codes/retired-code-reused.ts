// Finds retired codes that are errors again.
import { defineChangeRule } from "../engine/change-rule.ts";

export const retiredCodeReused = defineChangeRule({
  id: "retired-code-reused",
  level: "major",
  side: "consumer",
  scope: "both",
  models: ["buf ENUM_VALUE_NO_DELETE_UNLESS_NAME_RESERVED", "AIP-193"],
  compiles: false,
  summary: "A retired code is an error of the table again.",
  explanation:
    "Old programs and log files still have the code with its old meaning. Choose another code; if the code was retired by mistake, accept the finding.",
  example: {
    old: "errors:\n  Busy: { status: 409, message: is busy }\nretired:\n  Gone: { since: 1.0.0 }\n",
    new: "errors:\n  Busy: { status: 409, message: is busy }\n  Gone: { status: 410, message: is gone }\n",
    fine: "errors:\n  Busy: { status: 409, message: is busy }\nretired:\n  Gone: { since: 1.0.0 }\n  Other: { since: 2.0.0 }\n",
  },
  *find({ old, added }) {
    const retired = new Set(old.retired.map(({ code }) => code));
    for (const { code } of added) {
      if (!retired.has(code)) continue;
      yield {
        code,
        new: code,
        message: `The retired code "${code}" is used again: old programs take it for the error that it was.`,
        help: "Choose another code.",
        where: { in: "new", path: ["errors", code] },
      };
    }
  },
});

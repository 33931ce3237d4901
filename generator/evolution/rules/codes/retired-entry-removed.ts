// Finds codes that left the list of retired ones.
import { defineChangeRule } from "../engine/change-rule.ts";

export const retiredEntryRemoved = defineChangeRule({
  id: "retired-entry-removed",
  level: "major",
  side: "both",
  scope: "wire",
  models: ["buf RESERVED_ENUM_NO_DELETE"],
  compiles: true,
  summary: "A code left the list of retired codes.",
  explanation:
    "Old servers may still send the code, and old programs still know its meaning. Without the entry readers are not told about it, and somebody may use the code again for " +
    "another error. Entries of `retired` stay for ever.",
  example: {
    old: "errors:\n  Busy: { status: 409, message: is busy }\nretired:\n  Gone: { since: 1.0.0 }\n",
    new: "errors:\n  Busy: { status: 409, message: is busy }\n",
    fine: "errors:\n  Busy: { status: 409, message: is busy }\nretired:\n  Gone: { since: 1.0.0, replacedBy: Busy }\n",
  },
  *find({ old, new: after, hidden }) {
    const known = new Set([...after.retired, ...after.errors].map(({ code }) => code));
    for (const { code } of old.retired) {
      if (known.has(code) || hidden.has(code)) continue;
      yield {
        code,
        old: code,
        message: `The code "${code}" is no longer listed as retired: it could be used again with another meaning.`,
        help: `Put it back into "retired".`,
        where: { in: "old", path: ["retired", code] },
      };
    }
  },
});

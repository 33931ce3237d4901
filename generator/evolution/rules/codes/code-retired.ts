// Finds codes that were deprecated and are retired now.
import { defineChangeRule } from "../engine/change-rule.ts";

export const codeRetired = defineChangeRule({
  id: "code-retired",
  level: "dangerous",
  side: "both",
  scope: "both",
  models: [
    "graphql-inspector suppressRemovalOfDeprecatedField",
    "oasdiff api-removed-with-deprecation",
    "buf ENUM_VALUE_NO_DELETE_UNLESS_NAME_RESERVED",
  ],
  compiles: false,
  summary: "A deprecated code left the table for the list of retired ones.",
  explanation:
    "The end of the code was announced, and its name is kept from being used again. Programs that handle or make it all the same no longer compile; " +
    "`errtable migrate` moves consumers to the code that replaced it.",
  example: {
    old: "errors:\n  Busy: { status: 409, message: is busy }\n  Gone: { status: 410, message: is gone, deprecated: { replacedBy: Busy } }\n",
    new: "errors:\n  Busy: { status: 409, message: is busy }\nretired:\n  Gone: { since: 2.0.0, replacedBy: Busy }\n",
    fine:
      "errors:\n  Busy: { status: 409, message: is busy }\n" +
      "  Gone: { status: 410, message: is gone, deprecated: { replacedBy: Busy, since: 1.2.0 } }\n",
  },
  *find({ new: after, removed, hidden }) {
    const retired = new Map(after.retired.map((each) => [each.code, each]));
    for (const { code, deprecated } of removed) {
      const end = retired.get(code);
      if (hidden.has(code) || deprecated === undefined || end === undefined) continue;
      yield {
        code,
        old: code,
        message: `The deprecated code "${code}" is retired: programs that still use it no longer compile.`,
        help:
          end.replacedBy === undefined
            ? "Say in the changelog how consumers do without it."
            : `Tell consumers to use "${end.replacedBy}" instead.`,
        where: { in: "new", path: ["retired", code] },
      };
    }
  },
});

// Finds codes that readers saw and see no longer.
import { defineChangeRule } from "../engine/change-rule.ts";

export const codeMadeInternal = defineChangeRule({
  id: "code-made-internal",
  level: "major",
  side: "both",
  scope: "both",
  models: ["oasdiff api-removed-without-deprecation", "buf ENUM_VALUE_NO_DELETE"],
  compiles: false,
  summary: "A public code is internal.",
  explanation:
    "Products for readers leave internal errors out, so that for consumers the code is gone. Deprecate it first, and make it internal in a later release.",
  example: {
    old: "errors:\n  Busy: { status: 409, message: is busy }\n  Gone: { status: 410, message: is gone }\n",
    new: "errors:\n  Busy: { status: 409, message: is busy }\n  Gone: { status: 410, message: is gone, audience: internal }\n",
    fine: "errors:\n  Busy: { status: 409, message: is busy }\n  Gone: { status: 410, message: is gone, audience: public }\n",
  },
  *find({ removed, hidden }) {
    for (const { code } of removed) {
      if (!hidden.has(code)) continue;
      yield {
        code,
        old: "public",
        new: "internal",
        message: `The code "${code}" is internal now: consumers that handle it no longer compile.`,
        help: `Keep it public with "deprecated" for one release.`,
        where: { in: "new", path: ["errors", code, "audience"] },
      };
    }
  },
});

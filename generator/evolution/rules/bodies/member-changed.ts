// Finds members of bodies that have other values.
import { defineChangeRule } from "../engine/change-rule.ts";
import { membersWith } from "../engine/member-findings.ts";

export const memberChanged = defineChangeRule({
  id: "member-changed",
  level: "major",
  side: "both",
  scope: "both",
  models: ["oasdiff response-property-type-changed", "buf FIELD_SAME_TYPE", "AIP-180"],
  compiles: false,
  summary: "A member of bodies has other values.",
  explanation:
    "It may have values that it could not have, and no longer has some that it had: neither old consumers nor old producers fit. Add another member instead.",
  example: {
    old: "errors:\n  Gone:\n    status: 410\n    details: { type: object, properties: { name: { type: string } } }\n",
    new: "errors:\n  Gone:\n    status: 410\n    details: { type: object, properties: { name: { type: integer } } }\n",
    fine: "errors:\n  Gone:\n    status: 410\n    details: { type: object, properties: { name: { type: string, description: D } } }\n",
  },
  *find(comparison) {
    for (const { member, bodies, witness, found, scope } of membersWith("changed", comparison)) {
      yield {
        ...found,
        scope,
        message: `The ${member} of ${bodies} has other values${witness}: consumers and producers that run already do not fit them.`,
        help: "Keep its schema and add another member, or release a new major version.",
      };
    }
  },
});

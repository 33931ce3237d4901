// Finds members of bodies that no longer have some of their values.
import { defineChangeRule } from "../engine/change-rule.ts";
import { membersWith } from "../engine/member-findings.ts";

export const memberNarrowed = defineChangeRule({
  id: "member-narrowed",
  level: "major",
  side: "producer",
  scope: "both",
  models: ["oasdiff response-property-enum-value-removed", "AIP-180"],
  compiles: false,
  summary: "A member of bodies no longer has some of its values.",
  explanation:
    "Consumers that run already go on as before; with the new types they refuse bodies of servers that still send such a value. Producers that set one no longer compile. Stop sending the values first.",
  example: {
    old: "errors:\n  Gone:\n    status: 410\n    details: { type: object, properties: { name: { enum: [a, b] } } }\n",
    new: "errors:\n  Gone:\n    status: 410\n    details: { type: object, properties: { name: { enum: [a] } } }\n",
    fine: "errors:\n  Gone:\n    status: 410\n    details: { type: object, properties: { name: { enum: [b, a] } } }\n",
  },
  *find(comparison) {
    for (const { member, bodies, witness, found, scope } of membersWith("narrowed", comparison)) {
      yield {
        ...found,
        scope,
        message: `The ${member} of ${bodies} no longer has some of its values${witness}: producers may not set them, and bodies of older servers are refused.`,
        help: "Stop sending the values in all servers first.",
      };
    }
  },
});

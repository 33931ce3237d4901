// Finds members of bodies with another schema that is neither proven nor refuted to mean the same.
import { defineChangeRule } from "../engine/change-rule.ts";
import { membersWith } from "../engine/member-findings.ts";

export const memberUnproven = defineChangeRule({
  id: "member-unproven",
  level: "dangerous",
  side: "both",
  scope: "wire",
  models: ["oasdiff response-property-pattern-changed"],
  compiles: true,
  summary: "The schema of a member is another one, and nothing shows whether it allows the same values.",
  explanation:
    "Two patterns, for example, cannot be compared for certain. Look at the two schemas: if they allow the same values, accept the finding.",
  example: {
    old: "errors:\n  Gone:\n    status: 410\n    details: { type: object, properties: { name: { type: string, pattern: '^[a-z]+$' } } }\n",
    new: "errors:\n  Gone:\n    status: 410\n    details: { type: object, properties: { name: { type: string, pattern: '^[a-z][a-z]*$' } } }\n",
    fine: "errors:\n  Gone:\n    status: 410\n    details: { type: object, properties: { name: { type: string, pattern: '^[a-z]+$', description: D } } }\n",
  },
  *find(comparison) {
    for (const { member, bodies, found, scope } of membersWith("unproven", comparison)) {
      yield {
        ...found,
        scope,
        message: `The ${member} of ${bodies} has another schema, and it is not known whether the same values fit it.`,
        help: "Compare the two schemas, and accept the finding if they mean the same.",
      };
    }
  },
});

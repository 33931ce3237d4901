// Finds members of bodies that may be absent now.
import { defineChangeRule } from "../engine/change-rule.ts";
import { membersWith } from "../engine/member-findings.ts";

export const memberOptional = defineChangeRule({
  id: "member-optional",
  level: "major",
  side: "consumer",
  scope: "both",
  models: ["oasdiff response-property-became-optional", "AIP-180"],
  compiles: false,
  summary: "A required member of bodies is optional.",
  explanation:
    "Consumers read it without a look whether it is there. Those that run already refuse bodies without it, and those that take the new types no longer compile. Keep it required.",
  example: {
    old: "errors:\n  Gone:\n    status: 410\n    details: { type: object, properties: { name: { type: string } }, required: [name] }\n",
    new: "errors:\n  Gone:\n    status: 410\n    details: { type: object, properties: { name: { type: string } } }\n",
    fine: "errors:\n  Gone:\n    status: 410\n    details: { type: object, properties: { name: { type: string, description: D } }, required: [name] }\n",
  },
  *find(comparison) {
    for (const { member, bodies, found } of membersWith("optional", comparison)) {
      yield {
        ...found,
        message: `The ${member} of ${bodies} may be absent now: consumers that rely on it refuse such bodies, and no longer compile.`,
        help: 'Keep it in "required", or release a new major version.',
      };
    }
  },
});

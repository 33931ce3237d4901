// Finds members of bodies that may have values which they could not have.
import { defineChangeRule } from "../engine/change-rule.ts";
import { membersWith } from "../engine/member-findings.ts";

export const memberWidened = defineChangeRule({
  id: "member-widened",
  level: "major",
  side: "consumer",
  scope: "both",
  models: ["oasdiff response-property-type-changed", "oasdiff response-property-enum-value-added", "AIP-180"],
  compiles: false,
  summary: "A member of bodies may have values that it could not have.",
  explanation:
    "Guards of consumers that run already refuse bodies with a new value; with the new types their code may no longer compile. Add another member instead, or release a new major version.",
  example: {
    old: "errors:\n  Gone:\n    status: 410\n    details: { type: object, properties: { name: { type: string } } }\n",
    new: 'errors:\n  Gone:\n    status: 410\n    details: { type: object, properties: { name: { type: [string, "null"] } } }\n',
    fine: "errors:\n  Gone:\n    status: 410\n    details: { type: object, properties: { name: { type: string, minLength: 1 } } }\n",
  },
  *find(comparison) {
    for (const { member, bodies, witness, found, scope } of membersWith("widened", comparison)) {
      yield {
        ...found,
        scope,
        message: `The ${member} of ${bodies} may have values that it could not have${witness}: consumers that run already refuse such bodies.`,
        help: "Keep its schema and add another member, or release a new major version.",
      };
    }
  },
});

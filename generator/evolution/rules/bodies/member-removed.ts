// Finds members of bodies that are gone.
import { defineChangeRule } from "../engine/change-rule.ts";
import { membersWith } from "../engine/member-findings.ts";

export const memberRemoved = defineChangeRule({
  id: "member-removed",
  level: "major",
  side: "both",
  scope: "both",
  models: ["oasdiff response-required-property-removed", "buf FIELD_NO_DELETE", "AIP-180"],
  compiles: false,
  summary: "A member of bodies is gone.",
  explanation:
    "Consumers that read it get nothing, and no longer compile; producers that set it no longer compile either. Keep the member, or deprecate the code in favour of a new one.",
  example: {
    old: "errors:\n  Gone:\n    status: 410\n    details: { type: object, properties: { name: { type: string }, day: { type: string } } }\n",
    new: "errors:\n  Gone:\n    status: 410\n    details: { type: object, properties: { name: { type: string } } }\n",
    fine: "errors:\n  Gone:\n    status: 410\n    details: { type: object, properties: { day: { type: string }, name: { type: string } } }\n",
  },
  *find(comparison) {
    for (const { member, bodies, found } of membersWith("removed", comparison)) {
      yield {
        ...found,
        message: `The ${member} of ${bodies} is gone: consumers that read it get nothing, and producers that set it no longer compile.`,
        help: "Keep the member as long as programs read it.",
      };
    }
  },
});

// Finds members of bodies that are new and may be absent.
import { capitalized } from "../../../diagnostic/sentence-words.ts";
import { defineChangeRule } from "../engine/change-rule.ts";
import { membersWith } from "../engine/member-findings.ts";

export const memberAdded = defineChangeRule({
  id: "member-added",
  level: "minor",
  side: "consumer",
  scope: "both",
  models: ["oasdiff response-optional-property-added", "AIP-180"],
  compiles: true,
  summary: "Bodies may have one more member.",
  explanation: "Consumers that do not know it go on as before. Name it in the changelog.",
  example: {
    old: "errors:\n  Gone:\n    status: 410\n    details: { type: object, properties: { name: { type: string } } }\n",
    new: "errors:\n  Gone:\n    status: 410\n    details: { type: object, properties: { name: { type: string }, day: { type: string } } }\n",
    fine: "errors:\n  Gone:\n    status: 410\n    details: { type: object, properties: { name: { type: string, description: D } } }\n",
  },
  *find(comparison) {
    for (const { member, bodies, found } of membersWith("added", comparison)) {
      yield {
        ...found,
        message: `${capitalized(bodies)} may have the ${member}.`,
        help: "Name it in the changelog.",
      };
    }
  },
});

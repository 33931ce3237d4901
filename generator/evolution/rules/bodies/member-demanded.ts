// Finds members of bodies that are new and never absent.
import { capitalized } from "../../../diagnostic/sentence-words.ts";
import { defineChangeRule } from "../engine/change-rule.ts";
import { membersWith, scopeOfDemand } from "../engine/member-findings.ts";

export const memberDemanded = defineChangeRule({
  id: "member-demanded",
  level: "major",
  side: "producer",
  scope: "both",
  models: ["oasdiff response-required-property-added", "AIP-180"],
  compiles: false,
  summary: "Bodies have one more member, which is required.",
  explanation:
    "Consumers that run already go on as before; those with the new types refuse the bodies of servers that run already. Producers do not compile until they set it. Make it optional for one release.",
  example: {
    old: "errors:\n  Gone:\n    status: 410\n    details: { type: object, properties: { name: { type: string } } }\n",
    new: "errors:\n  Gone:\n    status: 410\n    details: { type: object, properties: { name: { type: string }, day: { type: string } }, required: [day] }\n",
    fine: "errors:\n  Gone:\n    status: 410\n    details: { type: object, properties: { name: { type: string }, day: { type: string } } }\n",
  },
  *find(comparison) {
    for (const { member, bodies, found } of membersWith("demanded", comparison)) {
      const scope = scopeOfDemand(found, comparison);
      yield {
        ...found,
        scope,
        message: `${capitalized(bodies)} need the ${member}: ${scope === "wire" ? "" : "producers do not compile until they set it, and "}bodies of older servers are refused.`,
        help: 'Leave it out of "required" for one release.',
      };
    }
  },
});

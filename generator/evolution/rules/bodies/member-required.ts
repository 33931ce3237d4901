// Finds members of bodies that may not be absent any more.
import { defineChangeRule } from "../engine/change-rule.ts";
import { membersWith, scopeOfDemand } from "../engine/member-findings.ts";

export const memberRequired = defineChangeRule({
  id: "member-required",
  level: "major",
  side: "producer",
  scope: "both",
  models: ["oasdiff response-property-became-required", "AIP-180"],
  compiles: false,
  summary: "An optional member of bodies is required.",
  explanation:
    "Consumers gain by it, once they talk to new servers alone: with the new types they refuse bodies of older ones. Producers do not compile until they always set it.",
  example: {
    old: "errors:\n  Gone:\n    status: 410\n    details: { type: object, properties: { name: { type: string } } }\n",
    new: "errors:\n  Gone:\n    status: 410\n    details: { type: object, properties: { name: { type: string } }, required: [name] }\n",
    fine: "errors:\n  Gone:\n    status: 410\n    details: { type: object, properties: { name: { type: string, description: D } } }\n",
  },
  *find(comparison) {
    for (const { member, bodies, found } of membersWith("required", comparison)) {
      const scope = scopeOfDemand(found, comparison);
      yield {
        ...found,
        scope,
        message: `The ${member} of ${bodies} is required now: ${scope === "wire" ? "" : "producers do not compile until they always set it, and "}bodies of older servers are refused.`,
        help: "Set it in all servers first, and require it in a later release.",
      };
    }
  },
});

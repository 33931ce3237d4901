// Finds tables whose servers answer whatever else is thrown with another error.
import { inTable } from "../../differences/change-places.ts";
import { defineChangeRule } from "../engine/change-rule.ts";

export const fallbackChanged = defineChangeRule({
  id: "fallback-changed",
  level: "dangerous",
  side: "consumer",
  scope: "wire",
  models: ["AIP-193", "oasdiff response-property-enum-value-added"],
  compiles: true,
  summary: "Another error stands for whatever else servers throw.",
  explanation:
    "Consumers that handle the old one get the new one for faults that nobody foresaw. Name it in the changelog.",
  example: {
    old: "errors:\n  Down: { status: 500, message: is down }\n  Broken: { status: 500, message: is broken }\nfallback: Down\n",
    new: "errors:\n  Down: { status: 500, message: is down }\n  Broken: { status: 500, message: is broken }\nfallback: Broken\n",
    fine: "errors:\n  Down: { status: 500, message: is down, description: D }\n  Broken: { status: 500, message: is broken }\nfallback: Down\n",
  },
  *find({ old, new: after, errors }) {
    const pair = errors.find((each) => each.old.code === old.fallback);
    // A fallback that is renamed, or gone, is told as such; one that is named for the first time replaces none.
    if (pair === undefined || after.fallback === undefined || after.fallback === pair.new.code) return;
    yield {
      old: pair.old.code,
      new: after.fallback,
      message: `Servers answer whatever else they throw with "${after.fallback}" instead of "${pair.new.code}": consumers that handle the old one do not expect it.`,
      help: "Name it in the changelog.",
      where: inTable("fallback"),
    };
  },
});

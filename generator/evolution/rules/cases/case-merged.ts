// Finds cases that another case of the same code took over.
import { caseName } from "../../../diagnostic/case-name.ts";
import { inError } from "../../differences/change-places.ts";
import { mergedInto } from "../../pairs/merged-cases.ts";
import { defineChangeRule } from "../engine/change-rule.ts";

export const caseMerged = defineChangeRule({
  id: "case-merged",
  level: "major",
  side: "both",
  scope: "both",
  models: ["buf FIELD_SAME_ONEOF", "AIP-180"],
  compiles: false,
  summary: "A case of a code is one with another case.",
  explanation:
    "Bodies still say the same, but nothing tells the two meanings apart any more: consumers that ask for the case by name no longer compile. Keep the cases apart.",
  example: {
    old: "errors:\n  Denied:\n    cases:\n      quota: { status: 403, message: is denied }\n      region: { status: 401, message: is denied }\n",
    new: "errors:\n  Denied:\n    cases:\n      quota: { status: [401, 403], message: is denied }\n",
    fine: "errors:\n  Denied:\n    cases:\n      quota: { status: 403, message: is denied, description: No quota is left. }\n      region: { status: 401, message: is denied }\n",
  },
  *find({ changed }) {
    for (const pair of changed) {
      for (const one of pair.removedCases) {
        const target = one.name === undefined ? undefined : mergedInto(one, pair);
        if (one.name === undefined || target === undefined) continue;
        const into = target.name === undefined ? "the code as a whole" : `"${caseName(pair.new.code, target.name)}"`;
        yield {
          code: pair.old.code,
          case: one.name,
          old: one.name,
          ...(target.name === undefined ? {} : { new: target.name }),
          message: `The case "${caseName(pair.old.code, one.name)}" is part of ${into} now: consumers cannot tell it any more.`,
          help: "Keep the cases apart.",
          where: inError(pair, "cases", target.name ?? ""),
        };
      }
    }
  },
});

// Finds cases that left a code.
import { caseName } from "../../../diagnostic/case-name.ts";
import { inError } from "../../differences/change-places.ts";
import { mergedInto } from "../../pairs/merged-cases.ts";
import { defineChangeRule } from "../engine/change-rule.ts";

export const caseRemoved = defineChangeRule({
  id: "case-removed",
  level: "major",
  side: "both",
  scope: "both",
  models: ["buf FIELD_NO_DELETE (members of a oneof)", "smithy-diff RemovedShape"],
  compiles: false,
  summary: "A code lost one of its cases.",
  explanation:
    "Consumers ask for the case by name, and read its params from messages; both no longer compile. Producers cannot make it any more. Keep the case as long as servers may send it.",
  example: {
    old: "errors:\n  Denied:\n    status: 403\n    cases:\n      quota: { message: '%s has no quota left', params: { user: {} } }\n      region: { message: '%s may not come from there', params: { user: {} } }\n",
    new: "errors:\n  Denied:\n    status: 403\n    cases:\n      quota: { message: '%s has no quota left', params: { user: {} } }\n",
    fine: "errors:\n  Denied:\n    status: 403\n    cases:\n      region: { message: '%s may not come from there', params: { user: {} } }\n      quota: { message: '%s has no quota left', params: { user: {} } }\n",
  },
  *find({ changed }) {
    for (const pair of changed) {
      for (const one of pair.removedCases) {
        if (one.name === undefined || mergedInto(one, pair) !== undefined) continue;
        yield {
          code: pair.old.code,
          case: one.name,
          old: one.name,
          message: `The case "${caseName(pair.old.code, one.name)}" is gone: consumers that ask for it and producers that make it no longer compile.`,
          help: "Keep the case as long as servers may send it.",
          where: inError(pair, "cases"),
        };
      }
    }
  },
});

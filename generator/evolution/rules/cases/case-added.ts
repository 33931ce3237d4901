// Finds meanings that a code did not have.
import { caseName } from "../../../diagnostic/case-name.ts";
import { inError } from "../../differences/change-places.ts";
import { defineChangeRule } from "../engine/change-rule.ts";

export const caseAdded = defineChangeRule({
  id: "case-added",
  level: "dangerous",
  side: "consumer",
  scope: "both",
  models: ["graphql-js TYPE_ADDED_TO_UNION", "oasdiff response-property-one-of-added"],
  compiles: false,
  summary: "A code has another case.",
  explanation:
    "Consumers that run already do not know the meaning, and read no params from its messages. Programs with a branch for every case need another one. Name it in the changelog.",
  example: {
    old: "errors:\n  Denied:\n    status: 403\n    cases:\n      quota: { message: '%s has no quota left', params: { user: {} } }\n",
    new: "errors:\n  Denied:\n    status: 403\n    cases:\n      quota: { message: '%s has no quota left', params: { user: {} } }\n      region: { message: '%s may not come from there', params: { user: {} } }\n",
    fine: "errors:\n  Denied:\n    status: 403\n    cases:\n      quota: { message: '%s has no quota left', params: { user: {} }, description: It is used up. }\n",
  },
  *find({ changed }) {
    for (const pair of changed) {
      for (const { name } of pair.addedCases) {
        if (name === undefined) continue;
        yield {
          code: pair.old.code,
          case: name,
          new: name,
          message: `The case "${caseName(pair.new.code, name)}" is new: consumers with a branch for every case have none for it.`,
          help: "Name it in the changelog.",
          where: inError(pair, "cases", name),
        };
      }
    }
  },
});

// Finds cases that have another name, or a name at all.

import { inCase, nameOf, subjectOf } from "../../differences/change-places.ts";
import { defineChangeRule } from "../engine/change-rule.ts";

export const caseRenamed = defineChangeRule({
  id: "case-renamed",
  level: "major",
  side: "both",
  scope: "source",
  models: ["buf FIELD_SAME_NAME", "AIP-180 source compatibility"],
  compiles: false,
  summary: "A case has another name.",
  explanation:
    "Names of cases stand in generated code alone, in the member `case` of params. Bodies stay the same, and programs that name the case no longer compile. " +
    "A code without cases that gets some is hit as well: its params name the case from then on.",
  example: {
    old: "errors:\n  Denied:\n    status: 403\n    cases:\n      quota: { message: '%s has no quota left', params: { user: {} } }\n      region: { message: '%s may not come from there', params: { user: {} } }\n",
    new: "errors:\n  Denied:\n    status: 403\n    cases:\n      limit: { message: '%s has no quota left', params: { user: {} } }\n      region: { message: '%s may not come from there', params: { user: {} } }\n",
    fine: "errors:\n  Denied:\n    status: 403\n    cases:\n      quota: { message: '%s has no quota', params: { user: {} } }\n      region: { message: '%s may not come from there', params: { user: {} } }\n",
  },
  *find({ cases }) {
    for (const pair of cases) {
      const { old, new: after } = pair;
      if (old.name === after.name) continue;
      const before = old.name === undefined ? "was the code as a whole" : `was called "${old.name}"`;
      yield {
        ...subjectOf(pair),
        ...(old.name === undefined ? {} : { old: old.name }),
        ...(after.name === undefined ? {} : { new: after.name }),
        message:
          after.name === undefined
            ? `The code ${nameOf(pair)} has no cases any more: programs that name "${old.name ?? ""}" no longer compile.`
            : `The case ${nameOf(pair)} ${before}: programs that make or ask for it no longer compile.`,
        help:
          old.name === undefined ? "Say in the changelog that params name the case." : `Keep the name "${old.name}".`,
        where: inCase(pair),
      };
    }
  },
});

// Finds operations that answer with one more error.
import { caseName } from "../../../diagnostic/case-name.ts";
import { answerChanges } from "../../differences/answer-changes.ts";
import { inTable } from "../../differences/change-places.ts";
import { defineChangeRule } from "../engine/change-rule.ts";

export const operationGainedCode = defineChangeRule({
  id: "operation-gained-code",
  level: "dangerous",
  side: "consumer",
  scope: "wire",
  models: ["smithy-diff AddedOperationError", "oasdiff response-non-success-status-added"],
  compiles: true,
  summary: "An operation answers with one more error.",
  explanation:
    "The code was in the table before, and consumers of this operation did not have to expect it. Clients that are generated from the API description have it in their types.",
  example: {
    old: "errors:\n  Busy: { status: 409, message: is busy }\n  Gone: { status: 410, message: is gone }\noperations:\n  Get: [Gone]\n",
    new: "errors:\n  Busy: { status: 409, message: is busy }\n  Gone: { status: 410, message: is gone }\noperations:\n  Get: [Busy, Gone]\n",
    fine: "errors:\n  Busy: { status: 409, message: is busy }\n  Gone: { status: 410, message: is gone }\noperations:\n  Get: [Gone]\n  Put: [Busy]\n",
  },
  *find(comparison) {
    for (const { kind, operation, code, case: name } of answerChanges(comparison)) {
      if (kind !== "gained") continue;
      const answer = caseName(code, name);
      yield {
        code,
        ...(name === undefined ? {} : { case: name }),
        part: operation,
        new: answer,
        message: `${operation === "*" ? "Every operation" : `The operation "${operation}"`} answers with "${answer}" too: consumers did not have to expect it there.`,
        help: "Name it in the changelog.",
        where: inTable("operations", operation),
      };
    }
  },
});

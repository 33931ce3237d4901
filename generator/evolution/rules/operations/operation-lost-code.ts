// Finds operations that answer with one error less.
import { caseName } from "../../../diagnostic/case-name.ts";
import { answerChanges } from "../../differences/answer-changes.ts";
import { inTable } from "../../differences/change-places.ts";
import { defineChangeRule } from "../engine/change-rule.ts";

export const operationLostCode = defineChangeRule({
  id: "operation-lost-code",
  level: "minor",
  side: "consumer",
  scope: "wire",
  models: ["smithy-diff RemovedOperationError", "oasdiff response-non-success-status-removed"],
  compiles: true,
  summary: "An operation answers with one error less.",
  explanation: "Consumers that handle it there wait in vain, and lose nothing.",
  example: {
    old: "errors:\n  Busy: { status: 409, message: is busy }\n  Gone: { status: 410, message: is gone }\noperations:\n  Get: [Busy, Gone]\n",
    new: "errors:\n  Busy: { status: 409, message: is busy }\n  Gone: { status: 410, message: is gone }\noperations:\n  Get: [Gone]\n",
    fine: "errors:\n  Busy: { status: 409, message: is busy }\n  Gone: { status: 410, message: is gone }\noperations:\n  Get: [Gone, Busy]\n",
  },
  *find(comparison) {
    for (const { kind, operation, code, case: name } of answerChanges(comparison)) {
      if (kind !== "lost") continue;
      const answer = caseName(code, name);
      yield {
        code,
        ...(name === undefined ? {} : { case: name }),
        part: operation,
        old: answer,
        message: `${operation === "*" ? "Operations no longer answer" : `The operation "${operation}" no longer answers`} with "${answer}".`,
        help: "Name it in the changelog.",
        where: inTable("operations", operation),
      };
    }
  },
});

// Finds operations whose errors the table no longer lists.
import { defineChangeRule } from "../engine/change-rule.ts";

export const operationRemoved = defineChangeRule({
  id: "operation-removed",
  level: "minor",
  side: "consumer",
  scope: "wire",
  models: ["smithy-diff RemovedOperationError", "oasdiff api-path-removed-without-deprecation"],
  compiles: true,
  summary: "The table no longer lists the errors of an operation.",
  explanation:
    "Docs and API descriptions no longer say which errors the operation answers with. Consumers of the table itself lose nothing; a tool for API descriptions tells whether the operation is gone.",
  example: {
    old: "errors:\n  Busy: { status: 409, message: is busy }\noperations:\n  Get: [Busy]\n  Put: [Busy]\n",
    new: "errors:\n  Busy: { status: 409, message: is busy }\noperations:\n  Get: [Busy]\n",
    fine: "errors:\n  Busy: { status: 409, message: is busy }\noperations:\n  Put: [Busy]\n  Get: [Busy]\n  Post: [Busy]\n",
  },
  *find({ old, new: after }) {
    const names = new Set(after.operations.map(({ name }) => name));
    for (const { name } of old.operations) {
      if (names.has(name)) continue;
      yield {
        part: name,
        old: name,
        message: `The table no longer lists the errors of the operation "${name}".`,
        help: "List them as long as the operation is there.",
        where: { in: "old", path: ["operations", name] },
      };
    }
  },
});

// Checks that each code belongs to an operation, if the table lists operations.
import { answeredError } from "../../reader/table/answered-errors.ts";
import { keyOf } from "../engine/places.ts";
import { defineRule } from "../engine/rule.ts";

export const codeWithoutOperation = defineRule({
  id: "code-without-operation",
  severity: "warning",
  summary: "Where a table lists operations, each of its codes is named by one.",
  explanation:
    "A code that no operation names is in the types of no operation, and in no response of the API description. Name it where it " +
    "occurs, or under '*' if every operation may answer with it.",
  example: {
    wrong:
      "errors:\n  A: { status: 400, description: The a is wrong., solution: Correct it. }\n" +
      "  B: { status: 400, description: The b is wrong., solution: Correct it. }\noperations:\n  Get: [A]\n",
    right:
      "errors:\n  A: { status: 400, description: The a is wrong., solution: Correct it. }\n" +
      "  B: { status: 400, description: The b is wrong., solution: Correct it. }\noperations:\n  Get: [A]\n  '*': [B]\n",
  },
  reads: ["operations", "imports"],
  rowFields: ["identifier"],
  *check({ tables, entries, errors }) {
    const answers = tables.flatMap(({ table }) => Object.values(table.operations ?? {}).flat());
    const named = new Set(answers.map((answer) => answeredError(answer, errors).code));
    for (const entry of named.size === 0 ? [] : entries) {
      // A common table does not list the operations of the tables that import it.
      if (entry.owner.table.operations === undefined || named.has(entry.code)) continue;
      yield {
        ...keyOf(entry),
        message: `No operation answers with "${entry.code}".`,
        help: "Name it in \"operations\", under '*' if every operation may answer with it.",
      };
    }
  },
});

// Checks that all errors have a status, if some of them do.
import { statusesOf } from "../../reader/table/resolve.ts";
import { keyOf } from "../engine/places.ts";
import { defineRule } from "../engine/rule.ts";

export const mixedStatuses = defineRule({
  id: "mixed-statuses",
  severity: "warning",
  summary: "Where some errors state a status, all of them do.",
  explanation:
    "An API that documents no statuses has a table without them. Where only some errors have one, the others were probably forgotten; they stand in " +
    "the default response of API descriptions, and no guard for a status takes them. Add the status, or a status for all of them in `defaults`.",
  example: {
    wrong:
      "errors:\n  A: { status: 400, description: The a is wrong., solution: Correct it. }\n" +
      "  B: { description: The b is wrong., solution: Correct it. }\n",
    right:
      "errors:\n  A: { status: 400, description: The a is wrong., solution: Correct it. }\n" +
      "  B: { status: 400, description: The b is wrong., solution: Correct it. }\n",
  },
  reads: ["defaults"],
  rowFields: ["status"],
  *check({ entries }) {
    const without = entries.filter(({ cases }) => cases.every((one) => statusesOf(one).length === 0));
    if (without.length === entries.length) return;
    for (const one of without) {
      yield {
        ...keyOf(one),
        message: `"${one.code}" has no status, but other errors of the table have one.`,
        help: 'Add the "status" that the API answers with.',
      };
    }
  },
});

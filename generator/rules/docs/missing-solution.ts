// Checks that every error has a solution.
import type { ResolvedCase } from "../../reader/table/resolve.ts";
import { keyOf } from "../engine/places.ts";
import { defineRule } from "../engine/rule.ts";

export const missingSolution = defineRule({
  id: "missing-solution",
  scope: "error",
  severity: "warning",
  summary: "Every error has a solution.",
  explanation:
    "Readers of an error want to know their next step. One sentence is enough: check a value, change a setting, ask a person. " +
    "A deprecated error that names its replacement needs none.",
  example: {
    wrong: "errors:\n  NotFound: { status: 404, description: The order does not exist. }\n",
    right:
      "errors:\n  NotFound: { status: 404, description: The order does not exist., solution: Check the number of the order. }\n",
  },
  everywhere: (errors, table) => ({
    message: `None of the ${errors} errors of "${table}" has a solution for its readers.`,
    help: 'Add "solution" to the errors that readers meet most often, and then to the others.',
  }),
  *check({ entries }) {
    for (const entry of entries) {
      if (entry.cases.every(hasNextStep)) continue;
      yield {
        ...keyOf(entry),
        message: `"${entry.code}" has no solution for its readers.`,
        help: 'Add "solution".',
      };
    }
  },
});

function hasNextStep({ spec: { solution, deprecated } }: ResolvedCase): boolean {
  return solution !== undefined || deprecated?.replacedBy !== undefined;
}

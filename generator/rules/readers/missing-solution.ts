// Every error says what its reader does about it.
import { keyOf } from "../engine/places.ts";
import { defineRule } from "../engine/rule.ts";

export const missingSolution = defineRule({
  id: "missing-solution",
  severity: "warning",
  summary: "Every error has a solution.",
  explanation:
    "Whoever meets an error wants to know what to do next. One sentence is enough: what to check, what to change, whom to ask. " +
    "A deprecated error that names its replacement needs none.",
  example: {
    wrong: "errors:\n  NotFound: { status: 404, description: The order does not exist. }\n",
    right:
      "errors:\n  NotFound: { status: 404, description: The order does not exist., solution: Check the number of the order. }\n",
  },
  *check({ entries }) {
    for (const entry of entries) {
      const { solution, deprecated } = entry.spec;
      if (solution !== undefined || deprecated?.replacedBy !== undefined) continue;
      yield {
        ...keyOf(entry),
        message: `"${entry.code}" does not say what its reader can do about it.`,
        help: 'Add "solution".',
      };
    }
  },
});

// Checks that no code is listed by a table and by a table that it imports.
import { keyOf, repetitions } from "../engine/places.ts";
import { defineRule } from "../engine/rule.ts";

export const duplicateCode = defineRule({
  id: "duplicate-code",
  severity: "error",
  required: true,
  summary: "A code stands once in a table and its imports.",
  explanation:
    "With two entries for one code, one of them would be dropped and readers would see the status and text of the other. " +
    "Keep the entry where it belongs, most often in the imported table, and remove the other.",
  example: {
    beside: {
      "common.errors.yaml": "name: Common\nerrors:\n  Forbidden: { status: 403, solution: Ask for access. }\n",
    },
    wrong: "imports: [./common.errors.yaml]\nerrors:\n  Forbidden: { status: 401, solution: Sign in. }\n",
    right: "imports: [./common.errors.yaml]\nerrors:\n  Unauthorized: { status: 401, solution: Sign in. }\n",
  },
  rowFields: [],
  *check({ entries }) {
    for (const [entry, first] of repetitions(entries, ({ code }) => code)) {
      yield {
        ...keyOf(entry),
        message: `The code "${entry.code}" is listed a second time.`,
        help: "Remove one of the two entries.",
        related: [{ ...keyOf(first), message: `"${entry.code}" is listed here as well.` }],
      };
    }
  },
});

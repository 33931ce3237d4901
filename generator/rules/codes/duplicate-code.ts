// Checks that no code is listed by a table and by a table that it imports.
import type { ResolvedError } from "../../reader/table/resolve.ts";
import { keyOf } from "../engine/places.ts";
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
  *check({ entries }) {
    const first = new Map<string, ResolvedError>();
    for (const entry of entries) {
      const other = first.get(entry.code);
      if (other === undefined) first.set(entry.code, entry);
      else {
        yield {
          ...keyOf(entry),
          message: `The code "${entry.code}" is listed a second time.`,
          help: "Remove one of the two entries.",
          related: [{ ...keyOf(other), message: `"${entry.code}" is listed here as well.` }],
        };
      }
    }
  },
});

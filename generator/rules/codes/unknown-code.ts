// Checks that operations name codes of the table.
import { createCorrector, createHinter } from "../../diagnostic/suggest.ts";
import { answeredError } from "../../reader/table/answered-errors.ts";
import { freeName, inTable } from "../engine/places.ts";
import { defineRule, replacement } from "../engine/rule.ts";

export const unknownCode = defineRule({
  id: "unknown-code",
  severity: "error",
  required: true,
  summary: "Operations name codes of the table.",
  explanation:
    "Without an entry for the code, the operation would be documented wrongly, and its union of errors could not be made. " +
    "Correct the spelling, or add the code to `errors`.",
  example: {
    wrong: "errors:\n  AliasNotFound: { status: 404, solution: Create it. }\noperations:\n  GetAlias: [AliasNotFond]\n",
    right:
      "errors:\n  AliasNotFound: { status: 404, solution: Create it. }\noperations:\n  GetAlias: [AliasNotFound]\n",
  },
  reads: ["errors", "imports", "retired"],
  rowFields: ["identifier"],
  *check({ tables, errors }) {
    const hint = createHinter(errors.keys());
    const correct = createCorrector(errors.keys());
    for (const loaded of tables) {
      for (const [operation, codes] of Object.entries(loaded.table.operations ?? {})) {
        const listed = codes.map((answer) => answeredError(answer, errors).code);
        for (const [index, answer] of codes.entries()) {
          const code = listed[index] ?? "";
          if (errors.has(code)) continue;
          const isRetired = Object.hasOwn(loaded.table.retired ?? {}, code);
          yield {
            ...inTable(loaded, "operations", operation, index, ...(typeof answer === "object" ? ["code"] : [])),
            message: `The operation "${operation}" names the code "${code}", which ${isRetired ? "is retired" : "is not in the table"}.`,
            help: isRetired ? "Remove it here." : (hint(code, listed) ?? 'Add it to "errors", or remove it here.'),
            fix: isRetired ? undefined : replacement(freeName(correct(code), listed)),
          };
        }
      }
    }
  },
});

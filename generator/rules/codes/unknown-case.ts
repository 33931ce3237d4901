// Checks that operations and translations name cases and statuses of their errors.
import { answeredError } from "../../reader/table/answered-errors.ts";
import { type ResolvedError, type ResolvedTable, statusesOf } from "../../reader/table/resolve.ts";
import { inTable, keyInTable, list, nearest } from "../engine/places.ts";
import { defineRule, type Finding } from "../engine/rule.ts";

export const unknownCase = defineRule({
  id: "unknown-case",
  severity: "error",
  required: true,
  summary: "Operations and translations name cases and statuses that their errors have.",
  explanation:
    "An answer of an operation can name one case of an error, and one of its statuses; a translation has a text per case. A name that the error " +
    "does not have describes nothing. Correct the name, or add the case to the error.",
  example: {
    wrong:
      "errors:\n  Denied:\n    status: 403\n    solution: Wait.\n    cases: { closed: { message: it is closed } }\n" +
      "operations:\n  Open: [{ code: Denied, case: close }]\n",
    right:
      "errors:\n  Denied:\n    status: 403\n    solution: Wait.\n    cases: { closed: { message: it is closed } }\n" +
      "operations:\n  Open: [{ code: Denied, case: closed }]\n",
  },
  reads: ["errors", "imports", "defaults"],
  rowFields: ["identifier", "status"],
  *check(table) {
    yield* answerFindings(table);
    for (const { document, translation } of table.tables.flatMap(({ translations }) => translations)) {
      for (const [code, { cases = {} }] of Object.entries(translation.errors ?? {})) {
        const error = table.errors.get(code);
        const known = error === undefined ? [] : caseNames(error);
        for (const name of error === undefined ? [] : Object.keys(cases)) {
          if (known.includes(name)) continue;
          yield {
            ...keyInTable({ document }, "errors", code, "cases", name),
            message: `The error "${code}" has no case "${name}".`,
            help: nearest(name, known, "Its cases are", "Remove it here: the error has no cases."),
          };
        }
      }
    }
  },
});

function* answerFindings({ tables, errors }: ResolvedTable): Iterable<Finding> {
  for (const loaded of tables) {
    for (const [operation, answers] of Object.entries(loaded.table.operations ?? {})) {
      for (const [index, answer] of answers.entries()) {
        const { code, case: name } = answeredError(answer, errors);
        const error = errors.get(code);
        if (typeof answer !== "object" || error === undefined) continue;
        const { status } = answer;
        const known = caseNames(error);
        if (name !== undefined && !known.includes(name)) {
          yield {
            ...inTable(loaded, "operations", operation, index, "case"),
            message: `The error "${code}" has no case "${name}".`,
            help: nearest(name, known, "Its cases are", 'Add it to the "cases" of the error, or leave the case out.'),
          };
          continue;
        }
        const meant = error.cases.filter((one) => name === undefined || one.name === name);
        const statuses = [...new Set(meant.flatMap(statusesOf))];
        if (status === undefined || statuses.includes(status)) continue;
        yield {
          ...inTable(loaded, "operations", operation, index, "status"),
          message: `The operation "${operation}" answers "${code}" with status ${status}, which the error does not have.`,
          help:
            statuses.length === 0 ? "Give the error a status." : `Its statuses are ${list(statuses.map(String), 10)}.`,
        };
      }
    }
  }
}

function caseNames({ cases }: ResolvedError): readonly string[] {
  return cases.flatMap(({ name }) => name ?? []);
}

// Checks that a translation covers the texts of its table.
import { TEXT_FIELDS } from "../../model/model.ts";
import { coverageOf } from "../engine/coverage.ts";
import { count, inTable, list } from "../engine/places.ts";
import { defineRule } from "../engine/rule.ts";

export const untranslated = defineRule({
  id: "untranslated",
  severity: "warning",
  summary: "A translation covers every message, description and solution of the table, and its groups.",
  explanation:
    "Where a text is missing in a language, readers get the table's own language. There is one finding per translation, with the " +
    "number of errors that lack a text, and the groups that do. Internal errors need no texts, and an error needs only the texts that the table has.",
  example: {
    beside: {
      "example.errors.yaml":
        "name: Example\nerrors:\n  NotFound: { status: 404, description: Not there., solution: Create it. }\n",
    },
    wrong: "translates: ./example.errors.yaml\nlocale: de\nerrors:\n  NotFound: { description: Nicht da. }\n",
    right:
      "translates: ./example.errors.yaml\nlocale: de\nerrors:\n  NotFound: { description: Nicht da., solution: Legen Sie es an. }\n",
  },
  reads: ["groups", "locale", "translations"],
  rowFields: ["message", "params", "audience", "group", ...TEXT_FIELDS],
  *check(table) {
    for (const { owner, document, locale, due, codes, groups, fields } of coverageOf(table)) {
      if (fields.length === 0) continue;
      const share = due === 0 ? 100 : Math.floor((100 * (due - codes.length)) / due);
      const errors = `${codes.length} of ${count(due, "error")} ${codes.length === 1 ? "lacks" : "lack"} a text: ${list(codes)}.`;
      const ofGroups = `${groups.length === 1 ? "The group" : "The groups"} ${list(groups)} ${groups.length === 1 ? "lacks" : "lack"} a text.`;
      const parts = [
        `The locale "${locale}" covers ${share} % of the errors of "${owner.table.name}"${codes.length > 0 ? `: ${errors}` : "."}`,
        ...(groups.length > 0 ? [ofGroups] : []),
      ];
      yield {
        ...inTable({ document }, "locale"),
        message: parts.join(" "),
        help: `Add the missing texts: ${list(fields, 5)}.`,
      };
    }
  },
});

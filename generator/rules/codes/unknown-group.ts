// Checks that errors and translations name groups of the table.
import { createCorrector, createHinter } from "../../diagnostic/suggest.ts";
import { freeName, inEntry, keyInTable } from "../engine/places.ts";
import { defineRule, replacement } from "../engine/rule.ts";

export const unknownGroup = defineRule({
  id: "unknown-group",
  severity: "error",
  required: true,
  summary: "Errors belong to groups of the table.",
  explanation:
    "A group is a heading in the docs. An error of a group that is not there would stand under no heading. " +
    "Correct the name, or add the group to `groups`.",
  example: {
    wrong:
      "groups:\n  access: { title: Access }\nerrors:\n  Forbidden: { status: 403, group: acess, solution: Ask for access. }\n",
    right:
      "groups:\n  access: { title: Access }\nerrors:\n  Forbidden: { status: 403, group: access, solution: Ask for access. }\n",
  },
  reads: ["groups", "imports", "defaults"],
  *check({ tables, entries }) {
    const groups = new Set(tables.flatMap(({ table }) => Object.keys(table.groups ?? {})));
    const hint = createHinter(groups);
    const correct = createCorrector(groups);
    for (const entry of entries) {
      const { group } = entry.spec;
      if (group === undefined || groups.has(group)) continue;
      yield {
        ...inEntry(entry, "group"),
        message: `"${entry.code}" belongs to the group "${group}", which is not in the table.`,
        help: hint(group) ?? 'Add it to "groups".',
        fix: replacement(correct(group)),
      };
    }
    for (const { document, translation } of tables.flatMap(({ translations }) => translations)) {
      for (const group of Object.keys(translation.groups ?? {})) {
        if (groups.has(group)) continue;
        yield {
          ...keyInTable({ document }, "groups", group),
          message: `The group "${group}" is not in the table.`,
          help: hint(group) ?? "Remove it here.",
          fix: replacement(freeName(correct(group), translation.groups)),
        };
      }
    }
  },
});

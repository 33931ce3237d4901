// Checks that errors and translations name tags of the table.
import { createCorrector, createHinter } from "../../diagnostic/suggest.ts";
import { freeName, inEntry, keyInTable } from "../engine/places.ts";
import { defineRule, replacement } from "../engine/rule.ts";

export const unknownTag = defineRule({
  id: "unknown-tag",
  severity: "error",
  required: true,
  summary: "Errors have tags of the table.",
  explanation:
    "Programs ask for the errors of a tag by its name, so a misspelled tag would be a class of its own. Correct the name, or add the tag to `tags`.",
  example: {
    wrong:
      "tags:\n  NetworkError: {}\nerrors:\n  HostUnreachable: { status: 502, tags: [NetworkErr], solution: Try again. }\n",
    right:
      "tags:\n  NetworkError: {}\nerrors:\n  HostUnreachable: { status: 502, tags: [NetworkError], solution: Try again. }\n",
  },
  reads: ["tags", "imports", "defaults"],
  *check({ tables, entries }) {
    const tags = new Set(tables.flatMap(({ table }) => Object.keys(table.tags ?? {})));
    const hint = createHinter(tags);
    const correct = createCorrector(tags);
    for (const entry of entries) {
      for (const [index, tag] of (entry.spec.tags ?? []).entries()) {
        if (tags.has(tag)) continue;
        yield {
          ...inEntry(entry, "tags", index),
          message: `"${entry.code}" has the tag "${tag}", which is not in the table.`,
          help: hint(tag) ?? 'Add it to "tags".',
          fix: replacement(correct(tag)),
        };
      }
    }
    for (const { document, translation } of tables.flatMap(({ translations }) => translations)) {
      for (const tag of Object.keys(translation.tags ?? {})) {
        if (tags.has(tag)) continue;
        yield {
          ...keyInTable({ document }, "tags", tag),
          message: `The tag "${tag}" is not in the table.`,
          help: hint(tag) ?? "Remove it here.",
          fix: replacement(freeName(correct(tag), translation.tags)),
        };
      }
    }
  },
});

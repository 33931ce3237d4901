// Checks that translations name codes of their table.

import { createCorrector, createHinter } from "../../diagnostic/suggest.ts";
import { errorNamed } from "../../reader/table/answered-errors.ts";
import { freeName, keyInTable } from "../engine/places.ts";
import { defineRule, replacement } from "../engine/rule.ts";

export const unknownTranslation = defineRule({
  id: "unknown-translation",
  severity: "error",
  summary: "Translations name codes of the table.",
  explanation:
    "A translated text for a code that is not there is shown nowhere: the code was misspelt, renamed or removed. " +
    "Correct it, or remove the entry from the translation.",
  example: {
    beside: { "example.errors.yaml": "name: Example\nerrors:\n  NotFound: { status: 404, solution: Create it. }\n" },
    wrong: "translates: ./example.errors.yaml\nlocale: de\nerrors:\n  NotFond: { solution: Legen Sie es an. }\n",
    right: "translates: ./example.errors.yaml\nlocale: de\nerrors:\n  NotFound: { solution: Legen Sie es an. }\n",
  },
  reads: ["errors"],
  rowFields: [],
  *check({ tables, entries }) {
    for (const loaded of tables) {
      if (loaded.translations.length === 0) continue;
      const { errors } = loaded.table;
      const ownErrors = new Map(entries.filter(({ owner }) => owner === loaded).map((entry) => [entry.code, entry]));
      const hint = createHinter(Object.keys(errors));
      const correct = createCorrector(Object.keys(errors));
      for (const { document, translation } of loaded.translations) {
        for (const code of Object.keys(translation.errors ?? {})) {
          if (Object.hasOwn(errors, code) || errorNamed(code, ownErrors).case !== undefined) continue;
          yield {
            ...keyInTable({ document }, "errors", code),
            message: `The code "${code}" is not in the table "${loaded.table.name}".`,
            help:
              hint(code, Object.keys(translation.errors ?? {})) ??
              "Remove the entry, or move it to the translation of the table that lists the code.",
            fix: replacement(freeName(correct(code), Object.keys(translation.errors ?? {}))),
          };
        }
      }
    }
  },
});

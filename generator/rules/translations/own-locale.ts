// Checks that a translation has another locale than its table.
import { inTable } from "../engine/places.ts";
import { defineRule } from "../engine/rule.ts";

export const ownLocale = defineRule({
  id: "own-locale",
  severity: "error",
  required: true,
  summary: "A translation has another locale than its table.",
  explanation:
    "The table holds the texts of its own locale (`en` if it does not say), so a translation for the same one would never be shown. " +
    "Correct the locale of the table or of the translation.",
  example: {
    beside: { "example.errors.yaml": "name: Example\nerrors:\n  NotFound: { status: 404, solution: Create it. }\n" },
    wrong: "translates: ./example.errors.yaml\nlocale: en\nerrors:\n  NotFound: { solution: Make it. }\n",
    right: "translates: ./example.errors.yaml\nlocale: en-GB\nerrors:\n  NotFound: { solution: Make it. }\n",
  },
  reads: ["locale"],
  *check({ tables }) {
    for (const { table, document, translations } of tables) {
      const own = table.locale ?? "en";
      for (const loaded of translations) {
        if (loaded.translation.locale.toLowerCase() !== own.toLowerCase()) continue;
        yield {
          ...inTable(loaded, "locale"),
          message: `The texts of the table "${table.name}" are in "${own}" already.`,
          ...(table.locale === undefined
            ? { help: 'Add "locale" to the table, or correct it here.' }
            : {
                help: "Correct one of the two locales.",
                related: [{ ...inTable({ document }, "locale"), message: "The table's locale stands here." }],
              }),
        };
      }
    }
  },
});

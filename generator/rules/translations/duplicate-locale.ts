// Checks that a table has one translation per locale.
import { inTable, repetitions } from "../engine/places.ts";
import { defineRule } from "../engine/rule.ts";

export const duplicateLocale = defineRule({
  id: "duplicate-locale",
  severity: "error",
  required: true,
  summary: "A table has one translation per locale.",
  explanation:
    "Two files with texts for one locale leave open which of the texts is shown. Locales are the same in upper and lower case. " +
    "Move the texts into one file.",
  example: {
    beside: {
      "example.errors.yaml": "name: Example\nerrors:\n  NotFound: { status: 404, solution: Create it. }\n",
      "example.zh-CN.errors.yaml":
        "translates: ./example.errors.yaml\nlocale: zh-CN\nerrors:\n  NotFound: { solution: 请先创建。 }\n",
    },
    wrong: "translates: ./example.errors.yaml\nlocale: zh-cn\nerrors:\n  NotFound: { solution: 请先创建。 }\n",
    right: "translates: ./example.errors.yaml\nlocale: de\nerrors:\n  NotFound: { solution: Legen Sie es an. }\n",
  },
  reads: ["locale"],
  *check({ tables }) {
    for (const { translations } of tables) {
      for (const [loaded, first] of repetitions(translations, ({ translation }) => translation.locale.toLowerCase())) {
        yield {
          ...inTable(loaded, "locale"),
          message: `The table has a translation for "${loaded.translation.locale}" already.`,
          help: "Move the texts into one file, or correct the locale.",
          related: [{ ...inTable(first, "locale"), message: "The other translation is this one." }],
        };
      }
    }
  },
});

// Finds translations that differ.

import { namesText } from "../../../diagnostic/sentence-words.ts";
import { inTable } from "../../differences/change-places.ts";
import { defineChangeRule } from "../engine/change-rule.ts";

export const translationChanged = defineChangeRule({
  id: "translation-changed",
  level: "patch",
  side: "consumer",
  scope: "source",
  models: ["api-extractor", "AIP-193: LocalizedMessage"],
  compiles: true,
  summary: "The texts in another language differ.",
  explanation:
    "One finding for each language, which counts the errors. No program is hit: generated code formats and reads messages in the language of the table.",
  example: {
    old: "locale: en\nerrors:\n  Gone: { status: 410, message: is gone }\n",
    new: "locale: de\nerrors:\n  Gone: { status: 410, message: is gone }\n",
    fine: "locale: en\nerrors:\n  Gone: { status: 410, message: is gone, description: D }\n",
  },
  *find({ old, new: after, changed }) {
    const locales = new Set([...old.locales, ...after.locales]);
    for (const locale of locales) {
      const isOld = old.locales.includes(locale);
      const isNew = after.locales.includes(locale);
      const found = { part: locale, help: "Nothing has to be done.", where: inTable("locale") };
      if (isOld !== isNew) {
        yield {
          ...found,
          ...(isOld ? { old: locale } : { new: locale }),
          message: `The table has ${isNew ? "texts" : "no texts any more"} in the language "${locale}".`,
        };
        continue;
      }
      const isSame = (one: object, other: object) => JSON.stringify(one) === JSON.stringify(other);
      const translated = changed.filter(
        ({ old: before, new: now, cases }) =>
          !isSame(before.texts[locale] ?? {}, now.texts[locale] ?? {}) ||
          cases.some((pair) => !isSame(pair.old.texts[locale] ?? {}, pair.new.texts[locale] ?? {})),
      );
      const isTable = JSON.stringify(old.texts[locale]) !== JSON.stringify(after.texts[locale]);
      if (translated.length === 0 && !isTable) continue;
      const names = namesText(translated.slice(0, 3).map((pair) => pair.new.code));
      const more = translated.length > 3 ? ` and ${translated.length - 3} more` : "";
      yield {
        ...found,
        message: `The texts in the language "${locale}" differ${translated.length === 0 ? " for the table itself" : `: of ${names}${more}`}.`,
      };
    }
  },
});

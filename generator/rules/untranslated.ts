// A translation covers the texts of its table.
import type { LoadedTable, ResolvedError, ResolvedTable } from "../spec/resolve.ts";
import { count, inTable, list } from "./places.ts";
import type { Rule } from "./rule.ts";

export const untranslated: Rule = {
  id: "untranslated",
  severity: "warning",
  summary: "A translation covers every message, description and solution of the table.",
  explanation:
    "Where a text is missing in a language, readers get the table's own language. There is one finding per translation, with the " +
    "number of errors that lack a text. Internal errors need none.",
  example: {
    beside: {
      "example.errors.yaml":
        "name: Example\nerrors:\n  NotFound: { status: 404, description: Not there., solution: Create it. }\n",
    },
    wrong: "translates: ./example.errors.yaml\nlocale: de\nerrors:\n  NotFound: { description: Nicht da. }\n",
    right:
      "translates: ./example.errors.yaml\nlocale: de\nerrors:\n  NotFound: { description: Nicht da., solution: Legen Sie es an. }\n",
  },
  *check(table) {
    for (const { owner, locale, entries } of coverage(table)) {
      const due = entries.filter(isDue);
      const lacking = due.filter((entry) => lacks(entry, locale).length > 0);
      if (lacking.length === 0) continue;
      const document = owner.translations.find((one) => one.translation.locale === locale)?.document ?? owner.document;
      const share = Math.floor((100 * (due.length - lacking.length)) / due.length);
      const fields = [...new Set(lacking.flatMap((entry) => lacks(entry, locale)))];
      yield {
        ...inTable({ document }, "locale"),
        message: `The locale "${locale}" covers ${share} % of the errors: ${count(lacking.length, "error")} of ${due.length} ${lacking.length === 1 ? "lacks" : "lack"} a text, such as ${list(lacking.map(({ code }) => code))}.`,
        help: `Add the missing texts: ${fields.map((field) => `"${field}"`).join(", ")}.`,
      };
    }
  },
};

interface Coverage {
  readonly owner: LoadedTable;
  readonly locale: string;
  readonly entries: readonly ResolvedError[];
}

/** A locale of the root has to cover all that the root shows; one that only an imported table has, that table. */
function* coverage({ root, tables, entries }: ResolvedTable): Iterable<Coverage> {
  const locales = new Set(root.translations.map(({ translation }) => translation.locale));
  for (const locale of locales) yield { owner: root, locale, entries };
  for (const owner of tables) {
    if (owner === root) continue;
    const own = entries.filter((entry) => entry.owner === owner);
    for (const { translation } of owner.translations) {
      if (!locales.has(translation.locale)) yield { owner, locale: translation.locale, entries: own };
    }
  }
}

function isDue({ spec }: ResolvedError): boolean {
  return spec.audience !== "internal";
}

/** The fields that have a text in the table and none in the locale. A message without words needs no translation. */
function lacks({ spec, template, translations }: ResolvedError, locale: string): readonly string[] {
  const translated = translations.find((translation) => translation.locale === locale)?.spec;
  const tokens = template?.template.tokens ?? [];
  const hasWords = tokens.some((token) => token.kind === "literal" && /\p{L}/u.test(token.text));
  return (["message", "description", "solution"] as const).filter(
    (field) => spec[field] !== undefined && translated?.[field] === undefined && (field !== "message" || hasWords),
  );
}

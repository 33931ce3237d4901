// A translation covers the texts of its table.
import type { SpecDocument } from "../spec/document.ts";
import type { LoadedTable, ResolvedError, ResolvedTable } from "../spec/resolve.ts";
import { count, inTable, list } from "./places.ts";
import type { Rule } from "./rule.ts";
import { hasWords } from "./words.ts";

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
    for (const { owner, document, locale, entries } of coverage(table)) {
      const due = entries.filter(({ spec }) => spec.audience !== "internal");
      const fields = new Set<Field>();
      const lacking = due.filter((entry) => {
        const missing = lacks(entry, locale);
        for (const field of missing) fields.add(field);
        return missing.length > 0;
      });
      if (lacking.length === 0) continue;
      const share = Math.floor((100 * (due.length - lacking.length)) / due.length);
      const codes = list(lacking.map(({ code }) => code));
      yield {
        ...inTable({ document }, "locale"),
        message: `The locale "${locale}" covers ${share} % of the errors of "${owner.table.name}": ${lacking.length} of ${count(due.length, "error")} ${lacking.length === 1 ? "lacks" : "lack"} a text: ${codes}.`,
        help: `Add the missing texts: ${list([...fields])}.`,
      };
    }
  },
};

type Field = "message" | "description" | "solution";

interface Coverage {
  readonly owner: LoadedTable;
  readonly document: SpecDocument;
  readonly locale: string;
  readonly entries: readonly ResolvedError[];
}

/** A locale of the root has to cover all that the root shows; one that only an imported table has, that table. */
function* coverage({ root, tables, entries }: ResolvedTable): Iterable<Coverage> {
  const locales = new Set<string>();
  for (const { document, translation } of root.translations) {
    if (!locales.has(translation.locale)) yield { owner: root, document, locale: translation.locale, entries };
    locales.add(translation.locale);
  }
  for (const owner of tables) {
    if (owner === root) continue;
    const own = entries.filter((entry) => entry.owner === owner);
    for (const { document, translation } of owner.translations) {
      if (!locales.has(translation.locale)) yield { owner, document, locale: translation.locale, entries: own };
    }
  }
}

const NOTHING: readonly Field[] = [];

/** The fields that have a text in the table and none in the locale. A message without words needs no translation. */
function lacks({ spec, template, translations }: ResolvedError, locale: string): readonly Field[] {
  const translated = translations.find((translation) => translation.locale === locale)?.spec;
  const lacksField = (field: Field): boolean => spec[field] !== undefined && translated?.[field] === undefined;
  // Most entries are whole.
  const [message, description, solution] = [lacksField("message"), lacksField("description"), lacksField("solution")];
  if (!message && !description && !solution) return NOTHING;
  return [
    ...(message && hasWords(template?.template) ? (["message"] as const) : []),
    ...(description ? (["description"] as const) : []),
    ...(solution ? (["solution"] as const) : []),
  ];
}

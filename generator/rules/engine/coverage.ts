// A table and its translations become counts of the texts that each locale has.
import { TEXT_FIELDS } from "../../model/model.ts";
import type { LoadedTable, ResolvedCase, ResolvedError, ResolvedTable } from "../../reader/table/resolve.ts";
import type { SpecDocument } from "../../reader/yaml/document.ts";
import { hasWords } from "./words.ts";

export interface Coverage {
  readonly owner: LoadedTable;
  /** The translation. */
  readonly document: SpecDocument;
  readonly locale: string;
  /** The errors that need texts, which internal ones do not. */
  readonly due: number;
  /** Their texts, and those of their groups; and how many of them are there in the locale. */
  readonly texts: number;
  readonly translated: number;
  /** The codes and the groups that lack a text, and the fields that they lack. */
  readonly codes: readonly string[];
  readonly groups: readonly string[];
  readonly fields: readonly string[];
}

/** A locale of the root has to cover all that the root shows; one that only an imported table has, that table. */
export function* coverageOf({ root, tables, entries }: ResolvedTable): Iterable<Coverage> {
  const locales = new Set<string>();
  for (const { document, translation } of root.translations) {
    const { locale } = translation;
    if (!locales.has(locale)) yield coverage({ owner: root, document, locale }, tables, entries);
    locales.add(locale);
  }
  for (const owner of tables) {
    if (owner === root) continue;
    const own = entries.filter((entry) => entry.owner === owner);
    for (const { document, translation } of owner.translations) {
      const { locale } = translation;
      if (!locales.has(locale)) yield coverage({ owner, document, locale }, [owner], own);
    }
  }
}

type Subject = Pick<Coverage, "owner" | "document" | "locale">;

function coverage(subject: Subject, tables: readonly LoadedTable[], entries: readonly ResolvedError[]): Coverage {
  const due = entries.filter(({ spec }) => spec.audience !== "internal");
  const fields = new Set<string>();
  let texts = 0;
  let missing = 0;
  /** Counts the texts of an error or a group, and tells whether it lacks one. */
  const lacksText = (own: readonly Field[], translations: readonly { readonly [F in Field]?: string }[]): boolean => {
    const lacking = own.filter((field) => translations.every((one) => one[field] === undefined));
    texts += own.length;
    missing += lacking.length;
    for (const field of lacking) fields.add(field);
    return lacking.length > 0;
  };
  const lacking = due.filter((entry) => {
    const lacks = textsOf(entry).map(({ fields, translations }) => {
      const there = translations.find((one) => one.locale === subject.locale)?.spec;
      return lacksText(fields, there === undefined ? [] : [there]);
    });
    return lacks.includes(true);
  });
  const codes = lacking.map(({ code }) => code);
  const used = new Set(due.flatMap(({ spec }) => spec.group ?? []));
  const groups = [...used].filter((name) => {
    const listed = tables.flatMap(({ table }) => ownValue(table.groups, name) ?? []).at(-1);
    const own = GROUP_FIELDS.filter((field) => listed?.[field] !== undefined);
    return lacksText(own, groupTexts(tables, subject.locale, name));
  });
  return {
    ...subject,
    due: due.length,
    texts,
    translated: texts - missing,
    codes,
    groups,
    fields: ORDER.filter((field) => fields.has(field)),
  };
}

const FIELDS = ["message", ...TEXT_FIELDS] as const;
const GROUP_FIELDS = ["title", "description"] as const;
const ORDER: readonly string[] = [...new Set([...FIELDS, ...GROUP_FIELDS])];
type Field = (typeof FIELDS | typeof GROUP_FIELDS)[number];

interface OwnTexts {
  readonly fields: readonly (typeof FIELDS)[number][];
  readonly translations: ResolvedCase["translations"];
}

/** The texts of a row, and those of each of its cases; a row with cases has no message but theirs. */
function textsOf({ spec, cases, translations }: ResolvedError): readonly OwnTexts[] {
  const ofRow = TEXT_FIELDS.filter((field) => spec[field] !== undefined);
  const ofCases = cases.map(({ name, layers: [own], template, translations: ofCase }): OwnTexts => {
    const fields = FIELDS.filter((field) => own !== undefined && Object.hasOwn(own.fields, field));
    const needed = fields.filter((field) => field !== "message" || hasWords(template?.template));
    return {
      fields: name === undefined ? needed.filter((field) => field === "message") : needed,
      translations: ofCase,
    };
  });
  return [{ fields: ofRow, translations }, ...ofCases];
}

function groupTexts(tables: readonly LoadedTable[], locale: string, name: string) {
  const translations = tables.flatMap((table) => table.translations.map(({ translation }) => translation));
  return translations.flatMap((one) => (one.locale === locale ? (ownValue(one.groups, name) ?? []) : []));
}

function ownValue<Value>(record: Readonly<Record<string, Value>> = {}, name: string): Value | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}

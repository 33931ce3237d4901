// A table and its translations become counts of the texts that each locale has.

import { TEXT_FIELDS } from "../../model/model.ts";
import type { LoadedTable, ResolvedError, ResolvedTable } from "../../reader/table/resolve.ts";
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
  const codes: string[] = [];
  const groups: string[] = [];
  let texts = 0;
  let missing = 0;
  const add = (names: string[], name: string, own: readonly string[], lacking: readonly string[]): void => {
    texts += own.length;
    missing += lacking.length;
    for (const field of lacking) fields.add(field);
    if (lacking.length > 0) names.push(name);
  };
  const used = new Set<string>();
  for (const entry of due) {
    if (entry.spec.group !== undefined) used.add(entry.spec.group);
    const own = FIELDS.filter((field) => needsWords(entry, field));
    const there = entry.translations.find((one) => one.locale === subject.locale)?.spec;
    const lacking = own.filter((field) => there?.[field] === undefined);
    add(codes, entry.code, own, lacking);
  }
  for (const name of used) {
    const group = tables.toReversed().find(({ table }) => Object.hasOwn(table.groups ?? {}, name))?.table.groups?.[
      name
    ];
    const there = groupTexts(tables, subject.locale, name);
    const own = (["title", "description"] as const).filter((field) => group?.[field] !== undefined);
    add(
      groups,
      name,
      own,
      own.filter((field) => there.every((one) => one[field] === undefined)),
    );
  }
  return { ...subject, due: due.length, texts, translated: texts - missing, codes, groups, fields: [...fields] };
}

const FIELDS = ["message", ...TEXT_FIELDS] as const;

/** A message without words needs no translation. */
function needsWords({ spec, template }: ResolvedError, field: (typeof FIELDS)[number]): boolean {
  if (spec[field] === undefined) return false;
  return field !== "message" || hasWords(template?.template);
}

function groupTexts(tables: readonly LoadedTable[], locale: string, name: string) {
  return tables.flatMap(({ translations }) =>
    translations.flatMap(({ translation }) => {
      const groups = translation.locale === locale ? translation.groups : undefined;
      const group = groups !== undefined && Object.hasOwn(groups, name) ? groups[name] : undefined;
      return group === undefined ? [] : [group];
    }),
  );
}

// A table, its imports and its translations become one list of errors, each with its place.
import { type Kept, keepEach, memoize } from "../../diagnostic/memoize.ts";
import { membersOf } from "../../text/json/listed-members.ts";
import type { Entry } from "../spec.gen.ts";
import { componentsFrom } from "./import-groups.ts";
import {
  type LoadedTable,
  type LoadedTranslation,
  type ResolvedCase,
  type ResolvedError,
  type ResolvedTable,
  resolveError,
} from "./resolve.ts";
import { rowBasis } from "./row-basis.ts";

/** The rows of each table, as they were resolved last. */
export type ResolveMemory = WeakMap<LoadedTable, Kept<ResolvedError>>;

/** With a memory, the rows that are as they were before are the same objects as before. */
export function resolveTable(root: LoadedTable, memory?: ResolveMemory): ResolvedTable {
  return resolveBy(root, (owner, translations) => resolveErrors(owner, translations, memory));
}

/** The errors of each table as something else resolves them, with the translations that they have in the root. */
export function resolveBy(
  root: LoadedTable,
  errorsOf: (owner: LoadedTable, translations: readonly LoadedTranslation[]) => readonly ResolvedError[],
): ResolvedTable {
  const tables = tablesOf(root);
  const entries = tables.flatMap((table) => errorsOf(table, translationsOf(table, root)));
  return {
    root,
    tables,
    entries,
    // A key in a large table leaves them unread.
    get errors() {
      return errorsByCode(entries);
    },
    get cases() {
      return casesOf(entries);
    },
  };
}

const errorsByCode = memoize((entries: readonly ResolvedError[]): ReadonlyMap<string, ResolvedError> => {
  const errors = new Map<string, ResolvedError>();
  for (const entry of entries) if (!errors.has(entry.code)) errors.set(entry.code, entry);
  return errors;
});

const casesOf = memoize((entries: readonly ResolvedError[]): readonly ResolvedCase[] =>
  entries.flatMap((entry) => entry.cases),
);

/** Imported tables come first, each once, however many import it. */
export function tablesOf(root: LoadedTable): readonly LoadedTable[] {
  return componentsFrom(root, ({ imports }) => imports).flat();
}

/** The translations of an imported table come first; the importing table may add locales. */
export function translationsOf(owner: LoadedTable, root: LoadedTable): readonly LoadedTranslation[] {
  const own = new Set(owner.translations.map(({ translation }) => translation.locale));
  const added = root.translations.filter(({ translation }) => !own.has(translation.locale));
  return [...owner.translations, ...added];
}

function resolveErrors(
  owner: LoadedTable,
  translations: readonly LoadedTranslation[],
  memory?: ResolveMemory,
): readonly ResolvedError[] {
  const rows = membersOf(owner.table.errors);
  const resolve = (code: string, row: Entry): ResolvedError => resolveError(code, row, owner, translations);
  if (memory === undefined) return rows.map(([code, row]) => resolve(code, row));
  const { defaults, placeholders } = owner.table;
  const basis = [defaults, placeholders, ...translations.flatMap((one) => [one.document, one.translation.locale])];
  const basisOfRow = (code: string, row: Entry) => rowBasis(code, row, owner.table, translations);
  const kept = keepEach(rows, memory.get(owner), basis, basisOfRow, resolve);
  memory.set(owner, kept);
  return kept.values;
}

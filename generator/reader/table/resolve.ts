// A table, its imports and its translations become one list of errors, each with its place.
import { readTemplate } from "../../template/read-template.ts";
import type { TemplateReading } from "../../template/template.ts";
import type { Path } from "../../text/json/pointer.ts";
import type { Broken } from "../broken.ts";
import type { Entry, Table, Translation } from "../spec.gen.ts";
import type { SpecDocument } from "../yaml/document.ts";
import { componentsFrom } from "./import-groups.ts";

export function resolveTable(root: LoadedTable): ResolvedTable {
  const tables = flatten(root);
  const entries = tables.flatMap((table) => resolveErrors(table, root));
  const errors = new Map<string, ResolvedError>();
  for (const entry of entries) if (!errors.has(entry.code)) errors.set(entry.code, entry);
  return { root, tables, errors, entries };
}

/** Imported tables come first, each once, however many import it. */
function flatten(root: LoadedTable): readonly LoadedTable[] {
  return componentsFrom(root, ({ imports }) => imports).flat();
}

function resolveErrors(owner: LoadedTable, root: LoadedTable): readonly ResolvedError[] {
  // The translations of an imported table come first; the importing table may add locales.
  const own = new Set(owner.translations.map(({ translation }) => translation.locale));
  const added = root.translations.filter(({ translation }) => !own.has(translation.locale));
  const translations = [...owner.translations, ...added];
  return Object.entries(owner.table.errors).map(([code, spec]) => ({
    code,
    spec,
    owner,
    path: ["errors", code],
    ...(spec.message === undefined ? {} : { template: readTemplate(spec.message) }),
    translations: translations.flatMap((translation) => resolveTranslation(code, translation)),
  }));
}

function resolveTranslation(
  code: string,
  { document, translation }: LoadedTranslation,
): readonly ResolvedTranslation[] {
  const spec = translation.errors?.[code];
  if (spec === undefined) return [];
  const template = spec.message === undefined ? {} : { template: readTemplate(spec.message) };
  return [{ locale: translation.locale, document, path: ["errors", code], spec, ...template }];
}

/** A table as read from disk, valid against the schema. */
export interface LoadedTable {
  readonly document: SpecDocument;
  readonly table: Table;
  readonly translations: readonly LoadedTranslation[];
  /** In the order of `imports`; never cyclic. */
  readonly imports: readonly LoadedTable[];
  readonly broken: Broken;
}

export interface LoadedTranslation {
  readonly document: SpecDocument;
  readonly translation: Translation;
  readonly broken: Broken;
}

/** The rules check it, and the model is built from it. */
export interface ResolvedTable {
  readonly root: LoadedTable;
  /** The root and all that it imports, each once; imported tables come before the tables that import them. */
  readonly tables: readonly LoadedTable[];
  /** By code. The table's own errors and those of its imports; where a code stands twice, the first one. */
  readonly errors: ReadonlyMap<string, ResolvedError>;
  /** Every entry, also those that repeat a code of another file. */
  readonly entries: readonly ResolvedError[];
}

export interface ResolvedError {
  readonly code: string;
  readonly spec: Entry;
  readonly owner: LoadedTable;
  /** ["errors", code] in `owner.document`. */
  readonly path: Path;
  /** Absent where there is no message. */
  readonly template?: TemplateReading;
  readonly translations: readonly ResolvedTranslation[];
}

export interface ResolvedTranslation {
  readonly locale: string;
  readonly document: SpecDocument;
  /** ["errors", code] in `document`. */
  readonly path: Path;
  readonly spec: NonNullable<Translation["errors"]>[string];
  readonly template?: TemplateReading;
}

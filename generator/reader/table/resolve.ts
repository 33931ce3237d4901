// A row and its translations become an error whose parts have their places.
import { caseName } from "../../diagnostic/case-name.ts";
import { readTemplate, type TemplateContext } from "../../template/read-template.ts";
import type { TemplateReading } from "../../template/template.ts";
import type { Path } from "../../text/json/pointer.ts";
import type { Broken } from "../broken.ts";
import type { Case, Entry, Table, Translation } from "../spec.gen.ts";
import type { SpecDocument } from "../yaml/document.ts";

/** With the fields of the table's defaults, and with the texts of its translations. */
export function resolveError(
  code: string,
  row: Entry,
  owner: LoadedTable,
  translations: readonly LoadedTranslation[],
): ResolvedError {
  const { defaults, placeholders } = owner.table;
  const path = ["errors", code];
  const layers: readonly Layer[] = [
    { path, fields: row },
    ...(defaults === undefined ? [] : [{ path: ["defaults"], fields: defaults }]),
  ];
  const spec = defaults === undefined ? row : { ...defaults, ...row };
  const context = { placeholders, params: spec.params };
  const { template } = templateOf(spec.message, context);
  const original = { ...context, original: template?.template };
  const error: ResolvedCase = {
    code,
    spec,
    owner,
    layers,
    path,
    ...(template === undefined ? {} : { template }),
    translations: translations.flatMap((translation) => resolveTranslation(code, translation, original)),
  };
  const cases = Object.entries(row.cases ?? {}).map(([name, own]) => resolveCase(error, name, own, translations));
  if (cases.length > 0) return { ...error, cases };
  // Without cases the row is the only case itself.
  const single: { cases: readonly ResolvedCase[] } & ResolvedCase = { ...error, cases: [] };
  single.cases = [single];
  return single;
}

/** The params and the examples of a row belong to its message, and the place of its details to its details. Constants complete those of the row. */
function resolveCase(
  error: ResolvedCase,
  name: string,
  own: Case,
  translations: readonly LoadedTranslation[],
): ResolvedCase {
  const { params, examples, ...row } = error.spec;
  const { at: _, ...withoutPlace } = row;
  const base = own.details === undefined ? row : withoutPlace;
  const ofMessage = {
    ...(params === undefined ? {} : { params }),
    ...(examples === undefined ? {} : { examples }),
  };
  const constants = { ...row.constants, ...own.constants };
  const spec = {
    ...base,
    ...(own.message === undefined ? ofMessage : {}),
    ...own,
    ...(Object.keys(constants).length === 0 ? {} : { constants }),
  };
  const path = [...error.path, "cases", name];
  const context = { placeholders: error.owner.table.placeholders, params: spec.params };
  const { template } = own.message === undefined ? error : templateOf(own.message, context);
  const original = { ...context, original: template?.template };
  return {
    ...error,
    name,
    spec,
    path,
    layers: [{ path, fields: own }, ...error.layers],
    ...(template === undefined ? {} : { template }),
    translations: translations.flatMap((translation) =>
      translatedCase(translation, error, name, own.message === undefined ? undefined : original),
    ),
  };
}

/** With the context of a message of its own, the case is translated as itself; else its message is that of the row. */
function translatedCase(
  { document, translation }: LoadedTranslation,
  { code, owner, translations }: ResolvedCase,
  name: string,
  context: TemplateContext | undefined,
): readonly ResolvedTranslation[] {
  const { locale, errors = {} } = translation;
  const short = caseName(code, name);
  const isShort = !Object.hasOwn(owner.table.errors, short) && Object.hasOwn(errors, short);
  const [own, path] = isShort
    ? [errors[short], ["errors", short]]
    : [errors[code]?.cases?.[name], ["errors", code, "cases", name]];
  const row = translations.find((one) => one.document === document);
  if (own === undefined && row === undefined) return [];
  if (context !== undefined) return [{ locale, document, path, spec: own ?? {}, ...templateOf(own?.message, context) }];
  const message = row?.spec.message === undefined ? {} : { message: row.spec.message };
  const template = row?.template === undefined ? {} : { template: row.template };
  const { message: _, ...texts } = own ?? {};
  return [{ locale, document, path: row?.path ?? path, spec: { ...texts, ...message }, ...template }];
}

function templateOf(message: string | undefined, context: TemplateContext): { readonly template?: TemplateReading } {
  return message === undefined ? {} : { template: readTemplate(message, context) };
}

function resolveTranslation(
  code: string,
  { document, translation }: LoadedTranslation,
  original: TemplateContext,
): readonly ResolvedTranslation[] {
  const spec = translation.errors?.[code];
  if (spec === undefined) return [];
  return [
    { locale: translation.locale, document, path: ["errors", code], spec, ...templateOf(spec.message, original) },
  ];
}

/** The statuses that an entry or a case states. */
export function statusesOf({ spec: { status } }: ResolvedCase): readonly number[] {
  return typeof status === "number" ? [status] : (status ?? []);
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
  /** Every entry, also one that repeats a code of another file. */
  readonly entries: readonly ResolvedError[];
  /** The cases of all entries; an entry without cases is its own only case. */
  readonly cases: readonly ResolvedCase[];
}

/** A row of the table. Its fields are filled from the table's defaults. */
export interface ResolvedError extends ResolvedCase {
  /** At least one. */
  readonly cases: readonly ResolvedCase[];
}

/** A row, or a case of it whose fields are filled from the row. */
export interface ResolvedCase {
  readonly code: string;
  /** The name of a case; absent for a row. */
  readonly name?: string;
  readonly spec: Entry;
  readonly owner: LoadedTable;
  /** The sources of the fields in `owner.document`, the nearest first. */
  readonly layers: readonly Layer[];
  /** The path of the nearest layer: ["errors", code], or ["errors", code, "cases", name]. */
  readonly path: Path;
  /** Absent where there is no message. */
  readonly template?: TemplateReading;
  readonly translations: readonly ResolvedTranslation[];
}

export interface Layer {
  readonly path: Path;
  readonly fields: object;
}

export interface ResolvedTranslation {
  readonly locale: string;
  readonly document: SpecDocument;
  /** Of the map that holds the message, in `document`: ["errors", code]. */
  readonly path: Path;
  readonly spec: TranslatedTexts;
  readonly template?: TemplateReading;
}

export type TranslatedTexts = NonNullable<Translation["errors"]>[string];

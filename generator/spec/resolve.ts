// A table, its imports and its translations become one list of errors, each with the place that it came from.
import type { Template } from "../model/template.ts";
import type { Path, SpecDocument } from "./document.ts";
import type { Entry, Table, Translation } from "./spec.gen.ts";

/** A table as read from disk, valid against the schema. */
export interface LoadedTable {
  readonly document: SpecDocument;
  readonly table: Table;
  readonly translations: readonly LoadedTranslation[];
  /** In the order of `imports`; never cyclic. */
  readonly imports: readonly LoadedTable[];
}

export interface LoadedTranslation {
  readonly document: SpecDocument;
  readonly translation: Translation;
}

/** What the rules check and what the model is built from. */
export interface ResolvedTable {
  readonly root: LoadedTable;
  /** The root and all that it imports, each once; imported tables come before those that import them. */
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

export interface TemplateReading {
  readonly template: Template;
  readonly problems: readonly TemplateProblem[];
}

/** What is wrong with a directive, and where in the template it stands (UTF-16 units). */
export interface TemplateProblem {
  readonly message: string;
  readonly help: string;
  readonly offset: number;
  readonly length: number;
}

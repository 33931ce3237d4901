// The code that a person names becomes the file that has its row, and changes of several files become their new texts, or the reason why not.
import { type Checked, compareText, type Diagnostic } from "../diagnostic/diagnostic.ts";
import { createHinter } from "../diagnostic/suggest.ts";
import type { NamedError } from "../reader/table/answered-errors.ts";
import type { LoadedTable } from "../reader/table/resolve.ts";
import type { SpecDocument } from "../reader/yaml/document.ts";
import { closureOf, fieldOf, fieldsOf } from "./closure.ts";
import { type CodePlace, ownersOf } from "./code-places.ts";
import { type ChangedFile, changeDocument, type DocumentChange } from "./document-changes.ts";
import { refactorError } from "./refactor-kinds.ts";

export interface Refactoring {
  /** The file that has, or had, the row. */
  readonly owner: SpecDocument;
  /** By path: all of them, or none. */
  readonly files: readonly ChangedFile[];
  /** Every place that named the code. */
  readonly places: readonly CodePlace[];
}

/** The only file with a row of the code, or the finding that there is none, or several. With `path` only that file counts. */
export function ownerOf(tables: readonly LoadedTable[], error: NamedError, path?: string): SpecDocument | Diagnostic {
  const all = ownersOf(tables, error.code);
  const owners = path === undefined ? all : all.filter(({ source }) => source.path === path);
  const [owner, other] = owners;
  if (owner === undefined) return unknownCode(tables, error.code);
  if (other !== undefined) {
    const [first, ...rest] = owners.map((document) => rowPlace(document, error.code));
    const names = owners.map(({ source }) => `"${source.path}"`).join(", ");
    const message = `Several tables have the code "${error.code}": ${names}.`;
    const related = rest.map((place) => ({ place, message: `"${error.code}" has another row here.` }));
    return refactorError("refactor-ambiguous-code", first ?? rowPlace(owner, ""), message, AMBIGUOUS_HELP, related);
  }
  const cases = fieldsOf(fieldOf(fieldOf(fieldOf(owner.data, "errors"), error.code), "cases")).map(([name]) => name);
  if (error.case === undefined || cases.includes(error.case)) return owner;
  const message = `The error "${error.code}" has no case "${error.case}".`;
  const help = createHinter(cases)(error.case) ?? "Name the code alone, or one of its cases.";
  return refactorError("refactor-unknown-code", rowPlace(owner, error.code), message, help);
}

const AMBIGUOUS_HELP = "Name the table that is meant: --table with one of these files.";

function unknownCode(tables: readonly LoadedTable[], code: string): Diagnostic {
  const [first] = tables;
  if (first === undefined) throw new Error("A code is looked up in at least one table.");
  const closures = tables.map(closureOf);
  for (const { document } of closures.flatMap((closure) => closure.tables)) {
    if (fieldOf(fieldOf(document.data, "retired"), code) === undefined) continue;
    const place = { source: document.source, span: document.keySpan(["retired", code]) };
    return refactorError(
      "refactor-unknown-code",
      place,
      `The code "${code}" is retired already.`,
      "Name a code that is in use.",
    );
  }
  const known = closures.flatMap(({ errors }) => [...errors.keys()]);
  const place = { source: first.document.source, span: first.document.keySpan(["errors"]) };
  const where = tables.length === 1 ? `the table "${first.table.name}"` : "any table";
  const help =
    createHinter(known)(code) ?? "Name a code as the table spells it; its case, as in Code.case, may follow.";
  return refactorError("refactor-unknown-code", place, `The code "${code}" is not in ${where}.`, help);
}

function rowPlace(document: SpecDocument, code: string) {
  return { source: document.source, span: document.keySpan(["errors", code]) };
}

/** A name as people write it, "Denied" or "Denied.quota", where the first is a code of a table. */
export function errorOfName(tables: readonly LoadedTable[], name: string): NamedError {
  const dot = name.lastIndexOf(".");
  const [code, ofCase] = [name.slice(0, Math.max(dot, 0)), name.slice(dot + 1)];
  const isCode = (one: string): boolean => tables.some((table) => closureOf(table).errors.has(one));
  const isCase = dot > 0 && !isCode(name) && isCode(code) && ofCase !== "";
  const hasCases = tables.some((table) => (closureOf(table).errors.get(code)?.cases.length ?? 0) > 0);
  return isCase && hasCases ? { code, case: ofCase } : { code: name };
}

export type ChangesOf = Map<SpecDocument, DocumentChange[]>;

export function addChanges(changes: ChangesOf, document: SpecDocument, more: readonly DocumentChange[]): void {
  changes.set(document, [...(changes.get(document) ?? []), ...more]);
}

export function refactoringOf(
  changes: ChangesOf,
  owner: SpecDocument,
  places: readonly CodePlace[],
): Checked<Refactoring> {
  const { value: files, diagnostics } = changedFiles(changes);
  return { value: files && { owner, files, places }, diagnostics };
}

/** By path: all of them, or none. */
export function changedFiles(changes: ChangesOf): Checked<readonly ChangedFile[]> {
  const changed = Array.from(changes, ([document, ofDocument]) => changeDocument(document, ofDocument));
  const diagnostics = changed.filter((one) => "severity" in one);
  if (diagnostics.length > 0) return { value: undefined, diagnostics };
  const files = changed.filter((one) => "text" in one).toSorted((a, b) => compareText(a.source.path, b.source.path));
  return { value: files, diagnostics };
}

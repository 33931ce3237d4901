// A table that is mostly the same as another one is resolved with the errors of the other one, where these are made of the same rows.
import { areSame } from "../../diagnostic/memoize.ts";
import { membersOf } from "../../text/json/listed-members.ts";
import type { SpecDocument } from "../yaml/document.ts";
import {
  type LoadedTable,
  type ResolvedCase,
  type ResolvedError,
  type ResolvedTable,
  resolveError,
} from "./resolve.ts";
import { resolveBy, resolveTable, tablesOf, translationsOf } from "./resolve-tables.ts";
import { rowBasis } from "./row-basis.ts";

export interface ResolvedLike {
  readonly table: ResolvedTable;
  /** The errors that are those of the other table: all that they are made of, and that rules for one error look at, is the same. */
  readonly shared: ReadonlySet<ResolvedError>;
}

/** Rows of both are one object where their texts are the same, because of `specFilesLike`. The table is the same without the other one. */
export function resolveLike(root: LoadedTable, other: ResolvedTable): ResolvedLike {
  const shared = new Set<ResolvedError>();
  const tables = tablesOf(root);
  const pairs = new Map(tables.map((table, index) => [table, other.tables[index]]));
  const isLike =
    tables.length === other.tables.length && [...pairs].every(([one, two]) => two && hasSameFields(one, two));
  if (!isLike) return { table: resolveTable(root), shared };
  const table = resolveBy(root, (owner, translations) => {
    const its = pairs.get(owner) ?? owner;
    const before = translationsOf(its, other.root);
    const documents = new Map(
      before.map(({ document }, index) => [document, translations[index]?.document ?? document]),
    );
    const errors = new Map(other.entries.filter((one) => one.owner === its).map((one) => [one.code, one]));
    return membersOf(owner.table.errors).map(([code, row]) => {
      const twin = errors.get(code);
      const isSame =
        twin !== undefined &&
        its.table.errors[code] === row &&
        areSameBases(rowBasis(code, row, owner.table, translations), rowBasis(code, row, its.table, before));
      if (!isSame) return resolveError(code, row, owner, translations);
      const error = movedError(twin, owner, documents);
      shared.add(error);
      return error;
    });
  });
  return { table, shared };
}

/** Fields at the top that tell nothing of one error. */
const OF_TABLE: ReadonlySet<string> = new Set(["errors", "operations", "retired", "version", "title", "description"]);

function hasSameFields(one: LoadedTable, other: LoadedTable): boolean {
  return (
    textOfFields(one.table) === textOfFields(other.table) &&
    one.translations.length === other.translations.length &&
    one.translations.every(
      ({ translation }, index) => textOfFields(translation) === textOfFields(other.translations[index]?.translation),
    )
  );
}

function textOfFields(fields: object = {}): string {
  return JSON.stringify(Object.entries(fields).filter(([name]) => !OF_TABLE.has(name)));
}

function areSameBases(one: unknown, other: unknown): boolean {
  return one === other || (Array.isArray(one) && Array.isArray(other) && areSame(one, other));
}

function movedError(
  error: ResolvedError,
  owner: LoadedTable,
  documents: ReadonlyMap<SpecDocument, SpecDocument>,
): ResolvedError {
  const move = <One extends ResolvedCase>(one: One): One => ({
    ...one,
    owner,
    translations: one.translations.map((each) => ({
      ...each,
      document: documents.get(each.document) ?? each.document,
    })),
  });
  const isSingle = error.cases[0] === error;
  const moved: { cases: readonly ResolvedCase[] } & ResolvedCase = {
    ...move(error),
    cases: isSingle ? [] : error.cases.map(move),
  };
  if (isSingle) moved.cases = [moved];
  return moved;
}

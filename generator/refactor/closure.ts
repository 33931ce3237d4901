// Tables become groups in which names of errors have one meaning: a table with all that it imports.
import { memoize } from "../diagnostic/memoize.ts";
import { componentsFrom } from "../reader/table/import-groups.ts";
import type { LoadedTable } from "../reader/table/resolve.ts";
import type { SpecDocument } from "../reader/yaml/document.ts";

export interface Closure {
  readonly root: LoadedTable;
  /** The root and all that it imports, each once; imported tables come first. */
  readonly tables: readonly LoadedTable[];
  /** By code; where a code stands twice, the first one. */
  readonly errors: ReadonlyMap<string, OwnedError>;
}

/** A row, valid or not. */
export interface OwnedError {
  readonly code: string;
  readonly spec: { readonly identifier?: string };
  readonly cases: readonly { readonly name: string }[];
  readonly document: SpecDocument;
}

export const closureOf = memoize((root: LoadedTable): Closure => {
  const tables = componentsFrom(root, ({ imports }) => imports).flat();
  const errors = new Map<string, OwnedError>();
  for (const { document } of tables) {
    for (const [code, row] of fieldsOf(fieldOf(document.data, "errors"))) {
      const identifier = fieldOf(row, "identifier");
      const cases = fieldsOf(fieldOf(row, "cases")).map(([name]) => ({ name }));
      const spec = typeof identifier === "string" ? { identifier } : {};
      if (!errors.has(code)) errors.set(code, { code, spec, cases, document });
    }
  }
  return { root, tables, errors };
});

/** The members of a map, of whatever form the file is; none where the value is no map. */
export function fieldsOf(value: unknown): readonly (readonly [string, unknown])[] {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? Object.entries(value) : [];
}

export function fieldOf(value: unknown, name: string): unknown {
  return fieldsOf(value).find(([one]) => one === name)?.[1];
}

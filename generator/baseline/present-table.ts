// A table of now, whose older versions are looked for.
import type { CheckedTable } from "../compile.ts";
import type { Model } from "../model/model.ts";
import type { ResolvedTable } from "../reader/table/resolve.ts";

export interface PresentTable {
  /** Absolute. */
  readonly path: string;
  readonly name: string;
  readonly codes: readonly string[];
  /** Older versions are read in less time where it is given. */
  readonly checked?: CheckedTable;
}

export function presentTable(path: string, model: Model, table?: ResolvedTable): PresentTable {
  const { name, errors } = model;
  return { path, name, codes: errors.map(({ code }) => code), ...(table && { checked: { table, model } }) };
}

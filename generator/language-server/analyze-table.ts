// A table becomes its findings and its resolved form; where no file of it has changed, those of before are taken.
import type { Diagnostic } from "../diagnostic/diagnostic.ts";
import { loadTable } from "../reader/table/load.ts";
import { type ResolvedTable, resolveTable } from "../reader/table/resolve.ts";
import type { SpecFiles } from "../reader/table/spec-files.ts";
import { runRules, type Severities } from "../rules/run.ts";
import { type RecordedFiles, recordFiles } from "./kept-files.ts";

export interface AnalyzedTable {
  readonly path: string;
  /** Of this table, in any order. */
  readonly diagnostics: readonly Diagnostic[];
  /** Undefined where the file is no table at all. It may have errors. */
  readonly table: ResolvedTable | undefined;
  /** The last one that there was: names are offered from it while the file is no table. */
  readonly lastTable: ResolvedTable | undefined;
  /** A bug, which leaves the table without findings. */
  readonly error?: unknown;
  readonly severities: Severities;
  readonly record: RecordedFiles;
}

export function analyzeTable(
  path: string,
  files: SpecFiles,
  severities: Severities,
  before: AnalyzedTable | undefined,
): AnalyzedTable {
  if (before !== undefined && sameSeverities(before.severities, severities) && before.record.isSame(files))
    return before;
  const record = recordFiles(files);
  const lastTable = before?.lastTable;
  const nothing = { path, diagnostics: [], table: undefined, lastTable, severities, record };
  try {
    return { ...nothing, ...checkTable(path, record.files, severities) };
  } catch (error) {
    return { ...nothing, error };
  }
}

function checkTable(
  path: string,
  files: SpecFiles,
  severities: Severities,
): Pick<AnalyzedTable, "diagnostics"> & Partial<AnalyzedTable> {
  const loaded = loadTable(path, files.host, files);
  if (loaded.value === undefined) return { diagnostics: loaded.diagnostics };
  const table = resolveTable(loaded.value);
  return { diagnostics: [...loaded.diagnostics, ...runRules(table, severities)], table, lastTable: table };
}

function sameSeverities(a: Severities, b: Severities): boolean {
  return JSON.stringify(Object.entries(a).toSorted()) === JSON.stringify(Object.entries(b).toSorted());
}

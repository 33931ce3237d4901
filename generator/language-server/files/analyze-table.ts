// A table becomes its findings and its resolved form; where no file of it has changed, those of before are taken.
import type { Diagnostic } from "../../diagnostic/diagnostic.ts";
import { loadTable } from "../../reader/table/load.ts";
import type { ResolvedTable } from "../../reader/table/resolve.ts";
import { type ResolveMemory, resolveTable } from "../../reader/table/resolve-tables.ts";
import type { SpecFiles } from "../../reader/table/spec-files.ts";
import type { FindingMemory } from "../../rules/engine/kept-findings.ts";
import { rules as allRules } from "../../rules/index.ts";
import { runRules, type Severities } from "../../rules/run.ts";
import { type RecordedFiles, recordFiles } from "./kept-files.ts";
import { type LiveMemory, liveTable, newLiveMemory } from "./live-tables.ts";

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
  readonly memory: TableMemory;
}

/** The findings and readings of a table that its next state may keep. */
interface TableMemory {
  readonly live: LiveMemory;
  readonly resolved: ResolveMemory;
  readonly findings: FindingMemory;
}

export function analyzeTable(
  path: string,
  files: SpecFiles,
  severities: Severities,
  before: AnalyzedTable | undefined,
): AnalyzedTable {
  const isSame = before !== undefined && sameSeverities(before.severities, severities);
  if (isSame && before.record.isSame(files)) return before;
  const record = recordFiles(files);
  const lastTable = before?.lastTable;
  const memory = isSame && before.error === undefined ? before.memory : newMemory();
  const nothing = { path, diagnostics: [], table: undefined, lastTable, severities, record, memory };
  try {
    return { ...nothing, ...checkTable(path, record.files, severities, memory) };
  } catch (error) {
    return { ...nothing, error };
  }
}

function checkTable(
  path: string,
  files: SpecFiles,
  severities: Severities,
  { live, resolved, findings }: TableMemory,
): Pick<AnalyzedTable, "diagnostics"> & Partial<AnalyzedTable> {
  const loaded = loadTable(path, files.host, files);
  if (loaded.value === undefined) return { diagnostics: loaded.diagnostics };
  const table = resolveTable(liveTable(loaded.value, live), resolved);
  const found = runRules(table, severities, allRules, findings);
  return { diagnostics: [...loaded.diagnostics, ...found], table, lastTable: table };
}

function newMemory(): TableMemory {
  return { live: newLiveMemory(), resolved: new WeakMap(), findings: {} };
}

function sameSeverities(a: Severities, b: Severities): boolean {
  return JSON.stringify(Object.entries(a).toSorted()) === JSON.stringify(Object.entries(b).toSorted());
}

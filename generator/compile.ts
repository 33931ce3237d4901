// The pipeline on one screen: text → document → table → findings → model → artifacts → files. Pure but for what the host reads.

import { type Diagnostic, hasErrors, sortDiagnostics } from "./diagnostic/diagnostic.ts";
import { buildModel } from "./model/build.ts";
import type { Model } from "./model/model.ts";
import type { OutputFile } from "./output/output-file.ts";
import type { TargetRequest } from "./products/index.ts";
import { type Maker, make } from "./products/make.ts";
import type { Host } from "./reader/host.ts";
import { loadTable } from "./reader/table/load.ts";
import { type ResolvedTable, resolveTable } from "./reader/table/resolve.ts";
import { specFiles } from "./reader/table/spec-files.ts";
import { runRules, type Severities } from "./rules/engine/run.ts";

export interface CompileRequest {
  /** Absolute paths of tables to check; those of the targets are checked anyway. */
  readonly tables: readonly string[];
  readonly targets: readonly TargetRequest[];
  /** Severities that differ from the rules' own. */
  readonly severities?: Severities;
  /** Makes products elsewhere, for callers who have a thread for it. */
  readonly make?: Maker;
  /** Told what is being done, for people who wait. */
  readonly onStage?: (stage: string) => void;
}

export interface Compilation {
  /** Sorted by place. With any error among them there are no outputs at all. */
  readonly diagnostics: readonly Diagnostic[];
  /** One entry per target, in the order of the request. */
  readonly outputs: readonly (readonly OutputFile[])[];
  /** The models by the path of their table. */
  readonly models: ReadonlyMap<string, Model>;
}

export async function compile(request: CompileRequest, host: Host): Promise<Compilation> {
  const { diagnostics, models } = check(request, host);
  if (hasErrors(diagnostics)) return { diagnostics, outputs: [], models };
  const outputs: Promise<readonly OutputFile[]>[] = [];
  for (const { tablePath, product } of request.targets) {
    const model = models.get(tablePath);
    if (model === undefined) throw new Error(`The table ${tablePath} has neither a model nor an error.`);
    request.onStage?.(`Making ${product.kind}`);
    // What is made elsewhere is not waited for: meanwhile the next product is made.
    const made = (request.make ?? make)(product, model);
    // Should it fail before it is waited for, that is told where it is.
    made.catch(() => undefined);
    outputs.push(made);
  }
  return { diagnostics, outputs: await Promise.all(outputs), models };
}

/** The first half: what people wrote is read and checked, and nothing is made of it. */
export function check(request: CompileRequest, host: Host): Omit<Compilation, "outputs"> {
  const { diagnostics, tables } = readTables(request, host);
  return { diagnostics, models: new Map(Array.from(tables, ([path, table]) => [path, buildModel(table)])) };
}

export interface TablesRead {
  /** Sorted by place. */
  readonly diagnostics: readonly Diagnostic[];
  /** By path; tables with an error are left out. */
  readonly tables: ReadonlyMap<string, ResolvedTable>;
}

/** As far as findings go: whoever wants no more than these needs no model. */
export function readTables(request: CompileRequest, host: Host): TablesRead {
  const diagnostics = new Map<string, Diagnostic>();
  const tables = new Map<string, ResolvedTable>();
  const files = specFiles(host);
  for (const path of new Set([...request.tables, ...request.targets.map((target) => target.tablePath)])) {
    request.onStage?.(`Reading ${host.show(path)}`);
    const loaded = loadTable(path, host, files);
    const found = [...loaded.diagnostics];
    if (loaded.value !== undefined) {
      const table = resolveTable(loaded.value);
      found.push(...runRules(table, request.severities ?? {}));
      if (!hasErrors(found)) tables.set(path, table);
    }
    // Two tables that import the same one find the same things in it.
    for (const diagnostic of found) diagnostics.set(identity(diagnostic), diagnostic);
  }
  return { diagnostics: sortDiagnostics([...diagnostics.values()]), tables };
}

function identity({ code, message, place }: Diagnostic): string {
  return JSON.stringify([place.source.path, place.span.start, place.span.end, code, message]);
}

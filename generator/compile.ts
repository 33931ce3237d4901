// The pipeline on one screen. It is pure: only the host reads, and only output/ writes.
//
//   text → SpecDocument → ResolvedTable → Diagnostic[] → Model → Artifact[] → OutputFile[] → Plan → disk
//
//   text → SpecDocument    parse     reader/yaml/
//   → ResolvedTable        validate  reader/validate.ts, then reader/table/ resolves imports and translations
//   → Diagnostic[]         check     rules/
//   → Model                build     model/build.ts
//   Model → Artifact[]     emit      products/
//   Artifact → OutputFile  render    products/render.ts, which calls text/ and products/typescript/printer/
//   OutputFile[] → Plan    plan      output/plan/plan.ts, called by the commands generate, check and diff
//   Plan → disk            apply     output/write/apply.ts
//
// The table "Change it" of generator/README.md names every file of a change. In short:
// A new field: spec/errtable.schema.json, model/model.ts, and the products that show it.
// A new rule: a file in a folder of rules/, and its entry in rules/index.ts.
// A new product: a folder in products/, its entry in products/index.ts, its options in spec/errtable.config.schema.json.
// A new report format: a file in report/, and its entry in report/index.ts.
import { type Diagnostic, hasErrors, sortDiagnostics, uniqueDiagnostics } from "./diagnostic/diagnostic.ts";
import { buildModel } from "./model/build.ts";
import type { Model } from "./model/model.ts";
import type { OutputFile } from "./output/state/target.ts";
import { makeFiles, type Product, type SettledProduct, settle, type TargetRequest } from "./products/index.ts";
import type { Host } from "./reader/host.ts";
import { loadTable } from "./reader/table/load.ts";
import type { ResolvedError, ResolvedTable } from "./reader/table/resolve.ts";
import { resolveLike } from "./reader/table/resolve-like.ts";
import { resolveTable } from "./reader/table/resolve-tables.ts";
import { type SpecFiles, specFiles } from "./reader/table/spec-files.ts";
import { rules as allRules } from "./rules/index.ts";
import { runRules, type Severities } from "./rules/run.ts";

export interface CompileRequest {
  /** Absolute paths of tables to check; the tables of targets are always checked. */
  readonly tables: readonly string[];
  readonly targets: readonly TargetRequest[];
  /** Severities that differ from the rules' own: of all tables, or of each table by its path. */
  readonly severities?: Severities | ((tablePath: string) => Severities);
  /** Called with the name of each step, for a progress line. */
  readonly onStage?: (stage: string) => void;
  /** Makes the files of a product while the others are made; undefined for a product that is made here. */
  readonly makeElsewhere?: (product: Product, model: Model) => Promise<readonly OutputFile[]> | undefined;
}

export interface Compilation {
  /** Sorted by place. Any error among them means no outputs. */
  readonly diagnostics: readonly Diagnostic[];
  /** One entry per target, in the order of the request. */
  readonly outputs: readonly (readonly OutputFile[])[];
  /** The choices that were made for each target, for its manifest, and remarks on them. */
  readonly settled: readonly SettledProduct[];
  /** The models by the path of their table. */
  readonly models: ReadonlyMap<string, Model>;
}

export async function compile(request: CompileRequest, host: Host): Promise<Compilation> {
  const { diagnostics, models } = compileModels(request, host);
  if (hasErrors(diagnostics)) return { diagnostics, outputs: [], settled: [], models };
  const modelOf = (tablePath: string): Model => {
    const model = models.get(tablePath);
    if (model === undefined) throw new Error(`The table ${tablePath} has neither a model nor an error.`);
    return model;
  };
  return { diagnostics, ...(await makeOutputs(request, modelOf)), models };
}

/** Models → files, and the choices that were made for each target. */
export async function makeOutputs(
  request: Pick<CompileRequest, "targets" | "makeElsewhere" | "onStage">,
  modelOf: (tablePath: string) => Model,
): Promise<Pick<Compilation, "outputs" | "settled">> {
  // One product after the other, so that memory holds the artifacts of one product at a time.
  let before: Promise<unknown> = Promise.resolve();
  const settled = await Promise.all(
    request.targets.map(({ tablePath, product, kept }) => settle(product, modelOf(tablePath), kept)),
  );
  const outputs = settled.map(({ product }, index) => {
    const model = modelOf(request.targets[index]?.tablePath ?? "");
    const elsewhere = request.makeElsewhere?.(product, model);
    if (elsewhere !== undefined) return elsewhere;
    const files = before.then(() => {
      request.onStage?.(`Making ${product.kind}`);
      return makeFiles(product, model);
    });
    before = files;
    return files;
  });
  return { outputs: await Promise.all(outputs), settled };
}

/** Text → models, without products. */
export function compileModels(request: CompileRequest, host: Host): Pick<Compilation, "diagnostics" | "models"> {
  const { diagnostics, tables } = readTables(request, host);
  return { diagnostics, models: buildModels(tables) };
}

export function buildModels(tables: TablesRead["tables"]): ReadonlyMap<string, Model> {
  return new Map(Array.from(tables, ([path, table]) => [path, buildModel(table)]));
}

export interface TablesRead {
  /** Sorted by place. */
  readonly diagnostics: readonly Diagnostic[];
  /** By path; a table with an error is left out. */
  readonly tables: ReadonlyMap<string, ResolvedTable>;
}

export interface TableRead {
  /** In no order. */
  readonly diagnostics: readonly Diagnostic[];
  /** Undefined for a table with an error. */
  readonly table: ResolvedTable | undefined;
  /** Undefined for a table with an error. */
  readonly build: (() => Model) | undefined;
}

/** A table without errors, and its model. */
export interface CheckedTable {
  readonly table: ResolvedTable;
  readonly model: Model;
}

/** A table of another time. Where `isClean`, it has no findings by the same severities, not even some that a comment accepts. */
export type LikeTable = Pick<CheckedTable, "table"> & Partial<CheckedTable> & { readonly isClean: boolean };

/** Rows that a table of another time has as well are not looked at again; the result is the same. */
export function readTable(path: string, files: SpecFiles, severities: Severities, like?: LikeTable): TableRead {
  const { value, diagnostics } = loadTable(path, files.host, files);
  if (value === undefined) return { diagnostics, table: undefined, build: undefined };
  const { table, shared } = like ? resolveLike(value, like.table) : { table: resolveTable(value) };
  const memory = like?.isClean ? { isSound: (error: ResolvedError) => shared?.has(error) === true } : undefined;
  const found = [...diagnostics, ...runRules(table, severities, allRules, memory)];
  if (hasErrors(found)) return { diagnostics: found, table: undefined, build: undefined };
  // The model that is built later must not hold all tables that there were.
  const errors = like?.model?.errors;
  const build = (): Model => {
    const known = new Map(errors?.map((error) => [error.code, error]));
    return buildModel(table, (error) => (shared?.has(error) ? known.get(error.code) : undefined));
  };
  return { diagnostics: found, table, build };
}

/** Text → diagnostics, without models. */
export function readTables(request: CompileRequest, host: Host): TablesRead {
  const { severities = {} } = request;
  const severitiesOf = typeof severities === "function" ? severities : () => severities;
  const diagnostics: Diagnostic[] = [];
  const tables = new Map<string, ResolvedTable>();
  const files = specFiles(host);
  for (const path of new Set([...request.tables, ...request.targets.map((target) => target.tablePath)])) {
    request.onStage?.(`Reading ${host.show(path)}`);
    const { table, diagnostics: found } = readTable(path, files, severitiesOf(path));
    if (table !== undefined) tables.set(path, table);
    diagnostics.push(...found);
  }
  // Two tables that import the same table find the same things in it.
  return { diagnostics: sortDiagnostics(uniqueDiagnostics(diagnostics)), tables };
}

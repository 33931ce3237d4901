// The tables of a run: each is read when something needs more than its findings, and its inputs are recorded apart from those of others.
import { dirname } from "node:path";
import { type LikeTable, readTable } from "../../compile.ts";
import { localesOf } from "../../model/build.ts";
import type { Model } from "../../model/model.ts";
import type { CachedTable } from "../../output/run/cache.ts";
import { freshTable } from "../../output/run/fresh.ts";
import { type KeyedRun, tableKey } from "../../output/run/project-run.ts";
import { hashNow, type Recorder, recordInputs } from "../../output/state/inputs.ts";
import type { ResolvedTable } from "../../reader/table/resolve.ts";
import { type ReadMemory, type SpecFiles, specFiles } from "../../reader/table/spec-files.ts";
import { hasIgnores } from "../../rules/engine/ignore.ts";
import type { Severities } from "../../rules/run.ts";
import type { MakerThread } from "./maker-thread.ts";

export interface OpenTable {
  readonly facts: CachedTable;
  /** Undefined for a table with errors. */
  readonly table: ResolvedTable | undefined;
  readonly model: Model | undefined;
  readonly severities: Severities;
  /** The model, where something has asked for it. */
  readonly built: () => Model | undefined;
}

/** The tables that earlier runs of this process read, by path; each counts as long as its key is the same. */
export interface TableMemory {
  readonly files: ReadMemory;
  readonly tables: Map<string, OpenTable>;
}

/** The things that a process keeps from one run to the next. */
export interface RunMemory extends TableMemory {
  maker?: MakerThread | undefined;
}

export function tableMemory(): TableMemory {
  return { files: new Map(), tables: new Map() };
}

export interface TableStore {
  /** Undefined where the table has to be read to know them. */
  known(path: string): CachedTable | undefined;
  facts(path: string): CachedTable;
  open(path: string): OpenTable;
}

export interface StoreRequest {
  readonly run: KeyedRun;
  readonly severities: (path: string) => Severities;
  readonly onStage: (stage: string) => void;
  readonly memory: TableMemory;
}

export function tableStore({ run, severities, onStage, memory }: StoreRequest): TableStore {
  const files = specFiles(run.host, memory.files);
  const known = new Map<string, CachedTable | undefined>();
  const opened = new Map<string, OpenTable>();
  const keyFor = (path: string, inputs: CachedTable["inputs"]) => tableKey(run, path, inputs, severities(path));

  const peek = (path: string): CachedTable | undefined => {
    const remembered = opened.get(path)?.facts;
    if (remembered !== undefined || known.has(path)) return remembered ?? known.get(path);
    const cached = freshTable(run, path);
    // The severities of the configuration may be others than before.
    const fresh = cached && cached.key === keyFor(path, cached.inputs) ? cached : undefined;
    known.set(path, fresh);
    return fresh;
  };

  const open = (path: string): OpenTable => {
    const before = opened.get(path);
    if (before !== undefined) return before;
    const found = remembered(path) ?? read(path);
    opened.set(path, found);
    memory.tables.set(path, found);
    return found;
  };

  const remembered = (path: string): OpenTable | undefined => {
    const before = memory.tables.get(path);
    const inputs = before?.facts.inputs.map(({ kind, path }) => ({ kind, path, hash: hashNow(run.host, kind, path) }));
    return before && inputs && before.facts.key === keyFor(path, inputs) ? before : undefined;
  };

  const read = (path: string): OpenTable => {
    onStage(`Reading ${run.host.show(path)}`);
    const recorder = recordInputs(run.host);
    const own = severities(path);
    const like = likeTable(memory.tables.get(path), own);
    const { diagnostics, table, build } = readTable(path, recordingFiles(files, recorder), own, like);
    const inputs = recorder.inputs();
    const known = table && { name: table.root.table.name, locales: localesOf(table) };
    const facts = { key: keyFor(path, inputs), inputs, diagnostics, ...known };
    let model: Model | undefined;
    return {
      facts,
      table,
      severities: own,
      built: () => model,
      get model() {
        model ??= build?.();
        return model;
      },
    };
  };

  return { known: peek, facts: (path) => peek(path) ?? open(path).facts, open };
}

/** The table as it was before its last change. */
function likeTable(before: OpenTable | undefined, severities: Severities): LikeTable | undefined {
  if (before?.table === undefined) return undefined;
  const isSame = JSON.stringify(before.severities) === JSON.stringify(severities);
  const [table, model] = [before.table, before.built()];
  const isClean = isSame && before.facts.diagnostics.length === 0 && !hasIgnores(table);
  return { table, ...(model && { model }), isClean };
}

/** Files that several tables need are read once, and are inputs of each of them. */
function recordingFiles(files: SpecFiles, { host }: Recorder): SpecFiles {
  return {
    host: files.host,
    read(path) {
      host.read(path);
      return files.read(path);
    },
    namedFor(path) {
      host.list(dirname(path));
      return files.namedFor(path);
    },
  };
}

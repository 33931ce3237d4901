// A run of generate, check or diff in a project: it asks the cache for everything that has not changed, and fills the cache.
import { type Diagnostic, hasErrors, sortDiagnostics, uniqueDiagnostics } from "../diagnostic/diagnostic.ts";
import type { ProjectHost } from "../reader/host.ts";
import {
  type CachedOwned,
  type CachedRun,
  type CachedState,
  type CachedTable,
  type CachedTarget,
  type Keyed,
  readCache,
  writeCache,
} from "./cache.ts";
import { fingerprintTool } from "./fingerprint.ts";
import type { Fs } from "./fs.ts";
import { isSameCommit } from "./git.ts";
import { hashNow, isSameInput, onceHost, type Recorder, recordInputs } from "./inputs.ts";
import { sha256 } from "./manifest.ts";
import { type Outcome, outcomeWithoutPlan } from "./outcome.ts";
import type { OwnedEdit } from "./owned-edit.ts";
import { manifestOf, type TargetPlan } from "./plan.ts";
import { readState } from "./state.ts";
import { type OwnedSlot, type PlannedTarget, selectTargets, type TargetSlot } from "./target.ts";

export interface Project {
  readonly fs: Fs;
  readonly host: ProjectHost;
  /** The project's folder, absolute. */
  readonly root: string;
  /** Every part of the command line that decides which files are made, and the caller's folder; not `only`. */
  readonly identity: string;
  /** The folder of the running tool's modules. */
  readonly toolFolder: string;
  /** Kinds, tables, folders or files of the selected targets and files of people; empty for all of them. */
  readonly only: readonly string[];
}

export interface Compiled {
  readonly diagnostics: readonly Diagnostic[];
  /** Those that are not of a table. */
  readonly others: readonly Diagnostic[];
  /** Those of the whole project, read or not. */
  readonly tables: ReadonlyMap<string, CachedTable>;
  /** All targets of the project. */
  readonly slots: readonly (TargetSlot & Keyed)[];
  /** Absolute paths of the configurations, where `slots` are all of their targets. */
  readonly wholeConfigs?: readonly string[];
  /** The selected targets that were made, with their files. */
  readonly targets: readonly (PlannedTarget & Keyed & Pick<CachedTarget, "remarks">)[];
  /** The selected targets whose files are as an earlier run left them. */
  readonly kept: readonly KeptTarget[];
  readonly owned: {
    /** All files of people of the project. */
    readonly slots: readonly (OwnedSlot & Keyed)[];
    /** The selected ones that may have to change. */
    readonly edits: readonly OwnedEdit[];
    /** The number of the others, which are as an earlier run left them. */
    readonly kept: number;
  };
}

export interface KeptTarget {
  readonly slot: TargetSlot;
  readonly cached: CachedTarget;
}

/** The data that a run needs to use the cache, and to fill it at its end. */
export interface Run {
  readonly project: Project;
  /** The disk, as the run sees it. */
  readonly host: ProjectHost;
  /** Everything but the tables has to be read through its host. */
  readonly recorder: Recorder;
  readonly tool: string;
  readonly cached: CachedRun | undefined;
  /** Whether parts of the cache may stand for work. */
  readonly useCache: boolean;
}

/** The part of a run that keys come of. */
export type KeyedRun = Pick<Run, "host" | "tool" | "cached" | "useCache">;

/** The outcome of a run where nothing has changed. */
export interface Unchanged {
  readonly outcome: Outcome;
  readonly state: CachedState;
}

export function startRun(project: Project, { useCache }: { readonly useCache: boolean }): Run {
  const tool = fingerprintTool(project.fs, project.toolFolder);
  const host = onceHost(project.host);
  return { project, host, recorder: recordInputs(host), tool, cached: readCache(project, tool), useCache };
}

/** Undefined if any input or output differs from the last run, or if that found an error. */
export function findUnchanged(run: Run): Unchanged | undefined {
  const { project, host, cached } = run;
  const state = run.useCache ? cached?.last : undefined;
  if (cached === undefined || state === undefined) return undefined;
  const selected = selectTargets(state.slots, project.only, state.owned);
  if ("unknown" in selected || !state.inputs.every((input) => isSameInput(host, input))) return undefined;
  const tables = state.tables.map(([path, key]) => freshTable(run, path, key));
  if (!tables.every((table) => table !== undefined)) return undefined;
  const targets = selected.targets.map((slot) => freshTarget(run, slot, slot.key));
  const owned = selected.owned.map((slot) => freshOwned(run, slot, slot.key));
  if (!targets.every((one) => one !== undefined) || !owned.every((one) => one !== undefined)) return undefined;
  const files = targets.reduce((count, { hashes }) => count + hashes.size, owned.length);
  const diagnostics = joinDiagnostics(state.diagnostics, tables);
  return { outcome: outcomeWithoutPlan(0, diagnostics, { upToDate: files }), state };
}

/** All findings of a run, in their order. */
export function joinDiagnostics(others: readonly Diagnostic[], tables: Iterable<CachedTable>): readonly Diagnostic[] {
  const found = Array.from(tables, ({ diagnostics }) => diagnostics).flat();
  return [...others, ...sortDiagnostics(uniqueDiagnostics(found))];
}

/** A table of the cache whose inputs are the same now; with `key`, only one of this key. */
export function freshTable(run: KeyedRun, path: string, key?: string): CachedTable | undefined {
  const table = run.useCache ? run.cached?.tables.get(path) : undefined;
  if (table === undefined || (key !== undefined && table.key !== key)) return undefined;
  return table.inputs.every((input) => isSameInput(run.host, input)) ? table : undefined;
}

/** `made` is everything besides the files that the table was made from. */
export function tableKey(
  { tool }: Pick<Run, "tool">,
  path: string,
  inputs: CachedTable["inputs"],
  made: unknown,
): string {
  return keyOf([tool, path, inputs, made]);
}

export function keyOf(parts: readonly unknown[]): string {
  return sha256(JSON.stringify(parts));
}

/** A target of the cache that was made from the same, and whose folder is as it should be. */
export function freshTarget(run: Run, slot: TargetSlot, key: string): CachedTarget | undefined {
  const { fs, root } = run.project;
  const target = run.useCache ? run.cached?.targets.get(slot.folder) : undefined;
  if (target?.key !== key) return undefined;
  const { manifest: text, hashes } = target;
  const state = readState(fs, slot, hashes.keys(), { root: slot.root ?? root, locked: false });
  const manifest = state.manifest.found;
  const isSame =
    state.trouble === undefined &&
    state.leftovers.size === 0 &&
    state.journal.found.kind === "absent" &&
    manifest.kind === "file" &&
    Buffer.from(text).equals(manifest.bytes) &&
    [...state.files].every(([path, found]) => found.kind === "file" && sha256(found.bytes) === hashes.get(path));
  return isSame ? target : undefined;
}

/** A file of people that was filled from the same, and has the bytes that this left. */
export function freshOwned(run: Run, { path }: OwnedSlot, key: string): CachedOwned | undefined {
  const owned = run.useCache ? run.cached?.owned.get(path) : undefined;
  if (owned?.key !== key || owned.hash !== hashNow(run.host, "file", path)) return undefined;
  return owned.commits.every(isSameCommit) ? owned : undefined;
}

/** Lets the next run know the tables that a run read before it ended with errors. */
export function rememberTables({ project, tool, cached }: Run, tables: ReadonlyMap<string, CachedTable>): void {
  const { targets = new Map(), owned = new Map(), folders = [] } = cached ?? {};
  writeCache(project, tool, { tables, targets, owned, folders });
}

/** Lets the next check know that no folder is left over. */
export function rememberSweep({ project, tool, cached }: Run): void {
  if (cached?.last === undefined) return;
  writeCache(project, tool, { ...cached, last: { ...cached.last, isSwept: true } });
}

/** The targets and files of people that are up to date at the end of a run. */
export interface Done {
  readonly plans: readonly TargetPlan[];
  readonly edits: readonly OwnedEdit[];
  /** A check has found no folder that no target makes. */
  readonly isSwept?: boolean;
}

/** Lets the next run see everything that has not changed since this one. */
export function finishRun(
  { project, recorder, tool, cached }: Run,
  { others, diagnostics, tables, slots, targets, owned, wholeConfigs: configs = [] }: Compiled,
  { plans, edits, isSwept }: Done,
): void {
  const made = new Map(targets.map((target) => [target.folder, target]));
  const done = plans.map(({ target, hashes }) => {
    const { key = "", remarks = [] } = made.get(target.folder) ?? {};
    return [target.folder, { key, remarks, manifest: manifestOf(hashes, target), hashes }] as const;
  });
  const filled = edits.flatMap(({ path, key, commits = [], after, diagnostics }) =>
    after === undefined ? [] : [[path, { key, commits, hash: sha256(after), diagnostics }] as const],
  );
  const last: CachedState = {
    inputs: recorder.inputs(),
    diagnostics: others,
    tables: Array.from(tables, ([path, { key }]) => [path, key]),
    slots: slots.map(plainSlot),
    owned: owned.slots.map(({ kind, path, pattern, shown, key }) => ({ kind, path, pattern, shown, key })),
    configs,
    isSwept: isSwept ?? (cached?.last?.isSwept === true && isSameList(cached.last, slots, configs)),
  };
  writeCache(project, tool, {
    // Those of the project alone: the cache does not grow.
    tables,
    targets: joined(cached?.targets, done, new Set(slots.map(({ folder }) => folder))),
    owned: joined(cached?.owned, filled, new Set(owned.slots.map(({ path }) => path))),
    folders: [...new Set([...(cached?.folders ?? []), ...slots.map(({ folder }) => folder)])],
    last: hasErrors(diagnostics) ? undefined : last,
  });
}

/** Whether two runs have the same targets of the same configurations. */
function isSameList({ slots: before, configs }: CachedState, slots: readonly TargetSlot[], now: readonly string[]) {
  const list = (some: readonly TargetSlot[]) => JSON.stringify(some.map(({ folder }) => folder));
  return list(before) === list(slots) && JSON.stringify(configs) === JSON.stringify(now);
}

function joined<Entry>(
  before: ReadonlyMap<string, Entry> = new Map(),
  now: readonly (readonly [string, Entry])[],
  known: ReadonlySet<string>,
): ReadonlyMap<string, Entry> {
  return new Map([...[...before].filter(([path]) => known.has(path)), ...now]);
}

/** Callers may pass objects with further fields; these alone are stored. */
function plainSlot(slot: TargetSlot & Keyed): TargetSlot & Keyed {
  const { kind, table, out, label, folder, shown, allowOutside, root, key } = slot;
  return { kind, table, out, label, folder, shown, allowOutside, key, ...(root !== undefined && { root }) };
}

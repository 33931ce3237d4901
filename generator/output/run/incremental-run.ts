// The begin and the end of a run: it asks the cache whether anything has changed, and fills the cache.
import { type Diagnostic, hasErrors, sortDiagnostics, uniqueDiagnostics } from "../../diagnostic/diagnostic.ts";
import { manifestOf, type TargetPlan } from "../plan/plan.ts";
import { isSameInput } from "../state/inputs.ts";
import { sha256 } from "../state/manifest.ts";
import { type OwnedSlot, type PlannedTarget, selectTargets, type TargetSlot } from "../state/target.ts";
import {
  type CachedRun,
  type CachedState,
  type CachedTable,
  type CachedTarget,
  type Keyed,
  writeCache,
} from "./cache.ts";
import { freshOwned, freshTable, freshTarget } from "./fresh.ts";
import { type Outcome, outcomeWithoutPlan } from "./outcome.ts";
import type { OwnedEdit } from "./owned-edit.ts";
import type { Run } from "./project-run.ts";

export interface Compiled {
  readonly diagnostics: readonly Diagnostic[];
  /** The findings that belong to no table. */
  readonly others: readonly Diagnostic[];
  /** The tables of the whole project, read or not. */
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

/** The outcome of a run where nothing has changed. */
export interface Unchanged {
  readonly outcome: Outcome;
  readonly state: CachedState;
  /** The cache as it is now. */
  readonly cached: CachedRun;
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
  const kept = selected.targets.flatMap((slot): readonly KeptTarget[] => {
    const target = freshTarget(run, slot, slot.key);
    return target === undefined ? [] : [{ slot, cached: target }];
  });
  const owned = selected.owned.map((slot) => freshOwned(run, slot, slot.key));
  if (kept.length < selected.targets.length || !owned.every((one) => one !== undefined)) return undefined;
  const files = kept.reduce((count, { cached }) => count + cached.hashes.size, owned.length);
  const diagnostics = joinDiagnostics(state.diagnostics, tables);
  const isRead = kept.some(({ slot, cached: target }) => cached.targets.get(slot.folder) !== target);
  const now = isRead ? { ...cached, targets: withKept(cached.targets, kept) } : cached;
  if (isRead) writeCache(project, run.tool, now);
  return { outcome: outcomeWithoutPlan(0, diagnostics, { upToDate: files }), state, cached: now };
}

/** Files that were read anew have new stamps. */
function withKept(before: CachedRun["targets"] = new Map(), kept: readonly KeptTarget[]): CachedRun["targets"] {
  return new Map([...before, ...kept.map(({ slot, cached }) => [slot.folder, cached] as const)]);
}

/** All findings of a run, in their order. */
export function joinDiagnostics(others: readonly Diagnostic[], tables: Iterable<CachedTable>): readonly Diagnostic[] {
  const found = Array.from(tables, ({ diagnostics }) => diagnostics).flat();
  return [...others, ...sortDiagnostics(uniqueDiagnostics(found))];
}

/** Lets the next run know the tables that a run read before it ended with errors. */
export function rememberTables({ project, tool, cached }: Run, tables: ReadonlyMap<string, CachedTable>): void {
  const { targets = new Map(), owned = new Map(), folders = [] } = cached ?? {};
  writeCache(project, tool, { tables, targets, owned, folders });
}

/** Lets the next check know that no folder is left over. */
export function rememberSweep({ project, tool }: Run, { cached, state }: Unchanged): void {
  writeCache(project, tool, { ...cached, last: { ...state, isSwept: true } });
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
  { others, diagnostics, tables, slots, targets, kept, owned, wholeConfigs: configs = [] }: Compiled,
  { plans, edits, isSwept }: Done,
): void {
  const made = new Map(targets.map((target) => [target.folder, target]));
  const done = plans.map(({ target, hashes }) => {
    const { key = "", remarks = [] } = made.get(target.folder) ?? {};
    const manifest = manifestOf(hashes, target);
    return [target.folder, { key, remarks, manifest, hashes, stamps: new Map<string, string>() }] as const;
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
    // The cache has the tables of the project alone, so that it does not grow.
    tables,
    targets: joined(withKept(cached?.targets, kept), done, new Set(slots.map(({ folder }) => folder))),
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

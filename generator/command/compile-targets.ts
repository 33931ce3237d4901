// The targets and the files of people of a configuration become files and edits: what earlier runs made of the same is kept, the rest is made anew.
import { setFlagsFromString } from "node:v8";
import { makeOutputs } from "../compile.ts";
import type { Configuration } from "../config/config.ts";
import type { ConfiguredTarget } from "../config/configured-target.ts";
import { ownedSlots } from "../config/owned-entries.ts";
import { checkFiles, checkLocales, readConfig, remarksOn } from "../config/targets.ts";
import { type Diagnostic, hasErrors } from "../diagnostic/diagnostic.ts";
import type { Model } from "../model/model.ts";
import { movedChoices } from "../output/abandoned.ts";
import type { CachedTable } from "../output/cache.ts";
import {
  type Compiled,
  freshOwned,
  freshTarget,
  joinDiagnostics,
  type KeptTarget,
  keyOf,
  type Run,
} from "../output/incremental-run.ts";
import { exitOfErrors, type Outcome, outcomeWithoutPlan, type Problem } from "../output/outcome.ts";
import { readChoices } from "../output/state.ts";
import { selectTargets } from "../output/target.ts";
import { textOfFile } from "../reader/file-text.ts";
import { shellLine } from "../text/shell-line.ts";
import type { CommandContext } from "./command-line.ts";
import { type KeyedEntry, ownedEdits } from "./owned-edits.ts";
import { completeKilled } from "./owned-file.ts";
import { type TableStore, tableMemory, tableStore } from "./table-store.ts";
import { unknownTarget } from "./unknown-target.ts";

export interface CompileOptions {
  /** Gives up hand edits in files of people. */
  readonly force: boolean;
  /** First completes the writes of a killed run to files of people. */
  readonly completes: boolean;
}

type Target = ConfiguredTarget & { readonly kept: Readonly<Record<string, string>> };

/** The part of a run that failed is told by the outcome; `tables` are those that were read all the same. */
export type Failed = Outcome & { readonly tables?: ReadonlyMap<string, CachedTable> };

export async function compileTargets(
  context: CommandContext,
  run: Run,
  options: CompileOptions,
): Promise<Compiled | Failed> {
  const { host } = run.recorder;
  context.terminal.progress("Reading the configuration");
  const { value, diagnostics } = readConfig(context, host);
  if (value === undefined) return outcomeWithoutPlan(2, diagnostics);
  const owned = ownedSlots(value, host);
  const { fs } = run.project;
  const configs = context.tables.length === 0 ? value.configs : [];
  const moved = movedChoices(run.project, value.targets, configs, run.cached);
  const known = value.targets.map((target): Target => {
    return { ...target, kept: { ...moved(target), ...readChoices(fs, target.folder) } };
  });
  const selected = selectTargets(known, context.only, owned);
  if ("unknown" in selected) return outcomeWithoutPlan(2, diagnostics, { problem: unknownTarget(selected) });
  const unread = context.tables.flatMap((path) => textOfFile(host.show(path), host.read(path)).diagnostics);
  if (unread.length > 0) return outcomeWithoutPlan(exitOfErrors(unread), [...diagnostics, ...unread]);
  const problem = noTargets(context, value, selected.targets.length + selected.owned.length);
  if (problem !== undefined) return outcomeWithoutPlan(2, diagnostics, { problem });
  if (options.completes)
    completeKilled(
      { folder: context.folder, project: run.project },
      owned.map(({ path }) => path),
    );
  const onStage = context.terminal.progress;
  const store = tableStore({ run, severities: value.severities, onStage, memory: context.memory ?? tableMemory() });
  const paths = [...new Set([...value.tables, ...known.map((target) => target.tablePath)])];
  // A table that has to be read may have other errors, so that its targets are made anew.
  const states = selected.targets.map((target) => ({ target, cached: stateOf(target, store, run) }));
  const stale = states.filter(({ cached }) => cached === undefined).map(({ target }) => target);
  const { startMaker } = await import("./maker-thread.ts");
  // The thread starts while this one reads the tables.
  const maker = context.memory?.maker ?? startMaker(stale, run.host);
  if (context.memory !== undefined) context.memory.maker = maker;
  try {
    const tables = new Map(paths.map((path) => [path, store.facts(path)]));
    const found = joinDiagnostics([], tables.values());
    if (hasErrors(found)) {
      const all = [...diagnostics, ...localeFindings(value, tables), ...found];
      return { ...outcomeWithoutPlan(exitOfErrors(all), all), tables };
    }
    const modelOf = (path: string): Model => {
      const { model } = store.open(path);
      if (model === undefined) throw new Error(`The table ${path} has neither a model nor an error.`);
      return model;
    };
    // Most runs of the TypeScript printer end before V8's optimizing compiler has paid for its time.
    if (context.endsProcess && stale.some(({ kind }) => kind === "typescript")) setFlagsFromString("--no-opt");
    const request = { targets: stale, onStage, ...(maker && { makeElsewhere: maker.make }) };
    const { outputs, settled } = await makeOutputs(request, modelOf);
    const targets = stale.map((target, index) => {
      const { choices = {}, remarks = [] } = settled[index] ?? {};
      // The next run finds these choices in the manifest.
      const key = targetKey({ ...target, kept: choices }, tables.get(target.tablePath), run);
      return { ...target, key, files: outputs[index] ?? [], choices, remarks };
    });
    const made = new Map(targets.map(({ folder, key }) => [folder, key]));
    const keyed = known.map((target) => {
      const key = made.get(target.folder) ?? targetKey(target, tables.get(target.tablePath), run);
      return { ...target, key };
    });
    const kept = states.flatMap(({ target, cached }): readonly KeptTarget[] =>
      cached ? [{ slot: target, cached }] : [],
    );
    const filled = await fillOwned(value, { owned, selected: selected.owned, tables, store, run, options });
    const others = [
      ...diagnostics,
      ...localeFindings(value, tables),
      ...checkFiles(value.targets, [
        ...targets.map(({ label, folder, files }) => ({ label, folder, paths: files.map(({ path }) => path) })),
        ...kept.map(({ slot: { label, folder }, cached }) => ({ label, folder, paths: cached.hashes.keys() })),
      ]),
      ...remarksOf(
        selected.targets,
        [...targets, ...kept.map(({ slot, cached }) => ({ ...slot, ...cached }))],
        context,
      ),
      ...filled.diagnostics,
    ];
    const all = [...others, ...found];
    if (hasErrors(all)) return { ...outcomeWithoutPlan(exitOfErrors(all), all), tables };
    return {
      diagnostics: all,
      others,
      tables,
      slots: keyed,
      targets,
      kept,
      owned: filled.owned,
      wholeConfigs: configs,
    };
  } finally {
    if (context.memory === undefined) maker?.close();
  }
}

/** The reused files of a target whose table is known without being read. */
function stateOf(target: Target, store: TableStore, run: Run) {
  const table = store.known(target.tablePath);
  return table && freshTarget(run, target, targetKey(target, table, run));
}

/** Everything that the files of a target are made from. */
function targetKey(
  { product, kept, folder, config, label }: Target,
  table: CachedTable | undefined,
  { tool }: Run,
): string {
  return keyOf([tool, folder, config, label, product, kept, table?.key]);
}

function localeFindings(value: Configuration, tables: ReadonlyMap<string, CachedTable>): readonly Diagnostic[] {
  return checkLocales(value.targets, (path) => tables.get(path)?.locales);
}

/** In the order of the targets. */
function remarksOf(
  selected: readonly Target[],
  made: readonly { readonly folder: string; readonly remarks: Parameters<typeof remarksOn>[1] }[],
  { host }: CommandContext,
): readonly Diagnostic[] {
  const remarks = new Map(made.map((one) => [one.folder, one.remarks]));
  return selected.flatMap((target) => remarksOn(target, remarks.get(target.folder) ?? [], host));
}

type OwnedEntry = ReturnType<typeof ownedSlots>[number];
type OfKind<Kind> = Extract<KeyedEntry<OwnedEntry>, { readonly kind: Kind }>;

function isPage(entry: KeyedEntry<OwnedEntry>): entry is OfKind<"pages"> {
  return entry.kind === "pages";
}

function isDescription(entry: KeyedEntry<OwnedEntry>): entry is OfKind<"descriptions"> {
  return entry.kind === "descriptions";
}

interface FillRequest {
  readonly owned: readonly OwnedEntry[];
  readonly selected: readonly OwnedEntry[];
  readonly tables: ReadonlyMap<string, CachedTable>;
  readonly store: TableStore;
  readonly run: Run;
  readonly options: CompileOptions;
}

async function fillOwned(
  { descriptions: all }: Configuration,
  { owned, selected, tables, store, run, options }: FillRequest,
): Promise<{ readonly owned: Compiled["owned"]; readonly diagnostics: readonly Diagnostic[] }> {
  const slots = owned.map((entry) => ({ ...entry, key: ownedKey(entry, tables, run) }));
  const chosen = slots.filter(({ path, kind }) => selected.some((one) => one.path === path && one.kind === kind));
  const states = chosen.map((slot) => [slot, freshOwned(run, slot, slot.key)] as const);
  const fresh = new Map(states.filter(([, cached]) => cached !== undefined));
  const pages = chosen.filter(isPage).filter((slot) => !fresh.has(slot));
  const described = chosen.filter(isDescription);
  // Which operations no description has is known only from all of them.
  const descriptions = described.every((slot) => fresh.has(slot)) ? [] : described;
  const { edits, diagnostics } = await ownedEdits({
    pages,
    descriptions,
    isWhole: described.length === all.length,
    force: options.force,
    host: run.host,
    project: run.project,
    open: store.open,
  });
  const made = new Set<unknown>([...pages, ...descriptions]);
  const kept = chosen.filter((slot) => !made.has(slot));
  const known = kept.flatMap((slot) => fresh.get(slot)?.diagnostics ?? []);
  return { owned: { slots, edits, kept: kept.length }, diagnostics: [...known, ...diagnostics] };
}

function ownedKey(entry: OwnedEntry, tables: ReadonlyMap<string, CachedTable>, { tool }: Run): string {
  const { kind, path, pattern, place, isNamed } = entry;
  const operations = "operations" in entry ? entry.operations : undefined;
  const parts = [...entry.tables].map(([table, options]) => [table, options, tables.get(table)?.key]);
  // Findings stand at a place of the configuration.
  return keyOf([tool, kind, path, pattern, isNamed, operations, parts, place.source]);
}

/** Why there is nothing to make of a named table, or of the whole configuration. */
function noTargets(
  { tables, config, host }: CommandContext,
  { targets }: Configuration,
  selected: number,
): Problem | undefined {
  const without = tables.find((path) => targets.every(({ tablePath }) => tablePath !== path));
  const table = without === undefined ? undefined : shellLine([host.show(without)]);
  const folder = `or name a folder: errtable generate ${table ?? "my.errors.yaml"} --out errors/`;
  if (table !== undefined && config === undefined) {
    const message = `There is no errtable.config.yaml that says what to make of "${table}", and where.`;
    return { message, help: `Start one with errtable init, ${folder}` };
  }
  if (table === undefined && selected > 0) return undefined;
  const message = `The configuration has no target${table === undefined ? "" : ` of "${table}"`}, so there is nothing to make.`;
  return { message, help: `Add a target to errtable.config.yaml, ${folder}` };
}

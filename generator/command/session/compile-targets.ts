// The targets and the files of people of a configuration become files and edits: what earlier runs made of the same is kept, the rest is made anew.
import { setFlagsFromString } from "node:v8";
import { makeOutputs } from "../../compile.ts";
import type { Configuration } from "../../config/config.ts";
import type { ConfiguredTarget } from "../../config/configured-target.ts";
import { tellMissing } from "../../config/missing-tables.ts";
import { ownedSlots } from "../../config/owned-entries.ts";
import { checkFiles, checkLocales, readConfig, remarksOn } from "../../config/targets.ts";
import { type Diagnostic, hasErrors } from "../../diagnostic/diagnostic.ts";
import type { Model } from "../../model/model.ts";
import { abandonedFolders, movedChoices } from "../../output/run/abandoned.ts";
import type { CachedTable } from "../../output/run/cache.ts";
import { freshTarget } from "../../output/run/fresh.ts";
import { type Compiled, joinDiagnostics, type KeptTarget } from "../../output/run/incremental-run.ts";
import { exitOfErrors, type Outcome, outcomeWithoutPlan } from "../../output/run/outcome.ts";
import { keyOf, type Run } from "../../output/run/project-run.ts";
import { readChoices } from "../../output/state/state.ts";
import { selectTargets } from "../../output/state/target.ts";
import { loadProducts } from "../../products/index.ts";
import { textOfFile } from "../../reader/file-text.ts";
import type { CommandContext } from "./command-line.ts";
import { fillOwned } from "./fill-owned.ts";
import { noTargets, unknownTarget } from "./missing-target.ts";
import { completeKilled } from "./owned-file.ts";
import { tableMemory, tableStore } from "./table-store.ts";

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
  if (problem !== undefined) {
    const left = abandonedFolders(run.project, { slots: value.targets, wholeConfigs: configs }, run.cached?.folders);
    return { ...outcomeWithoutPlan(2, diagnostics, { problem }), left: left.map(host.show) };
  }
  if (options.completes)
    completeKilled(
      { folder: context.folder, project: run.project },
      owned.map(({ path }) => path),
    );
  const onStage = context.terminal.progress;
  const store = tableStore({ run, severities: value.severities, onStage, memory: context.memory ?? tableMemory() });
  const paths = [...new Set([...value.tables, ...known.map((target) => target.tablePath)])];
  // A table that has to be read is most often another one than before.
  const early = selected.targets.map((target) => ({
    target,
    cached: stateOf(target, store.known(target.tablePath), run),
  }));
  const likely = early.filter(({ cached }) => cached === undefined).map(({ target }) => target);
  const { isForThread, startMaker, typescriptWork } = await import("./maker-thread.ts");
  const work = typescriptWork(likely, run.host);
  // The thread starts while this one reads the tables. A process that lasts has its code loaded, and wins only where both have work.
  const isWorth = context.memory === undefined || likely.some(({ product }) => !isForThread(product));
  const maker = isWorth ? (context.memory?.maker ?? startMaker(work)) : undefined;
  if (context.memory !== undefined) context.memory.maker ??= maker;
  // A run of the TypeScript printer most often ends before V8's optimizing compiler has paid for its time.
  if (context.endsProcess && work > 0 && work < LONG) {
    // Code that loads under changed flags is compiled anew in every process.
    const own = likely.filter(({ product }) => maker === undefined || !isForThread(product));
    await loadProducts(own.map(({ product }) => product.kind));
    setFlagsFromString("--no-opt");
  }
  try {
    const tables = new Map(paths.map((path) => [path, store.facts(path)]));
    const found = joinDiagnostics([], tables.values());
    if (hasErrors(found)) {
      const all = [...diagnostics, ...localeFindings(value, tables), ...tellMissing(found, value, host)];
      return { ...outcomeWithoutPlan(exitOfErrors(all), all), tables };
    }
    const states = early.map(({ target, cached }) => ({
      target,
      cached: cached ?? stateOf(target, tables.get(target.tablePath), run),
    }));
    const stale = states.filter(({ cached }) => cached === undefined).map(({ target }) => target);
    const modelOf = (path: string): Model => {
      const { model } = store.open(path);
      if (model === undefined) throw new Error(`The table ${path} has neither a model nor an error.`);
      return model;
    };
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
    const filled = await fillOwned({ owned, selected: selected.owned, tables, store, run, force: options.force });
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

/** Bytes of tables for which a run takes so many seconds that optimized code pays. */
const LONG = 4_000_000;

/** The reused files of a target; none where its table has to be read first. */
function stateOf(target: Target, table: CachedTable | undefined, run: Run) {
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

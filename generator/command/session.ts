// A session opens configuration, models and targets for the commands that need them. It loads the pipeline only when a command needs it.
import { setFlagsFromString } from "node:v8";
import type { Configuration } from "../config/config.ts";
import { type Diagnostic, hasErrors } from "../diagnostic/diagnostic.ts";
import type { Model } from "../model/model.ts";
import { toolFolder } from "../output/disk.ts";
import type { Compiled, Project, Run } from "../output/incremental-run.ts";
import { exitOfErrors, type Outcome, outcomeWithoutPlan, type Problem } from "../output/outcome.ts";
import { selectTargets, type UnknownTarget } from "../output/target.ts";
import type { ProjectHost } from "../reader/host.ts";
import type { ResolvedTable } from "../reader/table/resolve.ts";
import { shellLine } from "../text/shell-line.ts";
import { type CommandContext, usageProblem } from "./command-line.ts";
import { reportFindings, reportProblem } from "./reporting.ts";

export interface Session extends CommandContext, TargetSession {
  /** Undefined where there is none to open: the reason has been reported. */
  openConfig(example?: string): Promise<OpenConfig | undefined>;
  /** Like openConfig; the findings of the tables are among its own. */
  openModels(example?: string): Promise<OpenModels | undefined>;
}

/** The part of a session that generate, check and diff use. */
export interface TargetSession {
  readonly project: Project;
  /** An outcome where the targets cannot be made, or where nothing has changed and the cache may be used. */
  openTargets(options: { readonly useCache: boolean }): Promise<OpenTargets | Outcome>;
}

/** A configuration without errors. */
export interface OpenConfig extends Configuration {
  /** Warnings, for the command to report. */
  readonly diagnostics: readonly Diagnostic[];
}

export interface OpenModels {
  readonly config: OpenConfig;
  /** By path; a table with errors is left out, and so is its model. */
  readonly tables: ReadonlyMap<string, ResolvedTable>;
  readonly models: ReadonlyMap<string, Model>;
  readonly diagnostics: readonly Diagnostic[];
}

export interface OpenTargets extends Compiled {
  readonly run: Run;
}

export function openSession(context: CommandContext): Session {
  const { folder, root, configs, tables, out, only, host, fs } = context;
  const identity = JSON.stringify([folder, configs, tables, out]);
  const project: Project = { fs, host, root, identity, toolFolder, only };
  return {
    ...context,
    project,
    openConfig: (example) => openConfig(context, example),
    openModels: (example) => openModels(context, example),
    openTargets: (options) => openTargets(context, project, options),
  };
}

async function openConfig(context: CommandContext, example?: string): Promise<OpenConfig | undefined> {
  const problem = usageProblem(context, example);
  if (problem !== undefined) {
    await reportProblem(context, problem);
    return undefined;
  }
  const { readConfig } = await import("../config/targets.ts");
  const { value, diagnostics } = readConfig(context, context.host);
  if (value !== undefined) return { ...value, diagnostics };
  await reportFindings(context, diagnostics);
  return undefined;
}

async function openModels(context: CommandContext, example?: string): Promise<OpenModels | undefined> {
  const config = await openConfig(context, example);
  if (config === undefined) return undefined;
  const { buildModels, readTables } = await import("../compile.ts");
  const { tables, severities } = config;
  const request = { tables, targets: [], severities, onStage: context.terminal.progress };
  const { tables: read, diagnostics } = readTables(request, context.host);
  return { config, tables: read, models: buildModels(read), diagnostics: [...config.diagnostics, ...diagnostics] };
}

async function openTargets(
  context: CommandContext,
  project: Project,
  options: { readonly useCache: boolean },
): Promise<OpenTargets | Outcome> {
  const problem = usageProblem(context);
  if (problem !== undefined) return outcomeWithoutPlan(2, [], { problem });
  const { startRun } = await import("../output/incremental-run.ts");
  const run = startRun(project, options);
  if ("exit" in run) return run;
  const compiled = await compileTargets(context, run.recorder.host);
  return "exit" in compiled ? compiled : { ...compiled, run };
}

async function compileTargets(context: CommandContext, host: ProjectHost): Promise<Compiled | Outcome> {
  const { readConfig, checkFiles, checkLocales, remarksOn } = await import("../config/targets.ts");
  const { value, diagnostics } = readConfig(context, host);
  if (value === undefined) return outcomeWithoutPlan(2, diagnostics);
  const { readChoices } = await import("../output/state.ts");
  const known = value.targets.map((target) => ({ ...target, kept: readChoices(context.fs, target.folder) }));
  const selected = selectTargets(known, context.only);
  if ("unknown" in selected) return outcomeWithoutPlan(2, diagnostics, { problem: await unknownTarget(selected) });
  const { textOfFile } = await import("../reader/file-text.ts");
  const unread = context.tables.flatMap((path) => textOfFile(host.show(path), host.read(path)).diagnostics);
  if (unread.length > 0) return outcomeWithoutPlan(exitOfErrors(unread), [...diagnostics, ...unread]);
  const problem = noTargets(context, value, selected.length);
  if (problem !== undefined) return outcomeWithoutPlan(2, diagnostics, { problem });
  const { compile } = await import("../compile.ts");
  // Most runs of the TypeScript printer end before V8's optimizing compiler has paid for its time.
  if (context.endsProcess && selected.some(({ kind }) => kind === "typescript")) setFlagsFromString("--no-opt");
  const { tables, severities, targets: slots } = value;
  const request = { tables, targets: selected, severities, onStage: context.terminal.progress };
  const { startMaker } = await import("./maker-thread.ts");
  const maker = startMaker(selected, context.host);
  const compiling = compile({ ...request, ...(maker && { makeElsewhere: maker.make }) }, host);
  const { diagnostics: found, models, outputs, settled } = await compiling.finally(() => maker?.close());
  const targets = selected.map((target, index) => {
    const { choices = {}, remarks = [] } = settled[index] ?? {};
    return { ...target, files: outputs[index] ?? [], choices, remarks };
  });
  const wrong = [...checkLocales(slots, (path) => models.get(path)?.locales), ...checkFiles(slots, targets)];
  const remarks = targets.flatMap((target) => remarksOn(target, target.remarks, host));
  const all = [...diagnostics, ...wrong, ...remarks, ...found];
  return hasErrors(all)
    ? outcomeWithoutPlan(exitOfErrors(all), all)
    : { diagnostics: all, slots, targets, wholeConfigs: context.tables.length === 0 ? value.configs : [] };
}

/** Why there is nothing to make of a named table, or of the whole configuration. */
function noTargets({ tables, config, host }: CommandContext, { targets }: Configuration, selected: number) {
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

export async function unknownTarget({ unknown, known }: UnknownTarget): Promise<Problem> {
  const { didYouMean } = await import("../diagnostic/suggest.ts");
  const names = known.length === 0 ? "There are no targets." : `There are: ${known.join(", ")}.`;
  return { message: `No target is called "${unknown}".`, help: didYouMean(unknown, known) ?? names };
}

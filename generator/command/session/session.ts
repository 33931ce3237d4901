// A session opens configuration, models and targets for the commands that need them. It loads the pipeline only when a command needs it.
import type { Configuration } from "../../config/config.ts";
import type { Diagnostic } from "../../diagnostic/diagnostic.ts";
import type { Model } from "../../model/model.ts";
import { toolFolder } from "../../output/disk.ts";
import type { Compiled, Unchanged } from "../../output/run/incremental-run.ts";
import { type Outcome, outcomeWithoutPlan } from "../../output/run/outcome.ts";
import type { Project, Run } from "../../output/run/project-run.ts";
import type { ResolvedTable } from "../../reader/table/resolve.ts";
import { type CommandContext, usageProblem } from "./command-line.ts";
import { reportFindings, reportProblem } from "./reporting.ts";

export interface Session extends CommandContext, TargetSession {
  /** Undefined where there is none to open: the reason has been reported. */
  openConfig(example?: string): Promise<OpenConfig | undefined>;
  /** Like openConfig; the findings of the tables are among its own. */
  openModels(example?: string, rules?: "required"): Promise<OpenModels | undefined>;
}

/** The part of a session that generate, check and diff use. */
export interface TargetSession {
  readonly project: Project;
  /** An outcome where the targets cannot be made, or where nothing has changed and the cache may be used. */
  openTargets(options: OpenOptions): Promise<OpenTargets | Outcome>;
}

/** A configuration without errors. */
export interface OpenConfig extends Configuration {
  /** Warnings, for the command to report. */
  readonly diagnostics: readonly Diagnostic[];
}

export interface OpenOptions {
  readonly useCache: boolean;
  /** Gives up hand edits in files of people. */
  readonly force?: boolean;
  /** First completes the writes of a killed run to files of people. */
  readonly completes?: boolean;
  /** The outcome of a run where nothing has changed, if it is more than that. */
  readonly onUnchanged?: (run: Run, unchanged: Unchanged) => Outcome;
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
    openModels: (...request) => openModels(context, ...request),
    openTargets: (options) => openTargets(context, project, options),
  };
}

async function openConfig(context: CommandContext, example?: string): Promise<OpenConfig | undefined> {
  const problem = usageProblem(context, example);
  if (problem !== undefined) {
    await reportProblem(context, problem);
    return undefined;
  }
  context.terminal.progress("Reading the configuration");
  const { readConfig } = await import("../../config/targets.ts");
  const { value, diagnostics } = readConfig(context, context.host);
  if (value !== undefined) return { ...value, diagnostics };
  await reportFindings(context, diagnostics);
  return undefined;
}

async function openModels(
  context: CommandContext,
  example?: string,
  rules?: "required",
): Promise<OpenModels | undefined> {
  const config = await openConfig(context, example);
  if (config === undefined) return undefined;
  const { buildModels, readTables } = await import("../../compile.ts");
  const { tellMissing } = await import("../../config/missing-tables.ts");
  const { ONLY_REQUIRED } = await import("../../rules/run.ts");
  const { tables } = config;
  const severities = rules === "required" ? ONLY_REQUIRED : config.severities;
  const request = { tables, targets: [], severities, onStage: context.terminal.progress };
  const { tables: read, diagnostics } = readTables(request, context.host);
  const found = tellMissing(diagnostics, config, context.host);
  return { config, tables: read, models: buildModels(read), diagnostics: [...config.diagnostics, ...found] };
}

async function openTargets(
  context: CommandContext,
  project: Project,
  { useCache, force = false, completes = false, onUnchanged }: OpenOptions,
): Promise<OpenTargets | Outcome> {
  const problem = usageProblem(context);
  if (problem !== undefined) return outcomeWithoutPlan(2, [], { problem });
  context.terminal.progress("Looking for changes");
  const { findUnchanged, rememberTables } = await import("../../output/run/incremental-run.ts");
  const { startRun } = await import("../../output/run/project-run.ts");
  const run = startRun(project, { useCache });
  const unchanged = findUnchanged(run);
  if (unchanged !== undefined) return onUnchanged?.(run, unchanged) ?? unchanged.outcome;
  const { compileTargets } = await import("./compile-targets.ts");
  const compiled = await compileTargets(context, run, { force, completes });
  context.terminal.progress("Comparing and writing files");
  if (!("exit" in compiled)) return { ...compiled, run };
  const { tables, ...outcome } = compiled;
  // The tables that were read are known the next time, whatever was wrong with them.
  if (tables !== undefined) rememberTables(run, tables);
  return outcome;
}

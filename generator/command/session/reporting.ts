// Prints the findings and the outcome of a command: results on stdout, everything else on stderr, and reports into files.
import { relative, resolve, sep } from "node:path";
import { type Diagnostic, hasErrors } from "../../diagnostic/diagnostic.ts";
import { showControls, showControlsInLines } from "../../diagnostic/unseen.ts";
import { type ExitCode, exitOfErrors, type Outcome, type Problem } from "../../output/run/outcome.ts";
import { REPORTS } from "../../report/index.ts";
import { outcomeFindings } from "../../report/outcome-findings.ts";
import { type OutcomeVerb, outcomeText } from "../../report/outcome-report.ts";
import type { ReportContext } from "../../report/report-context.ts";
import { shellLine } from "../../text/shell-line.ts";
import type { CommandContext, CommandLine } from "./command-line.ts";

type Details = Pick<ReportContext, "outputs" | "coverage" | "versions" | "files" | "problem" | "checked">;

interface Telling extends Details {
  /** Findings are the result of lint alone; in a format for programs they are always the result. */
  readonly asResult?: boolean;
  /** The words that follow the findings in a report for people. */
  readonly words?: string;
}

/** Once in a run: a report is one document. The exit code, where a report could not be written into its file. */
export async function reportFindings(
  context: CommandContext,
  found: readonly Diagnostic[],
  { asResult = false, words = "", ...details }: Telling = {},
): Promise<4 | undefined> {
  const { terminal, format, all } = context;
  const settings = await toldIn(context, details);
  const failed = await writeFiles(context, found, settings, words);
  const diagnostics = isHushed(context) ? found.filter(({ severity }) => severity === "error") : found;
  // For people, a report without findings is empty; for programs it always has its form.
  if (diagnostics.length === 0 && format === "text") return failed;
  const isResult = asResult || format !== "text";
  const report = await REPORTS[format].load();
  const colors = isResult ? terminal.outColors : terminal.errColors;
  const text = report(diagnostics, { colors, all, brief: !asResult, ...settings });
  if (isResult) terminal.out(text);
  else terminal.err(text);
  return failed;
}

/** The reason why a command does nothing, also as a whole report for programs. */
export async function reportProblem(context: CommandContext, problem: Problem): Promise<void> {
  await reportFindings(context, [], { problem });
  context.terminal.err(`${showControls(problem.message)}\n${showControls(problem.help)}\n`);
}

async function toldIn(context: CommandContext, details: Details): Promise<Omit<ReportContext, "colors">> {
  const { format, reports, failOnWarnings, version } = context;
  // Only logs of SARIF explain rules.
  const explains = [format, ...reports.map((report) => report.format)].includes("sarif");
  const kindOf = explains ? (await import("../../explain/all-kinds.ts")).kindOf : undefined;
  const facts = explains ? { version: version(), kindOf } : {};
  return { ...details, ...facts, failOnWarnings, repositoryPath: (path) => repositoryPath(path, context) };
}

function repositoryPath(path: string, { folder, repository = folder }: CommandContext): string {
  return relative(repository, resolve(folder, path)).split(sep).join("/");
}

async function writeFiles(
  context: CommandContext,
  found: readonly Diagnostic[],
  settings: Omit<ReportContext, "colors">,
  words: string,
): Promise<4 | undefined> {
  const { reports, folder, terminal } = context;
  if (reports.length === 0) return undefined;
  const { writeReports } = await import("./write-reports.ts");
  const texts = reports.map(async ({ format, file }) => {
    const report = await REPORTS[format].load();
    const text = report(found, { colors: terminal.plainColors, ...settings, all: true });
    return {
      path: resolve(folder, file),
      shown: file,
      text: format === "text" ? textFile(text, words, settings) : text,
    };
  });
  const problem = writeReports(context.fs, await Promise.all(texts));
  if (problem === undefined) return undefined;
  terminal.err(`${showControls(problem.message)}\n${problem.help}\n`);
  return 4;
}

/** The first line tells the next run that the file is its own. */
function textFile(text: string, words: string, { problem }: Pick<ReportContext, "problem">): string {
  const reason = problem === undefined ? "" : `${problem.message}\n${problem.help}\n`;
  return `Report of errtable.\n\n${text}${words}${showControlsInLines(reason)}`;
}

/** Whether warnings and words of success are left out. Warnings that fail the command are shown all the same. */
function isHushed({ quiet, failOnWarnings }: Pick<CommandLine, "quiet" | "failOnWarnings">): boolean {
  return quiet && !failOnWarnings;
}

/** `again` is the command as it would write; without it, it is the same command for the same tables and targets. */
export async function reportOutcome(
  context: CommandContext,
  verb: OutcomeVerb,
  { patch, ...outcome }: Outcome & { readonly patch?: string },
  again?: string,
): Promise<ExitCode> {
  const { terminal, format } = context;
  const { diagnostics, changes, exit } = outcome;
  const outputs = changes.map(({ path, change }) => ({ path, state: change.kind }));
  const command = (name: string, ...flags: readonly string[]) => again ?? sameCommand(name, flags, context);
  const plain = outcomeText(outcome, { verb, command });
  const failed = await reportFindings(context, diagnostics, {
    outputs,
    files: outcomeFindings(outcome, command("generate")),
    problem: outcome.problem,
    words: plain.out + plain.err,
  });
  // Notes are no findings, so they are in the report of no format.
  if (outcome.notes !== undefined && !context.quiet) {
    const { noteLines } = await import("../../report/text-report.ts");
    terminal.err(noteLines(outcome.notes));
  }
  if (patch !== undefined) terminal.outForeign(patch);
  const paint = { good: terminal.outColors.green, bad: terminal.outColors.red };
  const { out, err } = outcomeText(outcome, { verb, command, paint });
  const isFine = exit === 0 && (outcome.written || changes.length === 0);
  if (context.quiet && isFine) return worse(exitCodeOf(diagnostics, context), failed);
  const { lead = "" } = context;
  // A run that takes the place of the last one has one line.
  const lines = lead !== "" && outcome.written ? "" : out;
  // A patch, or a document for programs, stands alone on stdout.
  if (format === "text" && patch === undefined) terminal.out(lines);
  else terminal.err(lines);
  terminal.err(lead + (lead !== "" && err === "" ? NOTHING_DONE[verb] : err));
  return worse(exit === 0 ? exitCodeOf(diagnostics, context) : exit, failed);
}

/** Of a run that findings stopped. */
const NOTHING_DONE: Readonly<Record<OutcomeVerb, string>> = {
  generate: "Nothing was written.\n",
  "dry-run": "Nothing would be written.\n",
  check: "Nothing was compared.\n",
  diff: "Nothing was compared.\n",
};

/** A report that was not written counts where all else is fine. */
export function worse(exit: ExitCode, failed: ExitCode | undefined): ExitCode {
  return exit === 0 ? (failed ?? 0) : exit;
}

export function exitCodeOf(
  diagnostics: readonly Diagnostic[],
  { failOnWarnings }: Pick<CommandLine, "failOnWarnings">,
): ExitCode {
  if (hasErrors(diagnostics)) return exitOfErrors(diagnostics);
  return failOnWarnings && diagnostics.some(({ severity }) => severity === "warning") ? 1 : 0;
}

/** The same command for the same tables and targets, under another name. */
export function sameCommand(name: string, flags: readonly string[], context: CommandContext): string {
  const { tables, configs, namesConfig, out, only, host } = context;
  return shellLine([
    "errtable",
    name,
    ...tables.map((table) => host.show(table)),
    ...(namesConfig ? configs.flatMap((config) => ["--config", host.show(config)]) : []),
    ...(out === undefined ? [] : ["--out", out]),
    ...only.flatMap((target) => ["--only", target]),
    ...flags,
  ]);
}

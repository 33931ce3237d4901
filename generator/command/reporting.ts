// Prints the findings and the outcome of a command: results on stdout, everything else on stderr.
import { type Diagnostic, hasErrors } from "../diagnostic/diagnostic.ts";
import { type ExitCode, exitOfErrors, type Outcome } from "../output/outcome.ts";
import { REPORTS, type ReportContext } from "../report/index.ts";
import { type OutcomeVerb, outcomeText } from "../report/outcome-report.ts";
import type { CommandContext, CommandLine } from "./command-line.ts";

/** Findings are the result of lint alone; in a format for programs they are always the result. */
export async function reportFindings(
  context: CommandContext,
  found: readonly Diagnostic[],
  {
    asResult = false,
    ...details
  }: Omit<ReportContext, "colors" | "all" | "brief"> & { readonly asResult?: boolean } = {},
): Promise<void> {
  const { terminal, format, all } = context;
  const diagnostics = isHushed(context) ? found.filter(({ severity }) => severity === "error") : found;
  // For people, a report without findings is empty; for programs it always has its form.
  if (diagnostics.length === 0 && format === "text") return;
  const isResult = asResult || format !== "text";
  const report = await REPORTS[format]();
  const colors = isResult ? terminal.outColors : terminal.errColors;
  const text = report(diagnostics, { colors, all, brief: !asResult, ...details });
  if (isResult) terminal.out(text);
  else terminal.err(text);
}

/** Whether warnings and words of success are left out. Warnings that fail the command are shown all the same. */
export function isHushed({ quiet, failOnWarnings }: Pick<CommandLine, "quiet" | "failOnWarnings">): boolean {
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
  await reportFindings(context, diagnostics, { outputs });
  if (patch !== undefined) terminal.outForeign(patch);
  const paint = { good: terminal.outColors.green, bad: terminal.outColors.red };
  const command = (name: string, ...flags: readonly string[]) => again ?? sameCommand(name, flags, context);
  const { out, err } = outcomeText(outcome, { verb, command, paint });
  const isFine = exit === 0 && (outcome.written || changes.length === 0);
  if (context.quiet && isFine) return exitCodeOf(diagnostics, context);
  // A patch, or a document for programs, stands alone on stdout.
  if (format === "text" && patch === undefined) terminal.out(out);
  else terminal.err(out);
  terminal.err(err);
  return exit === 0 ? exitCodeOf(diagnostics, context) : exit;
}

export function exitCodeOf(
  diagnostics: readonly Diagnostic[],
  { failOnWarnings }: Pick<CommandLine, "failOnWarnings">,
): ExitCode {
  if (hasErrors(diagnostics)) return exitOfErrors(diagnostics);
  return failOnWarnings && diagnostics.some(({ severity }) => severity === "warning") ? 1 : 0;
}

/** Words as people may type them. */
export function shellLine(words: readonly string[]): string {
  return words.map((word) => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`)).join(" ");
}

function sameCommand(name: string, flags: readonly string[], context: CommandContext): string {
  const { tables, config, namesConfig, out, only, host } = context;
  return shellLine([
    "errtable",
    name,
    ...tables.map((table) => host.show(table)),
    ...(namesConfig && config !== undefined ? ["--config", host.show(config)] : []),
    ...(out === undefined ? [] : ["--out", out]),
    ...only.flatMap((target) => ["--only", target]),
    ...flags,
  ]);
}

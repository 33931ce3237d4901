// generate, check and diff ask the same question for different reasons: this opens the job and tells people the outcome.

import type { Outcome } from "../output/outcome.ts";
import type { Job } from "../output/prepare.ts";
import { tellOutcome } from "../report/plan-report.ts";
import { type Context, type ExitCode, exitCodeOf, isMeant, tell } from "./context.ts";
import { openJob } from "./job.ts";

export type Verb = "generate" | "dry-run" | "check" | "diff";

export async function runJob(verb: Verb, context: Context, act: (job: Job) => Promise<Outcome>): Promise<ExitCode> {
  if (!isMeant(context)) return 2;
  const { invocation, host, only, terminal, format, failOnWarnings, startMaker } = context;
  const done = await act(openJob(invocation, { host, only, onStage: terminal.progress, startMaker }));
  if (done.diagnostics.length > 0 || format !== "text") {
    const outputs = done.changes.map(({ path, change }) => ({ path, state: change.kind }));
    await tell(done.diagnostics, context, "narration", outputs);
  }
  const paint = { good: terminal.outColors.green, bad: terminal.outColors.red };
  const told = tellOutcome(done, { verb, command: (name, ...flags) => commandLine(name, flags, context), paint });
  // A machine's document stands alone on stdout.
  if (format === "text") terminal.out(told.out);
  else terminal.err(told.out);
  terminal.err(told.err);
  return done.exit === 0 ? exitCodeOf(done.diagnostics, failOnWarnings) : done.exit;
}

/** A command for the same tables and targets, as people may type it. */
function commandLine(name: string, flags: readonly string[], { invocation, namesConfig, only, host }: Context): string {
  const { tables, config, out } = invocation;
  const words = [
    ...tables.map((table) => host.show(table)),
    ...(namesConfig && config !== undefined ? ["--config", host.show(config)] : []),
    ...(out === undefined ? [] : ["--out", out]),
    ...only.flatMap((target) => ["--only", target]),
    ...flags,
  ];
  return shellLine(["errtable", name, ...words]);
}

/** Words as people may type them. */
export function shellLine(words: readonly string[]): string {
  return words.map(quote).join(" ");
}

function quote(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

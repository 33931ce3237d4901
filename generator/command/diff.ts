// Shows the changes that generate would make as one unified diff; it includes hand edits that generate refuses to overwrite.
import { planTargets } from "../output/incremental-run.ts";
import { type Outcome, planOutcome } from "../output/outcome.ts";
import { isUpToDate } from "../output/plan.ts";
import { printPatch } from "../report/patch.ts";
import type { Options } from "./command-line.ts";
import type { TargetSession } from "./session.ts";

export async function diff(
  session: TargetSession,
  { exitCode }: Pick<Options, "exitCode">,
): Promise<Outcome & { readonly patch: string }> {
  const opened = await session.openTargets({ useCache: false });
  if ("exit" in opened) return { ...opened, patch: "" };
  const plans = planTargets(session.project, opened.targets, { force: false, locked: false });
  const exit = exitCode && !plans.every(isUpToDate) ? 3 : 0;
  const outcome = await planOutcome(plans, { exit, diagnostics: opened.diagnostics, written: false });
  return { ...outcome, patch: printPatch(outcome.changes) };
}

// Shows, as one unified diff, the changes that generate would make; it includes hand edits that generate refuses to overwrite.

import { planTargets } from "../output/incremental-run.ts";
import { type Outcome, planOutcome } from "../output/outcome.ts";
import { isUpToDate } from "../output/plan.ts";
import { printPatch } from "../report/patch.ts";
import type { TargetSession } from "./session.ts";

export interface DiffOptions {
  /** Exits with 3 where there is a difference. */
  readonly exitCode: boolean;
}

export async function diff(
  session: TargetSession,
  { exitCode }: DiffOptions,
): Promise<Outcome & { readonly patch: string }> {
  const opened = await session.openTargets({ useCache: false });
  if ("exit" in opened) return { ...opened, patch: "" };
  const plans = planTargets(session.project, opened.targets, { force: false, locked: false });
  const exit = exitCode && !plans.every(isUpToDate) ? 3 : 0;
  const outcome = planOutcome(plans, { exit, diagnostics: opened.diagnostics, written: false });
  return { ...outcome, patch: await printPatch(outcome.changes) };
}

// Shows, as one unified diff, what generate would write; hand edits that stand in its way included.

import { type Outcome, planOutcome, refusedOutcome } from "../output/outcome.ts";
import { isUpToDate } from "../output/plan.ts";
import { type Job, planTargets, prepare } from "../output/prepare.ts";
import { printPatch } from "../report/patch.ts";

export interface DiffOptions {
  /** Exits with 3 where there is a difference. */
  readonly exitCode: boolean;
}

export async function diff(job: Job, { exitCode }: DiffOptions): Promise<Outcome & { readonly patch: string }> {
  const prepared = await prepare(job, { full: true });
  if (prepared.kind === "refused") return { ...refusedOutcome(prepared), patch: "" };
  const plans = prepared.kind === "fresh" ? [] : planTargets(job, prepared.targets, { force: false, locked: false });
  const differs = exitCode && !plans.every(isUpToDate);
  const outcome = planOutcome(plans, { exit: differs ? 3 : 0, diagnostics: prepared.diagnostics, written: false });
  return { ...outcome, patch: await printPatch(outcome.changes) };
}

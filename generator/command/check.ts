// Says everything that generate would change, in all targets; writes nothing to them.

import { freshOutcome, type Outcome, planOutcome, refusedOutcome } from "../output/outcome.ts";
import { isUpToDate } from "../output/plan.ts";
import { type Job, planTargets, prepare } from "../output/prepare.ts";

export async function check(job: Job): Promise<Outcome> {
  const prepared = await prepare(job, { full: false });
  if (prepared.kind === "refused") return refusedOutcome(prepared);
  if (prepared.kind === "fresh") return freshOutcome(prepared);
  const plans = planTargets(job, prepared.targets, { force: false, locked: false });
  const fresh = plans.every(isUpToDate);
  if (fresh) prepared.keep(plans);
  return planOutcome(plans, { exit: fresh ? 0 : 3, diagnostics: prepared.diagnostics, written: false });
}

// Shows the changes that generate would make as one unified diff; it includes hand edits that generate refuses to overwrite.

import { isUpToDate } from "../../output/plan/plan.ts";
import { type Outcome, planOutcome } from "../../output/run/outcome.ts";
import { isEdited, isRefusedEdit } from "../../output/run/owned-edit.ts";
import { planTargets } from "../../output/run/plan-targets.ts";
import { printPatch } from "../../report/patch.ts";
import type { Options } from "../session/command-line.ts";
import type { TargetSession } from "../session/session.ts";

export async function diff(
  session: TargetSession,
  { exitCode }: Pick<Options, "exitCode">,
): Promise<Outcome & { readonly patch: string }> {
  const opened = await session.openTargets({ useCache: false });
  if ("exit" in opened) return { ...opened, patch: "" };
  const { targets, kept, owned, diagnostics } = opened;
  const plans = planTargets(session.project, targets, { force: false, locked: false, kept });
  const isSame = plans.every(isUpToDate) && !owned.edits.some((edit) => isEdited(edit) || isRefusedEdit(edit));
  const exit = exitCode && !isSame ? 3 : 0;
  const outcome = await planOutcome({ plans, kept, owned }, { exit, diagnostics, written: false });
  return { ...outcome, patch: printPatch(outcome.changes) };
}

// Reports everything that generate would change, in all targets and files of people; writes nothing to them.

import { isUpToDate } from "../../output/plan/plan.ts";
import { abandonedChanges } from "../../output/run/abandoned.ts";
import { finishRun, rememberSweep } from "../../output/run/incremental-run.ts";
import { type Outcome, planOutcome } from "../../output/run/outcome.ts";
import { isEdited, isRefusedEdit, refusalsOf } from "../../output/run/owned-edit.ts";
import { planTargets } from "../../output/run/plan-targets.ts";
import type { TargetSession } from "../session/session.ts";

export async function check(session: TargetSession): Promise<Outcome> {
  const { project } = session;
  const opened = await session.openTargets({
    useCache: true,
    onUnchanged(run, unchanged) {
      const { outcome, cached, state } = unchanged;
      const { slots, configs, isSwept } = state;
      if (isSwept) return outcome;
      const abandoned = abandonedChanges(project, { slots, wholeConfigs: configs }, cached.folders);
      if (abandoned.length === 0) rememberSweep(run, unchanged);
      return abandoned.length === 0 ? outcome : { ...outcome, exit: 3, changes: abandoned };
    },
  });
  if ("exit" in opened) return opened;
  const { run, targets, kept, owned, diagnostics } = opened;
  const plans = planTargets(project, targets, { force: false, locked: false, kept });
  const abandoned = abandonedChanges(project, opened, run.cached?.folders);
  const ready = plans.filter(isUpToDate);
  const settled = owned.edits.filter((edit) => !isEdited(edit) && !isRefusedEdit(edit));
  finishRun(run, opened, { plans: ready, edits: settled, isSwept: abandoned.length === 0 });
  const isFine = ready.length === plans.length && settled.length === owned.edits.length && abandoned.length === 0;
  const found = [...diagnostics, ...refusalsOf(owned.edits)];
  const outcome = await planOutcome(
    { plans, kept, owned },
    { exit: isFine ? 0 : 3, diagnostics: found, written: false },
  );
  return { ...outcome, changes: [...outcome.changes, ...abandoned] };
}

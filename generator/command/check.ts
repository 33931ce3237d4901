// Reports everything that generate would change, in all targets; writes nothing to them.
import { abandonedFolders } from "../output/abandoned.ts";
import { finishRun, planTargets } from "../output/incremental-run.ts";
import { type Outcome, planOutcome } from "../output/outcome.ts";
import { isUpToDate } from "../output/plan.ts";
import type { TargetSession } from "./session.ts";

export async function check(session: TargetSession): Promise<Outcome> {
  const opened = await session.openTargets({ useCache: true });
  if ("exit" in opened) return opened;
  const plans = planTargets(session.project, opened.targets, { force: false, locked: false });
  const abandoned = abandonedFolders(session.project, opened);
  const upToDate = plans.every(isUpToDate) && abandoned.length === 0;
  if (upToDate) finishRun(opened.run, opened, plans);
  const outcome = await planOutcome(plans, { exit: upToDate ? 0 : 3, diagnostics: opened.diagnostics, written: false });
  return { ...outcome, changes: [...outcome.changes, ...abandoned] };
}

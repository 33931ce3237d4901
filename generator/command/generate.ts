// Writes the files of all targets of a run, or of none of them, and reports the reason.
import { makeFolders, stagePlans, takeBack, type Undo } from "../output/apply.ts";
import { errorCode } from "../output/fs.ts";
import { finishRun, type Project, planTargets } from "../output/incremental-run.ts";
import { withLocks } from "../output/lock.ts";
import { type Outcome, type Problem, planOutcome } from "../output/outcome.ts";
import { isRefused, isUpToDate, type TargetPlan } from "../output/plan.ts";
import type { Options } from "./command-line.ts";
import type { TargetSession } from "./session.ts";

export async function generate(
  session: TargetSession,
  { dryRun, force = false }: Pick<Options, "dryRun" | "force">,
): Promise<Outcome> {
  const opened = await session.openTargets({ useCache: true });
  if ("exit" in opened) return opened;
  const { run, targets, diagnostics } = opened;
  const plans = planTargets(session.project, targets, { force, locked: false });
  const refused = plans.some(isRefused);
  const [ready, changing] = [plans.filter(isUpToDate), plans.filter((plan) => !isUpToDate(plan))];
  if (changing.length === 0) finishRun(run, opened, plans);
  if (refused || changing.length === 0 || dryRun)
    return planOutcome(plans, { exit: refused ? 4 : 0, diagnostics, written: false });
  const { plans: written, done, problem } = write(session.project, changing, force);
  const all = [...ready, ...written];
  if (done) finishRun(run, opened, all);
  const outcome = await planOutcome(all, { exit: done ? 0 : 4, diagnostics, written: done });
  return problem === undefined ? outcome : { ...outcome, problem };
}

/** Another run may have written since the plans were made, so they are made again while no other run can write. */
function write(
  project: Project,
  planned: readonly TargetPlan[],
  force: boolean,
): { readonly plans: readonly TargetPlan[]; readonly done: boolean; readonly problem?: Problem } {
  const { fs } = project;
  const targets = planned.map((plan) => plan.target);
  const folders = targets.map((target) => target.folder);
  const undo: Undo = [];
  let moving = false;
  try {
    for (const folder of folders) makeFolders(fs, folder, undo);
    return withLocks(fs, folders, () => {
      const plans = planTargets(project, targets, { force, locked: true });
      if (plans.some(isRefused)) return { plans, done: false };
      const move = stagePlans(fs, plans);
      moving = true;
      move();
      return { plans, done: true };
    });
  } catch (error) {
    if (errorCode(error) === undefined || !(error instanceof Error)) throw error;
    const message = `The files could not be written: ${error.message}.`;
    const help = moving
      ? "Some of them are already in place; the next run completes them."
      : "Nothing was changed. Check the permissions, and the room on the disk.";
    return { plans: planned, done: false, problem: { message, help } };
  } finally {
    // Only the locks needed these folders.
    if (!moving) takeBack(undo);
  }
}

// Makes every folder hold what the tables say, or says why it does not; all targets of a run, or none.
import { makeFolders, stagePlans } from "../output/apply.ts";
import { errorCode } from "../output/fs.ts";
import { withLocks } from "../output/lock.ts";
import { freshOutcome, type Outcome, planOutcome, refusedOutcome } from "../output/outcome.ts";
import { isRefused, isUpToDate, type TargetPlan } from "../output/plan.ts";
import { type Job, type Problem, planTargets, prepare } from "../output/prepare.ts";

export interface GenerateOptions {
  /** Says what would be written, and writes nothing. */
  readonly dryRun: boolean;
  /** Gives up hand edits of files that errtable made. */
  readonly force: boolean;
}

export async function generate(job: Job, { dryRun, force }: GenerateOptions): Promise<Outcome> {
  const prepared = await prepare(job, { full: false });
  if (prepared.kind === "refused") return refusedOutcome(prepared);
  if (prepared.kind === "fresh") return freshOutcome(prepared);
  const { targets, diagnostics } = prepared;
  const plans = planTargets(job, targets, { force, locked: false });
  if (plans.some(isRefused)) return planOutcome(plans, { exit: 4, diagnostics, written: false });
  const changing = plans.filter((plan) => !isUpToDate(plan));
  if (changing.length === 0) prepared.keep(plans);
  if (changing.length === 0 || dryRun) return planOutcome(plans, { exit: 0, diagnostics, written: false });
  const written = write(job, changing, force);
  const rest = plans.filter((plan) => !changing.includes(plan));
  const outcome = planOutcome([...rest, ...written.plans], {
    exit: written.done ? 0 : 4,
    diagnostics,
    written: written.done,
  });
  if (written.done) prepared.keep([...rest, ...written.plans]);
  return written.problem === undefined ? outcome : { ...outcome, problem: written.problem };
}

interface Written {
  readonly plans: readonly TargetPlan[];
  readonly done: boolean;
  readonly problem?: Problem;
}

/** Another run may have written since the plan was made, so that it is made again where no other run can. */
function write(job: Job, planned: readonly TargetPlan[], force: boolean): Written {
  const { fs } = job;
  const targets = planned.map((plan) => plan.target);
  const folders = targets.map((target) => target.folder);
  const made: string[] = [];
  let moving = false;
  try {
    for (const folder of folders) made.push(...makeFolders(fs, folder));
    return withLocks(fs, folders, () => {
      const plans = planTargets(job, targets, { force, locked: true });
      if (plans.some(isRefused)) return { plans, done: false };
      const move = stagePlans(fs, plans);
      moving = true;
      move();
      return { plans, done: true };
    });
  } catch (error) {
    const code = errorCode(error);
    if (code === undefined || !(error instanceof Error)) throw error;
    const message = `The files could not be written: ${error.message}.`;
    const help = moving
      ? "Some of them are already in place; the next run completes them."
      : "Nothing was changed. Check the permissions, and the room on the disk.";
    return { plans: planned, done: false, problem: { message, help } };
  } finally {
    // Nothing came into the folders, which the locks alone needed.
    if (!moving) removeFolders(job, made);
  }
}

function removeFolders({ fs }: Job, folders: readonly string[]): void {
  for (const folder of folders.toReversed()) {
    try {
      fs.removeFolder(folder);
    } catch {
      // An empty folder harms nobody, and one that another run has filled by now is not ours.
    }
  }
}

// The plans of targets and the new texts of files of people become files: all of them, or none.
import { dirname } from "node:path";
import { errorCode } from "../files/fs.ts";
import type { TargetPlan } from "../plan/plan.ts";
import { isRefused } from "../plan/plan.ts";
import { makeFolders, stagePlans, takeBack, type Undo } from "../write/apply.ts";
import { withLocks } from "../write/lock.ts";
import { type Replacement, stageReplacements } from "../write/replace.ts";
import type { Problem } from "./outcome.ts";
import { planTargets } from "./plan-targets.ts";
import type { Project } from "./project-run.ts";

export interface Written {
  /** As they were carried out, or would have been. */
  readonly plans: readonly TargetPlan[];
  readonly done: boolean;
  readonly problem?: Problem;
}

/** Another run may have written since the plans were made, so they are made again while no other run can write. */
export function writeRun(
  project: Project,
  planned: readonly TargetPlan[],
  replacements: readonly Replacement[],
  { force }: { readonly force: boolean },
): Written {
  const { fs, host } = project;
  const targets = planned.map((plan) => plan.target);
  const folders = targets.map((target) => target.folder);
  const files = replacements.map((one) => ({ ...one, path: fs.real(one.path) ?? one.path, shown: one.path }));
  const undo: Undo = [];
  let moving = false;
  try {
    for (const folder of folders) makeFolders(fs, folder, undo);
    return withLocks(fs, [...folders, ...files.map(({ path }) => dirname(path))], (): Written => {
      const plans = planTargets(project, targets, { force, locked: true });
      if (plans.some(isRefused)) return { plans, done: false };
      const movePlans = stagePlans(fs, plans, undo);
      const staged = stageReplacements(fs, files, undo);
      if ("changed" in staged) {
        const message = `Nothing was written: another program changed "${host.show(staged.changed)}" meanwhile.`;
        return { plans, done: false, problem: { message, help: "Run the command again." } };
      }
      // Files of people can be put back; generated ones have journals, by which the next run completes them.
      staged.move();
      moving = true;
      movePlans();
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
    if (!moving) takeBack(undo);
  }
}

// Targets are compared with their folders as they are now.

import { foldPath } from "../files/paths.ts";
import { readGitFacts } from "../git/git-facts.ts";
import { planTarget, type TargetPlan } from "../plan/plan.ts";
import { readState, realFolder } from "../state/state.ts";
import type { PlannedTarget, TargetSlot } from "../state/target.ts";
import type { KeptTarget } from "./incremental-run.ts";
import type { Project } from "./project-run.ts";

/** `kept` are the targets of the run whose folders need no plan. */
export function planTargets(
  { fs, root }: Project,
  targets: readonly PlannedTarget[],
  {
    force,
    locked,
    kept = [],
  }: { readonly force: boolean; readonly locked: boolean; readonly kept?: readonly KeptTarget[] },
): readonly TargetPlan[] {
  const owners = new Map(kept.map(({ slot }) => [folderOf(slot), slot.label]));
  function folderOf({ folder }: TargetSlot): string {
    return foldPath(realFolder(fs, folder));
  }
  return targets.map((target) => {
    const paths = target.files.map((file) => file.path);
    const state = readState(fs, target, paths, { root: target.root ?? root, locked });
    // A link, or a disk that ignores case, may make one folder of two that are spelled differently.
    const folder = state.trouble === undefined ? folderOf(target) : undefined;
    const owner = folder === undefined ? undefined : owners.get(folder);
    if (folder !== undefined) owners.set(folder, target.label);
    const trouble = owner === undefined ? {} : { trouble: `It is also the folder of ${owner}.` };
    const plan = planTarget(target, { ...state, ...trouble }, { force });
    if (!plan.changes.some(({ kind }) => kind === "edited" || kind === "foreign")) return plan;
    return planTarget(target, { ...state, git: readGitFacts(fs, target.folder) }, { force });
  });
}

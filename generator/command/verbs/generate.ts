// Writes the files of all targets of a run, and the blocks and components in files of people; or none of them, and reports the reason.

import { manifestName } from "../../output/files/paths.ts";
import { isRefused, isUpToDate, type TargetPlan } from "../../output/plan/plan.ts";
import { abandonedFolders } from "../../output/run/abandoned.ts";
import { finishRun } from "../../output/run/incremental-run.ts";
import { type Outcome, planOutcome } from "../../output/run/outcome.ts";
import { isEdited, isRefusedEdit, refusalsOf, replacementsOf } from "../../output/run/owned-edit.ts";
import { planTargets } from "../../output/run/plan-targets.ts";
import type { Project } from "../../output/run/project-run.ts";
import { writeRun } from "../../output/run/write-run.ts";
import type { Options } from "../session/command-line.ts";
import type { OpenTargets, TargetSession } from "../session/session.ts";

export async function generate(
  session: TargetSession,
  { dryRun = false, force = false }: Pick<Options, "dryRun" | "force">,
): Promise<Outcome> {
  const opened = await session.openTargets({ useCache: true, force, completes: !dryRun });
  if ("exit" in opened) return opened;
  const { run, targets, kept, owned, diagnostics } = opened;
  const { edits } = owned;
  const plans = planTargets(session.project, targets, { force, locked: false, kept });
  const refused = plans.some(isRefused) || edits.some(isRefusedEdit);
  const [ready, changing] = [plans.filter(isUpToDate), plans.filter((plan) => !isUpToDate(plan))];
  const edited = edits.filter(isEdited);
  const isDone = changing.length + edited.length === 0;
  if (isDone && !refused) finishRun(run, opened, { plans, edits });
  if (refused || isDone || dryRun) {
    const found = [...diagnostics, ...refusalsOf(edits)];
    return planOutcome({ plans, kept, owned }, { exit: refused ? 4 : 0, diagnostics: found, written: false });
  }
  const { plans: written, done, problem } = writeRun(session.project, changing, replacementsOf(edited), { force });
  const all = [...ready, ...written];
  if (done) finishRun(run, opened, { plans: all, edits });
  const outcome = await planOutcome({ plans: all, kept, owned }, { exit: done ? 0 : 4, diagnostics, written: done });
  const left = leftFolders(session.project, opened, changing);
  return { ...outcome, ...(left.length > 0 && { left }), ...(problem && { problem }) };
}

/** A folder that is new may be the new place of another one. */
function leftFolders(project: Project, opened: OpenTargets, plans: readonly TargetPlan[]): readonly string[] {
  const isNew = plans.some(({ changes }) => changes.some((one) => one.path === manifestName && one.kind === "create"));
  if (!isNew) return [];
  return abandonedFolders(project, opened, opened.run.cached?.folders).map((folder) => project.host.show(folder));
}

// What generate, check and diff hand back: data, which report/ turns into words and the command line into an exit code.
import type { Diagnostic } from "../diagnostic/diagnostic.ts";
import { manifestName } from "./paths.ts";
import type { Change, TargetPlan } from "./plan.ts";
import type { Prepared, Problem, Refused } from "./prepare.ts";

export interface Outcome {
  /** 0 fine, 1 findings, 2 usage or configuration, 3 out of date, 4 something is in the way and nothing was written. */
  readonly exit: 0 | 1 | 2 | 3 | 4;
  readonly diagnostics: readonly Diagnostic[];
  /** Everything that is not as it should be, or was not; by target and path. */
  readonly changes: readonly TargetChange[];
  /** The changes were carried out. */
  readonly written: boolean;
  /** How many files, besides manifests, are as they should be. */
  readonly upToDate: number;
  readonly problem?: Problem;
}

export interface TargetChange {
  readonly target: string;
  /** As people are shown it. */
  readonly path: string;
  readonly change: Change;
}

export function refusedOutcome({ exit, diagnostics, problem }: Refused): Outcome {
  const outcome = { exit, diagnostics, changes: [], written: false, upToDate: 0 };
  return problem === undefined ? outcome : { ...outcome, problem };
}

export function freshOutcome({ diagnostics, files }: Extract<Prepared, { kind: "fresh" }>): Outcome {
  return { exit: 0, diagnostics, changes: [], written: false, upToDate: files };
}

export function planOutcome(
  plans: readonly TargetPlan[],
  result: Pick<Outcome, "exit" | "diagnostics" | "written">,
): Outcome {
  const changes = plans.flatMap(({ target, changes }) =>
    changes
      .filter(({ action }) => action !== "none")
      .map((change) => ({ target: target.label, path: showPath(target.shown, change.path), change })),
  );
  const files = plans.flatMap((plan) => plan.changes).filter(({ path }) => path !== manifestName);
  return { ...result, changes, upToDate: files.filter(({ action }) => action === "none").length };
}

function showPath(folder: string, path: string): string {
  if (path === "") return folder;
  return folder === "." ? path : `${folder}/${path}`;
}

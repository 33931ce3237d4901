// The result of generate, check and diff, as data: report/ prints it, and the command line turns it into an exit code.
import type { Diagnostic } from "../../diagnostic/diagnostic.ts";
import { manifestName } from "../files/paths.ts";
import { type Change, LAYOUT_ONLY, type TargetPlan } from "../plan/plan.ts";
import { plainBytes } from "../plan/records.ts";
import { type OwnedEdit, ownedChanges } from "./owned-edit.ts";

/** 0 fine, 1 findings, 2 usage, configuration or a file that cannot be read, 3 out of date, 4 something is in the way of writing, 5 consumers or producers break. */
export type ExitCode = 0 | 1 | 2 | 3 | 4 | 5;

const NO_INPUT: ReadonlySet<string> = new Set(["missing-file", "unreadable-file", "config"]);

/** For findings with an error: files that cannot be read come first, because they are no fault of a text. */
export function exitOfErrors(diagnostics: readonly Diagnostic[]): 1 | 2 {
  return diagnostics.some(({ code, severity }) => severity === "error" && NO_INPUT.has(code)) ? 2 : 1;
}

export interface Outcome {
  readonly exit: ExitCode;
  readonly diagnostics: readonly Diagnostic[];
  /** Every file that is, or was, not up to date; by target and path. */
  readonly changes: readonly TargetChange[];
  /** The changes were carried out. */
  readonly written: boolean;
  /** The number of files, besides manifests, that are up to date. */
  readonly upToDate: number;
  readonly problem?: Problem;
  /** Folders that no target makes any more, as people are shown them, where the run has reason to look for them. */
  readonly left?: readonly string[];
  /** Facts that nobody has to act on. */
  readonly notes?: readonly Diagnostic[];
}

export interface TargetChange {
  readonly target: string;
  /** As people are shown it. */
  readonly path: string;
  readonly change: Change;
}

/** A finding that has no place in a file. */
export interface Problem {
  readonly message: string;
  readonly help: string;
}

/** The outcome of a run that has no plan: it was refused, or nothing has changed. */
export function outcomeWithoutPlan(
  exit: 0 | 1 | 2,
  diagnostics: readonly Diagnostic[],
  rest: Partial<Pick<Outcome, "upToDate" | "problem">> = {},
): Outcome {
  return { exit, diagnostics, changes: [], written: false, upToDate: 0, ...rest };
}

/** The plans of a run, with the targets and the files of people that need none. */
export interface PlannedRun {
  readonly plans: readonly TargetPlan[];
  readonly kept?: readonly { readonly cached: { readonly hashes: ReadonlyMap<string, string> } }[];
  readonly owned?: { readonly edits: readonly OwnedEdit[]; readonly kept: number };
}

export async function planOutcome(
  { plans, kept = [], owned }: PlannedRun,
  result: Pick<Outcome, "exit" | "diagnostics" | "written">,
): Promise<Outcome> {
  const changes = plans.flatMap(({ target, changes }) =>
    changes
      .filter(({ action }) => action !== "none")
      .map(async (change) => {
        const path = showPath(target.shown, change.path);
        return { target: target.label, path, change: await withReason(change) };
      }),
  );
  const files = plans.flatMap((plan) => plan.changes).filter(({ path }) => path !== manifestName);
  const { edits = [], kept: keptOwned = 0 } = owned ?? {};
  const ownChanges = ownedChanges(edits);
  const upToDate =
    files.filter(({ action }) => action === "none").length +
    kept.reduce((count, { cached }) => count + cached.hashes.size, 0) +
    (edits.length - ownChanges.length + keptOwned);
  const notes = edits.flatMap((edit) => edit.notes ?? []);
  return {
    ...result,
    changes: [...(await Promise.all(changes)), ...ownChanges],
    upToDate,
    ...(notes.length > 0 && { notes }),
  };
}

/** Texts are compared as formatters see them only where a file is refused. */
async function withReason(change: Change): Promise<Change> {
  if (change.action !== "refuse" || change.kind !== "edited" || change.after === undefined) return change;
  const { differsOnlyInLayout } = await import("../plan/layout-difference.ts");
  const before = Buffer.from(plainBytes(change.before)).toString();
  return differsOnlyInLayout(change.path, before, change.after) ? { ...change, reason: LAYOUT_ONLY } : change;
}

function showPath(folder: string, path: string): string {
  if (path === "") return folder;
  return folder === "." ? path : `${folder}/${path}`;
}

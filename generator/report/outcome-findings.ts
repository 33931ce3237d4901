// The files that make a command fail, and the reason why it did nothing, become findings.
import type { Diagnostic } from "../diagnostic/diagnostic.ts";
import type { Place } from "../diagnostic/source.ts";
import type { Change } from "../output/plan/plan.ts";
import type { Outcome, Problem, TargetChange } from "../output/run/outcome.ts";
import { withoutManifests } from "./outcome-report.ts";

/** `again` is the command that brings the files up to date. */
export function outcomeFindings({ exit, written, changes }: Outcome, again: string): readonly Diagnostic[] {
  if (written || exit < 3) return [];
  // Where a hand edit stops a run, only the files that are in the way matter.
  const failing = exit === 4 ? changes.filter(({ change }) => change.action === "refuse") : changes;
  return withoutManifests(failing).map((change) => toFinding(change, again));
}

/** A command that does nothing has no file; programs that show no finding without one show the configuration. */
export function problemFinding({ message, help }: Problem): Diagnostic {
  return { code: "command-failed", severity: "error", message, help, place: startOf("errtable.config.yaml") };
}

function toFinding({ path, change }: TargetChange, again: string): Diagnostic {
  const place = startOf(path);
  if (change.action !== "refuse") {
    const help = `Run: ${again}`;
    return { code: "out-of-date", severity: "error", message: MESSAGES[change.kind], help, place };
  }
  return { code: "in-the-way", severity: "error", message: change.reason, place };
}

const MESSAGES: Readonly<Record<Change["kind"], string>> = {
  unchanged: "The file is up to date.",
  create: "The file is missing.",
  update: "The file is out of date.",
  "line-ends": "The file differs in line ends or a byte order mark.",
  merged: "Git merged the file from two sides.",
  edited: "The file was edited by hand.",
  orphan: "The file is no longer made.",
  "edited-orphan": "The file was edited by hand and is no longer made.",
  leftover: "An interrupted run left the file.",
  foreign: "The file belongs to somebody else.",
  blocked: "Something is in the place of the file.",
  abandoned: "No target of the configuration makes the files of the folder any more.",
};

function startOf(path: string): Place {
  return { source: { path, text: "" }, span: { start: 0, end: 0 } };
}

// Checks only what a change since a commit can reach, and says if it reaches nothing.
import { showControls } from "../../diagnostic/unseen.ts";
import type { ExitCode } from "../../output/run/outcome.ts";
import { usageProblem } from "../session/command-line.ts";
import { reportFindings, reportProblem } from "../session/reporting.ts";
import type { Session } from "../session/session.ts";
import { reachedSince } from "./changed-targets.ts";

/** `narrowed` opens the same session for some targets; `run` checks all that its session selects. */
export async function checkChanged(
  ref: string,
  session: Session,
  narrowed: (only: readonly string[]) => Session,
  run: (session: Session) => Promise<ExitCode>,
): Promise<ExitCode> {
  const clash = session.only.length > 0 || session.out !== undefined;
  const problem = clash
    ? { message: "--changed chooses the targets itself.", help: "Leave out --only and --out." }
    : usageProblem(session);
  const reached = problem ?? reachedSince(ref, session);
  if ("message" in reached) {
    await reportProblem(session, reached);
    return 2;
  }
  const { label, only } = reached;
  if (only === undefined) return run(session);
  if (only.length > 0) return run(narrowed(only));
  const words = `Nothing that errtable reads or makes here has changed since ${showControls(label)}.\n`;
  const failed = await reportFindings(session, [], { outputs: [], words });
  if (!session.quiet) session.terminal.err(words);
  return failed ?? 0;
}

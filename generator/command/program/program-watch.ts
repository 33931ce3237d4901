// The option --watch of the commands that may run again and again.
import { resolve } from "node:path";
import type { Outcome } from "../../output/run/outcome.ts";
import type { OutcomeVerb } from "../../report/outcome-report.ts";
import type { Options } from "../session/command-line.ts";
import { reportOutcome, reportProblem } from "../session/reporting.ts";
import type { Session } from "../session/session.ts";
import type { Shell } from "../session/shell.ts";
import type { OwnWrites } from "../verbs/watch.ts";

export const WATCH_HELP = "run again whenever something changes that the command reads, until Ctrl+C";

/** Runs a command again and again; it never ends by itself. */
export async function watchCommand(
  shell: Shell,
  tables: readonly string[],
  options: Options,
  run: (session: Session) => Promise<OwnWrites>,
  more: { readonly seesOutputs?: boolean } = {},
): Promise<void> {
  const session = shell.open(tables, options);
  const { format = "text" } = options;
  if (format !== "text") {
    const message = `--watch reports to people, and --format ${format} to programs.`;
    await reportProblem(session, { message, help: "Leave one of them out; --output writes reports into files." });
    return shell.finish(2);
  }
  const { watch } = await import("../verbs/watch.ts");
  await watch(session, { tables, options, run, ...more, ...(shell.signal && { signal: shell.signal }) });
}

export async function reportRun(session: Session, verb: OutcomeVerb, outcome: Outcome): Promise<OwnWrites> {
  await reportOutcome(session, verb, outcome);
  const written = outcome.written ? outcome.changes : [];
  return new Map(
    written.flatMap(({ path, change }) =>
      "after" in change && change.after !== undefined ? [[resolve(session.folder, path), change.after] as const] : [],
    ),
  );
}

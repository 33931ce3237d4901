// The inputs of a run become a dependency file of Make, which Ninja reads, too: the next build knows when to run errtable again.
import { resolve } from "node:path";
import { showControls } from "../../diagnostic/unseen.ts";
import type { ExitCode, Problem } from "../../output/run/outcome.ts";
import { reportProblem } from "../session/reporting.ts";
import type { Session } from "../session/session.ts";
import { writeOwnFile } from "../session/write-reports.ts";
import { inputFiles, outputFiles } from "./build-files.ts";

export interface DepfileRequest {
  readonly depfile?: string;
  /** The file that a build is about; by default the name of the dependency file without ".d". */
  readonly depfileTarget?: string;
}

/** The reason why the request means nothing. */
function depfileProblem({ depfile, depfileTarget }: DepfileRequest): Problem | undefined {
  if (depfile === undefined && depfileTarget !== undefined)
    return { message: "--depfile-target needs a dependency file.", help: "Name it: --depfile build/errors.stamp.d" };
  if (depfile === undefined || depfileTarget !== undefined || /.\.d$/.test(depfile)) return undefined;
  const message = `The name "${depfile}" does not say which file it is about.`;
  return { message, help: `Name it after that file, build/errors.stamp.d, or add --depfile-target build/errors.stamp` };
}

/** Only a run that succeeded leaves one. The check of a target depends on its files, too. */
export async function runWithDepfile(
  session: Session,
  request: DepfileRequest,
  verb: "generate" | "check",
  run: () => Promise<ExitCode>,
): Promise<ExitCode> {
  const problem = depfileProblem(request);
  if (problem !== undefined) {
    await reportProblem(session, problem);
    return 2;
  }
  const exit = await run();
  return exit === 0 ? writeDepfile(session, request, verb) : exit;
}

async function writeDepfile(
  session: Session,
  { depfile = "", depfileTarget = depfile.replace(/\.d$/, "") }: DepfileRequest,
  verb: "generate" | "check",
): Promise<ExitCode> {
  const inputs = await inputFiles(session);
  const outputs = verb === "check" ? await outputFiles(session) : { files: [] };
  if (typeof inputs === "number") return inputs;
  if (typeof outputs === "number") return outputs;
  const names = [...inputs.files, ...outputs.files];
  const unsaid = [depfileTarget, ...names].find((name) => /[\r\n]/.test(name));
  if (unsaid !== undefined) {
    const message = `No dependency file was written: Make has no form for the line break in the name "${unsaid}".`;
    return refuse(session, { message, help: "Rename that file, or run errtable without --depfile." });
  }
  const text = depfileText(depfileTarget, names);
  const opening = `${escapeName(depfileTarget)}:`;
  const problem = writeOwnFile(session.fs, { path: resolve(session.folder, depfile), shown: depfile, text }, (before) =>
    before.startsWith(opening),
  );
  if (problem !== undefined) return refuse(session, problem);
  const unread = names.find((name) => UNREAD_BY_NINJA.test(name));
  if (unread !== undefined && !session.quiet) {
    const words = `Ninja cannot read the name "${unread}" in a dependency file, and builds anew each time; Make can.`;
    session.terminal.err(`${showControls(words)}\n`);
  }
  return 0;
}

/** Ninja 1.11 ends a name at these signs, and has no escapes for them. */
const UNREAD_BY_NINJA = /["&'*;<>?^`|\t]/;

/** The report of the run is out already. */
function refuse({ terminal }: Session, { message, help }: Problem): ExitCode {
  terminal.err(`${showControls(message)}\n${showControls(help)}\n`);
  return 4;
}

/** Each input is a target without a rule, too, so that a build goes on after it was deleted. */
export function depfileText(target: string, inputs: readonly string[]): string {
  const names = inputs.map(escapeName);
  const rule = [`${escapeName(target)}:`, ...names].join(" \\\n  ");
  // In a target, Make takes a percent sign for a pattern.
  return `${[rule, ...names.map((name) => `${name.replaceAll("%", "\\%")}:`)].join("\n\n")}\n`;
}

/** As compilers write it. */
function escapeName(name: string): string {
  return name.replace(/(\\*)([ \t#:])/g, "$1$1\\$2").replaceAll("$", "$$$$");
}

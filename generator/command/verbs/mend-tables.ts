// Tables lose the findings that have one remedy, on the disk or in a patch.
import type { CompileRequest } from "../../compile.ts";
import type { Diagnostic } from "../../diagnostic/diagnostic.ts";
import type { TargetChange } from "../../output/run/outcome.ts";
import type { Host } from "../../reader/host.ts";
import type { Options } from "../session/command-line.ts";
import { completeKilled, replacementOf } from "../session/owned-file.ts";
import { changeOf, writeReplacements } from "../session/owned-files.ts";
import { reportProblem } from "../session/reporting.ts";
import type { Session } from "../session/session.ts";
import { fixTables } from "./lint-fix.ts";

/** Writes all files or none, unless it is a dry run, which for people becomes a patch. */
export async function mendTables(
  session: Session,
  request: CompileRequest,
  { dryRun = false }: Pick<Options, "dryRun">,
  findMore: (host: Host) => readonly Diagnostic[],
) {
  const { terminal, format, project, config } = session;
  if (!dryRun) completeKilled(session, [...request.tables, ...(config === undefined ? [] : [config])]);
  const { host, files, count, unsound } = fixTables(request, session.host, project.root, findMore);
  const replacements = files.map(([file, text]) => replacementOf(file, text));
  const problem = dryRun ? undefined : writeReplacements(session, replacements);
  if (problem !== undefined) {
    await reportProblem(session, problem);
    return "blocked";
  }
  const changes: readonly TargetChange[] = replacements.map((one) => changeOf(one, session));
  for (const path of unsound) terminal.err(`${path} was left as it is, because it is not YAML.\n`);
  const [findings, names] = [count === 1 ? "1 finding" : `${count} findings`, changes.map(({ path }) => path)];
  if (count === 0 && !session.quiet) terminal.err("There is nothing to fix without a person.\n");
  else if (!session.quiet) terminal.err(`${dryRun ? "Would fix" : "Fixed"} ${findings} in ${names.join(", ")}.\n`);
  const outputs = changes.map(({ path, change }) => ({ path, state: change.kind }));
  if (!dryRun || format !== "text") return { host, outputs };
  const { printPatch } = await import("../../report/patch.ts");
  return { host, outputs, patch: printPatch(changes) };
}

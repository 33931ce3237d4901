// Compares tables with an older version of them, and reports the differences by which programs break.
import { setFlagsFromString } from "node:v8";
import { findBehind } from "../../baseline/behind-commit.ts";
import type { ReadBaselines } from "../../baseline/read-baselines.ts";
import { hasErrors, sortDiagnostics } from "../../diagnostic/diagnostic.ts";
import { type ExitCode, exitOfErrors } from "../../output/run/outcome.ts";
import type { VersionState } from "../../report/json-report.ts";
import type { Options } from "../session/command-line.ts";
import { reportFindings } from "../session/reporting.ts";
import type { Session } from "../session/session.ts";
import { adviceLines, changeFindings, failsBy, versionFault } from "./breaking-findings.ts";
import { type ComparedTable, compareTables, presentTables, readOlder } from "./breaking-tables.ts";
import { judgeRemoved, newlyRemoved, removedFindings } from "./removed-tables.ts";

/** 5 where programs break; 1 and 2 where nothing can be said about it. */
export async function breaking(session: Session, options: Options): Promise<ExitCode> {
  const { against = "", since, for: whom = "all", failOn = "major", accept } = options;
  const { terminal, host, quiet } = session;
  if (accept !== undefined && accept.trim() === "") {
    terminal.err('--accept needs the reason for the breaks: errtable breaking --accept "nobody received it"\n');
    return 2;
  }
  // Two models are made and compared once; V8's optimizing compiler takes as long again, and ends with the process.
  if (session.endsProcess) setFlagsFromString("--no-opt");
  const opened = await session.openModels("errtable breaking my.errors.yaml --against main", "required");
  if (opened === undefined) return 2;
  if (hasErrors(opened.diagnostics)) {
    const errors = opened.diagnostics.filter(({ severity }) => severity === "error");
    await reportFindings(session, errors);
    return exitOfErrors(errors);
  }
  const read = readOlder(against, opened, session);
  const readSince = since === undefined ? undefined : readOlder(since, opened, session);
  const unread = [...read.diagnostics, ...(readSince?.diagnostics ?? [])];
  if (unread.length > 0) {
    await reportFindings(session, unread, { asResult: true });
    return 2;
  }
  const gate = { whom, failOn };
  const older = { against: read, since: readSince };
  let compared = compareTables(opened, older, host, whom);
  let removed = judgeRemoved(older, session);
  if (accept !== undefined) {
    const { acceptBreaks } = await import("./accept-breaks.ts");
    const exit = await acceptBreaks(compared, removed, accept, gate, session);
    if (exit !== 0) return exit;
    compared = compareTables(opened, older, host, whom);
    removed = judgeRemoved(older, session);
  }
  const proofs = options.prove ? await (await import("./prove-breaks.ts")).proveBreaks(compared, session) : undefined;
  const changes = compared.flatMap((table) =>
    changeFindings(table, whom, (fingerprint) => proofs?.errors.get(table.path)?.get(fingerprint) ?? []),
  );
  const found = [...changes, ...removedFindings(removed, older, session)];
  const behind = hasErrors(found) ? findBehind(read.commits, presentTables(opened), host) : [];
  const words = [...newTables(read, session), ...compared.flatMap(adviceLines), ...(proofs?.words ?? [])].join("");
  const settings = { asResult: true, words, versions: versionStates(compared, session) };
  const failed = await reportFindings(session, sortDiagnostics([...found, ...behind]), settings);
  if (!quiet) terminal.err(words);
  if (options.changelog !== undefined) {
    const { writeChangelog } = await import("./write-changelog.ts");
    const problem = await writeChangelog(options.changelog, compared, session);
    if (problem !== undefined) {
      terminal.err(`${problem.message}\n${problem.help}\n`);
      return 4;
    }
  }
  const breaks = newlyRemoved(removed).length > 0 || compared.some((table) => failsBy(table, gate).length > 0);
  if (breaks || compared.some((table) => versionFault(table) === "error")) return 5;
  return failed ?? (hasErrors(found) ? exitOfErrors(found) : 0);
}

function newTables({ added, label }: ReadBaselines, { host }: Session): readonly string[] {
  return added.map(({ path, name }) => `"${name}" (${host.show(path)}) is new: "${label}" has no table of its name.\n`);
}

function versionStates(compared: readonly ComparedTable[], { host }: Session): readonly VersionState[] {
  return compared.flatMap(({ path, advice }) => {
    if (advice === undefined) return [];
    const { from, next, step, isBumped } = advice;
    return [{ table: host.show(path), from, next, step, isBumped }];
  });
}

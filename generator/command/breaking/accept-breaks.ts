// The breaks of now are accepted: each table gets an entry with the reason in its file of accepted breaks.
import { basename, dirname } from "node:path";
import { acceptedPath } from "../../evolution/accepted/accepted-file.ts";
import { addAccepted, newAccepted } from "../../evolution/accepted/accepted-text.ts";
import type { Identified } from "../../evolution/change.ts";
import { errorCode } from "../../output/files/fs.ts";
import type { ExitCode, Problem } from "../../output/run/outcome.ts";
import { createFiles } from "../../output/write/apply.ts";
import { installedSchema, schemaLine } from "../../reader/schema-line.ts";
import { replacementOf } from "../session/owned-file.ts";
import { writeReplacements } from "../session/owned-files.ts";
import { reportFindings, reportProblem } from "../session/reporting.ts";
import type { Session } from "../session/session.ts";
import { failsBy, type Gate } from "./breaking-findings.ts";
import type { ComparedTable } from "./breaking-tables.ts";
import { newlyRemoved, type RemovedTables } from "./removed-tables.ts";

/** 0 where all is written, or where there is nothing to accept. Tables that are gone are accepted beside the configuration. */
export async function acceptBreaks(
  tables: readonly ComparedTable[],
  removed: RemovedTables,
  reason: string,
  gate: Gate,
  session: Session,
): Promise<ExitCode> {
  const files: readonly Acceptable[] = [
    ...tables.map((table) => ({ ...table, breaks: failsBy(table, gate) })),
    { ...removed, breaks: newlyRemoved(removed) },
  ];
  const broken = files.filter(({ accepted }) => accepted === undefined);
  if (broken.length > 0) {
    await reportFindings(
      session,
      broken.flatMap(({ diagnostics }) => diagnostics),
      { asResult: true },
    );
    return 1;
  }
  for (const file of files) {
    const { breaks, path } = file;
    if (breaks.length === 0) continue;
    const problem = write(file, reason.replace(/\s+/g, " ").trim(), session);
    if (problem !== undefined) {
      await reportProblem(session, problem);
      return 4;
    }
    const count = breaks.length === 1 ? "1 break" : `${breaks.length} breaks`;
    session.terminal.err(`Accepted ${count} in ${session.host.show(acceptedPath(path))}.\n`);
  }
  return 0;
}

/** A table or a configuration, and the breaks that the file beside it has to accept. */
interface Acceptable extends Pick<RemovedTables, "path" | "accepted" | "diagnostics"> {
  readonly breaks: readonly Identified[];
}

function write({ path: beside, accepted, breaks }: Acceptable, reason: string, session: Session): Problem | undefined {
  const path = acceptedPath(beside);
  const shown = session.host.show(path);
  if (accepted?.source === undefined)
    return create(path, newAccepted(breaks, reason, headOf(beside, session)), session);
  const text = addAccepted(accepted.source, breaks, reason);
  const bytes = session.host.read(path);
  if (text === undefined || "failure" in bytes) {
    const message = `"${shown}" is laid out in a way that entries cannot be added to.`;
    return { message, help: "Write its entries as a list with a dash before each, and run the command again." };
  }
  return writeReplacements(session, [replacementOf({ path, bytes, source: accepted.source }, text)]);
}

function create(path: string, text: string, { project, host }: Session): Problem | undefined {
  try {
    createFiles(project.fs, dirname(path), [{ path: basename(path), text }]);
    return undefined;
  } catch (error) {
    if (errorCode(error) === undefined || !(error instanceof Error)) throw error;
    const message = `"${host.show(path)}" could not be written: ${error.message}.`;
    return { message, help: "Check the permissions, and the room on the disk." };
  }
}

function headOf(beside: string, { host }: Session): readonly string[] {
  const exists = (path: string): boolean => !("failure" in host.read(path));
  const schema = installedSchema(dirname(beside), "errtable.accepted.schema.json", exists);
  return [
    ...(schema === undefined ? [] : [schemaLine(schema)]),
    `# Breaks of ${basename(beside)} that are meant. After a release, errtable breaking says which entries may go.`,
  ];
}

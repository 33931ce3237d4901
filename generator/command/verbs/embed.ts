// Puts the errors of tables into API descriptions that people own, or takes them out again.
import type { ExitCode } from "../../output/run/outcome.ts";
import { namesTables, type Options } from "../session/command-line.ts";
import { openOwnedTables, readOwnedFiles, updateOwnedFiles } from "../session/owned-files.ts";
import { reportProblem } from "../session/reporting.ts";
import type { Session } from "../session/session.ts";

export async function embedFiles(names: readonly string[], options: Options, session: Session): Promise<ExitCode> {
  const opened = await openTables(options, session);
  if (typeof opened === "number") return opened;
  const { tables, diagnostics } = opened;
  const { embedAll } = await import("../session/embed-all.ts");
  const { operations: mode, remove = false, force = false } = options;
  const { files, unreadable } = readOwnedFiles(session, names, options);
  const jobs = files.map(({ source }) => ({ source, tables, mode }));
  const { embedded, unknown } = embedAll(jobs, { remove, force });
  const edits = files.flatMap((file, index) => {
    const edit = embedded[index];
    return edit === undefined ? [] : [[file, edit] as const];
  });
  return updateOwnedFiles(session, edits, { command: "embed", files: names, options }, [
    ...diagnostics,
    ...unreadable,
    ...(unreadable.length === 0 ? unknown : []),
  ]);
}

/** Removing errtable's text needs no table. */
async function openTables({ remove }: Options, session: Session) {
  if (remove && !namesTables(session)) return { tables: [], diagnostics: [] };
  const opened = await openOwnedTables(session, "openapi", "errtable embed api.yaml --table my.errors.yaml");
  if (typeof opened === "number") return opened;
  const names = opened.tables.map(({ model }) => model.name);
  const twice = names.find((name, index) => names.indexOf(name) < index);
  if (twice === undefined) return opened;
  const message = `Two tables have the name "${twice}", so errtable cannot tell their parts of a description apart.`;
  await reportProblem(session, { message, help: "Rename one." });
  return 2;
}

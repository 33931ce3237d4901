// Fills the blocks that people marked in their pages with the errors of tables.
import { resolve } from "node:path";
import type { ExitCode } from "../../output/run/outcome.ts";
import type { Options } from "../session/command-line.ts";
import { openOwnedTables, readOwnedFiles, updateOwnedFiles } from "../session/owned-files.ts";
import type { Session } from "../session/session.ts";
import { withOlder } from "../session/with-older.ts";
import { findPages } from "./find-pages.ts";

export async function injectPages(names: readonly string[], options: Options, session: Session): Promise<ExitCode> {
  const opened = await openOwnedTables(session, "docs", "errtable inject docs/*.md --table my.errors.yaml");
  if (typeof opened === "number") return opened;
  const { diagnostics } = opened;
  const { tables } = withOlder(opened.tables, session.project);
  const { exampleMarkers, inject } = await import("../../owned/pages/inject-page.ts");
  const { pages, empty } = findPages(session, names);
  const { files, unreadable } = readOwnedFiles(session, pages, options);
  const edits = await Promise.all(
    files.map(async (file) => [file, await inject(file.source, { tables, force: options.force ?? false })] as const),
  );
  const exit = await updateOwnedFiles(session, edits, { command: "inject", files: names, options }, [
    ...diagnostics,
    ...unreadable,
  ]);
  const unmarked = [
    ...empty.map((name) => session.host.show(resolve(session.folder, name))),
    ...edits
      .filter(([, { hasMarkers, diagnostics: found }]) => !hasMarkers && found.length === 0)
      .map(([{ source }]) => source.path),
  ];
  const isMarked = unmarked.length < edits.length + empty.length;
  if (unmarked.length === 0 || (session.quiet && isMarked)) return exit;
  const shown = unmarked.slice(0, 5).join(", ") + (unmarked.length > 5 ? ` and ${unmarked.length - 5} more` : "");
  session.terminal.err(`No markers in ${shown}.\n`);
  if (isMarked || unreadable.length > 0) return exit;
  session.terminal.err(`Mark the place of the errors, on lines of their own: ${exampleMarkers(unmarked[0] ?? "")}\n`);
  return exit === 0 ? 2 : exit;
}

// Gives a code, or a case of one, a new name in every table and translation that names it.
import type { ExitCode } from "../../output/run/outcome.ts";
import { closureOf } from "../../refactor/closure.ts";
import { errorOfName } from "../../refactor/refactoring.ts";
import { renameCode } from "../../refactor/rename-code.ts";
import { shellLine } from "../../text/shell-line.ts";
import type { Options } from "../session/command-line.ts";
import type { Session } from "../session/session.ts";
import { nextRelease } from "./next-release.ts";
import { generateLine, namedOwner, type OpenTables, openTables, refactorTables } from "./refactor-tables.ts";

export async function rename(from: string, to: string, options: Options, session: Session): Promise<ExitCode> {
  const { dryRun = false, since, retire = true } = options;
  const open = await openTables(session, `errtable rename ${from} ${to} --table my.errors.yaml`, dryRun);
  if (typeof open === "number") return open;
  const error = errorOfName(open.tables, from);
  // The new name of a case may repeat the code.
  const prefix = error.case === undefined ? "" : `${error.code}.`;
  const name = prefix !== "" && to.startsWith(prefix) ? to.slice(prefix.length) : to;
  const owner = namedOwner(session, open, error.code);
  const renamed = renameCode(open.tables, {
    from: error,
    to: name,
    owner,
    retire,
    since,
    endsWith: nextRelease(session),
  });
  const flags = [...(retire ? [] : ["--no-retire"]), ...(since === undefined ? [] : ["--since", since])];
  return refactorTables(session, open, renamed, {
    command: "rename",
    files: [from, to],
    flags,
    options,
    renamed: [error.case ?? error.code, name],
    ...(error.case === undefined ? { mentioned: error.code } : {}),
    words: ({ places, files, owner: { source } }) => [
      `${dryRun ? "Would rename" : "Renamed"} "${from}" to "${to}": ${count(places.length, "place")} in ${count(files.length, "file")}.`,
      ...(dryRun ? [] : [`Make the products anew: ${generateLine(session)}`]),
      ...(error.case === undefined
        ? [
            `The programs that use the code: ${migrateLine(session, open, source.path, retire ? [] : [`${from}=${to}`])}`,
          ]
        : []),
    ],
  });
}

export function count(number: number, word: string): string {
  return number === 1 ? `1 ${word}` : `${number} ${word}s`;
}

/** The command that moves the programs, for the tables from which their code is generated. */
export function migrateLine(
  session: Session,
  { byPath }: OpenTables,
  owner: string,
  renames: readonly string[],
): string {
  const roots = [...byPath].filter(([, table]) =>
    closureOf(table).tables.some(({ document }) => document.source.path === owner),
  );
  const named = roots.length > 3 ? [] : roots.flatMap(([path]) => ["--table", session.host.show(path)]);
  const renaming = renames.flatMap((one) => ["--rename", one]);
  return shellLine(["npx", "errtable", "migrate", "src/", ...named, ...renaming]);
}

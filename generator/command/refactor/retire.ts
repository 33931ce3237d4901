// Takes a code out of every table and translation that names it, and lists it among the retired ones.
import type { ExitCode } from "../../output/run/outcome.ts";
import { retireCode } from "../../refactor/retire-code.ts";
import type { Options } from "../session/command-line.ts";
import type { Session } from "../session/session.ts";
import { nextRelease } from "./next-release.ts";
import { generateLine, namedOwner, openTables, refactorTables } from "./refactor-tables.ts";
import { count, migrateLine } from "./rename.ts";

export async function retire(code: string, options: Options, session: Session): Promise<ExitCode> {
  const { dryRun = false, since, replacedBy, reason } = options;
  const open = await openTables(session, `errtable retire ${code} --table my.errors.yaml`, dryRun);
  if (typeof open === "number") return open;
  const owner = namedOwner(session, open, code);
  const retired = retireCode(open.tables, { code, owner, since, replacedBy, reason, endsWith: nextRelease(session) });
  const flags = [
    ...(replacedBy === undefined ? [] : ["--replaced-by", replacedBy]),
    ...(reason === undefined ? [] : ["--reason", reason]),
    ...(since === undefined ? [] : ["--since", since]),
  ];
  return refactorTables(session, open, retired, {
    command: "retire",
    files: [code],
    flags,
    options,
    mentioned: code,
    words: ({ places, files, owner: { source } }) => [
      `${dryRun ? "Would retire" : "Retired"} "${code}": ${count(places.length, "place")} in ${count(files.length, "file")}.`,
      ...(dryRun ? [] : [`Make the products anew: ${generateLine(session)}`]),
      `The programs that use the code: ${migrateLine(session, open, source.path, [])}`,
    ],
  });
}

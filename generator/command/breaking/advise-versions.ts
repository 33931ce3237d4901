// The changes of tables since an older version become the next version of each, for bump.
import { hasErrors } from "../../diagnostic/diagnostic.ts";
import { type ExitCode, exitOfErrors } from "../../output/run/outcome.ts";
import { reportFindings } from "../session/reporting.ts";
import type { Session } from "../session/session.ts";
import { compareTables, readOlder } from "./breaking-tables.ts";

/** By the path of the table; a table without changes, or whose version tells of them already, is left out. */
export async function adviseVersions(
  session: Session,
  against: string,
): Promise<ReadonlyMap<string, string> | ExitCode> {
  const opened = await session.openModels("errtable bump --against main", "required");
  if (opened === undefined) return 2;
  if (hasErrors(opened.diagnostics)) {
    await reportFindings(session, opened.diagnostics);
    return exitOfErrors(opened.diagnostics);
  }
  const read = readOlder(against, opened, session);
  if (read.diagnostics.length > 0) {
    await reportFindings(session, read.diagnostics);
    return 2;
  }
  const compared = compareTables(opened, { against: read, since: undefined }, session.host);
  return new Map(
    compared.flatMap(({ path, advice }) => {
      const next = advice?.isBumped === false ? advice.next : undefined;
      return next === undefined ? [] : [[path, next] as const];
    }),
  );
}

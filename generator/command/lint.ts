// Checks tables and reports the findings; makes and writes nothing.
import { readTables } from "../compile.ts";
import { checkLocales } from "../config/targets.ts";
import { localesOf } from "../model/build.ts";
import type { ExitCode } from "../output/outcome.ts";
import type { ResolvedTable } from "../reader/table/resolve.ts";
import type { CoverageState } from "../report/json-report.ts";
import { coverageOf } from "../rules/engine/coverage.ts";
import { exitCodeOf, reportFindings } from "./reporting.ts";
import type { Session } from "./session.ts";

export async function lint(session: Session): Promise<ExitCode> {
  const config = await session.openConfig();
  if (config === undefined) return 2;
  const { host, terminal } = session;
  const { tables, targets, severities } = config;
  const read = readTables({ tables, targets: [], severities, onStage: terminal.progress }, host);
  const wrong = checkLocales(targets, (path) => {
    const table = read.tables.get(path);
    return table && localesOf(table);
  });
  const diagnostics = [...wrong, ...read.diagnostics];
  const coverage = [...read.tables].flatMap(([path, table]) => coverageStates(host.show(path), table));
  await reportFindings(session, diagnostics, { asResult: true, coverage });
  for (const { table, locale, texts, translated } of coverage) {
    const share = translated === texts ? "all" : `${translated} of`;
    terminal.err(`${table}: ${share} ${texts === 1 ? "1 text" : `${texts} texts`} translated into ${locale}.\n`);
  }
  if (diagnostics.length === 0) {
    terminal.err(`Nothing to report in ${tables.length === 1 ? "1 table" : `${tables.length} tables`}.\n`);
  }
  return wrong.length > 0 ? 2 : exitCodeOf(diagnostics, session);
}

function coverageStates(path: string, table: ResolvedTable): readonly CoverageState[] {
  return Array.from(coverageOf(table), ({ owner, locale, texts, translated }) => ({
    table: owner === table.root ? path : owner.document.source.path,
    locale,
    texts,
    translated,
  }));
}

// Checks tables and says what was found; nothing is made or written.
import { readTables } from "../compile.ts";
import { localesOf } from "../model/build.ts";
import type { ResolvedTable } from "../reader/table/resolve.ts";
import type { CoverageState } from "../report/json-report.ts";
import { coverageOf } from "../rules/engine/coverage.ts";
import { type Context, type ExitCode, exitCodeOf, openOrExplain, tell } from "./context.ts";

export async function lint(context: Context): Promise<ExitCode> {
  const project = await openOrExplain(context);
  if (project === undefined) return 2;
  const { host, terminal } = context;
  const { tables, targets, severities } = project;
  const read = readTables({ tables, targets: [], severities, onStage: terminal.progress }, host);
  const { checkLocales } = await import("./project.ts");
  const wrong = checkLocales(targets, (path) => {
    const table = read.tables.get(path);
    return table && localesOf(table);
  });
  const diagnostics = [...wrong, ...read.diagnostics];
  const coverage = [...read.tables].flatMap(([path, table]) => localesCovered(host.show(path), table));
  await tell(diagnostics, context, "result", undefined, coverage);
  for (const { table, locale, texts, translated } of coverage) {
    const share = translated === texts ? "all" : `${translated} of`;
    terminal.err(`${table}: ${share} ${texts === 1 ? "1 text" : `${texts} texts`} translated into ${locale}.\n`);
  }
  if (diagnostics.length === 0) {
    terminal.err(`Nothing to report in ${tables.length === 1 ? "1 table" : `${tables.length} tables`}.\n`);
  }
  return wrong.length > 0 ? 2 : exitCodeOf(diagnostics, context.failOnWarnings);
}

function localesCovered(path: string, table: ResolvedTable): readonly CoverageState[] {
  return Array.from(coverageOf(table), ({ owner, locale, texts, translated }) => ({
    table: owner === table.root ? path : owner.document.source.path,
    locale,
    texts,
    translated,
  }));
}

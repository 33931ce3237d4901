// Checks tables and reports the findings; with --fix it first mends the findings that have one remedy.
import { type CompileRequest, readTables, type TablesRead } from "../../compile.ts";
import { tellMissing } from "../../config/missing-tables.ts";
import { checkLocales } from "../../config/targets.ts";
import { type Diagnostic, sortDiagnostics } from "../../diagnostic/diagnostic.ts";
import { acceptedPaths } from "../../evolution/accepted/accepted-file.ts";
import { checkAccepted } from "../../evolution/accepted/check-accepted.ts";
import { localesOf } from "../../model/build.ts";
import { joinDiagnostics } from "../../output/run/incremental-run.ts";
import type { ExitCode } from "../../output/run/outcome.ts";
import type { Host, ProjectHost } from "../../reader/host.ts";
import { checkSchemaLines } from "../../reader/schema-line.ts";
import type { ResolvedTable } from "../../reader/table/resolve.ts";
import { specFiles } from "../../reader/table/spec-files.ts";
import type { CoverageState } from "../../report/json-report.ts";
import { coverageOf } from "../../rules/engine/coverage.ts";
import type { Options } from "../session/command-line.ts";
import { exitCodeOf, reportFindings, reportProblem, sameCommand, worse } from "../session/reporting.ts";
import type { Session } from "../session/session.ts";
import { type TableMemory, tableStore } from "../session/table-store.ts";

export async function lint(session: Session, options: Pick<Options, "fix" | "dryRun"> = {}): Promise<ExitCode> {
  const { terminal } = session;
  if (options.dryRun && !options.fix) {
    const message = "--dry-run shows the changes of --fix, so it needs that option.";
    await reportProblem(session, { message, help: "errtable lint --fix --dry-run" });
    return 2;
  }
  const config = await session.openConfig();
  if (config === undefined) return 2;
  const { tables, targets, severities } = config;
  const request: CompileRequest = { tables, targets: [], severities, onStage: terminal.progress };
  const mended = options.fix
    ? await mend(session, request, options, (at) => schemaLines(session, tables, at))
    : undefined;
  if (mended === "blocked") return 4;
  const { host = session.host, patch } = mended ?? {};
  const read =
    session.memory === undefined ? readTables(request, host) : readKnown(request, session.host, session.memory);
  const wrong = checkLocales(targets, (path) => {
    const table = read.tables.get(path);
    return table && localesOf(table);
  });
  const diagnostics = sortDiagnostics([
    ...config.diagnostics,
    ...wrong,
    ...schemaLines(session, tables, host),
    ...checkAccepted(
      session.config,
      tables.map((path) => ({ path, table: read.tables.get(path) })),
      host,
    ),
    ...tellMissing(read.diagnostics, config, host),
  ]);
  const coverage = [...read.tables].flatMap(([path, table]) => coverageStates(host.show(path), table));
  const details = mended === undefined ? { coverage } : { coverage, outputs: mended.outputs };
  const mendable = options.fix ? 0 : diagnostics.filter(({ fix }) => fix !== undefined).length;
  const words = [
    ...(mendable === 0 ? [] : [mendableText(mendable, session)]),
    ...coverage.map(coverageText),
    ...(diagnostics.length > 0 ? [] : [`Nothing to report in ${counted(tables.length)}.\n`]),
  ].join("");
  const checked = tables.map((path) => host.show(path));
  // A patch stands alone on stdout.
  const failed = await reportFindings(session, diagnostics, {
    asResult: patch === undefined,
    ...details,
    checked,
    words,
  });
  if (patch !== undefined) terminal.outForeign(patch);
  const { lead = "" } = session;
  if (!session.quiet) terminal.err(lead + (lead !== "" && words === "" ? "Checked again.\n" : words));
  return worse(exitCodeOf(diagnostics, session), failed);
}

function mendableText(count: number, session: Session): string {
  const one = count === 1 ? "1 finding has" : `${count} findings have`;
  return `${one} one remedy. To correct ${count === 1 ? "it" : "them"}: ${sameCommand("lint", ["--fix"], session)}\n`;
}

function coverageText({ table, locale, texts, translated }: CoverageState): string {
  const share = translated === texts ? "all" : `${translated} of`;
  return `${table}: ${share} ${texts === 1 ? "1 text" : `${texts} texts`} translated into ${locale}.\n`;
}

function counted(tables: number): string {
  return tables === 1 ? "1 table" : `${tables} tables`;
}

function schemaLines({ config }: Session, tables: readonly string[], host: Host): readonly Diagnostic[] {
  return checkSchemaLines(config, tables, acceptedPaths(config, tables), specFiles(host));
}

/** Like readTables; tables that have not changed since the last run of this process are not read again. */
function readKnown({ tables: paths, severities }: CompileRequest, host: ProjectHost, memory: TableMemory): TablesRead {
  const run = { host, tool: "", cached: undefined, useCache: false };
  const of = typeof severities === "function" ? severities : () => severities ?? {};
  const store = tableStore({ run, severities: of, onStage: () => {}, memory });
  const opened = paths.map((path) => [path, store.open(path)] as const);
  return {
    diagnostics: joinDiagnostics(
      [],
      opened.map(([, { facts }]) => facts),
    ),
    tables: new Map(opened.flatMap(([path, { table }]) => (table === undefined ? [] : [[path, table] as const]))),
  };
}

/** Loaded only where it is asked for: reports alone write no files. */
async function mend(
  session: Session,
  request: CompileRequest,
  options: Pick<Options, "dryRun">,
  findMore: (host: Host) => readonly Diagnostic[],
) {
  const { mendTables } = await import("./mend-tables.ts");
  return mendTables(session, request, options, findMore);
}

function coverageStates(path: string, table: ResolvedTable): readonly CoverageState[] {
  return Array.from(coverageOf(table), ({ owner, locale, texts, translated }) => ({
    table: owner === table.root ? path : owner.document.source.path,
    locale,
    texts,
    translated,
  }));
}

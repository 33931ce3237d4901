// Checks tables and reports the findings; with --fix it first mends the findings that have one remedy.
import { type CompileRequest, readTables } from "../compile.ts";
import { checkLocales } from "../config/targets.ts";
import { localesOf } from "../model/build.ts";
import type { ExitCode, TargetChange } from "../output/outcome.ts";
import type { ResolvedTable } from "../reader/table/resolve.ts";
import type { CoverageState } from "../report/json-report.ts";
import { coverageOf } from "../rules/engine/coverage.ts";
import type { Options } from "./command-line.ts";
import { changeOf, replacementOf, writeReplacements } from "./owned-files.ts";
import { exitCodeOf, reportFindings } from "./reporting.ts";
import type { Session } from "./session.ts";

export async function lint(session: Session, options: Pick<Options, "fix" | "dryRun"> = {}): Promise<ExitCode> {
  const { terminal } = session;
  if (options.dryRun && !options.fix) {
    terminal.err("--dry-run shows the changes of --fix, so it needs that option: errtable lint --fix --dry-run\n");
    return 2;
  }
  const config = await session.openConfig();
  if (config === undefined) return 2;
  const { tables, targets, severities } = config;
  const request: CompileRequest = { tables, targets: [], severities, onStage: terminal.progress };
  const mended = options.fix ? await fix(session, request, options) : undefined;
  if (mended === "blocked") return 4;
  const { host = session.host, patch } = mended ?? {};
  const read = readTables(request, host);
  const wrong = checkLocales(targets, (path) => {
    const table = read.tables.get(path);
    return table && localesOf(table);
  });
  const diagnostics = [...wrong, ...read.diagnostics];
  const coverage = [...read.tables].flatMap(([path, table]) => coverageStates(host.show(path), table));
  const details = mended === undefined ? { coverage } : { coverage, outputs: mended.outputs };
  // A patch stands alone on stdout.
  await reportFindings(session, diagnostics, { asResult: patch === undefined, ...details });
  if (patch !== undefined) terminal.outForeign(patch);
  for (const { table, locale, texts, translated } of coverage) {
    const share = translated === texts ? "all" : `${translated} of`;
    terminal.err(`${table}: ${share} ${texts === 1 ? "1 text" : `${texts} texts`} translated into ${locale}.\n`);
  }
  if (diagnostics.length === 0) {
    terminal.err(`Nothing to report in ${tables.length === 1 ? "1 table" : `${tables.length} tables`}.\n`);
  }
  return wrong.length > 0 ? 2 : exitCodeOf(diagnostics, session);
}

/** Writes all files or none, unless it is a dry run, which for people becomes a patch. */
async function fix(session: Session, request: CompileRequest, { dryRun = false }: Pick<Options, "dryRun">) {
  const { terminal, format, project } = session;
  const { fixTables } = await import("./lint-fix.ts");
  const { host, files, count, unsound } = fixTables(request, session.host, project.root);
  const replacements = files.map(([file, text]) => replacementOf(file, text));
  const problem = dryRun ? undefined : writeReplacements(session, replacements);
  if (problem !== undefined) {
    terminal.err(`${problem.message}\n${problem.help}\n`);
    return "blocked";
  }
  const changes: readonly TargetChange[] = replacements.map((one) => changeOf(one, session));
  for (const path of unsound) terminal.err(`${path} was left as it is, because it is not YAML.\n`);
  const [findings, names] = [count === 1 ? "1 finding" : `${count} findings`, changes.map(({ path }) => path)];
  if (count === 0) terminal.err("There is nothing to fix without a person.\n");
  else terminal.err(`${dryRun ? "Would fix" : "Fixed"} ${findings} in ${names.join(", ")}.\n`);
  const outputs = changes.map(({ path, change }) => ({ path, state: change.kind }));
  if (!dryRun || format !== "text") return { host, outputs };
  const { printPatch } = await import("../report/patch.ts");
  return { host, outputs, patch: await printPatch(changes) };
}

function coverageStates(path: string, table: ResolvedTable): readonly CoverageState[] {
  return Array.from(coverageOf(table), ({ owner, locale, texts, translated }) => ({
    table: owner === table.root ? path : owner.document.source.path,
    locale,
    texts,
    translated,
  }));
}

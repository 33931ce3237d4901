// Carries out a change of the tables of a project, in all of their files or in none, if it leads to no new error.
import { type CompileRequest, readTables } from "../../compile.ts";
import { readConfig } from "../../config/targets.ts";
import type { Checked, Diagnostic } from "../../diagnostic/diagnostic.ts";
import { positionAt } from "../../diagnostic/source.ts";
import { showControlsInLines } from "../../diagnostic/unseen.ts";
import type { ExitCode } from "../../output/run/outcome.ts";
import { loadTable } from "../../reader/table/load.ts";
import type { LoadedTable } from "../../reader/table/resolve.ts";
import { specFiles } from "../../reader/table/spec-files.ts";
import { closureOf } from "../../refactor/closure.ts";
import type { ChangedFile } from "../../refactor/document-changes.ts";
import { findMentions } from "../../refactor/mentions.ts";
import { newFindings } from "../../refactor/new-findings.ts";
import { refactorError } from "../../refactor/refactor-kinds.ts";
import type { Refactoring } from "../../refactor/refactoring.ts";
import { shellLine } from "../../text/shell-line.ts";
import { usageProblem } from "../session/command-line.ts";
import { type EditedHost, editedHost, isOwn } from "../session/edited-host.ts";
import { completeKilled } from "../session/owned-file.ts";
import { type OwnedCommand, updateOwnedFiles } from "../session/owned-files.ts";
import { exitCodeOf, reportFindings, reportProblem } from "../session/reporting.ts";
import type { Session } from "../session/session.ts";

/** All tables of the project: those of the configuration, and those that --table names. */
export interface OpenTables {
  readonly request: CompileRequest;
  /** As they were read; a table that cannot be read as one is among the findings. */
  readonly tables: readonly LoadedTable[];
  /** By absolute path, as in the request. */
  readonly byPath: ReadonlyMap<string, LoadedTable>;
  readonly host: EditedHost;
  /** The findings before any change. */
  readonly diagnostics: readonly Diagnostic[];
}

export async function openTables(session: Session, example: string, dryRun: boolean): Promise<OpenTables | ExitCode> {
  const problem = usageProblem(session, example);
  if (problem !== undefined) {
    await reportProblem(session, problem);
    return 2;
  }
  const { value: config, diagnostics: wrong } = readConfig({ ...session, tables: [] }, session.host);
  if (config === undefined) {
    await reportFindings(session, wrong);
    return 2;
  }
  const request = {
    tables: [...new Set([...config.tables, ...session.tables])],
    targets: [],
    severities: config.severities,
    onStage: session.terminal.progress,
  };
  if (!dryRun) completeKilled(session, request.tables);
  const host = editedHost(session.host);
  const files = specFiles(host);
  const read = request.tables.map((path) => [path, loadTable(path, host, files)] as const);
  const unread = read.filter(([, { value }]) => value === undefined).flatMap(([, { diagnostics }]) => diagnostics);
  if (unread.length > 0) {
    await reportFindings(session, unread);
    return exitCodeOf(unread, session) || 1;
  }
  const byPath = new Map(read.flatMap(([path, { value }]) => (value === undefined ? [] : [[path, value] as const])));
  const { diagnostics } = readTables(request, host);
  return { request, tables: [...byPath.values()], byPath, host, diagnostics };
}

/** The file with the row of a code in one of the tables that --table names; undefined where it names none. */
export function namedOwner(session: Session, { byPath }: OpenTables, code: string): string | undefined {
  const [first, ...others] = session.tables.flatMap((path) => {
    const table = byPath.get(path);
    if (table === undefined) return [];
    return closureOf(table).errors.get(code)?.document.source.path ?? table.document.source.path;
  });
  return others.every((path) => path === first) ? first : undefined;
}

export interface RefactorRun extends OwnedCommand {
  /** The words of the old name, which texts may mention. */
  readonly mentioned?: string;
  /** The name in the place of the old one, in messages of findings that were there before. */
  readonly renamed?: readonly [from: string, to: string];
  /** Sentences that follow a change that was made, or would be. */
  readonly words: (change: Refactoring) => readonly string[];
}

export async function refactorTables(
  session: Session,
  open: OpenTables,
  { value, diagnostics }: Checked<Pick<Refactoring, "files"> & Partial<Refactoring>>,
  run: RefactorRun,
): Promise<ExitCode> {
  if (value === undefined) return updateOwnedFiles(session, [], run, diagnostics);
  const foreign = value.files.flatMap((file) => foreignFile(file, open.host.pathOf(file.source.path), session));
  if (foreign.length > 0) return updateOwnedFiles(session, [], run, foreign);
  for (const { source, text } of value.files) open.host.edit(open.host.pathOf(source.path) ?? "", source, text);
  const found = newFindings(open.diagnostics, readTables(open.request, open.host).diagnostics, run.renamed);
  const edits = open.host.edited().map(([file, text]) => [file, { text, diagnostics: [] }] as const);
  const exit = await updateOwnedFiles(session, edits, run, found);
  if (exit !== 0 || session.quiet) return exit;
  const places = run.mentioned === undefined ? [] : findMentions(value.files, run.mentioned);
  const shown = places.slice(0, MOST_MENTIONS).map(({ source, span }) => {
    const { line, column } = positionAt(source, span.start);
    return `  ${source.path}:${line}:${column}\n`;
  });
  const more = places.length > shown.length ? `  and ${places.length - shown.length} more\n` : "";
  const mentions = `Texts and comments that mention "${run.mentioned}" were left as they are:\n${shown.join("")}${more}`;
  const summary = (places.length === 0 ? "" : mentions) + lines(run.words(value as Refactoring));
  session.terminal.err(showControlsInLines(summary));
  return exit;
}

const MOST_MENTIONS = 10;

function lines(sentences: readonly string[]): string {
  return sentences.map((sentence) => `${sentence}\n`).join("");
}

function foreignFile({ source }: ChangedFile, path: string | undefined, { project }: Session): readonly Diagnostic[] {
  if (path !== undefined && isOwn(path, project.root)) return [];
  const message = `"${source.path}" names the code too, and is outside of the project, so it is not changed.`;
  const help = "Change it in its own project first, or run the command there.";
  return [refactorError("refactor-unsure", { source, span: { start: 0, end: 0 } }, message, help)];
}

/** The commands to run next. */
export function generateLine({ namesConfig, configs, host }: Session): string {
  const named = namesConfig ? configs.flatMap((config) => ["--config", host.show(config)]) : [];
  return shellLine(["errtable", "generate", ...named]);
}

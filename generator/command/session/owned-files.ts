// Reads files that people own, and writes their new texts: all of them or none.
import { resolve } from "node:path";
import { type Diagnostic, hasErrors } from "../../diagnostic/diagnostic.ts";
import type { Model } from "../../model/model.ts";
import { errorCode } from "../../output/files/fs.ts";
import {
  type ExitCode,
  exitOfErrors,
  type Outcome,
  type Problem,
  type TargetChange,
} from "../../output/run/outcome.ts";
import { type Replacement, replaceFiles } from "../../output/write/replace.ts";
import type { Product } from "../../products/index.ts";
import { textOfFile } from "../../reader/file-text.ts";
import type { ResolvedTable } from "../../reader/table/resolve.ts";
import { noteLines } from "../../report/text-report.ts";
import { shellLine } from "../../text/shell-line.ts";
import type { Options } from "./command-line.ts";
import { completeKilled, type FileEdit, type OwnedFile, replacementOf } from "./owned-file.ts";
import { reportFindings, reportOutcome } from "./reporting.ts";
import type { Session } from "./session.ts";

/** The run of a command that changes files of people. */
export interface OwnedCommand {
  readonly command: "embed" | "inject" | "rename" | "retire" | "bump" | "migrate";
  /** The arguments, as the caller writes them: files, or codes. */
  readonly files: readonly string[];
  /** The options that only this command has, as the caller writes them. */
  readonly flags?: readonly string[];
  readonly options: Options;
}

export interface OwnedTable<Options> {
  /** Absolute. */
  readonly path: string;
  readonly model: Model;
  readonly table: ResolvedTable;
  /** The options of the table's target in the configuration, so that both make the same. */
  readonly options: Options;
}

type OptionsOf<Kind extends Product["kind"]> = Extract<Product, { readonly kind: Kind }>["options"];

/** The tables that go into the files; an exit code where there are none, or tables with errors, after a report. */
export async function openOwnedTables<Kind extends "openapi" | "docs">(
  session: Session,
  kind: Kind,
  example: string,
): Promise<
  { readonly tables: readonly OwnedTable<OptionsOf<Kind>>[]; readonly diagnostics: readonly Diagnostic[] } | ExitCode
> {
  const opened = await session.openModels(example);
  if (opened === undefined) return 2;
  const { config, tables: read, models, diagnostics } = opened;
  if (hasErrors(diagnostics)) {
    await reportFindings(session, diagnostics, { outputs: [] });
    return exitOfErrors(diagnostics);
  }
  const tables = [...read].flatMap(([path, table]) => {
    const model = models.get(path);
    if (model === undefined) return [];
    const target = config.targets.find(({ tablePath, product }) => tablePath === path && product.kind === kind);
    return { path, model, table, options: (target?.product.options ?? {}) as OptionsOf<Kind> };
  });
  return { tables, diagnostics };
}

/**
 * Names are relative to the caller's folder; a file that is named twice is read once. A run that may write first completes
 * the writes of a killed one in the folders of the files.
 */
export function readOwnedFiles(session: Session, names: readonly string[], { check, dryRun }: Options) {
  const { host, folder, terminal } = session;
  const files: OwnedFile[] = [];
  const unreadable: Diagnostic[] = [];
  if (!check && !dryRun) completeKilled(session, names);
  for (const path of new Set(names.map((name) => resolve(folder, name)))) {
    terminal.progress(`Reading ${host.show(path)}`);
    const bytes = host.read(path);
    const { value: source, diagnostics } = textOfFile(host.show(path), bytes);
    if (source === undefined || "failure" in bytes) unreadable.push(...diagnostics);
    else files.push({ path, bytes, source });
  }
  return { files, unreadable };
}

/** `found` are the findings outside of the files: in the tables, for example. */
export async function updateOwnedFiles(
  session: Session,
  edits: readonly (readonly [file: OwnedFile, edit: FileEdit])[],
  run: OwnedCommand,
  found: readonly Diagnostic[],
): Promise<ExitCode> {
  const { terminal, format } = session;
  const mode = run.options.check ? "check" : run.options.dryRun ? "dry-run" : "write";
  const diagnostics = [...found, ...edits.flatMap(([, edit]) => edit.diagnostics)];
  if (hasErrors(diagnostics)) {
    await reportFindings(session, diagnostics, { outputs: [] });
    if (mode === "write") terminal.err("Nothing was written.\n");
    return edits.some(([, { isBlocked }]) => isBlocked) ? 4 : exitOfErrors(diagnostics);
  }
  const changed = edits.flatMap(([file, { text }]) =>
    text === undefined || text === file.source.text ? [] : [replacementOf(file, text)],
  );
  const problem = mode === "write" ? writeReplacements(session, changed) : undefined;
  const exit = problem !== undefined ? 4 : mode === "check" && changed.length > 0 ? 3 : 0;
  const changes = changed.map((one) => changeOf(one, session));
  const upToDate = edits.length - changed.length;
  const written = mode === "write" && problem === undefined;
  const outcome: Outcome = { exit, diagnostics, changes, written, upToDate, ...(problem && { problem }) };
  // Notes are no findings, so they are not in the report of any format.
  if (!session.quiet) terminal.err(noteLines(edits.flatMap(([, { notes = [] }]) => notes)));
  const verb = mode === "write" ? "generate" : mode;
  const again = commandThatWrites(run);
  if (mode !== "dry-run" || format !== "text") return reportOutcome(session, verb, outcome, again);
  // People own the file, so they see the change itself.
  const { printPatch } = await import("../../report/patch.ts");
  return reportOutcome(session, verb, { ...outcome, patch: printPatch(changes) }, again);
}

function commandThatWrites({ command, files, flags = [], options }: OwnedCommand): string {
  const { table = [], config, operations, remove } = options;
  return shellLine([
    "errtable",
    command,
    ...files,
    ...table.flatMap((one) => ["--table", one]),
    ...[config ?? []].flat().flatMap((one) => ["--config", one]),
    ...(operations === undefined ? [] : ["--operations", operations]),
    ...(remove ? ["--remove"] : []),
    ...flags,
  ]);
}

/** Why nothing was written; undefined where every file was. */
export function writeReplacements({ host, project }: Session, changed: readonly Replacement[]): Problem | undefined {
  try {
    const other = replaceFiles(project.fs, changed);
    if (other === undefined) return undefined;
    const message = `Nothing was written: another program changed "${host.show(other)}" meanwhile.`;
    return { message, help: "Run the command again." };
  } catch (error) {
    if (errorCode(error) === undefined || !(error instanceof Error)) throw error;
    const message = `Nothing was written: ${error.message}.`;
    return { message, help: "Check the permissions, and the room on the disk." };
  }
}

export function changeOf({ path, before, after }: Replacement, { host }: Session): TargetChange {
  const text = Buffer.from(after).toString();
  const shown = host.show(path);
  return { target: shown, path: shown, change: { kind: "update", action: "write", path: shown, before, after: text } };
}

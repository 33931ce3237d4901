// Moves the programs that use the generated code of tables from retired and deprecated codes to the codes that replace them.
import { resolve } from "node:path";
import { type Diagnostic, hasErrors } from "../../diagnostic/diagnostic.ts";
import { type MigratedFile, migrateSources, SOURCE } from "../../migrate/migrate-sources.ts";
import { replacementsOf } from "../../migrate/replacements.ts";
import type { SourceDisk } from "../../migrate/source-disk.ts";
import { type ExitCode, exitOfErrors } from "../../output/run/outcome.ts";
import { textOfFile } from "../../reader/file-text.ts";
import type { Options } from "../session/command-line.ts";
import { filesBelow } from "../session/files-below.ts";
import type { OwnedFile } from "../session/owned-file.ts";
import { type OwnedCommand, readOwnedFiles, updateOwnedFiles } from "../session/owned-files.ts";
import { reportFindings, reportProblem } from "../session/reporting.ts";
import type { Session } from "../session/session.ts";

const EXAMPLE = "errtable migrate src/ --table my.errors.yaml";

export async function migrate(names: readonly string[], options: Options, session: Session): Promise<ExitCode> {
  const { dryRun = false, code: only = [], rename: renamed = [] } = options;
  const renames = renamed.map((one) => one.split("=") as [string, string]);
  const wrong = renames.findIndex((parts) => parts.length !== 2 || parts.includes(""));
  if (wrong >= 0) {
    const message = `--rename "${renamed[wrong]}" does not say an old and a new code.`;
    await reportProblem(session, { message, help: "Write both, as in: --rename OrderNotFound=OrderMissing" });
    return 2;
  }
  const opened = await session.openModels(EXAMPLE);
  if (opened === undefined) return 2;
  const { models, diagnostics } = opened;
  if (hasErrors(diagnostics)) {
    await reportFindings(session, diagnostics, { outputs: [] });
    return exitOfErrors(diagnostics);
  }
  const tables = [...models.values()].map((model) => ({
    model,
    replacements: replacementsOf(model, { only, renames: renames.filter(([, to]) => isCode(to, model.errors)) }),
  }));
  const unknown = [...only, ...renames.map(([from]) => from)].find((code) =>
    tables.every(({ replacements }) => replacements.every(({ from }) => from !== code)),
  );
  if (unknown !== undefined) {
    const message = `No table says which code replaces "${unknown}".`;
    const help = "Name it in the table (replacedBy of a retired or deprecated code), or as --rename Old=New.";
    await reportProblem(session, { message, help });
    return 2;
  }
  const paths = names.flatMap((name) => filesBelow(resolve(session.folder, name), session, isSource) ?? [name]);
  const { files, unreadable } = readOwnedFiles(session, paths, options);
  const byPath = new Map(files.map((file) => [slashes(file.path), file]));
  const sources = new Map([...byPath].map(([path, { source }]) => [path, source]));
  const migrated = migrateSources(sources, tables, diskOf(session));
  const edits = migrated.flatMap(({ path, ...edit }) => {
    const file = byPath.get(path);
    return file === undefined ? [] : [[file, edit] as const];
  });
  const run: OwnedCommand = { command: "migrate", files: names, flags: flagsOf(options), options };
  const named = new Set(names.map((name) => session.host.show(resolve(session.folder, name))));
  // One old file in a folder keeps no other from being moved.
  const passedOver = unreadable.map((one): Diagnostic => {
    return named.has(one.place.source.path) ? one : { ...one, severity: "warning" };
  });
  const exit = await updateOwnedFiles(session, edits, run, passedOver);
  if (exit === 0 && !session.quiet) session.terminal.err(`${summary(migrated, edits, dryRun)}\n`);
  return exit;
}

function isSource(name: string): boolean {
  return SOURCE.test(name);
}

function isCode(name: string, errors: readonly { readonly code: string }[]): boolean {
  return errors.some(({ code }) => code === name || name.startsWith(`${code}.`));
}

function flagsOf({ code = [], rename = [] }: Options): readonly string[] {
  return [...code.flatMap((one) => ["--code", one]), ...rename.flatMap((one) => ["--rename", one])];
}

function summary(
  migrated: readonly MigratedFile[],
  edits: readonly (readonly [OwnedFile, { readonly text: string }])[],
  dryRun: boolean,
): string {
  const changed = edits.filter(([{ source }, { text }]) => text !== source.text).length;
  const open = migrated.flatMap(({ diagnostics }) => diagnostics).length;
  const files = changed === 1 ? "1 source" : `${changed} sources`;
  const places = open === 1 ? "1 place is" : `${open} places are`;
  const done = changed === 0 ? "No source uses an old code for certain" : `${dryRun ? "Would move" : "Moved"} ${files}`;
  return open === 0 ? `${done}.` : `${done}; ${places} for a person to look at.`;
}

function diskOf({ host, project: { fs } }: Session): SourceDisk {
  return {
    read: (path) => textOfFile(path, host.read(path)).value?.text,
    kind(path) {
      const real = fs.real(path);
      const kind = real === undefined ? undefined : fs.entry(real)?.kind;
      return kind === "file" || kind === "folder" ? kind : undefined;
    },
    list(folder) {
      const names = host.list(folder);
      return "failure" in names ? [] : names;
    },
    real: (path) => slashes(fs.real(path) ?? path),
  };
}

function slashes(path: string): string {
  return path.replaceAll("\\", "/");
}

// Replaces the texts of files that people own: all or none, each in one step, and only files that have not changed meanwhile.
import { randomUUID } from "node:crypto";
import { basename, dirname, join } from "node:path";
import { errorCode, type Fs, type Rights, removeFile } from "../files/fs.ts";
import { isLeftBeside, lockName, pathProblem, replacedName, temporaryBeside } from "../files/paths.ts";
import { type Listing, parseListing, printListing, sha256 } from "../state/manifest.ts";
import { takeBack, type Undo, writeTemporary } from "./apply.ts";
import { withLocks } from "./lock.ts";

export interface Replacement {
  /** Absolute. A link stays a link: its target is replaced. */
  readonly path: string;
  /** The bytes that the new text was made from. */
  readonly before: Uint8Array;
  readonly after: Uint8Array;
}

/** Undefined where every file was written; else nothing was, because another program changed the file of this path. */
export function replaceFiles(fs: Fs, replacements: readonly Replacement[]): string | undefined {
  const files = replacements.map((one) => ({ ...one, shown: one.path, path: fs.real(one.path) ?? one.path }));
  return withLocks(
    fs,
    files.map(({ path }) => dirname(path)),
    () => replaceLocked(fs, files),
  );
}

export interface OwnedFile extends Replacement {
  /** As it was named; `path` is without links. */
  readonly shown: string;
}

interface Staged extends OwnedFile {
  readonly temporary: string;
  readonly rights: Rights | undefined;
}

function replaceLocked(fs: Fs, files: readonly OwnedFile[]): string | undefined {
  const undo: Undo = [];
  try {
    const staged = stageReplacements(fs, files, undo);
    if ("changed" in staged) takeBack(undo);
    else staged.move();
    return "changed" in staged ? staged.changed : undefined;
  } catch (error) {
    takeBack(undo);
    throw error;
  }
}

/** Moves the new texts to their places, or puts the old ones back and throws. */
export interface StagedReplacements {
  readonly move: () => void;
}

/**
 * Writes the new texts beside their places, while the caller holds the locks of the folders; or answers with the path of a file
 * that another program changed. A file that has its new text already, which another run wrote, stays. The steps of `undo` take
 * back everything that is not moved.
 */
export function stageReplacements(
  fs: Fs,
  files: readonly OwnedFile[],
  undo: Undo,
): StagedReplacements | { readonly changed: string } {
  const staged = files
    .filter(({ path, after }) => !Buffer.from(after).equals(fs.read(path)))
    .map((file) => stage(fs, file, undo));
  const changed = staged.find(({ path, before }) => !Buffer.from(before).equals(fs.read(path)));
  if (changed !== undefined) return { changed: changed.shown };
  const folders = [...new Set(staged.map(({ path }) => dirname(path)))];
  // One file changes in one step. Journals let the next run complete several files that a killed run left half done.
  if (staged.length > 1) for (const folder of folders) writeJournal(fs, folder, staged, undo);
  return { move: () => moveStaged(fs, staged, folders) };
}

function moveStaged(fs: Fs, staged: readonly Staged[], folders: readonly string[]): void {
  const moved: Staged[] = [];
  try {
    for (const one of staged) {
      fs.rename(one.temporary, one.path);
      moved.push(one);
    }
  } catch (error) {
    for (const one of moved.toReversed()) restore(fs, one);
    throw error;
  }
  for (const folder of folders) fs.flushFolder(folder);
  if (moved.length > 1) for (const folder of folders) removeFile(fs, join(folder, replacedName));
}

function stage(fs: Fs, file: OwnedFile, undo: Undo): Staged {
  const rights = fs.entry(file.path)?.rights;
  return { ...file, rights, temporary: writeBeside(fs, file.path, file.after, rights, undo) };
}

function writeBeside(
  fs: Fs,
  path: string,
  content: string | Uint8Array,
  rights: Rights | undefined,
  undo: Undo,
): string {
  return writeTemporary(fs, dirname(path), content, rights, undo, temporaryBeside(basename(path), randomUUID()));
}

/** By name, the hashes of the old and the new text of each file in a folder. */
function writeJournal(fs: Fs, folder: string, staged: readonly Staged[], undo: Undo): void {
  const own = staged.filter(({ path }) => dirname(path) === folder && pathProblem(basename(path)) === undefined);
  const listing = new Map(own.map(({ path, before, after }) => [basename(path), [sha256(before), sha256(after)]]));
  const journal = join(folder, replacedName);
  const temporary = writeBeside(fs, journal, printListing(listing), undefined, undo);
  undo.push(() => removeFile(fs, journal));
  fs.rename(temporary, journal);
}

function restore(fs: Fs, { path, before, rights }: Staged): void {
  try {
    fs.rename(writeBeside(fs, path, before, rights, []), path);
  } catch (error) {
    // The first failure is the one to report.
    if (errorCode(error) === undefined) throw error;
  }
}

/**
 * Completes the files of a folder that a killed run left half done, and removes its temporary files. A journal may come with a
 * repository, so it reaches only the files that the caller is about to change.
 */
export function completeReplaced(fs: Fs, named: string, isNamed: (name: string) => boolean): void {
  const folder = fs.real(named);
  if (folder === undefined || !fs.list(folder).some((name) => isLeftBeside(name) || name === lockName)) return;
  withLocks(fs, [folder], () => {
    const left = fs.list(folder).filter((name) => isLeftBeside(name) && fs.entry(join(folder, name))?.kind === "file");
    const texts = left.map((name) => ({ path: join(folder, name), hash: sha256(fs.read(join(folder, name))) }));
    for (const [name, [before = "", after = ""]] of readJournal(fs, folder, left)) {
      if (!isNamed(name)) continue;
      const path = join(folder, name);
      const text = texts.findIndex(({ hash }) => hash === after);
      // A file that was edited since then stays as it is.
      if (text < 0 || fs.entry(path)?.kind !== "file" || sha256(fs.read(path)) !== before) continue;
      for (const { path: temporary } of texts.splice(text, 1)) fs.rename(temporary, path);
    }
    fs.flushFolder(folder);
    // The journal goes last, in case this run is killed, too.
    for (const name of left.toSorted((a, b) => Number(a === replacedName) - Number(b === replacedName)))
      removeFile(fs, join(folder, name));
  });
}

function readJournal(fs: Fs, folder: string, left: readonly string[]): Listing {
  const listing = left.includes(replacedName) ? parseListing(fs.read(join(folder, replacedName))) : new Map();
  return "problem" in listing ? new Map() : listing;
}

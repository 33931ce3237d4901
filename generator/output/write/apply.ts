// A plan becomes files: everything is staged beside its place first, then moved, and the manifest comes last.
import { randomUUID } from "node:crypto";
import { dirname, join } from "node:path";
import { errorCode, type Fs, type Rights, removeFile } from "../files/fs.ts";
import { foldersOf, journalName, manifestName, temporaryName } from "../files/paths.ts";
import { encodePieces } from "../files/utf8-pieces.ts";
import type { TargetPlan } from "../plan/plan.ts";
import { printListing } from "../state/manifest.ts";
import { place } from "../state/state.ts";
import type { OutputFile } from "../state/target.ts";

/** A file of a plan, beside its place. */
interface Staged {
  readonly isManifest: boolean;
  /** Absolute paths. */
  readonly temporary: string;
  readonly final: string;
}

/** The steps that take back the files and folders of a run that moved nothing to its place yet, in the order of their making. */
export type Undo = (() => void)[];

/** Makes a folder and the folders above it. */
export function makeFolders(fs: Fs, folder: string, undo: Undo): void {
  if (fs.real(folder) !== undefined) return;
  if (dirname(folder) !== folder) makeFolders(fs, dirname(folder), undo);
  makeFolder(fs, folder, undo);
}

/** Makes new files in a folder that exists, and the folders in it that they need: all of them, or none where one fails. */
export function createFiles(fs: Fs, folder: string, files: readonly OutputFile[]): void {
  const undo: Undo = [];
  try {
    for (const { path, text } of files) {
      for (const parent of foldersOf(path)) makeFolder(fs, place(folder, parent), undo);
      createFile(fs, place(folder, path), text, undefined, undo);
    }
  } catch (error) {
    takeBack(undo);
    throw error;
  }
}

/**
 * Writes the new files of plans beside their places; no plan may be refused, and the folders exist. The steps of `undo` take
 * them back. The returned function moves the files: if it is stopped, the journals tell the next run which files are errtable's.
 */
export function stagePlans(fs: Fs, plans: readonly TargetPlan[], undo: Undo): () => void {
  const stages = plans.map((plan) => ({ plan, staged: stage(fs, plan, undo) }));
  return () => {
    for (const { plan, staged } of stages) commit(fs, plan, staged);
  };
}

function stage(fs: Fs, plan: TargetPlan, undo: Undo): readonly Staged[] {
  const folder = plan.target.folder;
  const writes = plan.changes.filter((change) => change.action === "write");
  if (writes.some((change) => change.path !== manifestName)) writeJournal(fs, plan, undo);
  for (const change of writes) {
    for (const parent of foldersOf(change.path)) makeFolder(fs, place(folder, parent), undo);
  }
  return writes.map((change): Staged => {
    const final = place(folder, change.path);
    const rights = change.kind === "create" ? undefined : fs.entry(final)?.rights;
    return {
      isManifest: change.path === manifestName,
      final,
      temporary: writeTemporary(fs, dirname(final), change.after, rights, undo),
    };
  });
}

function writeJournal(fs: Fs, plan: TargetPlan, undo: Undo): void {
  const folder = plan.target.folder;
  const journal = place(folder, journalName);
  const temporary = writeTemporary(fs, folder, printListing(plan.journal), undefined, undo);
  // If this run fails, the journal of an earlier, interrupted run stays with this run's additions, which do no harm.
  if (fs.entry(journal) === undefined) undo.push(() => removeFile(fs, journal));
  fs.rename(temporary, journal);
  fs.flushFolder(folder);
}

export function writeTemporary(
  fs: Fs,
  folder: string,
  content: string | Uint8Array,
  rights: Rights | undefined,
  undo: Undo,
  name: string = temporaryName(randomUUID()),
): string {
  const path = join(folder, name);
  createFile(fs, path, content, rights, undo);
  return path;
}

function createFile(fs: Fs, path: string, content: string | Uint8Array, rights: Rights | undefined, undo: Undo): void {
  const file = fs.create(path);
  undo.push(() => removeFile(fs, path));
  try {
    if (rights !== undefined) fs.setRights(file, rights);
    if (typeof content === "string") encodePieces(content, (bytes) => fs.write(file, bytes));
    else fs.write(file, content);
    fs.flush(file);
  } finally {
    fs.close(file);
  }
}

function commit(fs: Fs, plan: TargetPlan, staged: readonly Staged[]): void {
  const folder = plan.target.folder;
  // Deletions go first: where case does not count, an old name may be the same file as a new one. The journal stays to the end.
  for (const { action, path } of plan.changes) {
    if (action === "delete" && path !== journalName) removeFile(fs, place(folder, path));
  }
  for (const path of plan.gone) removeEmptied(fs, folder, path);
  for (const one of staged) if (!one.isManifest) fs.rename(one.temporary, one.final);
  for (const parent of new Set(staged.map(({ final }) => dirname(final)))) fs.flushFolder(parent);
  for (const one of staged) if (one.isManifest) fs.rename(one.temporary, one.final);
  fs.flushFolder(folder);
  // Only now do the manifest and the folder agree, so that the journal is not needed any more.
  removeFile(fs, place(folder, journalName));
}

/** A folder that held a temporary file is not empty, and stays. */
function removeEmptied(fs: Fs, folder: string, path: string): void {
  for (const parent of foldersOf(path).toReversed()) {
    try {
      fs.removeFolder(place(folder, parent));
    } catch (error) {
      // It holds files of somebody else, so it stays.
      if (errorCode(error) !== "ENOENT") return;
    }
  }
}

/** Whether a folder was empty, and is gone now. */
export function removedEmpty(fs: Fs, folder: string): boolean {
  try {
    fs.removeFolder(folder);
    return true;
  } catch (error) {
    if (errorCode(error) === undefined) throw error;
    return false;
  }
}

/** Anything but a folder in its place, also a link to a folder, stops the run. */
function makeFolder(fs: Fs, folder: string, undo: Undo): void {
  const entry = fs.entry(folder);
  if (entry?.kind === "folder") return;
  if (entry !== undefined) throw Object.assign(new Error(`${folder} is no folder`), { code: "ENOTDIR" });
  try {
    fs.makeFolder(folder);
    undo.push(() => fs.removeFolder(folder));
  } catch (error) {
    if (errorCode(error) !== "EEXIST" || fs.entry(folder)?.kind !== "folder") throw error;
  }
}

/** Removes everything that was made, the newest first. */
export function takeBack(undo: Undo): void {
  for (const step of undo.toReversed()) {
    try {
      step();
    } catch {
      // The first failure is the one to report; the next run recognises the files that stay.
    }
  }
}

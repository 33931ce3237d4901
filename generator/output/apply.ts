// A plan becomes files: everything is staged beside its place first, then moved, and the manifest comes last.
import { randomUUID } from "node:crypto";
import { dirname } from "node:path";
import { errorCode, type Fs } from "./fs.ts";
import { printListing } from "./manifest.ts";
import { foldersOf, journalName, manifestName, temporaryName } from "./paths.ts";
import type { Change, TargetPlan } from "./plan.ts";
import { place } from "./state.ts";

type Written = Extract<Change, { action: "write" }>;

interface Staged {
  readonly change: Written;
  /** Absolute paths. */
  readonly temporary: string;
  readonly final: string;
}

/** Files and folders that can still be taken back, because nothing was moved to its place yet. */
export interface Traces {
  readonly files: string[];
  readonly folders: string[];
}

/** Makes a folder and the folders above it; returns the new ones, outermost first. */
export function makeFolders(fs: Fs, folder: string): readonly string[] {
  if (fs.real(folder) !== undefined) return [];
  const above = dirname(folder) === folder ? [] : makeFolders(fs, dirname(folder));
  return makeFolder(fs, folder) ? [...above, folder] : above;
}

/** Makes new files in folders that exist: all of them, or none where one fails. */
export function createFiles(fs: Fs, files: Iterable<readonly [path: string, text: string]>): void {
  const traces: Traces = { files: [], folders: [] };
  try {
    for (const [path, text] of files) createFile(fs, path, Buffer.from(text), undefined, traces);
  } catch (error) {
    takeBack(fs, traces);
    throw error;
  }
}

/**
 * Writes the new files of plans beside their places; no plan may be refused, and the folders exist. A failure takes everything
 * back. The returned function moves the files: if it is stopped, the journals tell the next run which files are errtable's.
 */
export function stagePlans(fs: Fs, plans: readonly TargetPlan[]): () => void {
  const traces: Traces = { files: [], folders: [] };
  try {
    const stages = plans.map((plan) => ({ plan, staged: stage(fs, plan, traces) }));
    return () => {
      for (const { plan, staged } of stages) commit(fs, plan, staged);
    };
  } catch (error) {
    takeBack(fs, traces);
    throw error;
  }
}

function stage(fs: Fs, plan: TargetPlan, traces: Traces): readonly Staged[] {
  const folder = plan.target.folder;
  const writes = plan.changes.filter((change) => change.action === "write");
  if (writes.some((change) => change.path !== manifestName)) writeJournal(fs, plan, traces);
  for (const change of writes) {
    for (const parent of foldersOf(change.path)) {
      if (makeFolder(fs, place(folder, parent))) traces.folders.push(place(folder, parent));
    }
  }
  return writes.map((change): Staged => {
    const final = place(folder, change.path);
    const mode = change.kind === "create" ? undefined : fs.entry(final)?.mode;
    return { change, final, temporary: writeTemporary(fs, dirname(final), change.after, mode, traces) };
  });
}

function writeJournal(fs: Fs, plan: TargetPlan, traces: Traces): void {
  const folder = plan.target.folder;
  const journal = place(folder, journalName);
  const temporary = writeTemporary(fs, folder, printListing(plan.journal), undefined, traces);
  // If this run fails, the journal of an earlier, interrupted run stays with this run's additions, which do no harm.
  if (fs.entry(journal) === undefined) traces.files.push(journal);
  fs.rename(temporary, journal);
  fs.flushFolder(folder);
}

function writeTemporary(fs: Fs, folder: string, text: string, mode: number | undefined, traces: Traces): string {
  const path = place(folder, temporaryName(randomUUID()));
  createFile(fs, path, Buffer.from(text), mode, traces);
  return path;
}

export function createFile(fs: Fs, path: string, bytes: Uint8Array, mode: number | undefined, traces: Traces): void {
  const file = fs.create(path);
  traces.files.push(path);
  try {
    if (mode !== undefined) fs.setMode(file, mode);
    fs.write(file, bytes);
    fs.flush(file);
  } finally {
    fs.close(file);
  }
}

function commit(fs: Fs, plan: TargetPlan, staged: readonly Staged[]): void {
  const folder = plan.target.folder;
  // Deletions go first: where case does not count, an old name may be the same file as a new one. The journal stays to the end.
  for (const { action, path } of plan.changes) {
    if (action === "delete" && path !== journalName) remove(fs, place(folder, path));
  }
  for (const path of plan.gone) removeEmptied(fs, folder, path);
  for (const one of staged) if (one.change.path !== manifestName) fs.rename(one.temporary, one.final);
  for (const parent of new Set(staged.map(({ final }) => dirname(final)))) fs.flushFolder(parent);
  for (const one of staged) if (one.change.path === manifestName) fs.rename(one.temporary, one.final);
  fs.flushFolder(folder);
  // Only now do the manifest and the folder agree, so that the journal is not needed any more.
  remove(fs, place(folder, journalName));
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

/** True if the folder is new. Anything else in its place, also a link to a folder, stops the run. */
function makeFolder(fs: Fs, folder: string): boolean {
  const entry = fs.entry(folder);
  if (entry?.kind === "folder") return false;
  if (entry !== undefined) throw Object.assign(new Error(`${folder} is no folder`), { code: "ENOTDIR" });
  try {
    fs.makeFolder(folder);
    return true;
  } catch (error) {
    if (errorCode(error) === "EEXIST" && fs.entry(folder)?.kind === "folder") return false;
    throw error;
  }
}

function remove(fs: Fs, path: string): void {
  try {
    fs.remove(path);
  } catch (error) {
    if (errorCode(error) !== "ENOENT") throw error;
  }
}

export function takeBack(fs: Fs, traces: Traces): void {
  const steps = [
    ...traces.files.map((path) => () => remove(fs, path)),
    ...traces.folders.toReversed().map((path) => () => fs.removeFolder(path)),
  ];
  for (const step of steps) {
    try {
      step();
    } catch {
      // The first failure is the one to report; the next run recognises the files that stay.
    }
  }
}

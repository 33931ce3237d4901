// Replaces the texts of files that people own: all or none, each in one step, and only files that have not changed meanwhile.
import { randomUUID } from "node:crypto";
import { dirname, join } from "node:path";
import { createFile, type Traces, takeBack } from "./apply.ts";
import { errorCode, type Fs } from "./fs.ts";
import { temporaryName } from "./paths.ts";

export interface Replacement {
  /** Absolute. A link stays a link: its target is replaced. */
  readonly path: string;
  /** The bytes that the new text was made from. */
  readonly before: Uint8Array;
  readonly after: Uint8Array;
}

/** Undefined where every file was written; else nothing was, because another program changed the file of this path. */
export function replaceFiles(fs: Fs, replacements: readonly Replacement[]): string | undefined {
  const traces: Traces = { files: [], folders: [] };
  const moved: Staged[] = [];
  try {
    const staged = replacements.map((replacement) => stage(fs, replacement, traces));
    const changed = staged.find(({ path, before }) => !Buffer.from(before).equals(fs.read(path)));
    if (changed !== undefined) {
      takeBack(fs, traces);
      return changed.shown;
    }
    for (const one of staged) {
      fs.rename(one.temporary, one.path);
      moved.push(one);
    }
  } catch (error) {
    for (const one of moved.toReversed()) restore(fs, one);
    takeBack(fs, traces);
    throw error;
  }
  for (const folder of new Set(moved.map(({ path }) => dirname(path)))) fs.flushFolder(folder);
  return undefined;
}

interface Staged {
  /** As it was named. */
  readonly shown: string;
  /** Without links. */
  readonly path: string;
  readonly before: Uint8Array;
  readonly temporary: string;
  readonly mode: number | undefined;
}

function stage(fs: Fs, { path: shown, before, after }: Replacement, traces: Traces): Staged {
  const path = fs.real(shown) ?? shown;
  const mode = fs.entry(path)?.mode;
  return { shown, path, before, mode, temporary: writeBeside(fs, path, after, mode, traces) };
}

function restore(fs: Fs, { path, before, mode }: Staged): void {
  try {
    fs.rename(writeBeside(fs, path, before, mode, { files: [], folders: [] }), path);
  } catch (error) {
    // The first failure is the one to report.
    if (errorCode(error) === undefined) throw error;
  }
}

function writeBeside(fs: Fs, path: string, bytes: Uint8Array, mode: number | undefined, traces: Traces): string {
  const temporary = join(dirname(path), temporaryName(randomUUID()));
  createFile(fs, temporary, bytes, mode, traces);
  return temporary;
}

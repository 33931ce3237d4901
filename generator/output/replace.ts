// Replaces the texts of files that people own: all or none, each in one step, and only files that have not changed meanwhile.
import { dirname } from "node:path";
import { takeBack, type Undo, writeTemporary } from "./apply.ts";
import { errorCode, type Fs } from "./fs.ts";

export interface Replacement {
  /** Absolute. A link stays a link: its target is replaced. */
  readonly path: string;
  /** The bytes that the new text was made from. */
  readonly before: Uint8Array;
  readonly after: Uint8Array;
}

/** Undefined where every file was written; else nothing was, because another program changed the file of this path. */
export function replaceFiles(fs: Fs, replacements: readonly Replacement[]): string | undefined {
  const undo: Undo = [];
  const moved: Staged[] = [];
  try {
    const staged = replacements.map((replacement) => stage(fs, replacement, undo));
    const changed = staged.find(({ path, before }) => !Buffer.from(before).equals(fs.read(path)));
    if (changed !== undefined) {
      takeBack(undo);
      return changed.shown;
    }
    for (const one of staged) {
      fs.rename(one.temporary, one.path);
      moved.push(one);
    }
  } catch (error) {
    for (const one of moved.toReversed()) restore(fs, one);
    takeBack(undo);
    throw error;
  }
  for (const folder of new Set(moved.map(({ path }) => dirname(path)))) fs.flushFolder(folder);
  return undefined;
}

interface Staged extends Pick<Replacement, "path" | "before"> {
  /** As it was named; `path` is without links. */
  readonly shown: string;
  readonly temporary: string;
  readonly mode: number | undefined;
}

function stage(fs: Fs, { path: shown, before, after }: Replacement, undo: Undo): Staged {
  const path = fs.real(shown) ?? shown;
  const mode = fs.entry(path)?.mode;
  return { shown, path, before, mode, temporary: writeTemporary(fs, dirname(path), after, mode, undo) };
}

function restore(fs: Fs, { path, before, mode }: Staged): void {
  try {
    fs.rename(writeTemporary(fs, dirname(path), before, mode, []), path);
  } catch (error) {
    // The first failure is the one to report.
    if (errorCode(error) === undefined) throw error;
  }
}

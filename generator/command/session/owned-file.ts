// A file that people own: its text, its new text, and what a killed run left of it.
import { dirname, join, resolve } from "node:path";
import type { Diagnostic } from "../../diagnostic/diagnostic.ts";
import type { SourceFile } from "../../diagnostic/source.ts";
import { errorCode, type Fs } from "../../output/files/fs.ts";
import { completeReplaced, type Replacement } from "../../output/write/replace.ts";

export interface OwnedFile {
  /** Absolute. */
  readonly path: string;
  readonly bytes: Uint8Array;
  /** Without a byte order mark, which stays in the file. */
  readonly source: SourceFile;
}

/** The new text of a file, and the findings in it. */
export interface FileEdit {
  /** May be the old text; undefined with errors only. */
  readonly text: string | undefined;
  readonly diagnostics: readonly Diagnostic[];
  /** Reported where files are written or would be; they fail nothing. */
  readonly notes?: readonly Diagnostic[];
  /** Among the errors is a hand edit of errtable's text, or somebody else's text in its place. */
  readonly isBlocked?: boolean;
}

const MARK = "\ufeff";

/** The text with the byte order mark of the file. */
export function replacementOf({ path, bytes }: OwnedFile, text: string): Replacement {
  const hasMark = Buffer.from(bytes.subarray(0, 3)).toString() === MARK;
  return { path, before: bytes, after: Buffer.from((hasMark ? MARK : "") + text) };
}

/** The caller's folder and the disk. */
export interface FileOwner {
  readonly folder: string;
  readonly project: { readonly fs: Fs };
}

/** Completes the named files of a killed run, and removes all that it left beside them; links lead to the file itself. */
export function completeKilled({ folder, project: { fs } }: FileOwner, names: readonly string[]): void {
  const named = names.map((name) => resolve(folder, name));
  const paths = new Set(named.map((path) => fs.real(path) ?? path));
  for (const one of new Set(Array.from(paths, (path) => dirname(path)))) {
    try {
      completeReplaced(fs, one, (name) => paths.has(join(one, name)));
    } catch (error) {
      // A folder that cannot be listed or written is reported with its files.
      if (errorCode(error) === undefined) throw error;
    }
  }
}

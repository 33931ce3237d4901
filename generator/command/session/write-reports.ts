// Reports are written into files: each in one step, and only over an earlier report.
import { randomUUID } from "node:crypto";
import { basename, dirname } from "node:path";
import { errorCode, type Fs, removeFile } from "../../output/files/fs.ts";
import { temporaryBeside } from "../../output/files/paths.ts";
import type { Problem } from "../../output/run/outcome.ts";
import { makeFolders, writeTemporary } from "../../output/write/apply.ts";
import { REPORTS, type ReportEntry } from "../../report/index.ts";

const ENTRIES: readonly ReportEntry[] = Object.values(REPORTS);

/** A file that a command makes besides its outputs. */
export interface OwnFile {
  /** Absolute. */
  readonly path: string;
  /** As the caller names it. */
  readonly shown: string;
  readonly text: string;
}

/** Why a report was not written; undefined where every one was. */
export function writeReports(fs: Fs, reports: readonly OwnFile[]): Problem | undefined {
  for (const report of reports) {
    const problem = writeOwnFile(fs, report, (before) => ENTRIES.some(({ opening }) => opening?.test(before)));
    if (problem !== undefined) return problem;
  }
  return undefined;
}

/** `isOwn` is asked about the first characters of a file that is there. */
export function writeOwnFile(
  fs: Fs,
  { path, shown, text }: OwnFile,
  isOwn: (before: string) => boolean,
): Problem | undefined {
  try {
    if (!isReplaceable(fs, path, isOwn)) {
      const message = `"${shown}" is there and was not made by errtable, so it was not written.`;
      return { message, help: "Name another file, or move this one." };
    }
    makeFolders(fs, dirname(path), []);
    replaceFile(fs, fs.real(path) ?? path, Buffer.from(text));
    return undefined;
  } catch (error) {
    if (errorCode(error) === undefined || !(error instanceof Error)) throw error;
    const message = `The file "${shown}" could not be written: ${error.message}.`;
    return { message, help: "Check the permissions, and the room on the disk." };
  }
}

/** In one step. */
export function replaceFile(fs: Fs, path: string, bytes: Uint8Array): void {
  const name = temporaryBeside(basename(path), randomUUID());
  const temporary = writeTemporary(fs, dirname(path), bytes, undefined, [], name);
  try {
    fs.rename(temporary, path);
  } catch (error) {
    removeFile(fs, temporary);
    throw error;
  }
}

/** An empty file, such as mktemp makes, belongs to the caller. */
function isReplaceable(fs: Fs, path: string, isOwn: (before: string) => boolean): boolean {
  const real = fs.real(path);
  if (real === undefined) return fs.entry(path) === undefined;
  const entry = fs.entry(real);
  if (entry?.kind !== "file") return false;
  const text = Buffer.from(fs.read(real)).toString("utf8", 0, 1000);
  return text === "" || isOwn(text);
}

// Reports are written into files: each in one step, and only over an earlier report.
import { randomUUID } from "node:crypto";
import { basename, dirname } from "node:path";
import { makeFolders, writeTemporary } from "../output/apply.ts";
import { errorCode, type Fs, removeFile } from "../output/fs.ts";
import type { Problem } from "../output/outcome.ts";
import { temporaryBeside } from "../output/paths.ts";
import { REPORTS, type ReportEntry } from "../report/index.ts";

const ENTRIES: readonly ReportEntry[] = Object.values(REPORTS);

/** Why a report was not written; undefined where every one was. Paths are absolute. */
export function writeReports(
  fs: Fs,
  reports: readonly { readonly path: string; readonly shown: string; readonly text: string }[],
): Problem | undefined {
  for (const { path, shown, text } of reports) {
    try {
      if (!isReplaceable(fs, path)) {
        const message = `"${shown}" is there and is no report of errtable, so the report was not written.`;
        return { message, help: "Name another file, or move this one." };
      }
      makeFolders(fs, dirname(path), []);
      replaceFile(fs, fs.real(path) ?? path, Buffer.from(text));
    } catch (error) {
      if (errorCode(error) === undefined || !(error instanceof Error)) throw error;
      const message = `The report "${shown}" could not be written: ${error.message}.`;
      return { message, help: "Check the permissions, and the room on the disk." };
    }
  }
  return undefined;
}

function replaceFile(fs: Fs, path: string, bytes: Uint8Array): void {
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
function isReplaceable(fs: Fs, path: string): boolean {
  const real = fs.real(path);
  if (real === undefined) return fs.entry(path) === undefined;
  const entry = fs.entry(real);
  if (entry?.kind !== "file") return false;
  const text = Buffer.from(fs.read(real)).toString("utf8", 0, 1000);
  return text === "" || ENTRIES.some(({ opening }) => opening?.test(text));
}

// The only module that touches files: it implements the calls for writing, and the host that reads inputs.
import * as node from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import type { FolderEntry, ProjectHost, ReadFailure } from "../reader/host.ts";
import { type Entry, errorCode, type Fs, type Rights } from "./files/fs.ts";

const largestInput = 64 * 2 ** 20;
const onWindows = process.platform === "win32";

/** The folder of the running tool's own modules. */
export const toolFolder: string = dirname(dirname(node.realpathSync.native(fileURLToPath(import.meta.url))));

export const disk: Fs = {
  entry: (path) => orUndefined(() => toEntry(node.lstatSync(path))),
  real: (path) => orUndefined(() => node.realpathSync.native(path)),
  read: (path) => node.readFileSync(path),
  list: (folder) => node.readdirSync(folder),
  makeFolder: (folder) => node.mkdirSync(folder),
  removeFolder: (folder) => node.rmdirSync(folder),
  create: (path) => node.openSync(path, "wx"),
  write: (file, bytes) => {
    for (let at = 0; at < bytes.length; ) at += node.writeSync(file, bytes, at);
  },
  setRights,
  flush: (file) => node.fsyncSync(file),
  close: (file) => node.closeSync(file),
  flushFolder,
  rename: (from, to) => patiently(() => node.renameSync(from, to)),
  remove: (path) => patiently(() => node.unlinkSync(path)),
  now: () => Date.now(),
  sleep,
  home: process.env["HOME"] ?? process.env["USERPROFILE"],
  process: process.pid,
  isRunning,
};

/** The disk as the pipeline reads it; paths are shown relative to a folder. */
export function diskHost(folder: string): ProjectHost {
  return {
    read: readSource,
    list: listFolder,
    entries: listEntries,
    show: (path) => relative(folder, path).split(sep).join("/") || ".",
  };
}

/** An empty folder for the files that another program reads or writes; it goes with all that is in it. */
export function inTemporaryFolder<Value>(use: (folder: string) => Value): Value {
  const folder = node.realpathSync.native(node.mkdtempSync(join(tmpdir(), "errtable-")));
  try {
    return use(folder);
  } finally {
    node.rmSync(folder, { recursive: true, force: true });
  }
}

/** The bytes of a regular file of at most 64 MiB, or the reason for a failure. */
function readSource(path: string): Uint8Array | ReadFailure {
  return orFailure((): Uint8Array | ReadFailure => {
    const stat = node.statSync(path);
    if (stat.isDirectory()) return { failure: "folder", detail: "It is a folder." };
    if (!stat.isFile()) return { failure: "special", detail: "It is no regular file." };
    if (stat.size > largestInput) return { failure: "too-large", detail: `It has ${stat.size} bytes.` };
    return node.readFileSync(path);
  });
}

/** The names in a folder, or the reason for a failure. */
function listFolder(folder: string): readonly string[] | ReadFailure {
  return orFailure(() => node.readdirSync(folder));
}

/** The entries of a folder, or the reason for a failure. */
function listEntries(folder: string): readonly FolderEntry[] | ReadFailure {
  return orFailure(() =>
    node.readdirSync(folder, { withFileTypes: true }).map((entry) => ({ name: entry.name, kind: kindOf(entry) })),
  );
}

function kindOf(entry: node.Dirent): FolderEntry["kind"] {
  return entry.isFile() ? "file" : entry.isDirectory() ? "folder" : "other";
}

function orFailure<T>(read: () => T): T | ReadFailure {
  try {
    return read();
  } catch (error) {
    const code = errorCode(error);
    const detail = code ?? "The system gave no reason.";
    if (code === "ENOENT" || code === "ENOTDIR") return { failure: "missing", detail };
    if (code === "EACCES" || code === "EPERM") return { failure: "denied", detail };
    return { failure: code === "EISDIR" ? "folder" : "other", detail };
  }
}

function toEntry(stat: node.Stats): Entry {
  const kind = stat.isSymbolicLink() ? "link" : stat.isDirectory() ? "folder" : stat.isFile() ? "file" : "other";
  const rights = { mode: stat.mode & 0o777, owner: stat.uid, group: stat.gid };
  return { kind, size: stat.size, rights, modified: stat.mtimeMs, changed: stat.ctimeMs, inode: stat.ino };
}

function setRights(file: number, { mode, owner, group }: Rights): void {
  const { uid, gid } = node.fstatSync(file);
  if (uid !== owner || gid !== group) {
    try {
      node.fchownSync(file, owner, group);
    } catch (error) {
      if (!["EPERM", "EINVAL", "ENOSYS"].includes(errorCode(error) ?? "")) throw error;
    }
  }
  // A new owner may have taken bits away.
  node.fchmodSync(file, mode);
}

function orUndefined<T>(look: () => T): T | undefined {
  try {
    return look();
  } catch (error) {
    const code = errorCode(error);
    if (code === "ENOENT" || code === "ENOTDIR") return undefined;
    throw error;
  }
}

function flushFolder(folder: string): void {
  // Windows cannot flush a folder, and keeps renames in order by itself.
  if (onWindows) return;
  const file = node.openSync(folder, "r");
  try {
    node.fsyncSync(file);
  } catch (error) {
    // Some file systems refuse; the bytes of the files are on the disk all the same.
    if (errorCode(error) !== "EINVAL") throw error;
  } finally {
    node.closeSync(file);
  }
}

/** On Windows, a virus scanner or an editor may hold a file for a moment. */
function patiently(act: () => void): void {
  for (let attempt = 0; ; attempt++) {
    try {
      act();
      return;
    } catch (error) {
      const passing = ["EBUSY", "EPERM", "EACCES"].includes(errorCode(error) ?? "");
      if (!onWindows || !passing || attempt === 10) throw error;
      sleep(10 * (attempt + 1));
    }
  }
}

function sleep(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}

function isRunning(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return errorCode(error) !== "ESRCH";
  }
}

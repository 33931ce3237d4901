// Only one run at a time writes to a folder. The others wait, but never for a dead run.
import { errorCode, type Fs, removeFile } from "../files/fs.ts";
import { lockName } from "../files/paths.ts";
import { place } from "../state/state.ts";

/** In milliseconds: no run holds a lock for so long. */
const stale = 15_000;
/** In milliseconds: a run that has not written its number into its lock by then is dead. */
const unsigned = 1_000;
const pause = 20;

/** Calls the function while no other run writes to the folders, which must exist. */
export function withLocks<T>(fs: Fs, folders: readonly string[], act: () => T): T {
  const held: string[] = [];
  try {
    // All runs take locks in the same order, so that no two wait for each other.
    for (const folder of [...new Set(folders)].toSorted()) {
      acquire(fs, place(folder, lockName));
      held.push(folder);
    }
    return act();
  } finally {
    for (const folder of held) removeFile(fs, place(folder, lockName));
  }
}

function acquire(fs: Fs, lock: string): void {
  for (;;) {
    try {
      const file = fs.create(lock);
      try {
        fs.write(file, Buffer.from(`${fs.process}\n`));
      } finally {
        fs.close(file);
      }
      return;
    } catch (error) {
      if (errorCode(error) !== "EEXIST") throw error;
    }
    if (isStale(fs, lock)) removeFile(fs, lock);
    else fs.sleep(pause);
  }
}

/** The owner is dead, or far too old: its number may be that of another process by now. */
function isStale(fs: Fs, lock: string): boolean {
  const entry = fs.entry(lock);
  if (entry === undefined) return false;
  const age = Math.abs(fs.now() - entry.modified);
  if (age > stale) return true;
  const owner = entry.kind === "file" && entry.size < 32 ? readOwner(fs, lock) : undefined;
  if (owner === undefined) return age > unsigned;
  return owner === fs.process || !fs.isRunning(owner);
}

function readOwner(fs: Fs, lock: string): number | undefined {
  try {
    const owner = Number.parseInt(Buffer.from(fs.read(lock)).toString("latin1"), 10);
    return owner > 0 ? owner : undefined;
  } catch {
    // The owner released it meanwhile.
    return undefined;
  }
}

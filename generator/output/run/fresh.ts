// The parts of earlier runs that are as the cache says: made from the same, and not changed since.

import type { Entry } from "../files/fs.ts";
import { stampOf } from "../files/stamp.ts";
import { isSameCommit } from "../git/git.ts";
import { hashNow, isSameInput } from "../state/inputs.ts";
import { sha256 } from "../state/manifest.ts";
import { readState } from "../state/state.ts";
import type { OwnedSlot, TargetSlot } from "../state/target.ts";
import type { CachedOwned, CachedTable, CachedTarget } from "./cache.ts";
import type { KeyedRun, Run } from "./project-run.ts";

/** A table of the cache whose inputs are the same now; with `key`, only one of this key. */
export function freshTable(run: KeyedRun, path: string, key?: string): CachedTable | undefined {
  const table = run.useCache ? run.cached?.tables.get(path) : undefined;
  if (table === undefined || (key !== undefined && table.key !== key)) return undefined;
  return table.inputs.every((input) => isSameInput(run.host, input)) ? table : undefined;
}

/** A target of the cache that was made from the same, and whose folder is as it should be. */
export function freshTarget(run: Run, slot: TargetSlot, key: string): CachedTarget | undefined {
  const { fs, root } = run.project;
  const target = run.useCache ? run.cached?.targets.get(slot.folder) : undefined;
  if (target?.key !== key) return undefined;
  const { manifest: text, hashes, stamps } = target;
  const read = new Map<string, string>();
  const isKnown = (path: string, entry: Entry): boolean => {
    const stamp = stampOf(entry, fs.now());
    if (stamp !== undefined && stamp !== stamps.get(path)) read.set(path, stamp);
    return stamp !== undefined && stamp === stamps.get(path);
  };
  const state = readState(fs, slot, hashes.keys(), { root: slot.root ?? root, locked: false, isKnown });
  const manifest = state.manifest.found;
  const isSame =
    state.trouble === undefined &&
    state.leftovers.size === 0 &&
    state.journal.found.kind === "absent" &&
    manifest.kind === "file" &&
    Buffer.from(text).equals(manifest.bytes) &&
    [...state.files].every(([path, found]) => found.kind === "file" && sha256(found.bytes) === hashes.get(path));
  if (!isSame) return undefined;
  return read.size === 0 ? target : { ...target, stamps: new Map([...stamps, ...read]) };
}

/** A file of people that was filled from the same, and has the bytes that this left. */
export function freshOwned(run: Run, { path }: OwnedSlot, key: string): CachedOwned | undefined {
  const owned = run.useCache ? run.cached?.owned.get(path) : undefined;
  if (owned?.key !== key || owned.hash !== hashNow(run.host, "file", path)) return undefined;
  return owned.commits.every(isSameCommit) ? owned : undefined;
}

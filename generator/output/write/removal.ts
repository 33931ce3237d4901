// The files in a folder that no target makes any more become the plan that deletes them: errtable's own, and with force those that were edited by hand.
import { dirname } from "node:path";
import type { Fs } from "../files/fs.ts";
import { manifestName } from "../files/paths.ts";
import { type Change, planTarget, type TargetPlan } from "../plan/plan.ts";
import { parseChoices, parseConfig, printListing } from "../state/manifest.ts";
import { readState } from "../state/state.ts";
import type { TargetSlot } from "../state/target.ts";
import { removedEmpty, stagePlans, takeBack, type Undo } from "./apply.ts";
import { withLocks } from "./lock.ts";

export interface Removal {
  readonly folder: string;
  /** The files to delete, the manifest and the records of killed runs among them. */
  readonly deleted: readonly Change[];
  /** Hand edits, and files that something else stands in the place of: they stay, and so does a manifest of them. */
  readonly kept: readonly Change[];
  readonly plan: TargetPlan;
}

export interface RemovalOptions {
  readonly root: string;
  readonly force: boolean;
  readonly locked: boolean;
}

export function planRemoval(fs: Fs, folder: string, shown: string, { root, force, locked }: RemovalOptions): Removal {
  // The manifest names the configuration, so that the folder is its own wherever it lies.
  const slot: TargetSlot = { kind: "", table: "", out: shown, label: shown, folder, shown, allowOutside: true };
  const state = readState(fs, slot, [], { root, locked });
  const plan = planTarget({ ...slot, files: [] }, state, { force });
  const files = plan.changes.filter(({ path }) => path !== manifestName);
  const kept = files.filter(({ action }) => action === "refuse");
  const deleted = files.filter(({ action }) => action === "delete");
  const manifest = state.manifest.found;
  if (manifest.kind !== "file") return { folder, deleted: [], kept, plan: { ...plan, changes: [] } };
  const before = manifest.bytes;
  const left = new Map([...state.manifest.listing].filter(([path]) => kept.some((change) => change.path === path)));
  const facts = { choices: parseChoices(before), config: parseConfig(before) };
  const after = printListing(left, facts);
  const change: Change =
    left.size === 0
      ? { kind: "orphan", action: "delete", path: manifestName, before }
      : { kind: "update", action: "write", path: manifestName, before, after };
  const changes = [...deleted, change];
  return { folder, deleted: changes.filter(({ action }) => action === "delete"), kept, plan: { ...plan, changes } };
}

/** Carries out what `plan` makes of a folder while no other run can write to it; folders that are empty then go, too. */
export function removeFiles(fs: Fs, folder: string, root: string, plan: () => Removal): Removal {
  const undo: Undo = [];
  const done = withLocks(fs, [folder], () => {
    const removal = plan();
    try {
      stagePlans(fs, [removal.plan], undo)();
    } catch (error) {
      takeBack(undo);
      throw error;
    }
    return removal;
  });
  for (let empty = folder; empty !== root && removedEmpty(fs, empty); ) empty = dirname(empty);
  return done;
}

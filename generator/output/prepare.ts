// What generate, check and diff begin with: the fast way where nothing has changed, else the pipeline and a plan per target.
import type { Diagnostic } from "../diagnostic/diagnostic.ts";
import type { Host } from "../reader/host.ts";
import { type CacheKey, type Memory, recall, remember } from "./cache.ts";
import { fingerprintTool } from "./fingerprint.ts";
import type { Fs } from "./fs.ts";
import { type Input, isSameInput, recordInputs } from "./inputs.ts";
import { sha256 } from "./manifest.ts";
import { foldPath } from "./paths.ts";
import { manifestOf, planTarget, type TargetPlan } from "./plan.ts";
import { readState, realFolder } from "./state.ts";
import { type PlannedTarget, selectTargets, type TargetSlot } from "./target.ts";

export interface Job {
  readonly fs: Fs;
  readonly host: Host;
  /** The project's folder, absolute. */
  readonly root: string;
  /** Everything on the command line that decides what is made, and the caller's folder; not `only`. */
  readonly identity: string;
  /** The folder of the running tool's modules. */
  readonly toolFolder: string;
  /** Kinds, tables or folders of the targets that are meant; empty for all of them. */
  readonly only: readonly string[];
  /** Reads everything through the host that it is given, the configuration too. */
  compile(host: Host, only: readonly string[]): Promise<Made>;
}

export type Made =
  | {
      readonly kind: "made";
      readonly diagnostics: readonly Diagnostic[];
      /** All targets there are. */
      readonly slots: readonly TargetSlot[];
      /** Those that are meant, with their files. */
      readonly targets: readonly PlannedTarget[];
    }
  | Refused;

/** Findings, or a wrong command line or configuration: nothing is made. */
export interface Refused {
  readonly kind: "refused";
  readonly exit: 1 | 2;
  readonly diagnostics: readonly Diagnostic[];
  readonly problem?: Problem;
}

/** Something to tell that has no place in a file. */
export interface Problem {
  readonly message: string;
  readonly help: string;
}

export type Prepared =
  | Refused
  /** Nothing has changed since a run that left everything as it should be. */
  | { readonly kind: "fresh"; readonly diagnostics: readonly Diagnostic[]; readonly files: number }
  | {
      readonly kind: "made";
      readonly diagnostics: readonly Diagnostic[];
      readonly targets: readonly PlannedTarget[];
      /** Lets the next run take the fast way; to be called when everything is as planned. */
      keep(plans: readonly TargetPlan[]): void;
    };

export interface PrepareOptions {
  /** Compiles although nothing has changed, for those who need the texts. */
  readonly full: boolean;
}

export async function prepare(job: Job, { full }: PrepareOptions): Promise<Prepared> {
  const key = { root: job.root, identity: job.identity, tool: fingerprintTool(job.fs, job.toolFolder) };
  const memory = recall(job.fs, key);
  const fresh = full || memory === undefined ? undefined : countFresh(job, memory);
  if (memory !== undefined && fresh !== undefined) {
    return { kind: "fresh", diagnostics: memory.diagnostics, files: fresh };
  }
  const recorder = recordInputs(job.host);
  const made = await job.compile(recorder.host, job.only);
  if (made.kind === "refused") return made;
  const { diagnostics, slots, targets } = made;
  const keep = (plans: readonly TargetPlan[]): void => {
    const inputs = recorder.inputs();
    const known = memory !== undefined && isSame(inputs, memory.inputs) ? memory.outputs : [];
    const outputs = new Map([...known, ...plans.map((plan) => [plan.target.folder, plan.hashes] as const)]);
    remember(job.fs, key satisfies CacheKey, { inputs, diagnostics, slots, outputs });
  };
  return { kind: "made", diagnostics, targets, keep };
}

/** What would change, by what stands in the folders now. */
export function planTargets(
  job: Job,
  targets: readonly PlannedTarget[],
  options: { readonly force: boolean; readonly locked: boolean },
): readonly TargetPlan[] {
  const owners = new Map<string, string>();
  return targets.map((target) => {
    const bounds = { root: job.root, allowOutside: target.allowOutside, locked: options.locked };
    const wanted = target.files.map((file) => file.path);
    const state = readState(job.fs, target.folder, wanted, bounds);
    // A link, or a disk that does not tell case, may make one folder of two that are spelled differently.
    const folder = state.trouble === undefined ? foldPath(realFolder(job.fs, target.folder)) : undefined;
    const owner = folder === undefined ? undefined : owners.get(folder);
    if (folder !== undefined) owners.set(folder, target.label);
    const trouble = owner === undefined ? {} : { trouble: `It is also the folder of ${owner}.` };
    return planTarget(target, { ...state, ...trouble }, options);
  });
}

/** How many files there are, if what is remembered holds for all that is meant. */
function countFresh(job: Job, memory: Memory): number | undefined {
  const meant = selectTargets(memory.slots, job.only);
  if ("unknown" in meant || !memory.inputs.every((input) => isSameInput(job.host, input))) return undefined;
  let files = 0;
  for (const slot of meant) {
    const hashes = memory.outputs.get(slot.folder);
    if (hashes === undefined || !isFresh(job, slot, hashes)) return undefined;
    files += hashes.size;
  }
  return files;
}

function isFresh(job: Job, slot: TargetSlot, hashes: ReadonlyMap<string, string>): boolean {
  const bounds = { root: job.root, allowOutside: slot.allowOutside, locked: false };
  const state = readState(job.fs, slot.folder, hashes.keys(), bounds);
  const manifest = state.manifest.found;
  return (
    state.trouble === undefined &&
    state.leftovers.size === 0 &&
    state.journal.found.kind === "absent" &&
    manifest.kind === "file" &&
    Buffer.from(manifestOf(hashes)).equals(manifest.bytes) &&
    [...state.files].every(([path, found]) => found.kind === "file" && sha256(found.bytes) === hashes.get(path))
  );
}

function isSame(a: readonly Input[], b: readonly Input[]): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

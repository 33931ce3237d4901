// A run of generate, check or diff in a project: it asks the cache whether anything changed, plans targets, and fills the cache.
import type { Diagnostic } from "../diagnostic/diagnostic.ts";
import type { ProjectHost } from "../reader/host.ts";
import { type CachedOutputs, type CachedRun, readCache, writeCache } from "./cache.ts";
import { fingerprintTool } from "./fingerprint.ts";
import type { Fs } from "./fs.ts";
import { readGitFacts } from "./git-facts.ts";
import { isSameInput, type Recorder, recordInputs } from "./inputs.ts";
import { sha256 } from "./manifest.ts";
import { type Outcome, outcomeWithoutPlan } from "./outcome.ts";
import { foldPath } from "./paths.ts";
import { manifestOf, planTarget, type TargetPlan } from "./plan.ts";
import { readState, realFolder } from "./state.ts";
import { type PlannedTarget, selectTargets, type TargetSlot } from "./target.ts";

export interface Project {
  readonly fs: Fs;
  readonly host: ProjectHost;
  /** The project's folder, absolute. */
  readonly root: string;
  /** Every part of the command line that decides which files are made, and the caller's folder; not `only`. */
  readonly identity: string;
  /** The folder of the running tool's modules. */
  readonly toolFolder: string;
  /** Kinds, tables or folders of the selected targets; empty for all of them. */
  readonly only: readonly string[];
}

export interface Compiled {
  readonly diagnostics: readonly Diagnostic[];
  /** All targets of the project. */
  readonly slots: readonly TargetSlot[];
  /** Absolute paths of the configurations, where `slots` are all of their targets. */
  readonly wholeConfigs?: readonly string[];
  /** The selected targets with their files. */
  readonly targets: readonly PlannedTarget[];
}

/** The data that a run needs to fill the cache at its end. */
export interface Run {
  readonly project: Project;
  /** Everything has to be read through its host. */
  readonly recorder: Recorder;
  readonly tool: string;
  readonly cached: CachedRun | undefined;
}

/** An outcome where nothing has changed since a run that left every file up to date. */
export function startRun(project: Project, { useCache }: { readonly useCache: boolean }): Run | Outcome {
  const tool = fingerprintTool(project.fs, project.toolFolder);
  const cached = readCache(project, tool);
  const files = useCache && cached !== undefined ? countUnchanged(project, cached) : undefined;
  if (cached !== undefined && files !== undefined)
    return outcomeWithoutPlan(0, cached.diagnostics, { upToDate: files });
  return { project, recorder: recordInputs(project.host), tool, cached };
}

/** Compares the targets with their folders as they are now. */
export function planTargets(
  { fs, root }: Project,
  targets: readonly PlannedTarget[],
  { force, locked }: { readonly force: boolean; readonly locked: boolean },
): readonly TargetPlan[] {
  const owners = new Map<string, string>();
  return targets.map((target) => {
    const paths = target.files.map((file) => file.path);
    const state = readState(fs, target, paths, { root: target.root ?? root, locked });
    // A link, or a disk that ignores case, may make one folder of two that are spelled differently.
    const folder = state.trouble === undefined ? foldPath(realFolder(fs, target.folder)) : undefined;
    const owner = folder === undefined ? undefined : owners.get(folder);
    if (folder !== undefined) owners.set(folder, target.label);
    const trouble = owner === undefined ? {} : { trouble: `It is also the folder of ${owner}.` };
    const plan = planTarget(target, { ...state, ...trouble }, { force });
    if (!plan.changes.some(({ kind }) => kind === "edited")) return plan;
    return planTarget(target, { ...state, git: readGitFacts(fs, target.folder) }, { force });
  });
}

/** Lets the next run see that nothing has changed; only for plans whose files are up to date now. */
export function finishRun(
  { project, recorder, tool, cached }: Run,
  { diagnostics, slots }: Compiled,
  plans: readonly TargetPlan[],
): void {
  const inputs = recorder.inputs();
  const known = cached !== undefined && JSON.stringify(inputs) === JSON.stringify(cached.inputs) ? cached.outputs : [];
  const outputs = new Map([
    ...known,
    ...plans.map(({ target, hashes }) => [target.folder, { manifest: manifestOf(hashes, target), hashes }] as const),
  ]);
  writeCache(project, tool, { inputs, diagnostics, slots, outputs });
}

/** The number of files of the selected targets; undefined if any input or output differs from the cached run. */
function countUnchanged(project: Project, cached: CachedRun): number | undefined {
  const selected = selectTargets(cached.slots, project.only);
  if ("unknown" in selected || !cached.inputs.every((input) => isSameInput(project.host, input))) return undefined;
  const outputs = selected.map((slot) => ({ slot, cached: cached.outputs.get(slot.folder) }));
  if (!outputs.every(({ slot, cached: one }) => one !== undefined && isUnchanged(project, slot, one))) return undefined;
  return outputs.reduce((count, { cached: one }) => count + (one?.hashes.size ?? 0), 0);
}

function isUnchanged({ fs, root }: Project, slot: TargetSlot, { manifest: text, hashes }: CachedOutputs): boolean {
  const state = readState(fs, slot, hashes.keys(), { root: slot.root ?? root, locked: false });
  const manifest = state.manifest.found;
  return (
    state.trouble === undefined &&
    state.leftovers.size === 0 &&
    state.journal.found.kind === "absent" &&
    manifest.kind === "file" &&
    Buffer.from(text).equals(manifest.bytes) &&
    [...state.files].every(([path, found]) => found.kind === "file" && sha256(found.bytes) === hashes.get(path))
  );
}

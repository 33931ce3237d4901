// A command line becomes a job for generate, check and diff; the pipeline is loaded only if something has changed.
import type { TargetRequest } from "../compile.ts";
import { hasErrors } from "../diagnostic.ts";
import type { Invocation } from "../invocation.ts";
import { disk, toolFolder } from "../output/disk.ts";
import type { Job, Made } from "../output/job.ts";
import { type PlannedTarget, selectTargets, type TargetSlot } from "../output/target.ts";
import type { Host } from "../spec/host.ts";

export interface JobOptions {
  /** The project's folder, absolute. */
  readonly root: string;
  readonly host: Host;
  readonly only: readonly string[];
  readonly onStage: (stage: string) => void;
}

export function openJob(invocation: Invocation, { root, host, only, onStage }: JobOptions): Job {
  const identity = JSON.stringify([invocation.folder, invocation.config, invocation.tables, invocation.out]);
  const compile: Job["compile"] = (recorded, names) => compileTargets(invocation, recorded, names, onStage);
  return { fs: disk, host, root, identity, toolFolder, only, compile };
}

async function compileTargets(
  invocation: Invocation,
  host: Host,
  only: readonly string[],
  onStage: (stage: string) => void,
): Promise<Made> {
  const { openProject } = await import("../project.ts");
  const { value, diagnostics } = openProject(invocation, host);
  if (value === undefined) return { kind: "refused", exit: 2, diagnostics };
  const targets = selectTargets(value.targets, only);
  if ("unknown" in targets) return { kind: "refused", exit: 2, diagnostics, problem: await unknownTarget(targets) };
  const { compile } = await import("../compile.ts");
  const { tables, severities } = value;
  const compiled = await compile({ tables, targets, severities, onStage }, host);
  const found = [...diagnostics, ...compiled.diagnostics];
  if (hasErrors(found)) return { kind: "refused", exit: 1, diagnostics: found };
  const planned = targets.map((target, index) => ({ ...target, files: compiled.outputs[index] ?? [] }));
  return {
    kind: "made",
    diagnostics: found,
    slots: value.targets satisfies readonly (TargetSlot & TargetRequest)[],
    targets: planned satisfies readonly PlannedTarget[],
  };
}

async function unknownTarget({ unknown, known }: { readonly unknown: string; readonly known: readonly string[] }) {
  const { didYouMean } = await import("../suggest.ts");
  const names = known.length === 0 ? "There are no targets." : `There are: ${known.join(", ")}.`;
  return { message: `No target is called "${unknown}".`, help: didYouMean(unknown, known) ?? names };
}

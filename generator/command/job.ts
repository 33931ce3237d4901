// A command line becomes a job for generate, check and diff; the pipeline is loaded only if something has changed.
import type { CompileRequest } from "../compile.ts";
import type { Configuration, ConfiguredTarget } from "../config/config.ts";
import { type Diagnostic, hasErrors } from "../diagnostic/diagnostic.ts";
import { disk, toolFolder } from "../output/disk.ts";
import type { Job, Made } from "../output/prepare.ts";
import { type PlannedTarget, selectTargets, type TargetSlot } from "../output/target.ts";
import type { TargetRequest } from "../products/index.ts";
import type { Host } from "../reader/host.ts";
import type { Invocation } from "./invocation.ts";
import type { MakerThread } from "./thread.ts";

export interface JobOptions {
  readonly host: Host;
  readonly only: readonly string[];
  readonly onStage: (stage: string) => void;
  /** Absent where everything is made on this thread. */
  readonly startMaker: (() => Promise<MakerThread>) | undefined;
}

export function openJob(invocation: Invocation, options: JobOptions): Job {
  const { host, only } = options;
  const { root } = invocation;
  const identity = JSON.stringify([invocation.folder, invocation.config, invocation.tables, invocation.out]);
  const compile: Job["compile"] = (recorded, names) => compileTargets(invocation, recorded, names, options);
  return { fs: disk, host, root, identity, toolFolder, only, compile };
}

async function compileTargets(
  invocation: Invocation,
  host: Host,
  only: readonly string[],
  { onStage, startMaker }: JobOptions,
): Promise<Made> {
  const { openProject } = await import("./project.ts");
  const { value, diagnostics } = openProject(invocation, host);
  if (value === undefined) return { kind: "refused", exit: 2, diagnostics };
  const targets = selectTargets(value.targets, only);
  if ("unknown" in targets) return { kind: "refused", exit: 2, diagnostics, problem: await unknownTarget(targets) };
  if (targets.length === 0) {
    const message = "No target of the configuration is meant, so there is nothing to make.";
    const help =
      "Add a target to errtable.config.yaml, or name a folder: errtable generate my.errors.yaml --out errors/";
    return { kind: "refused", exit: 2, diagnostics, problem: { message, help } };
  }
  const thread = targets.some((target) => target.kind === "typescript") ? await startMaker?.() : undefined;
  try {
    return await compileThem(value, targets, diagnostics, host, { onStage, ...(thread && { make: thread.make }) });
  } finally {
    thread?.close();
  }
}

async function compileThem(
  { tables, severities, targets: slots }: Configuration,
  targets: readonly ConfiguredTarget[],
  diagnostics: readonly Diagnostic[],
  host: Host,
  options: Pick<CompileRequest, "onStage" | "make">,
): Promise<Made> {
  const { compile } = await import("../compile.ts");
  const compiled = await compile({ tables, targets, severities, ...options }, host);
  const planned = targets.map((target, index) => ({ ...target, files: compiled.outputs[index] ?? [] }));
  const { checkFiles, checkLocales } = await import("./project.ts");
  const wrong = [...checkLocales(slots, (path) => compiled.models.get(path)?.locales), ...checkFiles(slots, planned)];
  const found = [...diagnostics, ...wrong, ...compiled.diagnostics];
  if (hasErrors(found)) return { kind: "refused", exit: wrong.length > 0 ? 2 : 1, diagnostics: found };
  return {
    kind: "made",
    diagnostics: found,
    slots: slots satisfies readonly (TargetSlot & TargetRequest)[],
    targets: planned satisfies readonly PlannedTarget[],
  };
}

async function unknownTarget({ unknown, known }: { readonly unknown: string; readonly known: readonly string[] }) {
  const { didYouMean } = await import("../diagnostic/suggest.ts");
  const names = known.length === 0 ? "There are no targets." : `There are: ${known.join(", ")}.`;
  return { message: `No target is called "${unknown}".`, help: didYouMean(unknown, known) ?? names };
}

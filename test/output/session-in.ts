// A session without tables: its targets are the files as they stand in one input.
import { join } from "node:path";
import type { TargetSession } from "../../generator/command/session/session.ts";
import type { Diagnostic } from "../../generator/diagnostic/diagnostic.ts";
import { disk, diskHost } from "../../generator/output/disk.ts";
import type { Fs } from "../../generator/output/files/fs.ts";
import { findUnchanged } from "../../generator/output/run/incremental-run.ts";
import { outcomeWithoutPlan } from "../../generator/output/run/outcome.ts";
import { keyOf, type Project as OutputProject, startRun } from "../../generator/output/run/project-run.ts";
import { type PlannedTarget, selectTargets } from "../../generator/output/state/target.ts";

/** Path in the target's folder → text, by target. */
export type Wanted = Readonly<Record<string, Readonly<Record<string, string>>>>;

export interface SessionOptions {
  readonly fs?: Fs;
  readonly only?: readonly string[];
  readonly allowOutside?: boolean;
  readonly identity?: string;
  readonly toolFolder?: string;
  /** Called after the input was read, with the host that records inputs. */
  readonly onCompile?: (host: OutputProject["host"]) => void;
}

/** A session whose targets are the files as they stand in the input, with one warning. */
export function sessionIn(root: string, options: SessionOptions = {}): TargetSession {
  const { fs = hastyDisk, only = [], allowOutside = false, identity = "test", onCompile } = options;
  const { toolFolder = join(import.meta.dirname, "../../generator/report") } = options;
  const project = { fs, host: diskHost(root), root, identity, toolFolder, only };
  return {
    project,
    openTargets: async ({ useCache, onUnchanged }) => {
      const run = startRun(project, { useCache });
      const unchanged = findUnchanged(run);
      if (unchanged !== undefined) return onUnchanged?.(run, unchanged) ?? unchanged.outcome;
      const { host } = run.recorder;
      const bytes = host.read(join(root, "wanted.errors.yaml"));
      if ("failure" in bytes) throw new Error(bytes.detail);
      onCompile?.(host);
      const key = keyOf(run.recorder.inputs());
      const known = targetsOf(JSON.parse(Buffer.from(bytes).toString()), root, allowOutside);
      const slots = known.map((target) => ({ ...target, key, remarks: [] }));
      const selected = selectTargets(slots, only);
      if ("unknown" in selected) {
        const problem = { message: `No target is called "${selected.unknown}".`, help: selected.known.join(", ") };
        return outcomeWithoutPlan(2, [], { problem });
      }
      const diagnostics = [oddity];
      const owned = { slots: [], edits: [], kept: 0 };
      const { targets } = selected;
      return { run, diagnostics, others: diagnostics, tables: new Map(), slots, targets, kept: [], owned };
    },
  };
}

/** Nothing here outlives the machine, so that nothing needs to be flushed. */
export const hastyDisk: Fs = { ...disk, flush: () => {}, flushFolder: () => {} };

const place = { source: { path: "wanted.errors.yaml", text: "a: 1\n" }, span: { start: 0, end: 1 } };

export const oddity: Diagnostic = {
  code: "config",
  severity: "warning",
  message: "It is odd.",
  place,
  related: [{ message: "There too.", place }],
  help: "Even it.",
};

function targetsOf(wanted: Wanted, root: string, allowOutside: boolean): readonly PlannedTarget[] {
  return Object.entries(wanted).map(([out, files]) => ({
    kind: out.includes("docs") ? "docs" : "typescript",
    table: "wanted.errors.yaml",
    out,
    label: `${out} of wanted.errors.yaml`,
    folder: join(root, out),
    shown: out,
    allowOutside,
    files: Object.entries(files).map(([path, text]) => ({ path, text })),
  }));
}

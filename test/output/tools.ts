// A project in a folder of its own, whose targets are given as texts; what the tests of writing have in common.
import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import type { TargetSession } from "../../generator/command/session.ts";
import type { Diagnostic } from "../../generator/diagnostic/diagnostic.ts";
import { disk, diskHost } from "../../generator/output/disk.ts";
import type { Fs } from "../../generator/output/fs.ts";
import { type Project as OutputProject, startRun } from "../../generator/output/incremental-run.ts";
import { outcomeWithoutPlan } from "../../generator/output/outcome.ts";
import { type PlannedTarget, selectTargets } from "../../generator/output/target.ts";

/** Path in the target's folder → text, by target. */
export type Wanted = Readonly<Record<string, Readonly<Record<string, string>>>>;

export interface Project {
  readonly root: string;
  /** What the tables would give if they were compiled now; they live in one input, so that hashes follow them. */
  want(wanted: Wanted): void;
  session(options?: SessionOptions): TargetSession;
  path(...parts: readonly string[]): string;
  write(path: string, content: string | Uint8Array): void;
  read(path: string): string;
  /** Everything below the project but its input and node_modules: texts, and where links lead. */
  tree(): Readonly<Record<string, string>>;
}

export interface SessionOptions {
  readonly fs?: Fs;
  readonly only?: readonly string[];
  readonly allowOutside?: boolean;
  readonly identity?: string;
  readonly toolFolder?: string;
  /** Called after the input was read, with the host that records inputs. */
  readonly onCompile?: (host: OutputProject["host"]) => void;
}

/** It goes when the test is over. */
export function makeProject(wanted: Wanted): Project {
  const root = realpathSync(mkdtempSync(join(tmpdir(), "errtable-test-")));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const path = (...parts: readonly string[]): string => join(root, ...parts);
  const project: Project = {
    root,
    want: (next) => writeFileSync(path("wanted.errors.yaml"), JSON.stringify(next)),
    session: (options) => sessionIn(root, options),
    path,
    write: (name, content) => {
      mkdirSync(dirname(path(name)), { recursive: true });
      writeFileSync(path(name), content);
    },
    read: (name) => readFileSync(path(name), "utf8"),
    tree: () => Object.fromEntries(walk(root, "")),
  };
  project.want(wanted);
  return project;
}

/** A session whose targets are the files as they stand in the input, with one warning. */
export function sessionIn(root: string, options: SessionOptions = {}): TargetSession {
  const { fs = hastyDisk, only = [], allowOutside = false, identity = "test", onCompile } = options;
  const { toolFolder = join(import.meta.dirname, "../../generator/report") } = options;
  const project = { fs, host: diskHost(root), root, identity, toolFolder, only };
  return {
    project,
    openTargets: async ({ useCache }) => {
      const run = startRun(project, { useCache });
      if ("exit" in run) return run;
      const { host } = run.recorder;
      const bytes = host.read(join(root, "wanted.errors.yaml"));
      if ("failure" in bytes) throw new Error(bytes.detail);
      onCompile?.(host);
      const slots = targetsOf(JSON.parse(Buffer.from(bytes).toString()), root, allowOutside);
      const targets = selectTargets(slots, only);
      if ("unknown" in targets) {
        const problem = { message: `No target is called "${targets.unknown}".`, help: targets.known.join(", ") };
        return outcomeWithoutPlan(2, [], { problem });
      }
      return { run, diagnostics: [oddity], slots, targets };
    },
  };
}

/** Nothing here outlives the machine, so that nothing needs to be flushed. */
export const hastyDisk: Fs = { ...disk, flush: () => {}, flushFolder: () => {} };

const place = { source: { path: "wanted.errors.yaml", text: "a: 1\n" }, span: { start: 0, end: 1 } };

export const oddity: Diagnostic = {
  code: "odd",
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

function* walk(root: string, below: string): Iterable<readonly [string, string]> {
  for (const name of readdirSync(join(root, below)).toSorted()) {
    const path = below === "" ? name : `${below}/${name}`;
    if (path === "wanted.errors.yaml" || path === "node_modules") continue;
    const stat = lstatSync(join(root, path));
    if (stat.isSymbolicLink()) yield [path, `-> ${readlinkSync(join(root, path))}`];
    else if (stat.isDirectory()) {
      yield [`${path}/`, ""];
      yield* walk(root, path);
    } else yield [path, readFileSync(join(root, path), "latin1")];
  }
}

/** What a run is stopped with, as if the process were gone: nothing after it works either. */
export class Killed extends Error {}

const changing = [
  "makeFolder",
  "removeFolder",
  "create",
  "write",
  "setMode",
  "flush",
  "close",
  "flushFolder",
  "rename",
  "remove",
] as const;

/** The disk of a run that dies before its n-th call that changes something, in the middle of it if it writes. */
export function mortalDisk(calls: number, failure: () => Error = () => new Killed()): Fs & { readonly left: number } {
  let left = calls;
  let dead = false;
  const mortal = { ...hastyDisk, isRunning: () => false } as Record<string, unknown>;
  for (const name of changing) {
    const call = hastyDisk[name] as (...values: readonly unknown[]) => unknown;
    mortal[name] = (...values: readonly unknown[]) => {
      if (dead || left-- === 0) {
        dead = true;
        if (name === "write") disk.write(values[0] as number, (values[1] as Uint8Array).subarray(0, 3));
        throw failure();
      }
      return call(...values);
    };
  }
  return Object.defineProperty(mortal, "left", { get: () => left }) as unknown as Fs & { readonly left: number };
}

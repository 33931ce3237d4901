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
import type { Diagnostic } from "../../generator/diagnostic/diagnostic.ts";
import { disk, diskHost } from "../../generator/output/disk.ts";
import type { Fs } from "../../generator/output/fs.ts";
import type { Job } from "../../generator/output/prepare.ts";
import { type PlannedTarget, selectTargets } from "../../generator/output/target.ts";

/** Path in the target's folder → text, by target. */
export type Wanted = Readonly<Record<string, Readonly<Record<string, string>>>>;

export interface Project {
  readonly root: string;
  /** What the tables would give if they were compiled now; they live in one input, so that hashes follow them. */
  want(wanted: Wanted): void;
  job(options?: JobOptions): Job;
  path(...parts: readonly string[]): string;
  write(path: string, content: string | Uint8Array): void;
  read(path: string): string;
  /** Everything below the project but its input and node_modules: texts, and where links lead. */
  tree(): Readonly<Record<string, string>>;
}

export interface JobOptions {
  readonly fs?: Fs;
  readonly only?: readonly string[];
  readonly allowOutside?: boolean;
}

/** It goes when the test is over. */
export function makeProject(wanted: Wanted): Project {
  const root = realpathSync(mkdtempSync(join(tmpdir(), "errtable-test-")));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const path = (...parts: readonly string[]): string => join(root, ...parts);
  const project: Project = {
    root,
    want: (next) => writeFileSync(path("wanted.errors.yaml"), JSON.stringify(next)),
    job: (options) => jobIn(root, options),
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

/** A job whose pipeline takes the files as they stand in the input, and finds one warning. */
export function jobIn(root: string, { fs = hastyDisk, only = [], allowOutside = false }: JobOptions = {}): Job {
  return {
    fs,
    host: diskHost(root),
    root,
    identity: "test",
    toolFolder: join(import.meta.dirname, "../../generator/report"),
    only,
    compile: async (host, names) => {
      const bytes = host.read(join(root, "wanted.errors.yaml"));
      if ("failure" in bytes) throw new Error(bytes.detail);
      const slots = targetsOf(JSON.parse(Buffer.from(bytes).toString()), root, allowOutside);
      const targets = selectTargets(slots, names);
      if ("unknown" in targets) {
        const problem = { message: `No target is called "${targets.unknown}".`, help: targets.known.join(", ") };
        return { kind: "refused", exit: 2, diagnostics: [], problem };
      }
      return { kind: "made", diagnostics: [oddity], slots, targets };
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

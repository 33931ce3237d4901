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
import type { TargetSession } from "../../generator/command/session/session.ts";
import { disk } from "../../generator/output/disk.ts";
import type { Fs } from "../../generator/output/files/fs.ts";
import { hastyDisk, type SessionOptions, sessionIn, type Wanted } from "./session-in.ts";

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
  "setRights",
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

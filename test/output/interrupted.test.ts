// A run may die between any two calls, and two runs may meet: what they leave is recognised and completed, and no edit is lost.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, utimesSync } from "node:fs";
import { join, resolve } from "node:path";
import { build } from "esbuild";
import { beforeAll, expect, test } from "vitest";
import { check } from "../../generator/command/verbs/check.ts";
import { generate } from "../../generator/command/verbs/generate.ts";
import { disk } from "../../generator/output/disk.ts";
import type { Fs } from "../../generator/output/files/fs.ts";
import { hastyDisk, type Wanted } from "./session-in.ts";
import { Killed, makeProject, mortalDisk, type Project } from "./tools.ts";

const GENERATOR = resolve(import.meta.dirname, "../../generator");
/** Beside the packages that it loads, and one file, so that it starts at once. */
const script = resolve(GENERATOR, "../node_modules/.cache/errtable-child/child.mjs");

beforeAll(async () => {
  await build({
    entryPoints: [join(import.meta.dirname, "child.ts")],
    outfile: script,
    ...{ bundle: true, platform: "node", format: "esm", packages: "external", logLevel: "warning" },
  });
});

const plain = { dryRun: false, force: false };
const before: Wanted = {
  a: { "same.txt": "same\n", "stale.txt": "old\n", "gone/deep/orphan.txt": "orphan\n" },
  b: { "sub/stale.txt": "old\n" },
};
const after: Wanted = {
  a: { "same.txt": "same\n", "stale.txt": "new\n", "new/deep/file.txt": "new\n" },
  b: { "sub/stale.txt": "new\n", "other.txt": "new\n" },
};
const others: Readonly<Record<string, Wanted>> = {
  "the same": after,
  "what was there before": before,
  "something else": {
    a: { "same.txt": "changed\n", "stale.txt": "newest\n" },
    b: { "sub/stale.txt": "newest\n", "third.txt": "newest\n" },
  },
};

/** Over an older state, every call is one that a run may die in; the rest differs little, and is sampled. */
const deaths = Object.entries(others).flatMap(([wish, next]) => [
  { wish, next, start: "an older state", step: wish === "something else" ? 1 : 3 },
  { wish, next, start: "an empty folder", step: 4 },
]);

test.each(deaths)("a run over $start is killed, and the next one wants $wish", async ({ next, start, step }) => {
  const expected = await treeOf(next);
  let calls = 0;
  for (let killed = true; killed; calls += step) {
    const project = makeProject(before);
    if (start === "an older state") await generate(project.session(), plain);
    project.want(after);
    killed = await dies(project, calls);
    project.want(next);
    const outcome = await generate(
      project.session({ fs: { ...hastyDisk, isRunning: () => false, now: () => later } }),
      plain,
    );
    expect({ calls, exit: outcome.exit, tree: project.tree() }).toEqual({ calls, exit: 0, tree: expected });
  }
  expect(calls).toBeGreaterThan(40);
});

/** Later than a lock that nobody signed can be. */
const later = Date.now() + 10_000_000;

test("a run that is killed twice is completed by the third", async () => {
  const last = others["something else"] ?? {};
  const expected = await treeOf(last);
  for (let first = 4; first < 60; first += 13) {
    for (let second = 3; second < 60; second += 11) {
      const project = makeProject(before);
      await generate(project.session(), plain);
      project.want(after);
      await dies(project, first);
      project.want(last);
      await dies(project, second);
      const outcome = await generate(
        project.session({ fs: { ...hastyDisk, isRunning: () => false, now: () => later } }),
        plain,
      );
      expect({ first, second, exit: outcome.exit }).toEqual({ first, second, exit: 0 });
      expect(project.tree()).toEqual(expected);
    }
  }
});

test("an edit between a run that was killed and the next one is seen", async () => {
  for (let calls = 0; ; calls += 3) {
    const project = makeProject(before);
    await generate(project.session(), plain);
    project.want(after);
    const killed = await dies(project, calls);
    project.write("b/sub/stale.txt", "edited\n");
    const outcome = await generate(
      project.session({ fs: { ...hastyDisk, isRunning: () => false, now: () => later } }),
      plain,
    );
    expect({ calls, exit: outcome.exit, text: project.read("b/sub/stale.txt") }).toEqual({
      calls,
      exit: 4,
      text: "edited\n",
    });
    if (!killed) break;
  }
});

test("a disk that fails before the first file is moved leaves everything as it was", async () => {
  const full = (): Error => Object.assign(new Error("ENOSPC: no space left on device"), { code: "ENOSPC" });
  let refused = 0;
  for (let calls = 0; ; calls += 1) {
    const project = makeProject(before);
    await generate(project.session(), plain);
    const tree = project.tree();
    project.want(after);
    const outcome = await generate(project.session({ fs: oneFailure(calls, full) }), plain);
    if (outcome.exit === 0) break;
    expect(outcome.problem?.message).toContain("ENOSPC");
    if (outcome.problem?.help.startsWith("Nothing was changed.")) {
      refused += 1;
      expect(withoutLocks(project.tree())).toEqual(tree);
    } else {
      expect((await generate(project.session({ fs: { ...hastyDisk, isRunning: () => false } }), plain)).exit).toBe(0);
      expect(project.tree()).toEqual(await treeOf(after));
    }
  }
  expect(refused).toBeGreaterThan(20);
});

test("a process that is killed at any time leaves what the next one completes", async () => {
  const project = makeProject(before);
  await generate(project.session(), plain);
  project.want(after);
  for (let delay = 0; delay < 60; delay += 20) {
    const child = start(project, 3);
    // It may have come to its end by itself before it is killed.
    const closed = once(child, "close");
    await marked(child);
    await new Promise((resolve) => setTimeout(resolve, delay));
    child.kill("SIGKILL");
    await closed;
    expect((await check(project.session())).changes.filter(({ change }) => change.action === "refuse")).toEqual([]);
  }
  expect((await generate(project.session(), plain)).exit).toBe(0);
  expect(project.tree()).toEqual(await treeOf(after));
});

test("runs that want different things at the same time leave what one of them wanted", async () => {
  const project = makeProject(before);
  await generate(project.session(), plain);
  const wishes = [after, others["something else"] ?? {}, before, after];
  const children: ChildProcess[] = [];
  for (const wish of wishes) {
    project.want(wish);
    const child = start(project, 1);
    // It has read what it wants when it says so; then the next one wants something else.
    await marked(child);
    children.push(child);
  }
  for (const child of children) if (child.exitCode === null) await once(child, "close");
  expect(children.map((child) => child.exitCode)).toEqual(wishes.map(() => 0));
  expect(await Promise.all(wishes.map(treeOf))).toContainEqual(project.tree());
  project.want(before);
  expect((await generate(project.session(), plain)).exit).toBe(0);
  expect(project.tree()).toEqual(await treeOf(before));
});

test("bytes are on the disk before they are moved, and the books are in order at every step", async () => {
  const project = makeProject(before);
  await generate(project.session(), plain);
  project.want(after);
  const log: string[] = [];
  const files = new Map<number, string>();
  const fs: Fs = {
    ...disk,
    create: (path) => {
      const file = disk.create(path);
      files.set(file, path);
      return file;
    },
    flush: (file) => void log.push(`flush ${files.get(file)}`),
    flushFolder: (folder) => void log.push(`flush ${folder}`),
    rename: (from, to) => {
      log.push(`from ${from}`, `to ${to}`);
      disk.rename(from, to);
    },
    remove: (path) => {
      log.push(`remove ${path}`);
      disk.remove(path);
    },
  };
  await generate(project.session({ fs }), plain);
  const at = (step: string): number => {
    expect(log).toContain(step);
    return log.indexOf(step);
  };
  for (const [step, line] of log.entries()) {
    if (line.startsWith("from ")) expect(at(line.replace("from ", "flush "))).toBeLessThan(step);
  }
  const folder = project.path("a");
  const journal = at(`to ${folder}/.errtable.journal.json`);
  const changes = [
    `to ${folder}/stale.txt`,
    `to ${folder}/new/deep/file.txt`,
    `remove ${folder}/gone/deep/orphan.txt`,
  ].map(at);
  const manifest = at(`to ${folder}/.errtable.json`);
  expect(log.indexOf(`flush ${folder}`, journal)).toBeLessThan(Math.min(...changes));
  expect(Math.max(...changes)).toBeLessThan(manifest);
  expect(at(`flush ${folder}/new/deep`)).toBeLessThan(manifest);
  expect(log.slice(manifest).filter((line) => line.includes(folder))).toEqual([
    `to ${folder}/.errtable.json`,
    `flush ${folder}`,
    `remove ${folder}/.errtable.journal.json`,
    `remove ${folder}/.errtable.lock`,
  ]);
  expect(Math.max(...log.keys())).toBeGreaterThan(20);
});

test("a lock that is older than any run is no lock, whoever has its number now", async () => {
  const project = makeProject(before);
  project.write("a/.errtable.lock", `${process.ppid}\n`);
  utimesSync(project.path("a/.errtable.lock"), 1, 1);
  expect((await generate(project.session(), plain)).exit).toBe(0);
});

test("a run waits for one that is at work, and not for one that is dead", async () => {
  const project = makeProject(before);
  project.write("a/.errtable.lock", "4711\n");
  let slept = 0;
  const sleep = (): void => {
    slept += 1;
  };
  const job = project.session({
    fs: { ...hastyDisk, isRunning: () => slept < 5, sleep },
  });
  expect((await generate(job, plain)).exit).toBe(0);
  expect(slept).toBe(5);
  expect(existsSync(project.path("a/.errtable.lock"))).toBe(false);
});

const trees = new Map<Wanted, Readonly<Record<string, string>>>();

async function treeOf(wanted: Wanted): Promise<Readonly<Record<string, string>>> {
  const known = trees.get(wanted);
  if (known !== undefined) return known;
  const project = makeProject(wanted);
  await generate(project.session(), plain);
  const tree = project.tree();
  trees.set(wanted, tree);
  return tree;
}

/** Whether the run died; it comes to its end if it is allowed more calls than it makes. */
async function dies(project: Project, calls: number): Promise<boolean> {
  try {
    await generate(project.session({ fs: mortalDisk(calls) }), plain);
    return false;
  } catch (error) {
    if (error instanceof Killed) return true;
    throw error;
  }
}

/** Only the n-th call fails; the run goes on and may clean up. */
function oneFailure(calls: number, failure: () => Error): Fs {
  let left = calls;
  const failing = { ...hastyDisk } as Record<string, unknown>;
  for (const name of ["makeFolder", "create", "write", "flush", "rename", "flushFolder"] as const) {
    const call = hastyDisk[name] as (...values: readonly unknown[]) => unknown;
    failing[name] = (...values: readonly unknown[]) => {
      if (left-- === 0) throw failure();
      return call(...values);
    };
  }
  return failing as unknown as Fs;
}

function withoutLocks(tree: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(tree).filter(([path]) => !path.endsWith(".lock")));
}

function start(project: Project, pause: number): ChildProcess {
  return spawn(process.execPath, [script, project.root, String(pause), join(GENERATOR, "report")], {
    stdio: ["ignore", "pipe", "inherit"],
  });
}

/** The child has read what it wants, and begins to write. */
async function marked(child: ChildProcess): Promise<void> {
  if (child.stdout === null) throw new Error("The child has no output.");
  await Promise.race([once(child.stdout, "data"), once(child, "close")]);
}

// A run may die between any two calls, and two runs may meet: what they leave is recognised and completed, and no edit is lost.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { check } from "../generator/commands/check.ts";
import { generate } from "../generator/commands/generate.ts";
import type { Fs } from "../generator/output/fs.ts";
import { hastyDisk, Killed, makeProject, mortalDisk, type Project, type Wanted } from "./output-tools.ts";

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

describe.each(Object.entries(others))("a run that is killed, when the next one wants %s", (_, next) => {
  test.each(["over an older state", "in an empty folder"])("%s", async (start) => {
    const expected = await treeOf(next);
    let calls = 0;
    for (; ; calls += 1) {
      const project = makeProject(before);
      if (start === "over an older state") await generate(project.job(), plain);
      project.want(after);
      const killed = await dies(project, calls);
      project.want(next);
      const outcome = await generate(
        project.job({ fs: { ...hastyDisk, isRunning: () => false, now: () => later } }),
        plain,
      );
      expect({ calls, exit: outcome.exit, tree: project.tree() }).toEqual({ calls, exit: 0, tree: expected });
      expect((await check(project.job())).exit).toBe(0);
      if (!killed) break;
    }
    expect(calls).toBeGreaterThan(40);
  });
});

/** Later than a lock that nobody signed can be. */
const later = Date.now() + 10_000_000;

test("a run that is killed twice is completed by the third", async () => {
  const expected = await treeOf(others["something else"] ?? {});
  for (let first = 0; first < 60; first += 9) {
    for (let second = 0; second < 60; second += 7) {
      const project = makeProject(before);
      await generate(project.job(), plain);
      project.want(after);
      await dies(project, first);
      project.want(others["something else"] ?? {});
      await dies(project, second);
      const outcome = await generate(
        project.job({ fs: { ...hastyDisk, isRunning: () => false, now: () => later } }),
        plain,
      );
      expect({ first, second, exit: outcome.exit }).toEqual({ first, second, exit: 0 });
      expect(project.tree()).toEqual(expected);
    }
  }
});

test("an edit between a run that was killed and the next one is seen", async () => {
  for (let calls = 0; ; calls += 1) {
    const project = makeProject(before);
    await generate(project.job(), plain);
    project.want(after);
    const killed = await dies(project, calls);
    project.write("b/sub/stale.txt", "edited\n");
    const outcome = await generate(
      project.job({ fs: { ...hastyDisk, isRunning: () => false, now: () => later } }),
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
    await generate(project.job(), plain);
    const tree = project.tree();
    project.want(after);
    const outcome = await generate(project.job({ fs: oneFailure(calls, full) }), plain);
    if (outcome.exit === 0) break;
    expect(outcome.problem?.message).toContain("ENOSPC");
    if (outcome.problem?.help.startsWith("Nothing was changed.")) {
      refused += 1;
      expect(withoutLocks(project.tree())).toEqual(tree);
    } else {
      expect((await generate(project.job({ fs: { ...hastyDisk, isRunning: () => false } }), plain)).exit).toBe(0);
      expect(project.tree()).toEqual(await treeOf(after));
    }
  }
  expect(refused).toBeGreaterThan(20);
});

test("a process that is killed at any time leaves what the next one completes", async () => {
  const project = makeProject(before);
  await generate(project.job(), plain);
  project.want(after);
  for (let delay = 0; delay < 60; delay += 20) {
    const child = start(project, 3);
    await marked(child);
    await new Promise((resolve) => setTimeout(resolve, delay));
    child.kill("SIGKILL");
    await once(child, "close");
    expect((await check(project.job())).changes.filter(({ change }) => change.action === "refuse")).toEqual([]);
  }
  expect((await generate(project.job(), plain)).exit).toBe(0);
  expect(project.tree()).toEqual(await treeOf(after));
});

test("runs that want different things at the same time leave what one of them wanted", async () => {
  const project = makeProject(before);
  await generate(project.job(), plain);
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
  const trees = await Promise.all(wishes.map(treeOf));
  expect(trees).toContainEqual(project.tree());
  project.want(before);
  expect((await generate(project.job(), plain)).exit).toBe(0);
  expect(project.tree()).toEqual(await treeOf(before));
});

test("a run waits for one that is at work, and not for one that is dead", async () => {
  const project = makeProject(before);
  project.write("a/.errtable.lock", "4711\n");
  let slept = 0;
  const sleep = (): void => {
    slept += 1;
  };
  const job = project.job({
    fs: { ...hastyDisk, isRunning: () => slept < 5, sleep },
  });
  expect((await generate(job, plain)).exit).toBe(0);
  expect(slept).toBe(5);
  expect(existsSync(project.path("a/.errtable.lock"))).toBe(false);
});

async function treeOf(wanted: Wanted): Promise<Readonly<Record<string, string>>> {
  const project = makeProject(wanted);
  await generate(project.job(), plain);
  return project.tree();
}

/** Whether the run died; it comes to its end if it is allowed more calls than it makes. */
async function dies(project: Project, calls: number): Promise<boolean> {
  try {
    await generate(project.job({ fs: mortalDisk(calls) }), plain);
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
  const script = join(import.meta.dirname, "output-child.ts");
  return spawn(process.execPath, ["--import", "tsx", script, project.root, String(pause)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
}

/** The child has read what it wants, and begins to write. */
async function marked(child: ChildProcess): Promise<void> {
  if (child.stdout === null) throw new Error("The child has no output.");
  await Promise.race([once(child.stdout, "data"), once(child, "close")]);
}

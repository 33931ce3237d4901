// A file that was read once, and has not changed since, is not read again; one that may have changed is.
import { lstatSync, mkdirSync, renameSync, utimesSync } from "node:fs";
import { dirname } from "node:path";
import { describe, expect, test } from "vitest";
import { check } from "../../generator/command/verbs/check.ts";
import { generate } from "../../generator/command/verbs/generate.ts";
import type { Fs } from "../../generator/output/files/fs.ts";
import { stampOf } from "../../generator/output/files/stamp.ts";
import { hastyDisk, type Wanted } from "./session-in.ts";
import { makeProject } from "./tools.ts";

const wanted: Wanted = { "gen/ts": { "a.ts": "a\n", "b.ts": "b\n" }, "gen/docs": { "a.md": "a\n" } };
const NOW = 1_700_000_000_000;

test("a second check reads no output", async () => {
  const { run, read } = await readOnce();
  expect(await run()).toBe(0);
  expect(read()).toEqual([]);
});

test("a file of the same size and the same time of change of its bytes is read", async () => {
  const { project, run, read } = await readOnce();
  const path = project.path("gen/ts/a.ts");
  const { mtimeMs, ctimeMs } = lstatSync(path);
  do {
    project.write("gen/ts/a.ts", "x\n");
    utimesSync(path, mtimeMs / 1000, mtimeMs / 1000);
  } while (lstatSync(path).ctimeMs === ctimeMs);
  expect(await run()).toBe(3);
  expect(read()).toContain("gen/ts/a.ts");
});

test("a file that another one replaced is read", async () => {
  const { project, run, read } = await readOnce();
  project.write("other.ts", "x\n");
  renameSync(project.path("other.ts"), project.path("gen/ts/b.ts"));
  expect(await run()).toBe(3);
  expect(read()).toContain("gen/ts/b.ts");
});

test("a file that changed just now is read each time, because its next change may have the same time", async () => {
  const { run, read, clock } = await readOnce({ age: 50 });
  expect(await run()).toBe(0);
  expect(read()).toEqual(["gen/docs/a.md", "gen/ts/a.ts", "gen/ts/b.ts"]);
  clock.age = 60_000;
  await run();
  expect(await run()).toBe(0);
  expect(read()).toEqual([]);
});

describe("the stamp of a file", () => {
  const entry = {
    kind: "file",
    size: 7,
    modified: NOW,
    inode: 3,
    rights: { mode: 0o644, owner: 0, group: 0 },
  } as const;
  test("needs more time on a disk that tells whole seconds", () => {
    expect(stampOf({ ...entry, changed: NOW }, NOW + 2000)).toBeUndefined();
    expect(stampOf({ ...entry, changed: NOW }, NOW + 4000)).toBe(`3 7 ${NOW} ${NOW}`);
    expect(stampOf({ ...entry, changed: NOW + 0.25 }, NOW + 2000)).toBe(`3 7 ${NOW} ${NOW + 0.25}`);
  });
  test("is missing where the clock of the disk is ahead", () => {
    expect(stampOf({ ...entry, changed: NOW + 0.25 }, NOW - 60_000)).toBeUndefined();
  });
});

/** A project that was generated and then checked; the clock says that every file changed so many milliseconds ago. */
async function readOnce(clock = { age: 60_000 }) {
  const project = makeProject(wanted);
  mkdirSync(project.path("node_modules"));
  const names: string[] = [];
  const fs: Fs = {
    ...hastyDisk,
    entry: (path) => {
      const entry = hastyDisk.entry(path);
      if (entry !== undefined) changed = Math.max(changed, entry.changed);
      return entry;
    },
    now: () => changed + clock.age,
    read: (path) => {
      const name = path.slice(project.root.length + 1);
      if (dirname(name).startsWith("gen") && !name.endsWith(".json")) names.push(name);
      return hastyDisk.read(path);
    },
  };
  let changed = 0;
  const run = async () => {
    names.splice(0);
    return (await check(project.session({ fs }))).exit;
  };
  expect((await generate(project.session({ fs }), {})).exit).toBe(0);
  expect(await run()).toBe(0);
  return { project, run, clock, read: () => names.toSorted() };
}

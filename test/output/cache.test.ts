// Where nothing changed, nothing is compiled; whatever changed, or is in doubt, is compiled again.
import { mkdirSync, readdirSync, readFileSync, rmSync, unlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { check } from "../../generator/command/verbs/check.ts";
import { generate } from "../../generator/command/verbs/generate.ts";
import { type CachedRun, type CachedTarget, readCache, writeCache } from "../../generator/output/run/cache.ts";
import { fingerprintTool } from "../../generator/output/state/fingerprint.ts";
import { oddity, type SessionOptions, type Wanted } from "./session-in.ts";
import { makeProject, type Project } from "./tools.ts";

const wanted: Wanted = { "gen/ts": { "a.ts": "a\n", "b.ts": "b\n" }, "gen/docs": { "a.md": "a\n" } };
const plain = { dryRun: false, force: false };
const cache = "node_modules/.cache/errtable";

test("the second run compiles nothing, and says the same", async () => {
  const { project, session, compiled } = await warm();
  const [checked, generated] = [await check(session()), await generate(session(), plain)];
  expect(compiled()).toBe(0);
  expect(checked).toEqual({ exit: 0, diagnostics: [oddity], changes: [], written: false, upToDate: 3 });
  expect(generated).toEqual(checked);
  rmSync(project.path(cache), { recursive: true });
  expect(await check(session())).toEqual(checked);
  expect(compiled()).toBe(1);
});

test("a check that finds everything as it should be is remembered too", async () => {
  const { project, session, compiled } = await warm();
  rmSync(project.path(cache), { recursive: true });
  await check(session());
  await check(session());
  expect(compiled()).toBe(1);
});

test("a run for some targets is remembered for these, and forgets no others", async () => {
  const { project, session, compiled } = await warm();
  rmSync(project.path(cache), { recursive: true });
  await check(session({ only: ["docs"] }));
  await check(session({ only: ["gen/docs"] }));
  expect(compiled()).toBe(1);
  await check(session({ only: ["typescript"] }));
  expect(compiled()).toBe(2);
  expect((await check(session())).upToDate).toBe(3);
  expect(compiled()).toBe(2);
  expect((await check(session({ only: ["nothing"] }))).exit).toBe(2);
});

const changes: Readonly<Record<string, (project: Project) => void>> = {
  "an input": (project) => project.want({ ...wanted, "gen/docs": { "a.md": "b\n" } }),
  "a new translation": (project) => project.write("wanted.zh-CN.errors.yaml", ""),
  "an input that was missing": (project) => project.write("missing.errors.yaml", ""),
  "an edited output": (project) => project.write("gen/ts/a.ts", "b\n"),
  "a missing output": (project) => unlinkSync(project.path("gen/ts/a.ts")),
  "a missing manifest": (project) => unlinkSync(project.path("gen/ts/.errtable.json")),
  "a manifest that lists more": (project) => project.write("gen/ts/.errtable.json", '{ "files": {} }'),
  "a journal": (project) => project.write("gen/ts/.errtable.journal.json", '{ "files": {} }'),
  "a temporary file": (project) => project.write("gen/ts/.errtable.3f2c9c9e-0a51-4b8e-9d3a-6a5f0b1c2d3e.tmp", ""),
};

test.each(Object.entries(changes))("%s is seen", async (_, change) => {
  const { project, session, compiled } = await warm();
  change(project);
  await check(session());
  expect(compiled()).toBe(1);
});

test("a file of no concern beside the tables changes nothing", async () => {
  const { project, session, compiled } = await warm();
  project.write("notes.md", "");
  await check(session());
  expect(compiled()).toBe(0);
});

test("another tool, or another command line, remembers nothing of this one", async () => {
  const { project, session, compiled } = await warm();
  project.write("tool/cli.js", "1");
  await check(session({ identity: "other" }));
  await check(session({ toolFolder: project.path("tool") }));
  expect(compiled()).toBe(2);
  project.write("tool/cli.js", "2");
  await check(session({ toolFolder: project.path("tool") }));
  expect(compiled()).toBe(3);
  project.write("package.json", '{ "dependencies": { "yaml": "2" } }');
  await check(session({ toolFolder: project.path("tool") }));
  await check(session({ toolFolder: project.path("tool") }));
  expect(compiled()).toBe(4);
  project.write("node_modules/yaml/package.json", '{ "version": "2.0.1" }');
  await check(session({ toolFolder: project.path("tool") }));
  expect(compiled()).toBe(5);
});

type Memory = Record<string, unknown> & { readonly last: object; readonly targets: readonly [string, object][] };

describe("a memory that is not to be believed", () => {
  const spoilers: Readonly<Record<string, (memory: Memory) => unknown>> = {
    "is no record": () => [1],
    "is nothing": () => null,
    "has no inputs": ({ last, ...rest }) => ({ ...rest, last: { ...last, inputs: [] } }),
    "has wrong inputs": ({ last, ...rest }) => ({ ...rest, last: { ...last, inputs: [{ kind: "file", path: 7 }] } }),
    "has wrong outputs": ({ targets, ...rest }) => ({
      ...rest,
      targets: targets.map(([folder, one]) => [folder, { ...one, hashes: [["a.ts", 1]] }]),
    }),
    "has wrong slots": ({ last, ...rest }) => ({ ...rest, last: { ...last, slots: [{ kind: "typescript" }] } }),
    "has other findings": ({ last, ...rest }) => ({ ...rest, last: { ...last, diagnostics: [] } }),
    "promises files that lie elsewhere": ({ targets, ...rest }) => ({
      ...rest,
      targets: targets.map(([folder, one]) => [folder, { ...one, hashes: [["../../wanted.errors.yaml", "x"]] }]),
    }),
  };
  test.each(Object.entries(spoilers))("%s", async (_, spoil) => {
    const { project, session, compiled } = await warm();
    const [name] = readdirSync(project.path(cache));
    const path = `${cache}/${name}`;
    const [checksum, sources, stored = ""] = project.read(path).split("\n");
    const spoiled = JSON.stringify(spoil(JSON.parse(stored)));
    expect(spoiled).not.toBe(stored);
    project.write(path, [checksum, sources, spoiled].join("\n"));
    const before = project.tree();
    expect((await check(session())).exit).toBe(0);
    expect(compiled()).toBe(1);
    expect(project.tree()).toEqual(before);
  });

  test("was written in part, or has other bytes", async () => {
    const { project, session, compiled } = await warm();
    const [name] = readdirSync(project.path(cache));
    const whole = Buffer.from(project.read(`${cache}/${name}`));
    const cuts = [0, 1, 64, 65, 66, 300, whole.length - 1].map((end) => whole.subarray(0, end));
    const others = [3, 64, 70, 400, whole.length - 3].map((at) =>
      whole.map((byte, index) => (index === at ? byte ^ 1 : byte)),
    );
    for (const [index, bytes] of [...cuts, ...others].entries()) {
      project.write(`${cache}/${name}`, bytes);
      expect((await check(session())).exit).toBe(0);
      expect(compiled()).toBe(index + 1);
    }
  });

  const mixes: Readonly<Record<string, (run: CachedRun) => CachedRun>> = {
    "a target of another": ({ targets, ...run }) => {
      const [[one, first] = [], [other, second] = []] = [...targets] as [string, CachedTarget][];
      return { ...run, targets: new Map([[one, second] as never, [other, first] as never]) };
    },
    "a target of an older table": ({ targets, ...run }) => ({
      ...run,
      targets: new Map([...targets].map(([folder, target]) => [folder, { ...target, key: "older" }])),
    }),
    "a state of older targets": ({ last, ...run }) => ({
      ...run,
      last: last && { ...last, slots: last.slots.map((slot) => ({ ...slot, key: "older" })) },
    }),
    "a table that is gone": ({ last, ...run }) => ({ ...run, last: last && { ...last, tables: [["/gone", "key"]] } }),
    "no state at all": (run) => ({ ...run, last: undefined }),
  };
  test.each(Object.entries(mixes))("has %s, with a true checksum", async (_, mix) => {
    const { project, session, compiled } = await warm();
    const owner = session().project;
    const tool = fingerprintTool(owner.fs, owner.toolFolder);
    const run = readCache(owner, tool);
    if (run === undefined) throw new Error("There is no cache.");
    writeCache(owner, tool, mix(run));
    const before = project.tree();
    expect((await check(session())).exit).toBe(0);
    expect(compiled()).toBe(1);
    expect(project.tree()).toEqual(before);
  });

  test("is no JSON, or a folder", async () => {
    const { project, session, compiled } = await warm();
    const [name] = readdirSync(project.path(cache));
    project.write(`${cache}/${name}`, "{");
    await check(session());
    rmSync(project.path(cache), { recursive: true });
    mkdirSync(project.path(cache, name ?? ""), { recursive: true });
    expect((await check(session())).exit).toBe(0);
    expect(compiled()).toBe(2);
  });
});

test("without node_modules nothing is remembered, and none is made", async () => {
  const project = makeProject(wanted);
  await generate(project.session(), plain);
  await check(project.session());
  expect(readdirSync(project.root).toSorted()).toEqual(["gen", "wanted.errors.yaml"]);
});

test("what a run loads before it knows whether anything changed is of Node and of our own", () => {
  const seen = new Set<string>();
  const packages = new Set<string>();
  const visit = (module: string): void => {
    if (seen.has(module)) return;
    seen.add(module);
    const text = readFileSync(module, "utf8");
    for (const [, kind, name] of text.matchAll(/^(?:import|export) (type )?[^;]*?from "([^"]+)";/gm)) {
      if (kind !== undefined || name === undefined || name.startsWith("node:")) continue;
      if (name.startsWith(".")) visit(join(dirname(module), name));
      else packages.add(name);
    }
  };
  for (const name of ["verbs/generate.ts", "verbs/check.ts", "session/session.ts"]) {
    visit(join(import.meta.dirname, "../../generator/command", name));
  }
  expect([...packages]).toEqual([]);
  expect(
    [...seen].filter((module) =>
      /\/(reader|rules|products|text(?!\/(?:shell-line|json\/(?:value|parse-json))\.ts)|model)\/|compile\.ts|project/.test(
        module,
      ),
    ),
  ).toEqual([]);
  expect(seen.size).toBeGreaterThan(15);
});

/** A project that was generated once with a cache; counts what is compiled after that. */
async function warm() {
  const project = makeProject(wanted);
  mkdirSync(project.path("node_modules"));
  let count = 0;
  const session = (options?: SessionOptions) =>
    project.session({
      ...options,
      onCompile: (host) => {
        count += 1;
        host.list(project.root);
        host.read(project.path("missing.errors.yaml"));
      },
    });
  await generate(session(), plain);
  count = 0;
  return { project, session, compiled: () => count };
}

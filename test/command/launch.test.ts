// The built command line keeps the compiled form of its code, believes it no further than its files, and loads what a verb needs.
import { spawnSync } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

const ROOT = resolve(import.meta.dirname, "../..");
const TABLE = `errtable: 1
name: Shop
errors:
  OrderNotFound: { status: 404, description: The order does not exist., solution: Check the order number. }
`;
const LINTED = { status: 0, stdout: "", stderr: "Nothing to report in 1 table.\n" };

let folder = "";

beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), "errtable-launch-")));
  const own = join(folder, "node_modules/errtable");
  mkdirSync(join(own, "dist/js"), { recursive: true });
  cpSync(join(ROOT, "package.json"), join(own, "package.json"));
  const files = readdirSync(join(ROOT, "dist/js")).filter((name) => /\.(?:c?js|json)$/.test(name));
  for (const name of files) cpSync(join(ROOT, "dist/js", name), join(own, "dist/js", name));
  writeFileSync(join(folder, "package.json"), "{}");
  writeFileSync(join(folder, "shop.errors.yaml"), TABLE);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("a second process finds the code as the first one has compiled it", () => {
  forget();
  expect(run("lint", "shop.errors.yaml")).toEqual(LINTED);
  const before = kept("lint");
  expect(run("lint", "shop.errors.yaml")).toEqual(LINTED);
  expect(kept("lint")).toEqual(before);
});

test("lint, breaking and check load what they use", () => {
  forget();
  const generate = ["generate", "shop.errors.yaml", "--out", "errors", "--only", "catalog"];
  expect(run(...generate).status).toBe(0);
  run("lint", "shop.errors.yaml");
  run("breaking", "shop.errors.yaml", "--against", "shop.errors.yaml");
  run("check", ...generate.slice(1));
  const start = ["base.jsc", "program.jsc", "rolldown-runtime.jsc"];
  expect([...kept("lint").keys()]).toEqual([...start, "read.jsc"].toSorted());
  expect([...kept("breaking").keys()]).toEqual([...start, "read.jsc", "changes.jsc"].toSorted());
  expect([...kept("check").keys()]).toEqual([...start, "start.jsc"]);
});

test("modules of Node, and the library for YAML, that lint and breaking do not use are not loaded", () => {
  const list =
    "process.on('exit', () => console.log([...process.moduleLoadList, ...Object.keys(require.cache), ''].join('\\n')))";
  writeFileSync(join(folder, "old.errors.yaml"), TABLE.replace("Check the", "Check your"));
  writeFileSync(join(folder, "list.cjs"), list);
  const loadedBy = (...args: readonly string[]) => runWith({ NODE_OPTIONS: "--require ./list.cjs" }, ...args).stdout;
  const late = /NativeModule (?:crypto|readline|worker_threads|zlib)\n|yaml\.cjs/;
  expect(loadedBy("lint", "shop.errors.yaml")).not.toMatch(late);
  expect(loadedBy("breaking", "shop.errors.yaml", "--against", "shop.errors.yaml")).not.toMatch(late);
  expect(loadedBy("breaking", "shop.errors.yaml", "--against", "old.errors.yaml")).not.toContain("yaml.cjs");
});

test("what a verb loads is compiled under the flags of its start", () => {
  forget();
  const watch = `const vm = require("node:vm");
    vm.Script = class extends vm.Script {
      constructor(text, options) {
        super(text, options);
        console.log(require("node:path").basename(options.filename), String(this.cachedDataRejected));
      }
    };`;
  writeFileSync(join(folder, "watch.cjs"), watch);
  const generate = ["generate", "shop.errors.yaml", "--out", "all"];
  expect(run(...generate).status).toBe(0);
  rmSync(join(folder, "all"), { recursive: true });
  const { stdout } = runWith({ NODE_OPTIONS: "--require ./watch.cjs" }, ...generate);
  const states = [...stdout.matchAll(/^([\w-]+\.js) (\w+)$/gm)].map(([, name, state]) => `${name} ${state}`);
  expect(states).toContain("typescript.js false");
  expect(states.filter((state) => !state.endsWith(" false"))).toEqual([]);
});

test("code of another file, and what V8 refuses, is compiled anew", () => {
  forget();
  run("lint", "shop.errors.yaml");
  const before = kept("lint");
  const program = join(folder, "node_modules/errtable/dist/js/program.js");
  writeFileSync(program, readFileSync(program, "utf8").replace("Check tables;", "CHECK tables;"));
  expect(run("lint", "--help").stdout).toContain("CHECK tables;");
  const changed = kept("lint");
  expect(changed.get("program.jsc")).not.toEqual(before.get("program.jsc"));
  expect(changed.get("read.jsc")).toEqual(before.get("read.jsc"));
  const flags = { NODE_OPTIONS: "--stack-trace-limit=11" };
  expect(runWith(flags, "lint", "shop.errors.yaml")).toEqual(LINTED);
  expect(kept("lint").get("read.jsc")).not.toEqual(changed.get("read.jsc"));
});

test("nothing is kept of a run that failed, where the user does not want it, and where there is no room", () => {
  forget();
  expect(run("lint", "gone.errors.yaml").status).toBe(2);
  expect(run("lnt").status).toBe(2);
  expect(runWith({ NODE_DISABLE_COMPILE_CACHE: "1" }, "lint", "shop.errors.yaml")).toEqual(LINTED);
  writeFileSync(join(folder, "node_modules/.cache"), "");
  expect(run("lint", "shop.errors.yaml")).toEqual(LINTED);
  expect(readFileSync(join(folder, "node_modules/.cache"), "utf8")).toBe("");
});

function forget(): void {
  rmSync(join(folder, "node_modules/.cache"), { recursive: true, force: true });
}

/** By name, in order. */
function kept(verb: string): ReadonlyMap<string, Buffer> {
  const place = join(folder, "node_modules/.cache/errtable", `${process.version}-${process.arch}`, verb);
  return new Map(
    readdirSync(place)
      .toSorted()
      .map((name) => [name, readFileSync(join(place, name))]),
  );
}

function run(...args: readonly string[]) {
  return runWith({}, ...args);
}

function runWith(added: NodeJS.ProcessEnv, ...args: readonly string[]) {
  const { NODE_OPTIONS: _, NODE_DISABLE_COMPILE_CACHE: __, NODE_EXTRA_CA_CERTS: ___, ...env } = process.env;
  const cli = join(folder, "node_modules/errtable/dist/js/cli.js");
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], {
    cwd: folder,
    env: { ...env, ...added, NO_COLOR: "1" },
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}

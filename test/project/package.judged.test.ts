// The package, as npm packs it: it holds what it should, and its types are found however modules are resolved.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { linterProgram } from "../judges/linters/programs.ts";

const ROOT = resolve(import.meta.dirname, "../..");
const ENV = { ...process.env, npm_config_loglevel: "error", npm_config_update_notifier: "false" };

let folder = "";
let tarball = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "errtable-package-"));
  const options = { cwd: ROOT, env: ENV, stdio: "pipe" } as const;
  execFileSync("npm", ["pack", "--ignore-scripts", "--pack-destination", folder], options);
  tarball = join(folder, readdirSync(folder)[0] ?? "");
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("publint finds nothing", () => {
  expect(lint("publint", "run", tarball, "--strict").output).toContain("All good!");
});

test("its types are found and right in every module resolution that knows ES modules", () => {
  const { status, output } = lint("attw", tarball, "--profile", "esm-only", "--format", "ascii");
  expect(status, output).toBe(0);
});

test("holds the licence, the schemas and what runs, and nothing else", () => {
  const list = execFileSync("tar", ["-tzf", tarball], { encoding: "utf8" }).trim().split("\n");
  const allowed =
    /^package\/(dist\/|spec\/errtable\.((config|accepted)\.)?schema\.json|spec\/CHANGELOG\.md|package\.json|README\.md|LICENSE)/;
  expect(list.filter((path) => !allowed.test(path))).toEqual([]);
  expect(list).toEqual(
    expect.arrayContaining(["package/LICENSE", "package/dist/js/cli.js", "package/dist/types/index.d.ts"]),
  );
});

test("names the licence of every package that is joined in, and each of them is permissive", () => {
  const notices = execFileSync("tar", ["-xzOf", tarball, "package/dist/THIRD-PARTY-NOTICES.txt"], { encoding: "utf8" });
  const named = new Map(
    [...notices.matchAll(/^((?:@[\w.-]+\/)?[\w.-]+) \(([\w.-]+)\)\n\n/gm)].map(([, name, licence]) => [name, licence]),
  );
  const manifest = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as Manifest;
  for (const name of ["yaml", "commander", "picocolors", "ts-morph", "typescript", "vscode-languageserver"])
    expect([...named.keys()], name).toContain(name);
  const permissive = ["MIT", "ISC", "BSD-2-Clause", "BSD-3-Clause", "Apache-2.0"];
  expect([...named].filter(([, licence = ""]) => !permissive.includes(licence))).toEqual([]);
  expect(Object.keys(manifest.dependencies).length).toBeLessThanOrEqual(8);
});

test("its version is the newest of the changelog", () => {
  const { version } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as Manifest;
  expect(/^## (.*)$/m.exec(readFileSync(join(ROOT, "spec/CHANGELOG.md"), "utf8"))?.[1]).toBe(version);
});

interface Manifest {
  readonly version: string;
  readonly dependencies: object;
}

function lint(linter: string, ...words: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(linterProgram(linter), words, { cwd: ROOT, env: ENV, encoding: "utf8" });
  return { status, output: stdout + stderr };
}

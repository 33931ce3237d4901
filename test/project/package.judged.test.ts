// The package, as npm packs it: it holds what it should, and its types are found however modules are resolved.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
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
    /^package\/(dist\/|spec\/errtable\.((config|accepted)\.)?schema\.json|package\.json|README\.md|LICENSE)/;
  expect(list.filter((path) => !allowed.test(path))).toEqual([]);
  expect(list).toEqual(
    expect.arrayContaining(["package/LICENSE", "package/dist/js/cli.js", "package/dist/types/index.d.ts"]),
  );
});

function lint(linter: string, ...words: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(linterProgram(linter), words, { cwd: ROOT, env: ENV, encoding: "utf8" });
  return { status, output: stdout + stderr };
}

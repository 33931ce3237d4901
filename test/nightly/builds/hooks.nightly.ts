// Runners of Git hooks run errtable as the page about builds says: a commit of a table with an error fails, and one of a sound table passes.
import { execFileSync, spawnSync } from "node:child_process";
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join, resolve } from "node:path";
import { afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { setup } from "../../helpers/build.ts";
import { MODULES } from "./monorepo.ts";

const CLI = resolve(import.meta.dirname, "../../../dist/js/cli.js");
const PAGE = readFileSync(join(import.meta.dirname, "../../../spec/builds.md"), "utf8");
const GOOD = "errtable: 1\nname: Shop\nerrors:\n  Gone: { status: 410, description: It is gone. }\n";

let folder = "";

beforeAll(() => setup());
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), "errtable-githooks-")));
  mkdirSync(join(folder, "node_modules/.bin"), { recursive: true });
  symlinkSync(CLI, join(folder, "node_modules/.bin/errtable"));
  for (const name of ["lefthook", "lint-staged", "husky"])
    symlinkSync(join(MODULES, ".bin", name), join(folder, "node_modules/.bin", name));
  write("package.json", "{}\n");
  write(".gitignore", "node_modules\n");
  write("shop.errors.yaml", GOOD);
  write("errtable.config.yaml", "targets:\n  - { kind: catalog, table: ./shop.errors.yaml, out: ./gen }\n");
  run(process.execPath, CLI, "generate");
  run("git", "init", "--quiet");
  run("git", "config", "user.email", "a@example.com");
  run("git", "config", "user.name", "A");
  run("git", "add", "--all");
  run("git", "commit", "--quiet", "-m", "first");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function expectHook(): void {
  write("shop.errors.yaml", GOOD.replace("410", "999"));
  run("git", "add", "--all");
  expect(commit("wrong")).toMatchObject({ status: 1, told: expect.stringContaining("invalid-value") });
  write("shop.errors.yaml", GOOD.replace("410", "404"));
  run("git", "add", "--all");
  expect(commit("stale")).toMatchObject({ status: 1, told: expect.stringContaining("gen/errors.json") });
  run(process.execPath, CLI, "generate");
  run("git", "add", "--all");
  const { status, told } = commit("right");
  expect(status, told).toBe(0);
}

test("Lefthook", () => {
  write("lefthook.yml", block("yaml", "With Lefthook"));
  run("node_modules/.bin/lefthook", "install");
  expectHook();
});

test("husky and lint-staged", () => {
  const lintStaged = JSON.parse(block("json", "With husky")) as object;
  write("package.json", JSON.stringify({ private: true, ...lintStaged }));
  run("node_modules/.bin/husky");
  write(".husky/pre-commit", block("sh", "With husky"));
  chmodSync(join(folder, ".husky/pre-commit"), 0o755);
  run("git", "add", "--all");
  expect(commit("husky").status).toBe(0);
  expectHook();
});

/** The first block of a language below a text of the page. */
function block(language: string, below: string): string {
  const [, text = ""] =
    new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, "m").exec(PAGE.slice(PAGE.indexOf(below))) ?? [];
  return text;
}

function commit(message: string) {
  const { status, stdout, stderr } = spawnSync("git", ["commit", "-m", message], {
    cwd: folder,
    encoding: "utf8",
    env: environment(),
  });
  return { status, told: stdout + stderr };
}

function run(program: string, ...args: readonly string[]): void {
  execFileSync(program, args, { cwd: folder, stdio: "pipe", env: environment() });
}

function environment(): NodeJS.ProcessEnv {
  const { GIT_DIR: _, GIT_INDEX_FILE: __, ...rest } = process.env;
  return {
    ...rest,
    CI: "",
    NO_COLOR: "1",
    PATH: [join(folder, "node_modules/.bin"), process.env["PATH"]].join(delimiter),
  };
}

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

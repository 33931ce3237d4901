// rename, retire and bump change all files of a project or none, and their changes merge with those of other branches in a real repository.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { bump } from "../../generator/command/refactor/bump.ts";
import { rename } from "../../generator/command/refactor/rename.ts";
import { retire } from "../../generator/command/refactor/retire.ts";
import type { Options } from "../../generator/command/session/command-line.ts";
import { check } from "../../generator/command/verbs/check.ts";
import { generate } from "../../generator/command/verbs/generate.ts";
import { lint } from "../../generator/command/verbs/lint.ts";
import { readTree } from "../helpers/golden.ts";
import { sessionAt } from "../helpers/session-at.ts";
import { scratchFolder } from "../helpers/typescript-product.ts";

const ROW = "status: 403, description: It is refused., solution: Ask for it.";
const COMMON = `\ufefferrtable: 1
name: Common
version: 1.2.0
errors:
  Denied: { ${ROW} }
  Expired: { status: 401, description: It is old., solution: Log in., deprecated: { replacedBy: Denied } }
`;
const IMPORTING = 11;
const NAMES = Array.from({ length: IMPORTING }, (_, index) => `api${index}`);
const importing = (name: string) => `errtable: 1
name: ${name.toUpperCase()}
imports: [./common.errors.yaml]
errors:
  Gone: { status: 410, description: It is gone., solution: Look for Denied. }
operations:
  Get: [Gone, Denied]
  Put: [Denied, Expired]
`;

function project(): string {
  const folder = scratchFolder();
  const targets = NAMES.slice(0, 2).map(
    (name) => `  - { kind: catalog, table: ./${name}.errors.yaml, out: ./errors/${name} }\n`,
  );
  writeFileSync(join(folder, "common.errors.yaml"), COMMON);
  for (const name of NAMES) writeFileSync(join(folder, `${name}.errors.yaml`), importing(name));
  const tables = ["common", ...NAMES].map((name) => `./${name}.errors.yaml`);
  writeFileSync(join(folder, "errtable.config.yaml"), `tables: [${tables.join(", ")}]\ntargets:\n${targets.join("")}`);
  writeFileSync(join(folder, "package.json"), "{}\n");
  return folder;
}

const read = (folder: string, name: string) => readFileSync(join(folder, `${name}.errors.yaml`), "utf8");

const RENAMED_COMMON = COMMON.replaceAll("Denied", "Refused").concat(
  "retired:\n  Denied: { since: 2.0.0, replacedBy: Refused }\n",
);
const renamedImporting = (name: string) =>
  importing(name).replaceAll("Denied", "Refused").replace("Look for Refused", "Look for Denied");

async function renamed(folder: string, options: Options = {}) {
  const session = sessionAt(folder, options);
  return [await rename("Denied", "Refused", options, session), session.told()] as const;
}

describe("in twelve tables", () => {
  test("rename changes each place, and tells of the rest", async () => {
    const folder = project();
    const [exit, told] = await renamed(folder);
    expect(exit).toBe(0);
    expect(read(folder, "common")).toBe(RENAMED_COMMON);
    for (const name of NAMES) expect(read(folder, name)).toBe(renamedImporting(name));
    expect(told).toContain('Renamed "Denied" to "Refused": 24 places in 12 files.\n');
    expect(told).toContain("npx errtable migrate src/\n");
    expect(told).toContain('mention "Denied" were left as they are:\n  api0.errors.yaml:5:');
    expect(await lint(sessionAt(folder))).toBe(0);
  });

  test("a dry run writes nothing, and shows a patch that Git applies", async () => {
    const folder = project();
    const before = readTree(folder);
    const [exit, told] = await renamed(folder, { dryRun: true });
    expect(exit).toBe(0);
    expect(readTree(folder)).toEqual(before);
    const patch = told.slice(told.indexOf("--- a/"), told.indexOf("update "));
    execFileSync("git", ["apply", "-"], { cwd: folder, input: patch });
    const applied = readTree(folder);
    const other = project();
    await renamed(other);
    expect(applied).toEqual(readTree(other));
  });

  test("one error more, and nothing is written", async () => {
    const folder = project();
    const before = readTree(folder);
    const tries: readonly (readonly [
      ReturnType<typeof sessionAt>,
      (session: ReturnType<typeof sessionAt>) => Promise<number>,
      string,
    ])[] = [
      [sessionAt(folder), (session) => rename("Denied", "a  b", {}, session), 'The name "a  b" is not allowed here.'],
      [sessionAt(folder), (session) => rename("Denied", "Gone", {}, session), 'The code "Gone" is there already.'],
      [sessionAt(folder), (session) => rename("Gone", "Left", {}, session), 'Several tables have the code "Gone"'],
      [
        sessionAt(folder),
        (session) => retire("Denied", {}, session),
        '"Expired" is replaced by "Denied", which would be retired itself.',
      ],
      [
        sessionAt(folder),
        (session) => retire("Denied", { replacedBy: "Nothing" }, session),
        '"Nothing", which is not in the table',
      ],
      [sessionAt(folder), (session) => bump("1.1.0", {}, session), "12 tables"],
      [
        sessionAt(folder, {}, ["common.errors.yaml"]),
        (session) => bump("1.1.0", {}, session),
        "The version 1.1.0 does not come after 1.2.0.",
      ],
    ];
    for (const [session, attempt, message] of tries) {
      expect(await attempt(session)).toBeGreaterThan(0);
      expect(session.told()).toContain(message);
      expect(readTree(folder)).toEqual(before);
    }
  });

  test("a version that has no tag is not released, where others have one", async () => {
    const folder = project();
    const git = (...args: readonly string[]) =>
      execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@b.c", ...args], { cwd: folder, stdio: "pipe" });
    for (const args of [
      ["init", "-q"],
      ["commit", "-q", "--allow-empty", "-m", "x"],
      ["tag", "common@1.1.0"],
    ])
      git(...args);
    expect((await renamed(folder, { dryRun: true }))[1]).toContain("+  Denied: { since: 1.2.0, replacedBy: Refused }");
    git("tag", "common@1.2.0");
    expect((await renamed(folder, { dryRun: true }))[1]).toContain("+  Denied: { since: 2.0.0, replacedBy: Refused }");
  });

  test("retire and bump change the tables that they mean", async () => {
    const folder = project();
    expect(await rename("Gone", "Left", { retire: false }, sessionAt(folder, {}, ["api3.errors.yaml"]))).toBe(0);
    expect(read(folder, "api3")).toBe(importing("api3").replaceAll("Gone", "Left"));
    expect(await retire("Denied", { replacedBy: "Expired" }, sessionAt(folder))).toBe(1);
    expect(await retire("Expired", { reason: "Sessions do not end." }, sessionAt(folder))).toBe(0);
    expect(read(folder, "common")).toBe(
      COMMON.replace(/ {2}Expired.*\n/, "").concat(
        "retired:\n  Expired: { since: 1.3.0, replacedBy: Denied, reason: Sessions do not end. }\n",
      ),
    );
    expect(read(folder, "api0")).toBe(importing("api0").replace("Denied, Expired", "Denied"));
    expect(await bump("minor", {}, sessionAt(folder, {}, ["common.errors.yaml"]))).toBe(0);
    expect(read(folder, "common")).toContain("version: 1.3.0\n");
    expect(await bump("patch", {}, sessionAt(folder, {}, ["api0.errors.yaml"]))).toBe(0);
    expect(read(folder, "api0")).toContain("name: API0\nversion: 0.0.1\nimports");
  });

  test("files of other projects are not changed", async () => {
    const folder = scratchFolder();
    const own = join(folder, "own");
    mkdirSync(own);
    writeFileSync(join(own, "package.json"), "{}\n");
    writeFileSync(join(folder, "common.errors.yaml"), COMMON);
    writeFileSync(join(own, "own.errors.yaml"), importing("own").replace("./common", "../common"));
    const session = sessionAt(own, {}, ["own.errors.yaml"]);
    expect(await rename("Denied", "Refused", {}, session)).toBe(1);
    expect(session.told()).toContain('"../common.errors.yaml" names the code too, and is outside of the project');
    expect(read(folder, "common")).toBe(COMMON);
  });
});

test("a rename and the codes of another branch meet in a merge, and in a rebase", async () => {
  const folder = project();
  const git = (...args: readonly string[]) =>
    execFileSync("git", args, { cwd: folder, encoding: "utf8", stdio: "pipe" });
  const commit = async () => {
    expect((await generate(sessionAt(folder), {})).exit).toBe(0);
    git("add", "--all");
    git("commit", "--quiet", "--message=x");
  };
  git("init", "--quiet", "--initial-branch=main");
  for (const [name, value] of [
    ["user.name", "T"],
    ["user.email", "t@example.com"],
    ["commit.gpgsign", "false"],
    ["rerere.enabled", "false"],
  ])
    git("config", name ?? "", value ?? "");
  await commit();
  git("checkout", "--quiet", "-b", "renames");
  expect((await renamed(folder))[0]).toBe(0);
  await commit();
  git("checkout", "--quiet", "-b", "codes", "main");
  const other = importing("api0").replace("errors:\n", `errors:\n  Alone: { ${ROW} }\n`);
  writeFileSync(join(folder, "api0.errors.yaml"), other);
  await commit();
  const unmerged = () =>
    git("diff", "--name-only", "--diff-filter=U")
      .split("\n")
      .filter((name) => name !== "");
  spawnSync("git", ["merge", "--quiet", "--no-edit", "renames"], { cwd: folder });
  // People merge nothing: Git has merged the tables, and generate makes the rest.
  expect(unmerged().filter((name) => !name.startsWith("errors/"))).toEqual([]);
  expect(unmerged().length).toBeGreaterThan(0);
  await commit();
  const merged = readTree(folder);
  expect(read(folder, "api0")).toBe(
    other.replaceAll("Denied", "Refused").replace("Look for Refused", "Look for Denied"),
  );
  expect([await lint(sessionAt(folder)), (await check(sessionAt(folder))).exit]).toEqual([0, 0]);
  git("checkout", "--quiet", "renames");
  spawnSync("git", ["rebase", "--quiet", "codes~1"], { cwd: folder });
  expect(unmerged().filter((name) => !name.startsWith("errors/"))).toEqual([]);
  expect(unmerged().length).toBeGreaterThan(0);
  expect((await generate(sessionAt(folder), {})).exit).toBe(0);
  git("add", "--all");
  git("-c", "core.editor=true", "rebase", "--continue");
  expect(git("status", "--porcelain")).toBe("");
  expect((await check(sessionAt(folder))).exit).toBe(0);
  expect(read(folder, "api0")).toBe(merged["api0.errors.yaml"]);
});

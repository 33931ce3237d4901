// check tells of the folders of targets that left the configuration, or moved; never of those of another configuration.
import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { check } from "../../generator/command/verbs/check.ts";
import { generate } from "../../generator/command/verbs/generate.ts";
import { manifestName } from "../../generator/output/files/paths.ts";
import { printListing } from "../../generator/output/state/manifest.ts";
import { outcomeText } from "../../generator/report/outcome-report.ts";
import { sessionAt } from "../helpers/session-at.ts";
import { scratchFolder } from "../helpers/typescript-product.ts";

const TABLE =
  "errtable: 1\nname: Shop\nbody: { code: /code, message: /message }\nerrors:\n  Gone: { status: 410, message: it is gone }\n";

function project(folder: string) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "shop.errors.yaml"), TABLE);
  return async (...outs: readonly string[]) => {
    const targets = outs.map((out) => `  - { kind: catalog, table: shop.errors.yaml, out: ${out} }\n`);
    writeFileSync(join(folder, "errtable.config.yaml"), `targets:\n${targets.join("")}`);
    expect((await generate(sessionAt(folder), {})).exit).toBe(0);
    return check(sessionAt(folder));
  };
}

test.each([true, false])("with Git: %s", async (hasGit) => {
  const folder = scratchFolder();
  writeFileSync(join(folder, "package.json"), "{}");
  if (hasGit) execFileSync("git", ["init", "--quiet"], { cwd: folder });
  const configure = project(folder);
  const other = project(join(folder, "out/other"));
  expect(await other("../theirs")).toMatchObject({ exit: 0 });
  expect(await configure("out/a", "out/b", "deep/down/c")).toMatchObject({ exit: 0, changes: [] });
  if (hasGit) execFileSync("git", ["add", "--all"], { cwd: folder });
  const left = await configure("out/a", "moved");
  expect(left.exit).toBe(3);
  expect(left.changes.map(({ path }) => path)).toEqual(hasGit ? ["deep/down/c", "out/b"] : ["out/b"]);
  expect(left.changes[0]?.change).toMatchObject({ kind: "abandoned", action: "refuse" });
  // A second check says the same, also where a run before it has filled a cache.
  expect((await check(sessionAt(folder))).exit).toBe(3);
  const { out, err } = outcomeText(left, { verb: "check", command: (verb) => `errtable ${verb}` });
  expect(out).toContain("orphaned   out/b: No target of the configuration makes its files any more.");
  expect(err).toContain("errtable clean");
  expect(err).not.toContain("Run: errtable generate");
  expect(await configure("out/a", "moved", "out/b", "deep/down/c")).toMatchObject({ exit: 0, changes: [] });
});

test("a run for one table does not take the targets of others for abandoned", async () => {
  const folder = scratchFolder();
  await project(folder)("a", "b");
  writeFileSync(join(folder, "other.errors.yaml"), TABLE.replace("Shop", "Other"));
  writeFileSync(
    join(folder, "errtable.config.yaml"),
    "targets:\n  - { kind: catalog, table: other.errors.yaml, out: a }\n  - { kind: catalog, table: shop.errors.yaml, out: b }\n",
  );
  await generate(sessionAt(folder), {});
  const table = [join(folder, "shop.errors.yaml")];
  expect(await check(sessionAt(folder, {}, table))).toMatchObject({ exit: 0, changes: [] });
  expect(await check(sessionAt(folder, { only: ["b"] }))).toMatchObject({ exit: 0, changes: [] });
});

test("the folders of a configuration that is gone, or has no target any more, are told", async () => {
  const folder = scratchFolder();
  execFileSync("git", ["init", "--quiet"], { cwd: folder });
  await project(folder)("own");
  await project(join(folder, "packages/gone"))("out");
  // A repository that is not here makes this folder.
  mkdirSync(join(folder, "brought"));
  const config = "../../another/errtable.config.yaml";
  writeFileSync(join(folder, "brought", manifestName), printListing(new Map(), { config }));
  execFileSync("git", ["add", "--all"], { cwd: folder });
  expect(await check(sessionAt(folder))).toMatchObject({ exit: 0, changes: [] });
  rmSync(join(folder, "packages/gone/errtable.config.yaml"));
  const left = await check(sessionAt(folder));
  expect([left.exit, left.changes.map(({ path }) => path)]).toEqual([3, ["packages/gone/out"]]);
  writeFileSync(join(folder, "errtable.config.yaml"), "targets: []\n");
  expect(await check(sessionAt(folder))).toMatchObject({ exit: 2, left: ["own", "packages/gone/out"] });
});

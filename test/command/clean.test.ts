// clean deletes the files of targets that are gone: errtable's own, after a yes, and nothing else.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { expect, test } from "vitest";
import { clean } from "../../generator/command/verbs/clean.ts";
import { runCommand } from "../helpers/run-command.ts";
import { sessionAt } from "../helpers/session-at.ts";
import { scratchFolder } from "../helpers/typescript-product.ts";

const TABLE = `errtable: 1
name: Shop
body: { code: /code, message: /message }
errors:
  Gone: { status: 410, message: it is gone, description: It is gone., solution: Look elsewhere., retry: never }
`;

async function project() {
  const folder = scratchFolder();
  const path = (name: string): string => join(folder, name);
  const configure = (...outs: readonly string[]): void =>
    writeFileSync(
      path("errtable.config.yaml"),
      `tables: [shop.errors.yaml]\ntargets:\n${outs.map((out) => `  - { kind: catalog, table: shop.errors.yaml, out: ${out} }\n`).join("") || " []\n"}`,
    );
  const run = (...args: readonly string[]) => runCommand(folder, ...args);
  writeFileSync(path("package.json"), "{}");
  mkdirSync(path("node_modules"));
  writeFileSync(path("shop.errors.yaml"), TABLE);
  configure("gen/a", "gen/old/deep", "far/b");
  expect((await run("generate")).code).toBe(0);
  return { folder, path, configure, run };
}

test("a target that is gone: shown, asked for, deleted with the folders that it leaves empty", async () => {
  const { path, configure, run } = await project();
  configure("gen/a", "far/b");
  const check = await run("check");
  expect(check).toMatchObject({ code: 3, out: expect.stringContaining("gen/old/deep") });
  expect(check.err).toContain("errtable clean");
  const lines = ["errors.json", "errors.schema.json", ".errtable.json"].map(
    (name) => `delete     gen/old/deep/${name}\n`,
  );
  expect(await run("clean", "--dry-run")).toEqual({
    code: 0,
    out: lines.join(""),
    err: "3 files deleted, if this were not a dry run.\n",
  });
  expect(await run("clean")).toMatchObject({ code: 3, out: lines.join(""), err: expect.stringContaining("--yes") });
  expect(readdirSync(path("gen/old/deep"))).toHaveLength(3);
  expect(await run("clean", "--yes")).toMatchObject({ code: 0, err: "3 files deleted.\n" });
  expect([existsSync(path("gen/old")), existsSync(path("gen/a/errors.json"))]).toEqual([false, true]);
  expect(await run("clean", "--yes")).toEqual({ code: 0, out: "", err: "There is nothing to delete.\n" });
  expect((await run("check")).code).toBe(0);
});

test("hand edits and files of others stay, and what a link leads to", async () => {
  const { path, configure, run } = await project();
  configure("gen/a", "far/b");
  writeFileSync(path("gen/old/deep/errors.json"), "{}");
  writeFileSync(path("gen/old/deep/mine.txt"), "mine");
  rmSync(path("gen/old/deep/errors.schema.json"));
  symlinkSync(path("shop.errors.yaml"), path("gen/old/deep/errors.schema.json"));
  const first = await run("clean", "--yes");
  expect(first).toMatchObject({
    code: 4,
    out: expect.stringContaining("keep       gen/old/deep/errors.json: It was edited by hand"),
  });
  expect(readFileSync(path("shop.errors.yaml"), "utf8")).toBe(TABLE);
  expect((await run("check")).out).toContain("gen/old/deep");
  rmSync(path("gen/old/deep/errors.schema.json"));
  expect(await run("clean", "--yes", "--force")).toMatchObject({
    code: 0,
    out: expect.stringContaining("errors.json"),
  });
  expect(readdirSync(path("gen/old/deep"))).toEqual(["mine.txt"]);
});

test("a folder that lies far away is known from the last run; the folder of another configuration is left alone", async () => {
  const { folder, path, configure, run } = await project();
  mkdirSync(path("other"));
  writeFileSync(
    path("other/errtable.config.yaml"),
    "targets: [{ kind: catalog, table: ../shop.errors.yaml, out: ../gen/theirs }]\n",
  );
  expect((await runCommand(join(folder, "other"), "generate")).code).toBe(0);
  configure("gen/a", "gen/old/deep");
  const { out } = await run("clean", "--dry-run");
  expect(out).toContain("far/b/errors.json");
  expect(out).not.toContain("theirs");
});

test.each([
  ["y\n", 0],
  ["\n", 3],
  ["no\n", 3],
])("a person answers %j", async (answer, code) => {
  const { folder, path, configure } = await project();
  configure("gen/a", "far/b");
  const [input, output] = [new PassThrough(), new PassThrough()];
  input.end(answer);
  expect(await clean(sessionAt(folder), {}, { input, output })).toBe(code);
  expect(existsSync(path("gen/old"))).toBe(code !== 0);
  expect(String(output.read())).toContain("Delete these 3 files?");
});

test("a target that moves keeps the choices of its manifest, and generate tells of the old folder", async () => {
  const { path, run } = await project();
  const rows = Array.from({ length: 70 }, (_, index) => `  E${index}: { status: 400, message: m${index} }\n`).join("");
  const target = (out: string): void =>
    writeFileSync(
      path("errtable.config.yaml"),
      `targets: [{ kind: typescript, table: shop.errors.yaml, out: ${out} }]\n`,
    );
  target("ts/one");
  await run("generate");
  const choices = /"perCode": "\w+"/.exec(readFileSync(path("ts/one/.errtable.json"), "utf8"))?.[0];
  writeFileSync(path("shop.errors.yaml"), TABLE + rows);
  target("ts/two");
  expect((await run("generate")).err).toContain('No target makes the files in "ts/one" any more: errtable clean');
  expect(readFileSync(path("ts/two/.errtable.json"), "utf8")).toContain(choices);
  expect(await run("clean", "--yes")).toMatchObject({ code: 0 });
  expect(readdirSync(path("ts"))).toEqual(["two"]);
});

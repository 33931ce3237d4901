// In a monorepo of 12 tables and 30 targets, runs that reuse what earlier ones made give what a run without memory gives.
import { spawn, spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { createRandom } from "../../corpora/tables/random.ts";
import { readTree } from "../../helpers/golden.ts";
import { makeMonorepo, PACKAGES } from "../../helpers/monorepo.ts";

const CLI = resolve(import.meta.dirname, "../../../dist/js/cli.js");

function scratch(): string {
  const folder = mkdtempSync(join(tmpdir(), "errtable-monorepo-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function errtable(folder: string, ...args: readonly string[]): number | null {
  return spawnSync(process.execPath, [CLI, ...args], { cwd: folder, stdio: "ignore" }).status;
}

function outputs(root: string) {
  return PACKAGES.map((name) => readTree(join(root, "packages", name)));
}

test("forty random edits, each against a run without memory", () => {
  const root = scratch();
  makeMonorepo(root, 20);
  const { pick } = createRandom(7);
  expect(errtable(root, "generate")).toBe(0);
  for (let step = 0; step < 40; step += 1) {
    const folder = join(root, "packages", pick(PACKAGES));
    const table = join(folder, "service.errors.yaml");
    const config = join(folder, "errtable.config.yaml");
    const edit = (path: string, change: (text: string) => string) =>
      writeFileSync(path, change(readFileSync(path, "utf8")));
    pick([
      () =>
        edit(table, (text) => text.replace(/description: The thing 3.*/, `description: The thing 3 at step ${step}.`)),
      () => edit(table, (text) => `${text}#\n`),
      () =>
        edit(config, (text) =>
          `${text}rules: { missing-example: ${step % 2 ? "off" : "warning"} }\n`.replace(/(rules:.*\n)+/, "$1"),
        ),
      () => edit(join(folder, "errors/openapi/components.json"), () => ""),
      () => rmSync(join(folder, "errors/typescript/types.ts"), { force: true }),
      () => rmSync(join(folder, "errors"), { recursive: true, force: true }),
      () => edit(config, (text) => text.replace(/openapi }$/m, `openapi, options: { ranges: ${step % 2 === 0} } }`)),
    ])();
    errtable(root, "check");
    expect(errtable(root, "generate", "--force")).toBe(0);
    expect(errtable(root, "check")).toBe(0);
    const cold = scratch();
    cpSync(join(root, "packages"), join(cold, "packages"), { recursive: true });
    for (const name of ["package.json", "errtable.config.yaml"]) cpSync(join(root, name), join(cold, name));
    for (const name of PACKAGES) rmSync(join(cold, "packages", name, "errors"), { recursive: true, force: true });
    expect(errtable(cold, "generate")).toBe(0);
    expect(outputs(root)).toEqual(outputs(cold));
    rmSync(cold, { recursive: true });
  }
});

test("a watch outlives a thousand events of several kinds, and ends with the last state", async () => {
  const root = scratch();
  makeMonorepo(root, 20);
  const child = spawn(process.execPath, [CLI, "generate", "--watch"], {
    cwd: root,
    stdio: ["ignore", "ignore", "pipe"],
  });
  const over = new Promise((done) => child.on("exit", done));
  let told = "";
  child.stderr.on("data", (text) => {
    told += String(text);
  });
  const until = async (isDone: () => boolean): Promise<void> => {
    while (!isDone()) await new Promise((done) => setTimeout(done, 20));
  };
  await until(() => told.includes("Watching"));
  const table = (index: number): string => join(root, "packages", PACKAGES[index % 12] ?? "", "service.errors.yaml");
  const texts = PACKAGES.map((_, index) => readFileSync(table(index), "utf8"));
  for (let index = 0; index < 1000; index += 1) {
    const text = (texts[index % 12] ?? "").replace("The thing 3 does", `The thing 3 at ${index} does`);
    // Written in one step, in two, by a rename, and as nonsense.
    if (index % 4 === 0) writeFileSync(table(index), text);
    if (index % 4 === 1) {
      writeFileSync(table(index), "");
      writeFileSync(table(index), text);
    }
    if (index % 4 === 2) {
      writeFileSync(`${table(index)}.tmp`, text);
      renameSync(`${table(index)}.tmp`, table(index));
    }
    if (index % 4 === 3) writeFileSync(table(index), "errors: [");
    if (index % 50 === 0) await new Promise((done) => setTimeout(done, 10));
  }
  for (const [index, text] of texts.entries())
    writeFileSync(table(index), text.replace("The thing 3 does", "The thing 3 at last does"));
  const types = (name: string): string =>
    readFileSync(join(root, "packages", name, "errors/typescript/types.ts"), "utf8");
  await until(() => PACKAGES.every((name) => types(name).includes("The thing 3 at last does")));
  const length = told.length;
  await new Promise((done) => setTimeout(done, 1500));
  expect(told.slice(length).split("\n").length).toBeLessThanOrEqual(3);
  child.kill("SIGINT");
  expect(await over).toBe(130);
  expect(errtable(root, "check")).toBe(0);
});

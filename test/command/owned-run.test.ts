// generate, check and diff hold pages and descriptions of people along with the targets: all are written, or none.
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { generate } from "../../generator/command/verbs/generate.ts";
import { runCommand } from "../helpers/run-command.ts";
import { sessionAt } from "../helpers/session-at.ts";
import { isThorough } from "../helpers/thorough.ts";
import { scratchFolder } from "../helpers/typescript-product.ts";
import { hastyDisk } from "../output/session-in.ts";
import { Killed, mortalDisk } from "../output/tools.ts";

const TABLE = `errtable: 1
name: Shop
body: { code: /code, message: /message }
errors:
  Gone: { status: 410, message: it is gone, description: It is gone., solution: Look elsewhere., retry: never }
`;
const PAGE = "# Errors\n\n<!-- errtable:begin columns=code,solution -->\n<!-- errtable:end -->\n";
const API = `openapi: 3.1.0
info: { title: Shop, version: "1" }
paths:
  /a:
    get:
      operationId: GetA
      responses: { "200": { description: ok } }
`;
const CONFIG = `targets:
  - { kind: catalog, table: shop.errors.yaml, out: out }
pages: ["docs/*.md", "!docs/old.md"]
descriptions: [{ file: api.yaml }]
`;

function project(files: Readonly<Record<string, string>> = {}) {
  const folder = scratchFolder();
  mkdirSync(join(folder, "docs"));
  mkdirSync(join(folder, "node_modules"));
  const write = (path: string, text: string): void => writeFileSync(join(folder, path), text);
  const read = (path: string): string => readFileSync(join(folder, path), "utf8");
  const all = {
    "package.json": "{}",
    "shop.errors.yaml": TABLE,
    "docs/a.md": PAGE,
    "docs/old.md": PAGE,
    "api.yaml": API,
    "errtable.config.yaml": CONFIG,
    ...files,
  };
  for (const [path, text] of Object.entries(all)) write(path, text);
  const run = (...args: readonly string[]) => runCommand(folder, ...args);
  return { folder, write, read, run };
}

test("one generate fills everything, and one check holds it", async () => {
  const { run, read, write } = project();
  expect(await run("check")).toMatchObject({ code: 3, out: expect.stringMatching(/docs\/a\.md\n.*api\.yaml\n$/) });
  expect(await run("generate")).toMatchObject({ code: 0, err: "4 files written, 0 up to date.\n" });
  expect(read("docs/a.md")).toContain("| `Gone` | Look elsewhere. |");
  expect(read("docs/old.md")).toBe(PAGE);
  expect(read("api.yaml")).toContain("#/components/responses/GoneErrors");
  for (const verb of ["check", "generate", "check"])
    expect(await run(verb)).toEqual({ code: 0, out: "", err: "4 files are up to date.\n" });
  write("shop.errors.yaml", TABLE.replace("Look elsewhere", "Look here"));
  const { out } = await run("diff");
  for (const path of ["out/errors.json", "docs/a.md", "api.yaml"]) expect(out).toContain(`+++ b/${path}`);
  const before = [read("docs/a.md"), read("api.yaml")];
  expect((await run("generate", "--dry-run")).out).toBe(
    "update     out/errors.json\nupdate     docs/a.md\nupdate     api.yaml\n",
  );
  expect([read("docs/a.md"), read("api.yaml")]).toEqual(before);
  expect((await run("generate", "--only", "pages")).out).toBe("update     docs/a.md\n");
  expect((await run("generate", "--only", "./api.yaml")).out).toBe("update     api.yaml\n");
  expect((await run("generate", "--only", "docs/*.md")).out).toBe("");
  expect((await run("check")).out).toBe("stale      out/errors.json\n");
  expect((await run("check", "--only", "pagse")).err).toContain('Did you mean "pages"?');
});

describe("a hand edit in a block", () => {
  async function edited() {
    const made = project();
    await made.run("generate");
    made.write("docs/a.md", made.read("docs/a.md").replace("elsewhere", "at the moon"));
    return made;
  }

  test("is told of with its place, and nothing is written", async () => {
    const { run, read, write } = await edited();
    const page = read("docs/a.md");
    const check = await run("check");
    expect(check.code).toBe(3);
    expect(check.err).toContain("docs/a.md:3:");
    expect(check.out).toBe("edited     docs/a.md: The block was edited by hand.\n");
    write("shop.errors.yaml", TABLE.replace("Look elsewhere", "Look here"));
    const json = read("out/errors.json");
    expect((await run("generate")).code).toBe(4);
    expect([read("docs/a.md"), read("out/errors.json")]).toEqual([page, json]);
    expect((await run("diff")).out).toMatch(/^-\| `Gone` \| Look at the moon\. \|$/m);
  });

  test("is given up with --force, and stays where the run is not for it", async () => {
    const { run, read } = await edited();
    expect((await run("generate", "--only", "descriptions")).code).toBe(0);
    expect(read("docs/a.md")).toContain("moon");
    expect(await run("generate", "--force")).toMatchObject({ code: 0, out: "overwrite  docs/a.md\n" });
    expect(read("docs/a.md")).toContain("Look elsewhere.");
  });
});

test("a page with a broken block stops the whole run, at its place", async () => {
  const { run, read } = project({ "docs/b.md": "<!-- errtable:begin -->\n" });
  const { code, err } = await run("generate");
  expect([code, err]).toEqual([1, expect.stringContaining("docs/b.md:1:")]);
  expect(read("docs/a.md")).toBe(PAGE);
  expect((await run("check")).code).toBe(1);
});

test("a page that is named and has no block is told of; an operation of no description is, too", async () => {
  const { run } = project({
    "docs/plain.md": "# Nothing\n",
    "errtable.config.yaml": CONFIG.replace('"docs/*.md"', "docs/plain.md"),
    "shop.errors.yaml": `${TABLE}operations: { GetB: [Gone] }\n`,
  });
  for (const verb of ["generate", "check"]) {
    const { code, err } = await run(verb);
    expect(code).toBe(0);
    expect(err).toContain('warning[nothing-found] The page "docs/plain.md" has no block');
    expect(err).toContain('warning[embed-unknown-operation] No description has an operation or a tag "GetB".');
  }
});

test("a table that is not there is told of where the configuration names it", async () => {
  const { run } = project({
    "errtable.config.yaml": `tables: [shop.errors.yaml]\n${CONFIG.replace("shop.", "shpo.")}`,
  });
  for (const verb of ["generate", "check", "lint", "inputs", "outputs"]) {
    const { code, out, err } = await run(verb);
    expect([verb, code, out + err]).toEqual([
      verb,
      2,
      expect.stringContaining('errtable.config.yaml:3:29 error[missing-file] There is no table "shpo.errors.yaml".'),
    ]);
  }
  const { err, out } = await run("lint", "shpo.errors.yaml");
  expect(out + err).toContain("shpo.errors.yaml:1:1 error[missing-file] There is no such file.");
});

test("a link out of the project is not followed", async () => {
  const { folder, run } = project();
  const other = project();
  symlinkSync(join(other.folder, "docs/a.md"), join(folder, "linked.md"));
  symlinkSync(join(other.folder, "docs"), join(folder, "docs/more"));
  writeFileSync(join(folder, "errtable.config.yaml"), "pages: [linked.md]\ntables: [shop.errors.yaml]\n");
  const { code, err } = await run("generate");
  expect([code, err]).toEqual([2, expect.stringContaining('"linked.md" leads out of the project through a link.')]);
  writeFileSync(join(folder, "errtable.config.yaml"), 'pages: ["docs/**/*.md"]\ntables: [shop.errors.yaml]\n');
  expect((await run("generate")).out).toBe("update     docs/a.md\nupdate     docs/old.md\n");
  expect(other.read("docs/a.md")).toBe(PAGE);
});

test("a page that another program changes meanwhile is left alone, and so is everything else", async () => {
  const { folder, read, write } = project();
  const session = sessionAt(folder);
  let isChanged = false;
  const fs = {
    ...hastyDisk,
    create(path: string) {
      if (!isChanged && path.includes("a.md.errtable-")) {
        isChanged = true;
        write("docs/a.md", "# Mine\n");
      }
      return hastyDisk.create(path);
    },
  };
  const outcome = await generate({ ...session, project: { ...session.project, fs } }, {});
  expect(outcome).toMatchObject({ exit: 4, written: false });
  expect(outcome.problem?.message).toContain('another program changed "docs/a.md"');
  expect(read("docs/a.md")).toBe("# Mine\n");
  expect(read("api.yaml")).toBe(API);
  expect((await runCommand(folder, "check", "--only", "catalog")).out).toContain("missing    out/errors.json");
});

describe("a run over targets, pages and descriptions is killed", () => {
  const CHANGED = TABLE.replace("Look elsewhere", "Look here");

  /** Later than a lock that nobody signed can be. */
  const later = Date.now() + 10_000_000;

  test("at any step, and the next one completes it", async () => {
    const whole = project({ "docs/b.md": PAGE });
    await whole.run("generate");
    whole.write("shop.errors.yaml", CHANGED);
    await whole.run("generate");
    const expected = treeOf(whole.folder);
    let calls = 0;
    for (let killed = true; killed; calls += isThorough ? 1 : 7) {
      const { folder, run, write } = project({ "docs/b.md": PAGE });
      await run("generate");
      write("shop.errors.yaml", CHANGED);
      killed = await dies(folder, calls);
      const fs = { ...hastyDisk, isRunning: () => false, now: () => later };
      const session = sessionAt(folder);
      const { exit } = await generate({ ...session, project: { ...session.project, fs } }, {});
      expect({ calls, exit, tree: treeOf(folder) }).toEqual({ calls, exit: 0, tree: expected });
    }
    expect(calls).toBeGreaterThan(40);
  });

  async function dies(folder: string, calls: number): Promise<boolean> {
    const session = sessionAt(folder);
    try {
      await generate({ ...session, project: { ...session.project, fs: mortalDisk(calls) } }, {});
      return false;
    } catch (error) {
      if (error instanceof Killed) return true;
      throw error;
    }
  }

  function treeOf(folder: string): Readonly<Record<string, string>> {
    const names = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((one) => one.isFile() && !one.parentPath.includes("node_modules"))
      .map(({ parentPath, name }) => join(parentPath, name));
    return Object.fromEntries(names.map((path) => [path.slice(folder.length + 1), readFileSync(path, "utf8")]));
  }
});

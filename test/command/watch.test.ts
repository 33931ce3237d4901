// A watch runs again after every change of what it reads, and only then; it outlives mistakes, and its own writes wake nobody.
import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { watch } from "../../generator/command/verbs/watch.ts";
import { sessionAt } from "../helpers/session-at.ts";
import { scratchFolder } from "../helpers/typescript-product.ts";
import { watching } from "../helpers/watching.ts";

const TABLE = `errtable: 1
name: Shop
body: { code: /code, message: /message }
errors:
  Gone: { status: 410, message: it is gone, description: It is gone., solution: Look elsewhere., retry: never }
`;
const PAGE = "<!-- errtable:begin columns=code,solution -->\n<!-- errtable:end -->\n";
const CONFIG = "targets:\n  - { kind: catalog, table: tables/shop.errors.yaml, out: out }\npages: [docs/*.md]\n";

function project() {
  const folder = scratchFolder();
  const write = (path: string, text: string): void => {
    mkdirSync(join(folder, path, ".."), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  write("package.json", "{}");
  write("node_modules/x/package.json", "{}");
  write("tables/shop.errors.yaml", TABLE);
  write("docs/a.md", PAGE);
  write("errtable.config.yaml", CONFIG);
  return { folder, write, read: (path: string) => readFileSync(join(folder, path), "utf8") };
}

test("generate --watch", async () => {
  const { folder, write, read } = project();
  const told = watching(folder, "generate");
  const first = await told.until(/Watching.*\n/);
  expect(first).toContain("3 files written, 0 up to date.\nWatching for changes");
  expect(await told.rest()).toBe("");

  write("tables/shop.errors.yaml", TABLE.replace("elsewhere", "here"));
  expect(await told.until(/up to date\.\n/)).toBe("(clear)\ntables/shop.errors.yaml: 2 files written, 1 up to date.\n");
  expect(read("docs/a.md")).toContain("Look here.");
  expect(await told.rest()).toBe("");

  // Broken, half-written and gone.
  write("tables/shop.errors.yaml", `${TABLE}  broken: [\n`);
  expect(await told.until(/Nothing was written\.\n/)).toMatch(/^\(clear\)\ntables\/shop\.errors\.yaml:6:.*error\[yaml/);
  write("tables/shop.errors.yaml", "");
  await told.until(/Nothing was written\.\n/);
  rmSync(join(folder, "tables/shop.errors.yaml"));
  expect(await told.until(/Nothing was written\.\n/)).toContain("missing-file");

  // Editors write beside the file and rename.
  write("tables/.shop.tmp", TABLE.replace("elsewhere", "there"));
  renameSync(join(folder, "tables/.shop.tmp"), join(folder, "tables/shop.errors.yaml"));
  await told.until(/2 files written/);
  expect(read("docs/a.md")).toContain("Look there.");

  // New files that the tables and the configuration mean, and files that nobody means.
  write("tables/shop.de.errors.yaml", "errtable: 1\ntranslates: ./shop.errors.yaml\nlocale: de\nerrors: {}\n");
  await told.until(/tables: .*\n/);
  write("docs/b.md", PAGE);
  await told.until(/docs: 1 file written/);
  expect(read("docs/b.md")).toContain("Look there.");
  await told.rest();
  write("tables/notes.txt", "");
  write("other/notes.md", "");
  expect(await told.rest()).toBe("");
  write("errtable.config.yaml", `${CONFIG}tables: [nowhere.errors.yaml]\n`);
  await told.until(/config\.yaml:\d+:\d+ error\[missing-file\] There is no table "nowhere\.errors\.yaml"/);
  write("errtable.config.yaml", CONFIG.replace("out: out", "out: moved"));
  await told.until(/errtable\.config\.yaml: 2 files written/);

  // A folder that goes and comes again.
  await told.rest();
  renameSync(join(folder, "tables"), join(folder, "gone"));
  await told.until(/Nothing was written\.\n/);
  mkdirSync(join(folder, "tables"));
  write("tables/shop.errors.yaml", TABLE.replace("elsewhere", "again"));
  await told.until(/files written/);
  expect(read("docs/a.md")).toContain("Look again.");
  write("tables/shop.errors.yaml", TABLE.replace("elsewhere", "twice"));
  await told.until(/files written/);
  await told.end();
  write("tables/shop.errors.yaml", TABLE);
  expect(await told.rest()).not.toContain("shop.errors.yaml: ");
});

test("many changes are few runs, and the last one counts", async () => {
  const { folder, write, read } = project();
  const told = watching(folder, "generate");
  await told.until(/Watching/);
  for (let index = 0; index <= 100; index += 1) {
    write("tables/shop.errors.yaml", TABLE.replace("elsewhere", `at ${index}.`));
    write(`tables/${index}.txt`, "");
    if (index % 10 === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  }
  let words = "";
  while (!read("docs/a.md").includes("Look at 100.")) words += await told.until(/up to date\.\n/);
  // It comes to rest, however late the last run is.
  for (let more = await told.rest(); more !== ""; more = await told.rest()) words += more;
  expect(words.split("(clear)").length).toBeLessThan(60);
});

test("check --watch sees the files that errtable made, lint --watch the tables", async () => {
  const { folder, write } = project();
  const checks = watching(folder, "check", "--output", "report.sarif", "--output", "reports/check.txt");
  await checks.until(/missing {4}out\/errors\.json\n[\s\S]*Watching/);
  const generates = watching(folder, "generate");
  await generates.until(/Watching/);
  await generates.end();
  await checks.until(/3 files are up to date/);
  // Its own reports are no changes.
  expect(await checks.rest()).not.toContain("report");
  write("out/errors.json", "{}");
  expect(await checks.until(/1 file is out of date.*\n/)).toContain("edited     out/errors.json");
  await checks.end();
  const lints = watching(folder, "lint");
  await lints.until(/Nothing to report[\s\S]*Watching/);
  write("tables/shop.errors.yaml", TABLE.replace(" solution: Look elsewhere.,", ""));
  expect(await lints.until(/Checked again\.\n/)).toContain("warning[missing-solution]");
  write("tables/shop.errors.yaml", TABLE);
  expect(await lints.until(/Nothing to report.*\n/)).toBe(
    "(clear)\ntables/shop.errors.yaml: Nothing to report in 1 table.\n",
  );
});

test("a touch without a change wakes nobody, a failure of the system ends the watch", async () => {
  const { folder, write } = project();
  const runs: string[] = [];
  let updates = 0;
  let touch = (_: string): void => undefined;
  let fail = (_: unknown): void => undefined;
  const over = watch(sessionAt(folder), {
    tables: [],
    options: {},
    async run(session) {
      runs.push(session.lead ?? "first");
      await session.openConfig();
      return new Map();
    },
    async open({ onTouch, onError }) {
      touch = onTouch;
      fail = onError;
      return { update: () => updates++, renew: () => {}, close: async () => {} };
    },
  });
  await expect.poll(() => updates).toBe(1);
  touch(join(folder, "errtable.config.yaml"));
  touch(join(folder, "other.txt"));
  // A run that these touches began would be told below, too.
  await new Promise((resolve) => setTimeout(resolve, 200));
  write("errtable.config.yaml", `${CONFIG}#\n`);
  touch(join(folder, "errtable.config.yaml"));
  await expect.poll(() => updates).toBe(2);
  expect(runs).toEqual(["first", "errtable.config.yaml: "]);
  fail(Object.assign(new Error("no more watches"), { code: "ENOSPC" }));
  await expect(over).rejects.toThrow("no more watches");
});

test("Ctrl+C ends the process with 130, and a format for programs is refused", async () => {
  const { folder } = project();
  const cli = resolve(import.meta.dirname, "../../dist/js/cli.js");
  const child = spawn(process.execPath, [cli, "lint", "--watch"], { cwd: folder, stdio: ["ignore", "ignore", "pipe"] });
  const over = new Promise((done) => child.on("exit", (code, signal) => done([code, signal])));
  await new Promise<void>((done) => {
    child.stderr.on("data", (text) => String(text).includes("Watching") && done());
  });
  child.kill("SIGINT");
  expect(await over).toEqual([130, null]);
  const told = watching(folder, "lint", "--format", "json");
  expect(await told.until(/\(exit 2\)/)).toContain("--watch reports to people");
});

// lint --fix corrects the findings that have one remedy, and leaves every other byte of a table as it is.

import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { fixTables } from "../../generator/command/verbs/lint-fix.ts";
import { readTables } from "../../generator/compile.ts";
import { memoryHost } from "../../generator/reader/host.ts";
import { readTree } from "../helpers/golden.ts";

const HEAD = "errtable: 1\nname: Shop\n";
const TEXTS = "description: It., solution: Wait.";

describe("one finding", () => {
  test.each([
    ["a text for a number", `A: { status: "404", ${TEXTS} }`, `A: { status: 404, ${TEXTS} }`],
    [
      "a number for a text",
      "A: { status: 404, description: 1.10, solution: Wait. }",
      'A: { status: 404, description: "1.10", solution: Wait. }',
    ],
    [
      "a comma in a text",
      "A: { status: 404, description: No, sir, really, solution: Wait. }",
      'A: { status: 404, description: "No, sir, really", solution: Wait. }',
    ],
    [
      "a comma at the end",
      "A: { status: 404, message: It, solution: Wait, please }",
      'A: { status: 404, message: It, solution: "Wait, please" }',
    ],
    ["a code of digits", `404: { status: 404, ${TEXTS} }`, `"404": { status: 404, ${TEXTS} }`],
    [
      "a misspelt field",
      "A:\n    status: 404\n    descripton: It. # it\n    solution: Wait.",
      "A:\n    status: 404\n    description: It. # it\n    solution: Wait.",
    ],
    [
      "a misspelt value",
      `A: { status: 409, retry: bakcoff, ${TEXTS} }`,
      `A: { status: 409, retry: backoff, ${TEXTS} }`,
    ],
    [
      "all params",
      "A:\n    status: 404\n    message: '%s and %d' # both\n    description: It.\n    solution: Wait.",
      "A:\n    status: 404\n    message: '%s and %d' # both\n    description: It.\n    solution: Wait.\n    params: { param1: {}, param2: {} }",
    ],
    [
      "more params",
      `A: { status: 404, message: "%s %s is %d", params: { it: {} }, ${TEXTS} }`,
      `A: { status: 404, message: "%s %s is %d", params: { it: {}, param2: {}, param3: {} }, ${TEXTS} }`,
    ],
    [
      "more params beside one with the next name",
      `A: { status: 404, message: "a %s %s", params: { param2: {} }, ${TEXTS} }`,
      `A: { status: 404, message: "a %s %s", params: { param2: {}, param3: {} }, ${TEXTS} }`,
    ],
    [
      "more params in lines",
      `A:\n    message: "%s is %d"\n    params:\n      it: # the thing\n        example: x\n    status: 404\n    solution: Wait.`,
      `A:\n    message: "%s is %d"\n    params:\n      it: # the thing\n        example: x\n      param2: {}\n    status: 404\n    solution: Wait.`,
    ],
    [
      "a shared name",
      `Gone: { status: 410, ${TEXTS} }\n  GONE:\n    status: 410\n    description: It.\n    solution: |\n      Wait.\n  # after it`,
      `Gone: { status: 410, ${TEXTS} }\n  GONE:\n    status: 410\n    description: It.\n    solution: |\n      Wait.\n    identifier: GONE\n  # after it`,
    ],
    [
      "the name of a global",
      `A: { status: 400, identifier: Type, ${TEXTS} }`,
      `A: { status: 400, identifier: ShopType, ${TEXTS} }`,
    ],
    [
      "a misspelt replacement",
      `A: { status: 400, ${TEXTS}, deprecated: { replacedBy: Thng } }\n  Thing: { status: 404, ${TEXTS} }`,
      `A: { status: 400, ${TEXTS}, deprecated: { replacedBy: Thing } }\n  Thing: { status: 404, ${TEXTS} }`,
    ],
    [
      "a code in an operation",
      `NotFound: { status: 404, ${TEXTS} }\noperations: { Get: [NotFond] }`,
      `NotFound: { status: 404, ${TEXTS} }\noperations: { Get: [NotFound] }`,
    ],
    [
      "a group",
      `A: { status: 404, group: acces, ${TEXTS} }\ngroups: { access: { title: Access } }`,
      `A: { status: 404, group: access, ${TEXTS} }\ngroups: { access: { title: Access } }`,
    ],
  ])("%s", (_, before, after) => {
    const { text, codes, count } = fixed(`${HEAD}errors:\n  ${before}\n`);
    expect(text).toBe(`${HEAD}errors:\n  ${after}\n`);
    expect(count).toBeGreaterThan(0);
    expect(codes).toEqual([]);
  });

  test.each([
    [
      "two candidates",
      `Card: { status: 404, ${TEXTS} }\n  Care: { status: 404, ${TEXTS} }\noperations: { Get: [Cart, Card, Care] }`,
      "unknown-code",
    ],
    [
      "a field that is there already",
      "A: { status: 404, solution: Wait., description: It., descripton: That. }",
      "unknown-field",
    ],
    ["a text in quotes with a comma", "A: { status: 404, description: 'No', sir, solution: Wait. }", "unknown-field"],
    ["a code without letters", `余额: { status: 404, ${TEXTS} }`, "no-identifier"],
    ["a solution", "A: { status: 404, description: It. }", "missing-solution"],
    [
      "the same written identifier",
      `A: { status: 404, identifier: X, ${TEXTS} }\n  B: { status: 404, identifier: X, ${TEXTS} }`,
      "same-identifier",
    ],
  ])("%s needs a person", (_, rows, code) => {
    const before = `${HEAD}errors:\n  ${rows}\n`;
    const { text, codes, count } = fixed(before);
    expect(text).toBe(before);
    expect(count).toBe(0);
    expect(codes).toContain(code);
  });
});

test("several findings, in lines that end in CR LF, with a byte order mark and without a line end at the end", () => {
  const before = `\ufeff${HEAD}# first\nerrors:\n  Gone: { status: 410, ${TEXTS} }   \n  GONE:   # here\n    status: "410"\t\n    solution: Wait.\n    description: It. # end`;
  const { text } = fixed(before.replaceAll("\n", "\r\n"));
  const after = before.replace('"410"', "410").replace("# end", "# end\n    identifier: GONE");
  expect(text).toBe(after.replace("\ufeff", "").replaceAll("\n", "\r\n"));
});

test("a file that is not YAML is left alone, and the others are fixed", () => {
  const broken =
    "errtable: 1\nname: Own\nimports: [./common.errors.yaml]\nerrors:\n  A: { status: '404' }\n  B: { status: 404\n";
  const { files, unsound } = fixing({
    "shop.errors.yaml": broken,
    "common.errors.yaml": `errtable: 1\nname: Common\nerrors:\n  C: { status: '404', ${TEXTS} }\n`,
  });
  expect(files.map(([{ path }]) => path)).toEqual(["/common.errors.yaml"]);
  expect(unsound).toEqual(["shop.errors.yaml"]);
});

test("a file of others, outside of the project, is left alone", () => {
  const files = {
    "own/shop.errors.yaml": `errtable: 1\nname: Own\nimports: [../common.errors.yaml, ./node_modules/x/x.errors.yaml]\nerrors:\n  A: { status: '404', ${TEXTS} }\n`,
    "common.errors.yaml": `errtable: 1\nname: Common\nerrors:\n  B: { status: '404', ${TEXTS} }\n`,
    "own/node_modules/x/x.errors.yaml": `errtable: 1\nname: Extra\nerrors:\n  C: { status: '404', ${TEXTS} }\n`,
  };
  const fixedTables = fixTables({ tables: ["/own/shop.errors.yaml"], targets: [] }, memoryHost(files), "/own");
  expect(fixedTables.files.map(([{ path }]) => path)).toEqual(["/own/shop.errors.yaml"]);
});

test("a table of the tests that is fixed has no fix left, and is YAML", () => {
  const folder = resolve(import.meta.dirname, "../cases");
  for (const name of readdirSync(folder)) {
    const tree = readTree(join(folder, name));
    const sources = Object.fromEntries(Object.entries(tree).filter(([path]) => /^[^/]*\.errors\.yaml$/.test(path)));
    for (const path of Object.keys(sources)) {
      const request = { tables: [`/${path}`], targets: [] };
      const { host } = fixTables(request, memoryHost(sources), "/");
      const { diagnostics } = readTables(request, host);
      expect(
        diagnostics.filter(({ fix }) => fix !== undefined),
        path,
      ).toEqual([]);
      const before = readTables(request, memoryHost(sources)).diagnostics;
      expect(diagnostics.length, path).toBeLessThanOrEqual(before.length);
    }
  }
});

describe("the command", () => {
  const BEFORE = `${HEAD}errors:\n  A: { status: "404", ${TEXTS} } # why\n`;
  const AFTER = BEFORE.replace('"404"', "404");

  test("writes the table, and reports the rest", () => {
    const at = folderWith({ "shop.errors.yaml": `\ufeff${BEFORE}  B: { status: 404, description: It. }\n` });
    const { code, out, err } = run(at, "lint", "--fix", "shop.errors.yaml");
    expect(readFileSync(join(at, "shop.errors.yaml"), "utf8")).toBe(
      `\ufeff${AFTER}  B: { status: 404, description: It. }\n`,
    );
    expect(out).toContain("warning[missing-solution]");
    expect(out).not.toContain("wrong-type");
    expect(err).toBe("Fixed 1 finding in shop.errors.yaml.\n");
    expect(code).toBe(0);
    expect(run(at, "lint", "--fix", "shop.errors.yaml").err).toBe("There is nothing to fix without a person.\n");
    expect(readdirSync(at)).toEqual(["shop.errors.yaml"]);
  });

  test("lines of the configuration and the table that name no schema lead to the one of the package", () => {
    const line = (path: string): string => `# yaml-language-server: $schema=${path}\n`;
    const table = `${HEAD}errors:\n  A: { status: 404, ${TEXTS} }\n`;
    const config = "targets: [{ kind: catalog, table: ./a.errors.yaml, out: out }]\n";
    const folder = folderWith({
      "a.errors.yaml": line("../lost/errtable.schema.json") + table,
      "errtable.config.yaml": line("lost/errtable.config.schema.json") + config,
    });
    const spec = join(folder, "node_modules/errtable/spec");
    mkdirSync(spec, { recursive: true });
    for (const name of ["errtable.schema.json", "errtable.config.schema.json"]) writeFileSync(join(spec, name), "{}");
    expect(run(folder, "lint", "--fix")).toMatchObject({ code: 0, err: expect.stringContaining("Fixed 2 findings") });
    const read = (name: string): string => readFileSync(join(folder, name), "utf8");
    expect(read("a.errors.yaml")).toBe(line("./node_modules/errtable/spec/errtable.schema.json") + table);
    expect(read("errtable.config.yaml")).toBe(
      line("./node_modules/errtable/spec/errtable.config.schema.json") + config,
    );
  });

  test("--dry-run shows a patch, and writes nothing", () => {
    const at = folderWith({ "shop.errors.yaml": BEFORE });
    const { code, out, err } = run(at, "lint", "--fix", "--dry-run", "shop.errors.yaml");
    expect(out).toBe(
      `--- a/shop.errors.yaml\n+++ b/shop.errors.yaml\n@@ -1,4 +1,4 @@\n errtable: 1\n name: Shop\n errors:\n-  A: { status: "404", ${TEXTS} } # why\n+  A: { status: 404, ${TEXTS} } # why\n`,
    );
    expect(err).toBe("Would fix 1 finding in shop.errors.yaml.\nNothing to report in 1 table.\n");
    expect(code).toBe(0);
    expect(readFileSync(join(at, "shop.errors.yaml"), "utf8")).toBe(BEFORE);
    expect(run(at, "lint", "--dry-run", "shop.errors.yaml").code).toBe(2);
  });

  test("programs are told of the files", () => {
    const at = folderWith({ "shop.errors.yaml": BEFORE });
    const { out } = run(at, "lint", "--fix", "--format", "json", "shop.errors.yaml");
    expect(JSON.parse(out)).toMatchObject({ findings: [], outputs: [{ path: "shop.errors.yaml", state: "update" }] });
  });

  test("a table that is not YAML stays as it is", () => {
    const text = `${BEFORE}  B: { status: "404"\n`;
    const at = folderWith({ "shop.errors.yaml": text });
    const { code, err } = run(at, "lint", "--fix", "shop.errors.yaml");
    expect(code).toBe(1);
    expect(err).toContain("shop.errors.yaml was left as it is, because it is not YAML.\n");
    expect(readFileSync(join(at, "shop.errors.yaml"), "utf8")).toBe(text);
  });

  test("--all shows every finding", () => {
    const rows = Array.from({ length: 8 }, (_, index) => `  A${index}: { status: 404, description: It. }\n`).join("");
    const at = folderWith({ "shop.errors.yaml": `${HEAD}errors:\n${rows}  B: { status: 404, ${TEXTS} }\n` });
    expect(run(at, "lint", "shop.errors.yaml").out.match(/A\d" has no solution/g)).toHaveLength(5);
    expect(run(at, "lint", "shop.errors.yaml").out).toContain("  and 3 more (--all)\n");
    expect(run(at, "lint", "--all", "shop.errors.yaml").out.match(/A\d" has no solution/g)).toHaveLength(8);
  });
});

function fixing(files: Readonly<Record<string, string>>) {
  return fixTables({ tables: ["/shop.errors.yaml"], targets: [] }, memoryHost(files), "/");
}

function fixed(before: string) {
  const { host, files, count } = fixing({ "shop.errors.yaml": before });
  const { diagnostics } = readTables({ tables: ["/shop.errors.yaml"], targets: [] }, host);
  return { text: files[0]?.[1] ?? before, count, codes: diagnostics.map(({ code }) => code) };
}

function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "errtable-fix-")));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

function run(folder: string, ...args: readonly string[]) {
  const cli = resolve(import.meta.dirname, "../../dist/js/cli.js");
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, NO_COLOR: "1" },
  });
  return { code: status, out: stdout, err: stderr };
}

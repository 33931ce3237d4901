// The command line as people use it: each exit code, where text goes, colour, and what bad input does. Commands run in this
// process, but for those that tell something of the process itself.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  chmodSync,
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { init } from "../../generator/command/init/init.ts";
import { type Ran, runCommand as run } from "../helpers/run-command.ts";
import { hastyDisk } from "../output/session-in.ts";

const ROOT = resolve(import.meta.dirname, "../..");
const CLI = join(ROOT, "dist/js/cli.js");

const GOOD = `errtable: 1
name: Shop
body: { code: /code, message: /message }
errors:
  OrderNotFound:
    status: 404
    message: "order '%s' does not exist"
    params: { orderId: { example: A-1001 } }
    description: The order does not exist.
    solution: Check the order number.
`;
const BAD = GOOD.replace("status: 404", "status: 999");
const CONFIG = "targets:\n  - { kind: catalog, table: ./shop.errors.yaml, out: ./errors }\n";

let folder = "";

beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), "errtable-cli-")));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("a process ends with the code of its command, and writes to both streams", () => {
  const at = write("process", { "shop.errors.yaml": GOOD, "bad.errors.yaml": BAD, "errtable.config.yaml": CONFIG });
  const command = (...args: readonly string[]): Ran => runWith({}, at, ...args);
  expect(command("lint", "shop.errors.yaml")).toEqual({ code: 0, out: "", err: "Nothing to report in 1 table.\n" });
  expect(command("lint", "bad.errors.yaml")).toMatchObject({
    code: 1,
    out: expect.stringContaining("[invalid-value]"),
  });
  expect(command("lnt")).toMatchObject({ code: 2, out: "", err: expect.stringContaining("Did you mean lint?") });
  expect(command("--version")).toMatchObject({ code: 0, out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) });
  expect(command("check").code).toBe(3);
  expect(command("generate")).toMatchObject({ code: 0, out: expect.stringContaining("errors/errors.json") });
  writeFileSync(join(at, "errors/errors.json"), "mine");
  expect(command("generate").code).toBe(4);
});

describe("exit codes", () => {
  test("0: fine, and findings go to stdout", async () => {
    const at = write("fine", { "shop.errors.yaml": GOOD });
    expect(await run(at, "lint", "shop.errors.yaml")).toEqual({
      code: 0,
      out: "",
      err: "Nothing to report in 1 table.\n",
    });
  });

  test("1: findings, as a code frame on stdout", async () => {
    const at = write("findings", { "shop.errors.yaml": BAD });
    const { code, out } = await run(at, "lint", "shop.errors.yaml");
    expect(code).toBe(1);
    expect(out).toContain('shop.errors.yaml:6:13 error[invalid-value] "status" cannot be 999.');
    expect(out).toContain("^^^");
  });

  test("1: nothing at all is written where there are errors", async () => {
    const at = write("no-output", { "shop.errors.yaml": BAD });
    const { code, err } = await run(at, "generate", "shop.errors.yaml", "--out", "errors");
    expect(code).toBe(1);
    expect(err).toContain("invalid-value");
    expect(readdirSync(at)).toEqual(["shop.errors.yaml"]);
  });

  test("1: warnings only where they are asked to fail", async () => {
    const at = write("warnings", { "shop.errors.yaml": GOOD.replace(/ {4}solution.*\n/, "") });
    expect((await run(at, "lint", "shop.errors.yaml")).code).toBe(0);
    expect((await run(at, "lint", "shop.errors.yaml", "--fail-on-warnings")).code).toBe(1);
  });

  test.each([
    ["an unknown command", ["lnt"], /unknown command 'lnt'\n\(Did you mean lint\?\)/],
    ["an unknown option", ["lint", "--confg", "x"], /unknown option '--confg'\n\(Did you mean --config\?\)/],
    ["an unknown format", ["lint", "--format", "xml"], /Allowed choices are text, json, github/],
    ["no configuration and no table", ["lint"], /There is no errtable\.config\.yaml.*errtable init/s],
    [
      "a configuration that does not exist",
      ["generate", "--config", "x.yaml"],
      /x\.yaml:1:1 error\[missing-file\].*on the command line it is relative to the folder that you are in/s,
    ],
    ["--out that is the root folder", ["generate", "x.errors.yaml", "--out", "/"], /--out names the root folder/],
    [
      "--out that leads to the root folder",
      ["check", "x.errors.yaml", "--out", "../".repeat(20)],
      /--out names the root folder.*Name a folder/s,
    ],
    ["--out without a table", ["generate", "--out", "x"], /--out needs the tables/],
  ])("2: %s", async (_, args, expected) => {
    const { code, out, err } = await run(write("usage", {}), ...args);
    expect(code).toBe(2);
    expect(out + err).toMatch(expected);
    expect(out + err).not.toMatch(/^\s+at /m);
  });

  test.each([
    ["an unknown rule", "rules: { no-such-rule: off }\n", /error\[config\]/],
    ["a required rule that is lowered", "rules: { same-identifier: off }\n", /error\[config\]/],
    [
      "an unknown option of a target",
      CONFIG.replace("}", ", options: { intrnal: true } }"),
      /has no field named "intrnal"/,
    ],
    ["an option beside the options", CONFIG.replace(" }", ", internal: true }"), /It is a field of "options"/],
    ["an option of another kind", CONFIG.replace(" }", ", language: js }"), /The fields here are "kind"/],
    ["a folder with an escape sequence", CONFIG.replace("./errors", '"\\u001b[31mx"'), /invalid-value/],
    ["no targets", "targets: []\n", /The configuration has no target, so there is nothing to make/],
    ["two targets in one folder", `${CONFIG}${CONFIG.split("\n")[1]}\n`, /Another target already writes to/],
    [
      "a folder outside the project",
      CONFIG.replace("./errors", "../out"),
      /config\.yaml:2:\d+ .*lies outside the project/,
    ],
    [
      "JavaScript that imports TypeScript",
      CONFIG.replace("catalog", "typescript").replace("}", ", options: { language: js, importExtension: .ts } }"),
      /error\[config\] Files in JavaScript cannot import files that end in \.ts/,
    ],
    [
      "a prefix that begins no identifier",
      CONFIG.replace("catalog", "typescript").replace("}", ", options: { prefix: shop } }"),
      /A prefix is PascalCase/,
    ],
    ["an unknown kind", CONFIG.replace("catalog", "catalogue"), /Did you mean "catalog"\?/],
  ])("2: a configuration with %s", async (_, config, expected) => {
    const at = write("config", { "shop.errors.yaml": GOOD, "errtable.config.yaml": config });
    const { code, err } = await run(at, "generate");
    expect(err).toMatch(expected);
    expect(code).toBe(2);
  });

  test("2: folders are compared from the configuration's own folder", async () => {
    const outs = (...folders: readonly string[]): string =>
      `targets:\n${folders.map((out) => `  - { kind: catalog, table: ../shop.errors.yaml, out: ${out} }\n`).join("")}`;
    const lint = (config: string): Promise<Ran> => {
      const at = write("folders", {
        "package.json": "{}",
        "shop.errors.yaml": GOOD,
        "c/errtable.config.yaml": config,
      });
      return run(at, "lint", "--config", "c/errtable.config.yaml");
    };
    expect((await lint(outs("../gen", "./gen"))).code).toBe(0);
    const same = await lint(outs("./gen", "../c/gen"));
    expect(same.code).toBe(2);
    expect(same.err).toMatch(/config\.yaml:3:\d+ error\[config\] Another target already writes to "\.\.\/c\/gen"/);
  });

  test("2: a target whose folder stands where another one makes a file, in every command that plans", async () => {
    const config = `targets:
  - { kind: docs, table: ./shop.errors.yaml, out: ./gen }
  - { kind: catalog, table: ./shop.errors.yaml, out: ./gen/Table.en.md/deep }
`;
    const at = write("within", { "shop.errors.yaml": GOOD, "errtable.config.yaml": config });
    for (const args of [["check"], ["generate", "--dry-run"], ["generate"], ["diff"], ["check", "--only", "docs"]]) {
      const { code, err } = await run(at, ...args);
      expect(err).toMatch(
        /config\.yaml:3:\d+ error\[config\] The folder ".*" would stand where docs of shop.* makes a/,
      );
      expect(code).toBe(2);
    }
    expect(readdirSync(at)).toEqual(["errtable.config.yaml", "shop.errors.yaml"]);
    writeFileSync(join(at, "errtable.config.yaml"), config.replace("Table.en.md/", ""));
    expect((await run(at, "generate")).code).toBe(0);
    expect((await run(at, "check")).code).toBe(0);
  });

  test("2: a locale that the table does not have, where the configuration names it", async () => {
    const config = (locale: string): string =>
      `targets:\n  - { kind: docs, table: ./shop.errors.yaml, out: ./gen, options: { locales: [en, ${locale}] } }\n`;
    const translation = "errtable: 1\ntranslates: ./shop.errors.yaml\nlocale: zh-CN\nerrors: {}\n";
    const at = write("locales", { "shop.errors.yaml": GOOD, "shop.zh-CN.errors.yaml": translation });
    const verbs = [["lint"], ["generate"], ["check"], ["lint", "shop.errors.yaml"]];
    writeFileSync(join(at, "errtable.config.yaml"), config("zh_CN"));
    for (const args of verbs) {
      const { code, out, err } = await run(at, ...args);
      expect(out + err).toMatch(/config\.yaml:2:83 error\[config\] "\.\/shop\.errors\.yaml" has no locale "zh_CN"\./);
      expect(out + err).toContain('help: Did you mean "zh-CN"?');
      expect(code).toBe(2);
    }
    writeFileSync(join(at, "errtable.config.yaml"), config("pt"));
    expect((await run(at, "lint")).out).toContain("help: Its locales are: en, zh-CN.");
    const labels = "options: { labels: { zh: { code: X } } }";
    writeFileSync(join(at, "errtable.config.yaml"), config("en").replace(/options:.*(?= \})/, labels));
    expect((await run(at, "lint")).out).toContain('has no locale "zh".');
    writeFileSync(join(at, "errtable.config.yaml"), config("zh-CN"));
    for (const args of verbs.slice(0, 3)) expect((await run(at, ...args)).code).toBe(0);
  });

  test("3 and 0: out of date, then up to date", async () => {
    const at = write("stale", { "shop.errors.yaml": GOOD, "errtable.config.yaml": CONFIG, "package.json": "{}" });
    expect((await run(at, "check")).code).toBe(3);
    expect((await run(at, "generate")).code).toBe(0);
    expect((await run(at, "check")).code).toBe(0);
    writeFileSync(join(at, "shop.errors.yaml"), GOOD.replace("Check the", "Look at the"));
    const { code, out, err } = await run(at, "check");
    expect(code).toBe(3);
    expect(out).toMatch(/^stale +errors\/errors\.json$/m);
    expect(err).toContain("Run: errtable generate\n");
    expect(JSON.parse((await run(at, "check", "--format", "json")).out)).toMatchObject({
      findings: [],
      outputs: expect.arrayContaining([{ path: "errors/errors.json", state: "update" }]),
    });
    const diff = await run(at, "diff", "--exit-code");
    expect(diff.code).toBe(3);
    expect(diff.out).toMatch(/^-.*Check the order number\.[\s\S]*^\+.*Look at the order number\./m);
  });

  test("a table that is named twice is one table", async () => {
    const at = write("twice", { "shop.errors.yaml": GOOD });
    expect((await run(at, "generate", "shop.errors.yaml", "./shop.errors.yaml", "--out", "out")).code).toBe(0);
    expect(readdirSync(join(at, "out"))).toContain("catalog");
    expect((await run(at, "lint", "shop.errors.yaml", "./shop.errors.yaml")).err).toBe(
      "Nothing to report in 1 table.\n",
    );
  });

  test("2: a table without a target is not called up to date", async () => {
    const at = write("no-target", {
      "shop.errors.yaml": GOOD,
      "other.errors.yaml": GOOD,
      "errtable.config.yaml": CONFIG,
    });
    for (const verb of ["check", "generate", "diff"]) {
      const { code, err } = await run(at, verb, "shop.errors.yaml", "other.errors.yaml");
      expect(err).toMatch(/no target of "other\.errors\.yaml".*generate other\.errors\.yaml --out errors\//s);
      expect(code).toBe(2);
    }
  });

  test("2: without a configuration, a table has no targets", async () => {
    const { code, err } = await run(write("no-config", { "shop.errors.yaml": GOOD }), "check", "shop.errors.yaml");
    expect(err).toMatch(/no errtable\.config\.yaml.*"shop\.errors\.yaml".*errtable init/s);
    expect(code).toBe(2);
  });

  test.each([
    ["lint"],
    ["generate"],
    ["check"],
    ["diff"],
    ["generate", "--out", "errors"],
    ["explain", "OrderNotFound", "--table"],
    ["decode", "it failed", "--table"],
    ["embed", "gone.yaml", "--table"],
    ["inject", "gone.md", "--table"],
    ["lint", "--config"],
    ["init", "--from"],
  ])("2: a file that is missing: %s %s", async (...args) => {
    const at = write("missing", { "docs/a.md": "# A\n" });
    const [command = "", ...rest] = args;
    const takesName = rest.length > 0 && rest[0] !== "--out";
    const name = command === "lint" ? "docs" : "nope.errors.yaml";
    const { code, out, err } = await run(at, ...(takesName ? [...args, name] : [command, name, ...rest]));
    expect(out + err).toContain(`${name}:1:1 error[missing-file]`);
    expect(code).toBe(2);
    expect(readdirSync(at)).toEqual(["docs"]);
  });

  test.runIf(process.getuid?.() !== 0 && process.platform !== "win32")("2: a file that may not be read", async () => {
    const at = write("denied", { "shop.errors.yaml": GOOD, "in/errtable.config.yaml": CONFIG });
    chmodSync(join(at, "shop.errors.yaml"), 0);
    chmodSync(join(at, "in"), 0);
    for (const args of [["shop.errors.yaml"], ["--config", "in/errtable.config.yaml"]]) {
      const { code, out, err } = await run(at, "lint", ...args);
      expect(out + err).toContain("error[unreadable-file]");
      expect(code).toBe(2);
    }
    chmodSync(join(at, "in"), 0o755);
  });

  test("a manifest that lists a table never leads to its end", async () => {
    const at = write("thief", {
      "shop.errors.yaml": GOOD,
      "errtable.config.yaml": CONFIG.replace("./errors", "."),
      ".errtable.json": JSON.stringify({
        files: { "shop.errors.yaml": createHash("sha256").update(GOOD).digest("hex") },
      }),
    });
    await run(at, "generate");
    expect(readFileSync(join(at, "shop.errors.yaml"), "utf8")).toBe(GOOD);
  });

  test("4: a hand edit is kept, and --force gives it up", async () => {
    const at = write("edited", { "shop.errors.yaml": GOOD, "errtable.config.yaml": CONFIG });
    await run(at, "generate");
    writeFileSync(join(at, "errors/errors.json"), "mine");
    const { code, out } = await run(at, "generate");
    expect(code).toBe(4);
    expect(out).toContain("errors/errors.json");
    expect(readFileSync(join(at, "errors/errors.json"), "utf8")).toBe("mine");
    expect((await run(at, "generate", "--force")).code).toBe(0);
    expect(readFileSync(join(at, "errors/errors.json"), "utf8")).not.toBe("mine");
  });

  test("130: interrupted", async () => {
    const at = write("interrupted", { "shop.errors.yaml": GOOD });
    // It waits for text that never comes.
    const child = spawn(process.execPath, [CLI, "decode", "-", "--table", "shop.errors.yaml"], { cwd: at });
    await new Promise((done) => setTimeout(done, 30));
    child.kill("SIGINT");
    const [code, signal] = await new Promise<[number | null, string | null]>((done) => {
      child.on("exit", (...ended) => done(ended));
    });
    // Before the program has started, the system itself ends it; shells call both 130.
    expect(code === 130 || signal === "SIGINT").toBe(true);
  });
});

describe("input", () => {
  test.each([
    ["a missing file", "nothing.errors.yaml", {}, /nothing\.errors\.yaml:1:1 error\[missing-file\]/],
    ["a folder", "sub", { "sub/x": "" }, /This is a folder, not a file/],
    ["a device", "/dev/null", {}, /This is a pipe or a device, not a file|missing-file/],
    [
      "a file without permission",
      "locked.errors.yaml",
      { "locked.errors.yaml": GOOD },
      /unreadable-file|Nothing to report/,
    ],
    ["another encoding", "latin.errors.yaml", { "latin.errors.yaml": Buffer.from([0xe9, 0x0a]) }, /is not UTF-8/],
  ])("%s", async (_, path, files, expected) => {
    const at = write("input", files);
    if (path.startsWith("locked")) chmodSync(join(at, path), 0);
    const { out, err } = await run(at, "lint", path);
    expect(out + err).toMatch(expected);
  });

  test("a path is shown relative to the caller's folder, from wherever it is called", async () => {
    const at = write("relative", { "a/shop.errors.yaml": BAD, "b/x": "" });
    expect((await run(join(at, "b"), "lint", "../a/shop.errors.yaml")).out).toMatch(
      /^\.\.\/a\/shop\.errors\.yaml:6:13/,
    );
  });
});

describe("streams", () => {
  test("json is one document, also where there is nothing to say", async () => {
    const at = write("json", { "shop.errors.yaml": GOOD, "bad.errors.yaml": BAD });
    expect(JSON.parse((await run(at, "lint", "shop.errors.yaml", "--format", "json")).out)).toMatchObject({
      findings: [],
      errors: 0,
    });
    expect(JSON.parse((await run(at, "lint", "bad.errors.yaml", "--format", "json")).out)).toMatchObject({
      findings: [{ file: "bad.errors.yaml", line: 6, column: 13, rule: "invalid-value", severity: "error" }],
      errors: 1,
    });
    const generated = await run(at, "generate", "shop.errors.yaml", "--out", "out", "--format", "json");
    expect(JSON.parse(generated.out)).toMatchObject({ findings: [] });
    expect(generated.err).toContain("out/catalog/errors.json");
  });

  test("github annotates", async () => {
    const at = write("github", { "bad.errors.yaml": BAD });
    expect((await run(at, "lint", "bad.errors.yaml", "--format", "github")).out).toMatch(
      /^::error file=bad\.errors\.yaml,line=6,/m,
    );
  });

  test("no colour in a pipe; FORCE_COLOR and NO_COLOR decide", () => {
    const at = write("colour", { "bad.errors.yaml": BAD });
    const colours = (env: Readonly<Record<string, string>>): boolean =>
      runWith(env, at, "lint", "bad.errors.yaml").out.includes("\u001b[");
    expect(colours({})).toBe(false);
    expect(colours({ FORCE_COLOR: "1" })).toBe(true);
    expect(colours({ FORCE_COLOR: "0" })).toBe(false);
    expect(colours({ FORCE_COLOR: "1", NO_COLOR: "1" })).toBe(false);
  });

  test.skipIf(!existsSync("/dev/full"))("a full disk is told in one line", () => {
    const at = write("full", {});
    const disk = openSync("/dev/full", "w");
    const done = spawnSync(process.execPath, [CLI, "explain"], { cwd: at, stdio: ["ignore", disk, "pipe"] });
    closeSync(disk);
    expect(done.status).toBe(4);
    expect(done.stderr.toString()).toMatch(/^The results could not be written: ENOSPC.*\n$/);
  });

  test("--quiet shows errors alone, and warnings only where they fail the command", async () => {
    const warned = GOOD.replace(/ {4}solution.*\n/, "");
    const at = write("quiet", { "shop.errors.yaml": warned, "errtable.config.yaml": CONFIG });
    const silent = { code: 0, out: "", err: "" };
    expect(await run(at, "lint", "--quiet")).toEqual(silent);
    expect(await run(at, "lint", "--quiet", "--fail-on-warnings")).toMatchObject({
      code: 1,
      out: expect.stringContaining("warning[missing-solution]"),
    });
    const stale = await run(at, "check", "--quiet");
    expect(stale.code).toBe(3);
    expect(stale.out).toContain("errors/errors.json");
    expect(stale.err).not.toContain("warning");
    expect(await run(at, "generate", "--quiet")).toEqual(silent);
    expect(await run(at, "check", "--quiet")).toEqual(silent);
    const told = await run(at, "check");
    expect(told.err.match(/missing-solution/g)).toHaveLength(1);
    expect(told.err).not.toContain("|");
  });

  test("help shows examples first, and every command has help", async () => {
    const at = write("help", {});
    const help = await run(at, "--help");
    expect(help.code).toBe(0);
    expect(help.out.indexOf("Examples:")).toBe(0);
    for (const command of ["lint", "generate", "check", "diff", "explain", "init"]) {
      expect(help.out).toMatch(new RegExp(`^ {2}${command}\\b`, "m"));
      expect((await run(at, command, "--help")).code).toBe(0);
    }
  });
});

describe("text of strangers", () => {
  const red = "\u001b[31mred";

  test("a folder's name is shown, never sent", async () => {
    const at = write("foreign-folder", { "shop.errors.yaml": GOOD });
    for (const verb of ["generate", "check", "generate"]) {
      const { out, err } = await run(at, verb, "shop.errors.yaml", "--out", red, "--only", "catalog");
      expect(out + err).not.toContain("\u001b");
      rmSync(join(at, red, "catalog"), { recursive: true, force: true });
    }
    expect((await run(at, "check", "shop.errors.yaml", "--out", red, "--only", "catalog")).out).toMatch(
      /^missing +␛\[31mred\/catalog\/errors\.json$/m,
    );
    for (const args of [["check", "shop.errors.yaml", "--out", "x", "--only"], ["explain"], []]) {
      expect((await run(at, ...args, red)).err).toContain("␛[31mred");
    }
  });

  test("a patch is shown on a terminal, and for programs it is what git applies", async () => {
    const at = write("foreign-text", { "shop.errors.yaml": GOOD, "errtable.config.yaml": CONFIG });
    await run(at, "generate");
    writeFileSync(join(at, "errors/errors.json"), `a\tb${red}\n`);
    expect((await run(at, "diff")).out).toContain(`\n-a\tb${red}\n`);
    const onTerminal = { NODE_OPTIONS: "--import=data:text/javascript,process.stdout.isTTY=true", NO_COLOR: "1" };
    expect(runWith(onTerminal, at, "diff").out).toContain("\n-a\tb␛[31mred\n");
  });
});

describe("init", () => {
  test("starts a project that lints, generates and checks; and never overwrites", async () => {
    const at = write("init", { "package.json": "{}" });
    const first = await run(at, "init", "MyShop");
    expect(first).toMatchObject({ code: 0 });
    expect(readdirSync(at).toSorted()).toEqual([
      ".gitattributes",
      "errors",
      "errtable.config.yaml",
      "my-shop.errors.yaml",
      "package.json",
    ]);
    // The schemas for editors are there at once, as generate makes them.
    expect((await run(at, "check", "--only", "schemas")).code).toBe(0);
    expect((await run(at, "lint", "--fail-on-warnings")).code).toBe(0);
    expect((await run(at, "generate")).code).toBe(0);
    expect((await run(at, "check")).code).toBe(0);
    writeFileSync(join(at, "my-shop.errors.yaml"), "mine");
    expect((await run(at, "init", "MyShop")).code).toBe(4);
    expect(readFileSync(join(at, "my-shop.errors.yaml"), "utf8")).toBe("mine");
  });

  test("takes its name from the folder, and says no to what is no name", async () => {
    const at = write("web-shop", {});
    expect((await run(at, "init")).code).toBe(0);
    expect(readFileSync(join(at, "web-shop.errors.yaml"), "utf8")).toContain("name: WebShop\n");
    expect((await run(at, "init", "123")).code).toBe(2);
    expect((await run(at, "init", "A".repeat(65))).err).toContain("at most 64");
    expect((await run(at, "init", "1\u001b[31m")).err).toMatch(/^"1␛\[31m" is no name/);
  });

  test.each(["foo.errors.yaml", "errtable.config.yaml"])(
    "a link that leads nowhere is there already: %s",
    async (name) => {
      const at = write("init-link", {});
      symlinkSync("nowhere", join(at, name));
      const { code, err } = await run(at, "init", "Foo");
      expect(err).toBe(`Nothing was written: ${name} is there already.\n`);
      expect(code).toBe(4);
      expect(readdirSync(at)).toEqual([name]);
    },
  );

  test("a link named .gitattributes that leads nowhere is left alone", async () => {
    const at = write("init-git", {});
    symlinkSync("nowhere", join(at, ".gitattributes"));
    const { code, err } = await run(at, "init", "Foo");
    expect(err).toContain("Add this line to .gitattributes");
    expect(code).toBe(0);
    expect(readdirSync(at).toSorted()).toEqual([".gitattributes", "errors", "errtable.config.yaml", "foo.errors.yaml"]);
  });

  test.each(["create", "write", "flush", "close"] as const)(
    "a disk that fails is told in one line: %s",
    async (call) => {
      for (let calls = 0; calls < 6; calls += 1) {
        const at = write("init-disk", {});
        let left = calls;
        const fail = (file: never, bytes: never): never => {
          if (left-- > 0) return hastyDisk[call](file, bytes) as never;
          throw Object.assign(new Error("ENOSPC: no space left on device, write"), { code: "ENOSPC" });
        };
        let told = "";
        const terminal = { out: (text: string) => (told += text), err: (text: string) => (told += text) };
        expect(await init("Foo", { folder: at, fs: { ...hastyDisk, [call]: fail }, terminal })).toBe(4);
        expect(told).toBe("Nothing was written: ENOSPC: no space left on device, write.\n");
        expect(readdirSync(at)).toEqual([]);
      }
    },
  );

  test.skipIf(process.platform === "win32")("a folder that is gone is told in one line", () => {
    const at = write("gone", {});
    for (const args of ["init", "lint"]) {
      const script = `mkdir x && cd x && rmdir ../x && exec "$0" "$1" ${args}`;
      const done = spawnSync("sh", ["-c", script, process.execPath, CLI], { cwd: at, encoding: "utf8" });
      expect(done.stderr).toBe("The folder that errtable was started in is gone. Change to a folder that exists.\n");
      expect(done.status).toBe(2);
    }
  });
});

describe("explain", () => {
  test("a rule, a code, all rules, and a hint for what is neither", async () => {
    const at = write("explain", { "shop.errors.yaml": GOOD, "errtable.config.yaml": CONFIG });
    expect((await run(at, "explain", "missing-solution")).out).toContain("missing-solution");
    const code = await run(at, "explain", "OrderNotFound");
    expect(code.code).toBe(0);
    expect(code.out).toContain("The order does not exist.");
    expect(code.out).toContain("404");
    expect((await run(at, "explain")).out.split("\n").length).toBeGreaterThan(30);
    const retired = "retired: { OldOrder: { since: 1.1.0, replacedBy: OrderNotFound, reason: It was renamed. } }\n";
    writeFileSync(join(at, "shop.errors.yaml"), GOOD + retired);
    expect((await run(at, "explain", "OldOrder")).out).toBe(
      "OldOrder · retired · Shop\nRetired: Since version 1.1.0.\nWhy: It was renamed.\nInstead: OrderNotFound\n",
    );
    const unknown = await run(at, "explain", "OrderNotFond");
    expect(unknown.code).toBe(2);
    expect(unknown.err).toContain('"OrderNotFound"');
  });
});

describe("embed", () => {
  const api = `openapi: "3.1.0"\r\npaths:\r\n  /a:\r\n    get: { operationId: a, responses: { "200": { description: OK } } }\r\n`;
  const MARKED = `\ufeff${api}`;

  test("writes all files or none, keeps byte order marks and line ends, and is up to date afterwards", async () => {
    const at = write("embed", {
      "shop.errors.yaml": GOOD,
      "one.yaml": MARKED,
      "two.json": JSON.stringify({ openapi: "3.0.3", paths: {} }),
    });
    const table = ["--table", "shop.errors.yaml"];
    const stale = await run(at, "embed", "one.yaml", ...table, "--check");
    expect(stale.code).toBe(3);
    expect(stale.err).toContain("errtable embed one.yaml --table shop.errors.yaml");
    const dry = await run(at, "embed", "one.yaml", ...table, "--dry-run");
    expect([dry.code, readFileSync(join(at, "one.yaml"), "utf8")]).toEqual([0, MARKED]);
    expect(dry.out).toContain("+++ b/one.yaml");
    const done = await run(at, "embed", "one.yaml", "two.json", ...table, "--operations", "none");
    expect([done.code, done.out]).toEqual([0, "update     one.yaml\nupdate     two.json\n"]);
    const text = readFileSync(join(at, "one.yaml"), "utf8");
    expect(text.startsWith("\ufeff")).toBe(true);
    expect(text.replaceAll("\r\n", "")).not.toContain("\n");
    expect((await run(at, "embed", "one.yaml", "two.json", ...table, "--operations", "none", "--check")).code).toBe(0);
    writeFileSync(join(at, "three.yaml"), 'swagger: "2.0"\n');
    writeFileSync(join(at, "two.json"), JSON.stringify({ openapi: "3.0.3", paths: {} }));
    const refused = await run(at, "embed", "two.json", "three.yaml", ...table, "--operations", "none");
    expect(refused.code).toBe(1);
    expect(refused.err).toContain("three.yaml:1:1 error[description-version]");
    expect(readFileSync(join(at, "two.json"), "utf8")).not.toContain("x-errtable");
    expect((await run(at, "embed", "one.yaml", "--remove")).code).toBe(0);
    expect(readFileSync(join(at, "one.yaml"), "utf8")).toBe(MARKED);
  });

  test("responses of people's own are told, and no warning; two tables of one status are", async () => {
    const own = api.replace('"200"', '"404"');
    const other = GOOD.replace(/^name: .*$/m, "name: Other").replaceAll("OrderNotFound", "OtherNotFound");
    const at = write("embed-notes", {
      "shop.errors.yaml": GOOD,
      "other.errors.yaml": other,
      "api.yaml": own,
      "two.yaml": api,
    });
    const kept = await run(at, "embed", "api.yaml", "--table", "shop.errors.yaml", "--fail-on-warnings");
    expect([kept.code, kept.err]).toEqual([
      0,
      expect.stringMatching(/^api\.yaml:4:41: An operation has other responses for 404/),
    ]);
    const tables = ["--table", "shop.errors.yaml", "--table", "other.errors.yaml"];
    const shared = await run(at, "embed", "two.yaml", ...tables, "--fail-on-warnings");
    expect([shared.code, shared.err]).toEqual([
      1,
      expect.stringContaining("two.yaml:4:28 warning[embed-shared-status]"),
    ]);
  });

  test("an operation that no description of the run has is told at its place in the table", async () => {
    const listed = `${GOOD}operations:\n  GetOrder: [OrderNotFound]\n  PutOrdr: [OrderNotFound]\n`;
    const other = api.replace("operationId: a", "operationId: PutOrder");
    const at = write("embed-operations", {
      "shop.errors.yaml": listed,
      "one.yaml": other.replace("PutOrder", "GetOrder"),
      "two.yaml": other,
    });
    const { code, err } = await run(at, "embed", "one.yaml", "two.yaml", "--table", "shop.errors.yaml");
    expect(code).toBe(0);
    expect(err.match(/^\S+:\d+ warning\[.*/gm)).toEqual([
      'shop.errors.yaml:13:3 warning[embed-unknown-operation] No description has an operation or a tag "PutOrdr".',
    ]);
    expect(err).toContain('help: Did you mean "PutOrder"?');
  });

  test("hand edits end with 4, wrong usage with 2, findings in a table with 1", async () => {
    const at = write("embed-edited", { "shop.errors.yaml": GOOD, "bad.errors.yaml": BAD, "api.yaml": api });
    const table = ["--table", "shop.errors.yaml"];
    expect((await run(at, "embed", "api.yaml", ...table)).code).toBe(0);
    const edited = readFileSync(join(at, "api.yaml"), "utf8").replace("title: OrderNotFound", "title: Mine");
    writeFileSync(join(at, "api.yaml"), edited);
    const refused = await run(at, "embed", "api.yaml", ...table);
    expect(refused.code).toBe(4);
    expect(refused.err).toContain("error[embed-edited]");
    expect(readFileSync(join(at, "api.yaml"), "utf8")).toBe(edited);
    expect((await run(at, "embed", "api.yaml", ...table, "--force")).code).toBe(0);
    expect((await run(at, "embed", "api.yaml")).code).toBe(2);
    expect((await run(at, "embed", "api.yaml", "--table", "bad.errors.yaml")).code).toBe(1);
    expect((await run(at, "embed", "missing.yaml", ...table)).code).toBe(2);
  });

  test("init --from starts a table that lints, and never overwrites", async () => {
    const at = write("from", { "shop.errors.yaml": GOOD, "api.yaml": api });
    expect((await run(at, "embed", "api.yaml", "--table", "shop.errors.yaml")).code).toBe(0);
    const done = await run(at, "init", "Read", "--from", "api.yaml");
    expect([done.code, done.out]).toEqual([
      0,
      "created read.errors.yaml\ncreated errtable.config.yaml\ncreated .gitattributes\ncreated errors/schemas/ with the schemas for editors\n",
    ]);
    expect((await run(at, "lint", "read.errors.yaml")).code).toBe(0);
    expect(readFileSync(join(at, "read.errors.yaml"), "utf8")).toContain("message: order '%s' does not exist");
    expect((await run(at, "init", "Read", "--from", "api.yaml")).code).toBe(4);
    expect((await run(at, "init", "Other", "--from", "shop.errors.yaml")).code).toBe(1);
  });

  test("init --from a page names the table after it, and says what it left out", async () => {
    const at = write("page", { "shop-errors.csv": "No,Fault,Text\n1,GONE,It is gone.\n2,,Nothing.\n" });
    const refused = await run(at, "init", "--from", "shop-errors.csv");
    expect(refused.code).toBe(1);
    expect(refused.err).toContain("shop-errors.csv:1:1 error[nothing-to-read]");
    expect(refused.err).toContain('The first table has "No", "Fault", "Text".');
    expect((await run(at, "init", "--from", "shop-errors.csv", "--columns", "colour=1")).code).toBe(2);
    expect((await run(at, "init", "--columns", "code=1")).code).toBe(2);
    const done = await run(at, "init", "--from", "shop-errors.csv", "--columns", "code=Fault,message=3");
    expect([done.code, done.out]).toEqual([
      0,
      "created shop.errors.yaml\ncreated errtable.config.yaml\ncreated .gitattributes\ncreated errors/schemas/ with the schemas for editors\n",
    ]);
    expect(done.err).toContain("1 code was found in shop-errors.csv.\nLeft out:\n");
    expect(done.err).toContain('  columns (1): "No"\n  rows without a code (1): "2 Nothing."\n');
    expect((await run(at, "lint", "shop.errors.yaml")).code).toBe(0);
  });
});

function runWith(extra: Readonly<Record<string, string>>, at: string, ...args: readonly string[]): Ran {
  const { FORCE_COLOR: _, NO_COLOR: __, NODE_EXTRA_CA_CERTS: ___, ...env } = process.env;
  const done = spawnSync(process.execPath, [CLI, ...args], {
    cwd: at,
    env: { ...env, ...extra },
    encoding: "utf8",
  });
  return { code: done.status, out: done.stdout, err: done.stderr };
}

function write(name: string, files: Readonly<Record<string, string | Buffer>>): string {
  const at = join(folder, name);
  rmSync(at, { recursive: true, force: true });
  mkdirSync(at, { recursive: true });
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(at, path)), { recursive: true });
    writeFileSync(join(at, path), text);
  }
  return at;
}

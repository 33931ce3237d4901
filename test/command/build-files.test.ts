// The files that a run reads and makes, and their dependency files, are those that the run itself reads and makes; Make obeys them.
import { spawnSync } from "node:child_process";
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Options } from "../../generator/command/session/command-line.ts";
import { reportOutcome } from "../../generator/command/session/reporting.ts";
import { type BuildFiles, inputFiles, outputFiles } from "../../generator/command/verbs/build-files.ts";
import { check } from "../../generator/command/verbs/check.ts";
import { type DepfileRequest, depfileText, runWithDepfile } from "../../generator/command/verbs/depfile.ts";
import { generate } from "../../generator/command/verbs/generate.ts";
import { listFiles } from "../../generator/command/verbs/list-files.ts";
import { sessionAt } from "../helpers/session-at.ts";

const CLI = resolve(import.meta.dirname, "../../dist/js/cli.js");
const COMMON = "errtable: 1\nname: Common\nerrors:\n  Down: { status: 503 }\n";
const SHOP = "errtable: 1\nname: Shop\nimports: [./common.errors.yaml]\nerrors:\n  Gone: { status: 410 }\n";
const GERMAN = "errtable: 1\nlocale: de\ntranslates: ./shop.errors.yaml\nerrors: {}\n";
const PARCELS = "errtable: 1\nname: Parcels\nerrors:\n  Lost: { status: 404 }\n";
const CONFIG = `tables: [./lonely.errors.yaml]
targets:
  - { kind: catalog, table: ./shop.errors.yaml, out: ./gen/shop }
  - { kind: typescript, table: ./parcels/parcels.errors.yaml, out: ./gen/parcels }
`;

let folder = "";

beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), "errtable-builds-")));
});
beforeEach(() => {
  rmSync(folder, { recursive: true, force: true });
  write("common.errors.yaml", COMMON);
  write("shop.errors.yaml", SHOP);
  write("shop.de.errors.yaml", GERMAN);
  write("parcels/parcels.errors.yaml", PARCELS);
  write("lonely.errors.yaml", PARCELS.replace("Parcels", "Lonely"));
  write("errtable.config.yaml", CONFIG);
  write("package.json", '{ "type": "module" }\n');
  write("other.md", "");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("inputs", () => {
  test("are the configuration, tables, imports, translations, and the files that decide on modules", async () => {
    expect(await listOf(inputFiles)).toEqual({
      files: [
        "common.errors.yaml",
        "errtable.config.yaml",
        "lonely.errors.yaml",
        "package.json",
        "parcels/parcels.errors.yaml",
        "shop.de.errors.yaml",
        "shop.errors.yaml",
      ],
      folders: [".", "parcels"],
      targets: [
        {
          ...{ kind: "catalog", table: "shop.errors.yaml", out: "gen/shop" },
          files: [
            "common.errors.yaml",
            "errtable.config.yaml",
            "package.json",
            "shop.de.errors.yaml",
            "shop.errors.yaml",
          ],
        },
        {
          ...{ kind: "typescript", table: "parcels/parcels.errors.yaml", out: "gen/parcels" },
          files: ["errtable.config.yaml", "package.json", "parcels/parcels.errors.yaml"],
        },
      ],
    });
  });

  test("of selected targets, of a table alone, and of a table with mistakes", async () => {
    expect((await listOf(inputFiles, { only: ["typescript"] })).files).toEqual([
      ...["errtable.config.yaml", "package.json", "parcels/parcels.errors.yaml"],
    ]);
    rmSync(join(folder, "errtable.config.yaml"));
    expect((await listOf(inputFiles, {}, ["shop.errors.yaml"])).files).toEqual([
      ...["common.errors.yaml", "shop.de.errors.yaml", "shop.errors.yaml"],
    ]);
    write("shop.errors.yaml", SHOP.replace("410", "999"));
    expect((await listOf(inputFiles, {}, ["shop.errors.yaml"])).files).toHaveLength(3);
  });

  test("have the folders that patterns look into", async () => {
    write("docs/old/a.md", "");
    write("errtable.config.yaml", `${CONFIG}pages: ["docs/**/*.md"]\n`);
    expect(await listOf(inputFiles)).toMatchObject({
      files: expect.arrayContaining(["docs/old/a.md"]),
      folders: [".", "docs", "docs/old", "parcels"],
    });
  });

  test("are as many as the run reads", async () => {
    const session = sessionAt(folder);
    const opened = await session.openTargets({ useCache: false });
    if ("exit" in opened) throw new Error("The project compiles.");
    const ofTables = [...opened.tables.values()].flatMap(({ inputs }) => inputs);
    const read = [...opened.run.recorder.inputs(), ...ofTables].filter(
      ({ kind, hash }) => kind === "file" && /^[0-9a-f]{64}$/.test(hash),
    );
    const { files } = await listOf(inputFiles);
    // lonely.errors.yaml is read by every run, though it has no target.
    expect(new Set(read.map(({ path }) => session.host.show(path)))).toEqual(new Set(files));
  });

  test.each<[string, Options, () => void, RegExp, number]>([
    ["a table that is missing", {}, () => rmSync(join(folder, "shop.errors.yaml")), /error\[missing-file\]/, 2],
    ["a table that is no YAML", {}, () => write("shop.errors.yaml", "a: ]"), /error\[yaml-syntax\]/, 1],
    [
      "an unknown target",
      { only: ["typescrpt"] },
      () => {},
      /No target is called "typescrpt"\.\nDid you mean "typescript"\?/,
      2,
    ],
    ["a wrong configuration", {}, () => write("errtable.config.yaml", "targts: []\n"), /unknown-field/, 2],
  ])("are not told of %s", async (_, options, spoil, told, exit) => {
    spoil();
    const session = sessionAt(folder, options);
    expect(await listFiles("inputs", session, "lines")).toBe(exit);
    expect(session.told()).toMatch(told);
  });
});

describe("outputs", () => {
  test("are the files of generate, whether they are there or not", async () => {
    const before = await listOf(outputFiles);
    const session = sessionAt(folder);
    expect(await reportOutcome(session, "generate", await generate(session, {}))).toBe(0);
    const made = readdirSync(join(folder, "gen"), { recursive: true, encoding: "utf8" })
      .map((path) => `gen/${path.replaceAll("\\", "/")}`)
      .filter((path) => statSync(join(folder, path)).isFile())
      .toSorted();
    expect(before.files).toEqual(made);
    expect(await listOf(outputFiles)).toEqual(before);
    expect((await listOf(outputFiles, { only: ["catalog"] })).files).toHaveLength(3);
  });

  test("of a table that no target makes anything of are told, as generate does", async () => {
    const session = sessionAt(folder, {}, ["lonely.errors.yaml"]);
    expect(await outputFiles(session)).toBe(2);
    expect(session.told()).toContain('The configuration has no target of "lonely.errors.yaml"');
    expect(await listOf(inputFiles)).toMatchObject({ files: expect.arrayContaining(["lonely.errors.yaml"]) });
  });

  test("as lines and as JSON", async () => {
    const [lines, json] = [sessionAt(folder), sessionAt(folder)];
    await listFiles("outputs", lines, "lines");
    await listFiles("outputs", json, "json");
    const { files } = JSON.parse(json.told()) as BuildFiles;
    expect(lines.told()).toBe(files.map((file) => `${file}\n`).join(""));
  });
});

describe("dependency files", () => {
  test("need a name that says which file they are about", async () => {
    expect(await build({ depfile: "errors" })).toMatchObject({
      exit: 2,
      told: expect.stringContaining("--depfile-target"),
    });
    expect(await build({ depfileTarget: "errors" })).toMatchObject({ exit: 2 });
    expect(await build({ depfile: "errors", depfileTarget: "x" })).toMatchObject({ exit: 0 });
    expect(read("errors")).toMatch(/^x: \\\n {2}common\.errors\.yaml \\\n/);
  });

  test("come of runs that succeed alone, and replace nothing else", async () => {
    write("shop.errors.yaml", SHOP.replace("410", "999"));
    expect((await build({ depfile: "out/errors.d" })).exit).toBe(1);
    write("shop.errors.yaml", SHOP);
    expect(readdirSync(folder)).not.toContain("out");
    write("out/errors.d", "mine");
    expect(await build({ depfile: "out/errors.d" })).toMatchObject({
      exit: 4,
      told: expect.stringContaining("not made by errtable"),
    });
    expect(read("out/errors.d")).toBe("mine");
  });

  test("of check name the outputs, too", async () => {
    await build({ depfile: "g.d" });
    expect(read("g.d")).not.toContain("gen/shop");
    const session = sessionAt(folder, { only: ["catalog"] });
    const run = async () => reportOutcome(session, "check", await check(session));
    expect(await runWithDepfile(session, { depfile: "c.d" }, "check", run)).toBe(0);
    expect(read("c.d")).toContain("  gen/shop/errors.json \\\n");
  });

  test("Make reads every name", () => {
    const names = [
      "a b.yaml",
      "a#b.yaml",
      "a$b.yaml",
      "a$(shell x).yaml",
      "a\\b.yaml",
      "a\\ b.yaml",
      "错.yaml",
      "a'b.yaml",
      "a%b.yaml",
      "a:b.yaml",
      "a%b:c.yaml",
    ];
    for (const name of names) write(name, "");
    write("stamp", "");
    write("stamp.d", depfileText("stamp", names));
    write("Makefile", "stamp:\n\t@echo made; touch stamp\n-include stamp.d\n");
    expect(make("stamp")).not.toContain("made");
    for (const name of names) {
      touchAlone(undefined);
      expect(make("stamp"), name).not.toContain("made");
      touchAlone(name);
      expect(make("stamp"), name).toBe("made\n");
    }
    rmSync(join(folder, "a b.yaml"));
    expect(make("stamp")).toBe("made\n");
    rmSync(join(folder, "a%b:c.yaml"));
    expect(make("stamp")).toBe("made\n");
  });

  test("a name that Make cannot write is refused", async () => {
    expect(await build({ depfile: "x.d", depfileTarget: "a\nb" })).toMatchObject({
      exit: 4,
      told: expect.stringContaining('the line break in the name "a␊b"'),
    });
    expect(readdirSync(folder)).not.toContain("x.d");
  });

  test("a name that Ninja cannot read is told of, and written for Make", async () => {
    expect((await build({ depfile: "plain.d" })).told).not.toContain("Ninja");
    write("it's.errors.yaml", PARCELS);
    write("errtable.config.yaml", CONFIG.replace("./shop", "./it's"));
    expect(await build({ depfile: "y.d" })).toMatchObject({
      exit: 0,
      told: expect.stringContaining('Ninja cannot read the name "it\'s.errors.yaml"'),
    });
    expect(read("y.d")).toContain("\n  it's.errors.yaml");
  });

  test("with Make, a second build does nothing, and a table makes only its own targets anew", () => {
    write(
      "Makefile",
      `all: build/shop.stamp build/parcels.stamp
build/%.stamp: errtable.config.yaml
	@${process.execPath} ${CLI} generate --only gen/$* --depfile $@.d >/dev/null 2>&1 && touch $@ && echo made $*
-include $(wildcard build/*.d)
`,
    );
    write("errtable.config.yaml", CONFIG.replace("kind: typescript", "kind: openapi"));
    expect(make("all")).toBe("made shop\nmade parcels\n");
    expect(make("all")).toBe("make: Nothing to be done for 'all'.\n");
    for (const [path, made] of [
      ["parcels/parcels.errors.yaml", "made parcels\n"],
      ["common.errors.yaml", "made shop\n"],
    ] as const) {
      touchAlone(path);
      expect(make("all")).toBe(made);
    }
    expect(make("all")).toBe("make: Nothing to be done for 'all'.\n");
  });
});

async function listOf(
  list: typeof inputFiles,
  options: Options = {},
  tables: readonly string[] = [],
): Promise<BuildFiles> {
  const session = sessionAt(folder, options, tables);
  const found = await list(session);
  if (typeof found === "number") throw new Error(session.told());
  return found;
}

async function build(request: DepfileRequest) {
  const session = sessionAt(folder, { only: ["catalog"] });
  const run = async () => reportOutcome(session, "generate", await generate(session, {}));
  const exit = await runWithDepfile(session, request, "generate", run);
  return { exit, told: session.told() };
}

function make(target: string): string {
  const { stdout, stderr } = spawnSync("make", [target], {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, LC_ALL: "C" },
  });
  return stdout + stderr;
}

/** Afterwards one file is younger than all stamps, and these are younger than all other files; no clock decides. */
function touchAlone(touched: string | undefined): void {
  for (const path of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    const time = path === touched ? 3000 : /stamp$/.test(path) ? 2000 : 1000;
    utimesSync(join(folder, path), time, time);
  }
}

function read(path: string): string {
  return readFileSync(join(folder, path), "utf8");
}

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

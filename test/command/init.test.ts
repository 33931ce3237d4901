// init beside a table that is there, its dialogue, the lines for other tools, and the schemas for editors.
import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { PassThrough } from "node:stream";
import { afterAll, describe, expect, test } from "vitest";
import { init } from "../../generator/command/init/init.ts";
import { hastyDisk } from "../output/session-in.ts";

const ROOT = realpathSync(mkdtempSync(join(tmpdir(), "errtable-init-")));
const CLI = resolve(import.meta.dirname, "../../dist/js/cli.js");
const INSTALLED = {
  "node_modules/errtable/spec/errtable.schema.json": "{}",
  "node_modules/errtable/spec/errtable.config.schema.json": "{}",
};
const TABLE = "errtable: 1\nname: Orders\nerrors: {}\n";

afterAll(() => rmSync(ROOT, { recursive: true, force: true }));

let count = 0;

function folderOf(files: Readonly<Record<string, string>>, name = "shop"): string {
  const at = join(ROOT, String(count++));
  mkdirSync(join(at, name), { recursive: true });
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(at, path)), { recursive: true });
    writeFileSync(join(at, path), text);
  }
  return join(at, name);
}

/** With answers, a person types them; without, nobody is there. */
async function start(folder: string, name?: string, answers?: string) {
  const told: Record<"out" | "err" | "asked", string[]> = { out: [], err: [], asked: [] };
  const terminal = { out: (text: string) => void told.out.push(text), err: (text: string) => void told.err.push(text) };
  const output = new PassThrough().on("data", (text: Buffer) => told.asked.push(text.toString()));
  const input = new PassThrough();
  input.end(answers ?? "");
  const streams = answers === undefined ? undefined : { input, output };
  const code = await init(name, { folder, fs: hastyDisk, terminal, streams });
  return { code, out: told.out.join(""), err: told.err.join(""), asked: told.asked.join("") };
}

const read = (folder: string, path: string): string => readFileSync(join(folder, path), "utf8");

describe("a table that is there", () => {
  test.each([undefined, "Orders", "orders", "orders.errors.yaml"])(
    "gets a configuration and the lines for Git: %s",
    async (name) => {
      const at = folderOf({ ...INSTALLED, "shop/orders.errors.yaml": TABLE, "shop/orders.de.errors.yaml": "" });
      const { code, out } = await start(at, name);
      expect([code, out]).toEqual([0, "created errtable.config.yaml\ncreated .gitattributes\n"]);
      expect(read(at, "orders.errors.yaml")).toBe(TABLE);
      expect(read(at, "errtable.config.yaml").match(/table: \S+,/g)).toEqual(
        Array(4).fill("table: ./orders.errors.yaml,"),
      );
    },
  );

  test("beside a configuration that is there, lines for it are shown: the table is new, or stays as it is", async () => {
    const config = "targets:\n  - { kind: catalog, table: ./orders.errors.yaml, out: ./errors/catalog }\n";
    const files = { ...INSTALLED, "shop/errtable.config.yaml": config, "shop/orders.errors.yaml": TABLE };
    const at = folderOf(files);
    const made = await start(at, "Parcels");
    expect([made.code, made.out]).toEqual([0, "created parcels.errors.yaml\ncreated .gitattributes\n"]);
    const [, lines = ""] =
      /^Add these lines to "targets" of errtable\.config\.yaml:\n\n((?: {2}- .*\n)+)/.exec(made.err) ?? [];
    expect(lines.match(/out: \S+/g)).toContain("out: ./errors/parcels/catalog");
    const again = await start(at, "Parcels");
    expect([again.code, again.out]).toEqual([4, ""]);
    expect(again.err).toContain(lines);
    expect(read(at, "errtable.config.yaml")).toBe(config);
    // A table that the configuration names needs no lines; without a name, nothing is one more table.
    for (const name of ["Orders", undefined]) {
      const { code, err } = await start(folderOf(files), name);
      expect([code, err]).toEqual([4, "Nothing was written: errtable.config.yaml is there already.\n"]);
    }
    writeFileSync(join(at, "errtable.config.yaml"), config + lines);
    const generated = spawnSync(process.execPath, [CLI, "generate"], { cwd: at, encoding: "utf8" });
    expect([generated.status, generated.stderr]).toEqual([0, expect.not.stringContaining("error")]);
    expect(existsSync(join(at, "errors/parcels/typescript"))).toBe(true);
  });

  test("of several, the one that is named; a new name makes a new table", async () => {
    const files = { ...INSTALLED, "shop/orders.errors.yaml": TABLE, "shop/parcels.errors.yaml": TABLE };
    const named = folderOf(files);
    expect((await start(named, "Parcels")).out).not.toContain("parcels.errors.yaml");
    expect(read(named, "errtable.config.yaml")).toContain("./parcels.errors.yaml");
    expect((await start(folderOf(files), "Shop")).out).toContain("created shop.errors.yaml\n");
    expect((await start(folderOf(files))).out).toContain("created shop.errors.yaml\n");
  });
});

describe("the dialogue", () => {
  test("Enter takes what nobody is asked for", async () => {
    const [asked, silent] = [folderOf({}), folderOf({})];
    expect((await start(asked, undefined, "\n\n\n")).code).toBe(0);
    expect((await start(silent)).code).toBe(0);
    for (const path of ["shop.errors.yaml", "errtable.config.yaml", ".gitattributes"]) {
      expect(read(asked, path)).toBe(read(silent, path));
    }
  });

  test("the answers decide, and what is no answer is asked again", async () => {
    const at = folderOf({ ...INSTALLED, "shop/package.json": '{ "devDependencies": { "prettier": "^3" } }' });
    const { code, asked } = await start(
      at,
      undefined,
      "1\nmy parcels\na b\nerror\nopenapi, go\ncatalog docs\nmaybe\nn\n",
    );
    expect(code).toBe(0);
    expect(asked.match(/Name of the table|Member of bodies|Products|Keep Prettier/g)).toEqual(
      ["Name of the table", "Member of bodies", "Products", "Keep Prettier"].flatMap((question) => [
        question,
        question,
      ]),
    );
    expect(read(at, "my-parcels.errors.yaml")).toMatch(
      /name: MyParcels\n.*code: \/error\/code\n {2}message: \/error\/message\n/s,
    );
    expect(read(at, "errtable.config.yaml").match(/kind: \w+/g)).toEqual(["kind: docs", "kind: catalog"]);
    expect(readdirSync(at)).not.toContain(".prettierignore");
  });

  test("a name that is given and a table that is there are not asked for", async () => {
    expect((await start(folderOf({}), "Parcels", "\n\n")).asked).not.toContain("Name");
    const { asked } = await start(folderOf({ "shop/orders.errors.yaml": TABLE }), undefined, "\n");
    expect(asked).toBe("Products (typescript, openapi, docs, catalog): ");
  });

  test.each(["", "Parcels\n", "Parcels\n\n"])("an end of the input writes nothing: %j", async (answers) => {
    const at = folderOf({});
    expect(await start(at, undefined, answers)).toMatchObject({ code: 130, out: "", err: "\nNothing was written.\n" });
    expect(readdirSync(at)).toEqual([]);
  });

  test.skipIf(!existsSync("/usr/bin/script"))("on a terminal, and not with --yes", () => {
    const at = folderOf(INSTALLED);
    const onTerminal = (args: string, input: string) =>
      spawnSync("script", ["-qec", `${process.execPath} ${CLI} init ${args}`, "/dev/null"], {
        cwd: at,
        input,
        encoding: "utf8",
        env: { ...process.env, CI: "" },
        // It ends a dialogue that waits for more than its input.
        timeout: 300_000,
      });
    expect(onTerminal("", "Parcels\nfault\ncatalog\n").stdout).toContain("created parcels.errors.yaml");
    expect(read(at, "parcels.errors.yaml")).toContain("code: /fault/code\n");
    expect(read(at, "errtable.config.yaml")).not.toContain("typescript");
    rmSync(join(at, "errtable.config.yaml"));
    expect(onTerminal("Orders --yes", "").stdout).toMatch(/^created orders\.errors\.yaml/);
  });
});

describe("other tools", () => {
  test("Prettier's file is made, or its line shown; Biome's too", async () => {
    const made = folderOf({ "shop/.prettierrc": "{}", "shop/biome.json": "{}" });
    const { out, err } = await start(made);
    expect(out).toContain("created .prettierignore\n");
    expect(read(made, ".prettierignore")).toBe("errors/\n");
    expect(err).toContain('add "!errors" to files.includes of biome.json');
    const there = folderOf({ "shop/.prettierignore": "dist/\n" });
    expect((await start(there)).err).toContain("Add this line to .prettierignore:\n\n  errors/\n");
    expect(read(there, ".prettierignore")).toBe("dist/\n");
    expect((await start(folderOf({ "shop/.prettierignore": "errors/\n" }))).err).not.toContain("Add this line");
    expect((await start(folderOf({}))).out).not.toContain("prettier");
  });
});

describe("the schemas for editors", () => {
  const lines = (folder: string) =>
    ["shop.errors.yaml", "errtable.config.yaml"].map((path) => /\$schema=(\S+)/.exec(read(folder, path))?.[1] ?? "");

  test.each([
    ["beside the table", { ...prefixed("shop/") }, "./node_modules/errtable/spec/errtable."],
    ["hoisted", INSTALLED, "../node_modules/errtable/spec/errtable."],
    ["global, or without node_modules", {}, "./errors/schemas/errtable."],
  ])("are named where they are: %s", async (_, files, start_) => {
    const at = folderOf(files);
    expect((await start(at)).code).toBe(0);
    expect(lines(at)).toEqual([`${start_}schema.json`, `${start_}config.schema.json`]);
    for (const path of lines(at)) expect(existsSync(resolve(at, path)), path).toBe(true);
    expect(read(at, "errtable.config.yaml").includes("kind: schemas")).toBe(start_.startsWith("./errors"));
  });
});

function prefixed(folder: string): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(INSTALLED).map(([path, text]) => [folder + path, text]));
}

// Tables are compared with errors.json of a folder, a file, or a package that is installed or that npm fetches.
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, onTestFinished, test } from "vitest";
import { packageName } from "../../generator/baseline/package-tables.ts";
import { readBaselines } from "../../generator/baseline/read-baselines.ts";
import { filesOfTar } from "../../generator/baseline/tar-files.ts";
import { isInRange } from "../../generator/baseline/version-range.ts";
import { disk, diskHost } from "../../generator/output/disk.ts";
import type { ProgramResult } from "../../generator/output/git/run-program.ts";
import { catalogOf } from "../../generator/products/catalog/errors-json.ts";
import { renderJson } from "../../generator/text/json/json.ts";
import { modelOf } from "../helpers/model-fixtures.ts";

const CATALOG = renderJson(catalogOf(modelOf({ name: "Shop", version: "1.0.0", errors: { Gone: { status: 410 } } })));
const manifest = (version: string) => JSON.stringify({ name: "@shop/errors", version });

describe("a folder or a file", () => {
  test("is searched for the table by its name, and other files in it are no reason to stop", () => {
    const root = project({
      "old/deep/errors.json": CATALOG,
      "old/errors.json": '{"errors":["of another tool"]}',
      "old/node_modules/x/errors.json": "never read",
      "old/broken.errors.yaml": "errors: [",
    });
    expect(root.read("old")).toMatchObject({ label: "old", diagnostics: [] });
    expect([...root.read("./old").baselines.keys()]).toEqual([root.table]);
    const baseline = root.read("old/deep/errors.json").baselines.get(root.table);
    expect(baseline?.model.version).toBe("1.0.0");
    const { source, span } = baseline?.placeOf?.(["errors", "Gone", "status"]) ?? { source: { text: "" }, span: {} };
    expect(source.text.slice(span.start, span.end)).toBe('"code": "Gone"');
  });

  test.each([
    ["errors.json", "{", /errors\.json" is no JSON/],
    ["errors.json", "[]", /is neither a table nor the errors\.json of one/],
    ["errors.json", CATALOG.replace('"catalog": 1', '"catalog": 2'), /has the layout 2 of a newer errtable/],
    ["errors.json", CATALOG.replace('"catalog": 1', '"catalog": 0'), /has the older layout 0/],
    ["errors.json", CATALOG.replace('"catalog": 1,', ""), /does not say which layout it has/],
    ["errors.json", CATALOG.replace('"locales": ["en"]', '"locales": [7]'), /"locales\.0" is not a text/],
    ["errors.json", CATALOG.replace('"prefix": ""', '"prefix": null'), /"body\.code\.prefix" is not a text/],
    ["nowhere.json", undefined, /There is no file or folder/],
    ["empty", undefined, /Git/],
  ])("%s that cannot be read is told: %s", (name, text, message) => {
    const root = project(text === undefined ? {} : { [name]: text });
    const { diagnostics, baselines } = root.read(text === undefined ? name : `./${name}`);
    expect(baselines.size).toBe(0);
    expect(diagnostics.map((one) => one.message).join()).toMatch(message);
    expect(diagnostics.every(({ help = "", code }) => help !== "" && /-baseline$/.test(code))).toBe(true);
  });

  test("without a version of any table is the wrong one", () => {
    const root = project({ "old/errors.json": CATALOG.replace('"name": "Shop"', '"name": "Shopp"') });
    const { diagnostics } = root.read("old");
    expect(diagnostics).toMatchObject([{ code: "unknown-baseline", help: 'Did you mean "Shopp"?' }]);
  });
});

describe("a package", () => {
  const never = (): ProgramResult => {
    throw new Error("npm is not asked.");
  };

  test("that is installed and in the range is read where it is", () => {
    const root = project({
      "node_modules/@shop/errors/package.json": manifest("1.4.0"),
      "node_modules/@shop/errors/dist/errors.json": CATALOG,
    });
    for (const range of ["", "@^1.2", "@1.x || 3", "@1.4.0"])
      expect(root.read(`npm:@shop/errors${range}`, never)).toMatchObject({
        label: "@shop/errors@1.4.0",
        diagnostics: [],
      });
  });

  test("that is only linked to a workspace is the table itself, so the published one is asked for", () => {
    const root = project({ "packages/errors/package.json": manifest("1.4.0"), "packages/errors/errors.json": CATALOG });
    mkdirSync(join(root.folder, "node_modules/@shop"), { recursive: true });
    symlinkSync(join(root.folder, "packages/errors"), join(root.folder, "node_modules/@shop/errors"));
    const asked: (readonly string[])[] = [];
    const { label, baselines } = root.read("npm:@shop/errors@^1", (_, args) => {
      asked.push(args);
      const files = { "package/package.json": manifest("1.3.0"), "package/dist/errors.json": CATALOG };
      writeFileSync(join(args[args.indexOf("--pack-destination") + 1] ?? "", "shop-errors-1.3.0.tgz"), tar(files));
      return { exit: 0, output: new Uint8Array(), errors: "" };
    });
    expect(asked[0]?.slice(0, 2)).toEqual(["pack", "@shop/errors@^1"]);
    expect(asked[0]).toContain("--ignore-scripts");
    expect(label).toBe("@shop/errors@1.3.0");
    expect(baselines.get(root.table)?.model.version).toBe("1.0.0");
  });

  test.each([
    ["npm error code ENOTFOUND\n", /npm does not reach its registry/],
    ["npm ERR! code E404\n", /npm knows no package/],
    ["npm error code ETARGET\n", /npm knows no version "shop@9"/],
    ["npm error code EACCES\nnpm error It is locked\n", /npm could not fetch "shop@9": It is locked\./],
  ])("that npm cannot fetch is told: %j", (errors, message) => {
    const { diagnostics } = project({}).read("npm:shop@9", () => ({ exit: 1, output: new Uint8Array(), errors }));
    expect(diagnostics).toMatchObject([{ code: "unknown-baseline", message: expect.stringMatching(message) }]);
  });

  test("is named as npm names packages of its registry, and in no other way", () => {
    expect(packageName("@shop/errors@>=1 <2 || 3.x")).toEqual({ name: "@shop/errors", range: ">=1 <2 || 3.x" });
    expect(packageName("shop")).toEqual({ name: "shop", range: undefined });
    for (const text of ["", "--x", "shop@--x", "git+ssh://x", "../shop", "shop@file:..", "a b", "shop@$(x)", "@shop"])
      expect(packageName(text), text).toBeUndefined();
  });

  test("with long names is unpacked in memory, whatever folder it names", () => {
    const long = `package/${"d".repeat(90)}/${"e".repeat(40)}/errors.json`;
    const files = filesOfTar(tar({ "package/a.json": "1", "../../etc/errors.json": "2", [long]: "3" }));
    expect([...(files ?? [])].map(([path, bytes]) => [path, Buffer.from(bytes).toString()])).toEqual([
      ["a.json", "1"],
      ["../etc/errors.json", "2"],
      [long.slice("package/".length), "3"],
    ]);
    expect(filesOfTar(Buffer.from("no gzip"))).toBeUndefined();
  });
});

test.each([
  ["1.2.3", "^1.2", true],
  ["2.0.0", "^1.2", false],
  ["0.3.0", "^0.2.1", false],
  ["0.2.9", "~0.2.1", true],
  ["1.9.0", "1.x", true],
  ["1.5.0", ">=1 <1.5 || 1.5.0", true],
  ["1.2.3", "1.0.0 - 1.2", true],
  ["2.0.0-rc.1", ">=1", false],
  ["2.0.0-rc.2", "^2.0.0-rc.1", true],
  ["1.0.0", "*", true],
  ["1.0.0", "latest", undefined],
  ["1.0.0", ">", undefined],
])("%s in %s: %s", (version, range, expected) => {
  expect(isInRange(version, range)).toBe(expected);
});

function project(files: Readonly<Record<string, string>>) {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "errtable-test-")));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  const table = join(folder, "shop.errors.yaml");
  const request = { folder, root: folder, configs: [], tables: [{ path: table, name: "Shop", codes: [] }] };
  const read = (against: string, npm?: (folder: string, args: readonly string[]) => ProgramResult) =>
    readBaselines(against, { ...request, host: diskHost(folder), fs: disk, ...(npm && { npm }) });
  return { folder, table, read };
}

/** Names that are too long for a header stand in a record before it, as npm writes them. */
function tar(files: Readonly<Record<string, string>>): Buffer {
  const entries = Object.entries(files).flatMap(([name, text]) => {
    if (name.length <= 100) return [entry(name, text, "0")];
    const line = ` path=${name}\n`;
    const record = `${line.length + String(line.length + 3).length}${line}`;
    return [entry("PaxHeader/x", record, "x"), entry(name.slice(0, 100), text, "0")];
  });
  return gzipSync(Buffer.concat([...entries, Buffer.alloc(1024)]));
}

function entry(name: string, text: string, kind: string): Buffer {
  const header = Buffer.alloc(512);
  header.write(name, 0);
  header.write(`${Buffer.byteLength(text).toString(8).padStart(11, "0")}\0`, 124);
  header.write(kind, 156);
  header.write("ustar\0", 257);
  const content = Buffer.alloc(Math.ceil(Buffer.byteLength(text) / 512) * 512);
  content.write(text);
  return Buffer.concat([header, content]);
}

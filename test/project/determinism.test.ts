// The same inputs make the same bytes: wherever the caller stands, in every time zone and locale, in whatever order keys stand.
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { parse, stringify } from "yaml";
import { compile } from "../../generator/compile.ts";
import { makeFiles, PRODUCTS, type Product } from "../../generator/products/index.ts";
import { memoryHost } from "../../generator/reader/host.ts";
import { readTree, type Tree } from "../helpers/golden.ts";
import { modelOfFile } from "../helpers/model-fixtures.ts";

const ROOT = resolve(import.meta.dirname, "../..");
const CLI = join(ROOT, "dist/js/cli.js");
let folder = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "errtable-bytes-"));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("in every place, time zone and locale", () => {
  const plain = generate("a", { TZ: "UTC", LANG: "C" });
  expect(Object.keys(plain).length).toBeGreaterThan(10);
  expect(generate("b/deeper", { TZ: "Asia/Kathmandu", LANG: "tr_TR.UTF-8", LC_ALL: "tr_TR.UTF-8" })).toEqual(plain);
});

test("nothing names the machine, the day or the version of the tool", () => {
  for (const [path, text] of Object.entries(generate("c", {}))) {
    expect(text, path).not.toContain(folder);
    expect(text, path).not.toMatch(/\b0\.1\.0\b/);
  }
});

test("a table whose keys stand in another order makes the same but for what shows the table's order", async () => {
  const text = stringify({
    errtable: 1,
    name: "Shop",
    errors: {
      Zeta: { status: 404, message: "z %s", params: { z: {} }, description: "Z.", solution: "z" },
      Alpha: { status: 400, description: "A.", solution: "a", retry: "never" },
    },
  });
  const data = parse(text) as { errors: Record<string, Record<string, unknown>> };
  const turned = {
    errors: Object.fromEntries(
      Object.entries(data.errors)
        .toReversed()
        .map(([code, error]) => [code, Object.fromEntries(Object.entries(error).toReversed())]),
    ),
    name: "Shop",
    errtable: 1,
  };
  expect(await typescriptOf(stringify(turned))).toEqual(await typescriptOf(text));
});

test("no object that a model reaches can be changed, and every product is made of it all the same", async () => {
  const model = modelOfFile("test/cases/kitchen-sink/kitchen-sink.errors.yaml");
  const seen = new Set<object>();
  const open: unknown[] = [model];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (typeof next !== "object" || next === null || seen.has(next)) continue;
    seen.add(next);
    const object = next as Record<string, unknown>;
    for (const name of [...Object.keys(object), "added"])
      expect(() => {
        object[name] = "changed";
      }, name).toThrow(TypeError);
    open.push(...Object.values(object));
  }
  expect(seen.size).toBeGreaterThan(400);
  for (const { kind } of PRODUCTS) {
    const product = { kind, options: {} } as Product;
    expect(await makeFiles(product, model)).toEqual(await makeFiles(product, structuredClone(model)));
  }
});

async function typescriptOf(text: string) {
  const product: Product = { kind: "typescript", options: {} };
  const host = memoryHost({ "shop.errors.yaml": text });
  return (await compile({ tables: [], targets: [{ tablePath: "/shop.errors.yaml", product }] }, host)).outputs;
}

function generate(name: string, env: Readonly<Record<string, string>>): Tree {
  const at = join(folder, name);
  mkdirSync(at, { recursive: true });
  cpSync(join(ROOT, "spec"), join(at, "spec"), { recursive: true });
  const table = join(at, "spec/function-compute.errors.yaml");
  const done = spawnSync(process.execPath, [CLI, "generate", table, "--out", "out"], {
    cwd: at,
    env: { PATH: process.env["PATH"], ...env },
    encoding: "utf8",
  });
  expect(done.status, done.stderr).toBe(0);
  return readTree(join(at, "out"));
}

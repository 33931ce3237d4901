// Generated code in published packages: its types are found by all resolutions, its syntax is that of ES2017.
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import type { TypescriptOptions } from "../../../generator/products/options.gen.ts";
import { run, tool, writeProject } from "./consumer.ts";

interface Published {
  readonly type: "module" | "commonjs";
  readonly products: Readonly<Record<string, TypescriptOptions>>;
  readonly entry: object;
  /** The resolutions that the package is made for. */
  readonly profile: "strict" | "node16" | "esm-only";
}

const PACKAGES: Readonly<Record<string, Published>> = {
  commonjs: {
    type: "commonjs",
    products: { errors: { language: "js" } },
    entry: { main: "errors/index.js", types: "errors/index.d.ts" },
    profile: "strict",
  },
  "commonjs-one-file": {
    type: "commonjs",
    products: { errors: { language: "js", files: "single" } },
    entry: { exports: "./errors/errors.js", main: "errors/errors.js", types: "errors/errors.d.ts" },
    profile: "strict",
  },
  esm: {
    type: "module",
    products: { errors: { language: "js" } },
    entry: { exports: "./errors/index.js" },
    profile: "esm-only",
  },
  "esm-in-commonjs": {
    type: "commonjs",
    products: { errors: { language: "js", module: "esm" } },
    entry: { exports: "./errors/index.mjs" },
    profile: "esm-only",
  },
  "commonjs-in-esm": {
    type: "module",
    products: { errors: { language: "js", module: "commonjs" } },
    entry: { exports: "./errors/index.cjs", main: "errors/index.cjs", types: "errors/index.d.cts" },
    profile: "strict",
  },
  "of-both-kinds": {
    type: "commonjs",
    products: { errors: { language: "js" }, "errors-esm": { language: "js", module: "esm" } },
    entry: {
      exports: { import: "./errors-esm/index.mjs", require: "./errors/index.js" },
      main: "errors/index.js",
      types: "errors/index.d.ts",
    },
    profile: "strict",
  },
};

const work = mkdtempSync(join(tmpdir(), "errtable-published-"));
afterAll(() => rmSync(work, { recursive: true, force: true }));

test.each(Object.entries(PACKAGES))("the package %s", async (name, { type, products, entry, profile }) => {
  const folder = join(work, name);
  mkdirSync(folder);
  await writeProject(folder, { name, version: "1.0.0", type, ...entry }, {}, products);
  // It fails where a resolution finds no types, or types of another kind of module.
  const told = run(folder, [tool("@arethetypeswrong/cli/dist/index.js"), "--pack", ".", "--profile", profile]);
  expect(told).toContain("🟢");
  for (const [out, { module = type === "module" ? "esm" : type }] of Object.entries(products)) {
    const syntax = module === "esm" ? ["--module"] : [];
    run(folder, [tool("es-check/lib/cli/index.js"), "es2017", `${out}/*.{js,mjs,cjs}`, ...syntax]);
  }
});

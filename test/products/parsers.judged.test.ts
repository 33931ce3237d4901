// Formatters and linters that people run over their whole repository parse every product.
import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { check, getFileInfo } from "prettier";
import { expect, test } from "vitest";
import { isThorough } from "../helpers/thorough.ts";
import { scratchFolder } from "../helpers/typescript-product.ts";
import { linterProgram } from "../judges/linters/programs.ts";

const ROOT = join(import.meta.dirname, "../..");

/** Products of every kind and format, of tables whose texts are hostile, too; tests of TypeScript format that product. */
const PRODUCTS = ["test/cases", "generated"]
  .flatMap((folder) => readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true }))
  .map(({ parentPath, name }) => relative(ROOT, join(parentPath, name)))
  .filter(
    (path) =>
      /^generated|(?:docs-\w+|hostile-text|openapi-options)[\\/]expected[\\/]/.test(path) &&
      /\.(?:json|ya?ml|mdx?|html)$/.test(path),
  );
/**
 * Other languages of the same words, the script of a page once more, JSON, which Biome parses too, and the large files of the most
 * hostile table, which the tests of their products format.
 */
const REPEATED =
  /\.(?:de|de-x-hostile|zh-CN)\.mdx?$|docs-(?:cases|list).*errors\.html$|\.json$|expected.hostile-text.(?:docs|openapi).*\.(?:md|yaml)$/;
const PAGES = PRODUCTS.filter((path) => path.endsWith(".html"));

test("there are products of every kind", () => {
  for (const name of ["errors.html", "table.en.html", "sections.en.mdx", "components.yaml", "errors.json"])
    expect(
      PRODUCTS.filter((path) => path.endsWith(`/${name}`)),
      name,
    ).not.toEqual([]);
});

test("Prettier parses every product", async () => {
  const refused: string[] = [];
  for (const path of PRODUCTS.filter((one) => isThorough || !REPEATED.test(one))) {
    const filepath = join(ROOT, path);
    const { inferredParser: parser } = await getFileInfo(filepath);
    if (parser === null) continue;
    try {
      await check(await readFile(filepath, "utf8"), { parser, filepath });
    } catch (error) {
      refused.push(`${path}: ${error instanceof Error ? error.message.split("\n")[0] : error}`);
    }
  }
  expect(refused).toEqual([]);
});

test("Biome parses every product that it knows", () => {
  const folder = scratchFolder();
  for (const path of PRODUCTS.filter((one) => /\.(?:json|html)$/.test(one))) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    copyFileSync(join(ROOT, path), join(folder, path));
  }
  const rules = { preset: "none", suspicious: { noDuplicateObjectKeys: "error" } };
  const config = { files: { maxSize: 20_000_000 }, html: { linter: { enabled: true } }, linter: { rules } };
  writeFileSync(join(folder, "biome.json"), JSON.stringify(config));
  const { stdout } = spawnSync(
    join(ROOT, "node_modules/.bin/biome"),
    ["lint", "--reporter=json", "--max-diagnostics=none", "."],
    { cwd: folder, encoding: "utf8" },
  );
  const { summary, diagnostics } = JSON.parse(stdout) as {
    readonly summary: { readonly unchanged: number };
    readonly diagnostics: readonly unknown[];
  };
  expect(summary.unchanged).toBeGreaterThanOrEqual(PAGES.length);
  expect(diagnostics).toEqual([]);
});

test("html-validate finds nothing in pages and fragments", () => {
  const config = join(scratchFolder(), "htmlvalidate.json");
  writeFileSync(config, JSON.stringify({ root: true, extends: ["html-validate:standard"] }));
  const { stdout } = spawnSync(linterProgram("html-validate"), ["--config", config, "--formatter", "text", ...PAGES], {
    cwd: ROOT,
    encoding: "utf8",
  });
  expect(stdout.trim()).toBe("");
});

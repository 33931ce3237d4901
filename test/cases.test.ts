// Every folder in test/cases is a table and what must come of it: outputs in expected/, findings in diagnostics.txt.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { createColors } from "picocolors";
import { describe, expect, test } from "vitest";
import { compile, type TargetRequest } from "../generator/compile.ts";
import { KINDS, type Product } from "../generator/emit/index.ts";
import { reports } from "../generator/report/index.ts";
import type { Host } from "../generator/spec/host.ts";
import { expectTree, readTree } from "./helpers/golden.ts";

const CASES = resolve(import.meta.dirname, "cases");

describe.each(readdirSync(CASES))("%s", (name) => {
  const folder = join(CASES, name);
  const files = readTree(folder);
  const tables = Object.keys(files).filter((path) => isRoot(path, files));

  test("makes what is expected", async () => {
    expect(tables).not.toEqual([]);
    const targets = tables.flatMap((table) => KINDS.map((kind) => target(folder, table, kind)));
    const { diagnostics, outputs } = await compile({ tables: [], targets }, caseHost(folder));
    const tree: Record<string, string> = {};
    for (const [index, made] of outputs.entries()) {
      const { tablePath, product } = targets[index] as TargetRequest;
      const base = relative(folder, tablePath).replace(/\.errors\.ya?ml$/, "");
      for (const { path, text } of made) tree[`${base}/${product.kind}/${path}`] = text;
    }
    expectTree(join(folder, "expected"), tree);
    const text = diagnostics.length === 0 ? "" : reports.text(diagnostics, { colors: createColors(false) });
    expectTree(join(folder, "diagnostics"), text === "" ? {} : { "report.txt": text });
  });
});

/** Translations and imported tables are read along with the table that they belong to. */
function isRoot(path: string, files: Readonly<Record<string, string>>): boolean {
  if (!/^[^/]+\.errors\.ya?ml$/.test(path)) return false;
  if (/^translates:/m.test(files[path] ?? "") && Object.keys(files).length > 1) return false;
  return !Object.values(files).some((text) => text.includes(`- ./${path}`));
}

function target(folder: string, table: string, kind: Product["kind"]): TargetRequest {
  return { tablePath: join(folder, table), product: { kind, options: {} } as Product };
}

function caseHost(folder: string): Host {
  return {
    read: (path) => (existsSync(path) ? readFileSync(path) : { failure: "missing", detail: "no such file" }),
    list: (path) => readdirSync(path),
    show: (path) => relative(folder, path).replaceAll("\\", "/"),
  };
}

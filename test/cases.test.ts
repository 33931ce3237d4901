// Every folder in test/cases is a table and what must come of it: outputs in expected/, findings in diagnostics.txt. All kinds
// of targets are made of it, or those of its configuration where there is one.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { createColors } from "picocolors";
import { describe, expect, test } from "vitest";
import { compile } from "../generator/compile.ts";
import { loadConfig } from "../generator/config/config.ts";
import { diskHost } from "../generator/output/disk.ts";
import { PRODUCTS, type Product, type TargetRequest } from "../generator/products/index.ts";
import type { ProjectHost } from "../generator/reader/host.ts";
import { reportText } from "../generator/report/text-report.ts";
import { expectTree, readTree } from "./helpers/golden.ts";

/** The others do not depend on the table. */
const DEFAULTS = PRODUCTS.filter(({ byDefault }) => byDefault);

const CASES = resolve(import.meta.dirname, "cases");
const CONFIG = "errtable.config.yaml";

describe.each(readdirSync(CASES))("%s", (name) => {
  const folder = join(CASES, name);
  const files = readTree(folder);
  const tables = Object.keys(files).filter((path) => isRoot(path, files));

  test("makes what is expected", async () => {
    expect(tables).not.toEqual([]);
    const host = caseHost(folder);
    const targets = Object.hasOwn(files, CONFIG)
      ? configured(join(folder, CONFIG), host)
      : tables.flatMap((table) => DEFAULTS.map(({ kind }) => target(folder, table, kind)));
    const { diagnostics, outputs } = await compile({ tables: [], targets }, host);
    const tree: Record<string, string> = {};
    for (const [index, made] of outputs.entries()) {
      const base = targets[index]?.out ?? "";
      for (const { path, text } of made) tree[`${base}/${path}`] = text;
    }
    expectTree(join(folder, "expected"), tree);
    const text = diagnostics.length === 0 ? "" : reportText(diagnostics, { colors: createColors(false), all: true });
    expectTree(join(folder, "diagnostics"), text === "" ? {} : { "report.txt": text });
  });
});

/** Translations and imported tables are read along with the table that they belong to. */
function isRoot(path: string, files: Readonly<Record<string, string>>): boolean {
  if (!/^[^/]+\.errors\.ya?ml$/.test(path)) return false;
  if (/^translates:/m.test(files[path] ?? "") && Object.keys(files).length > 1) return false;
  return !Object.values(files).some((text) => text.includes(`- ./${path}`));
}

interface CaseTarget extends TargetRequest {
  /** Below expected/. */
  readonly out: string;
}

function target(folder: string, table: string, kind: Product["kind"]): CaseTarget {
  const base = table.replace(/\.errors\.ya?ml$/, "");
  return { tablePath: join(folder, table), product: { kind, options: {} } as Product, out: `${base}/${kind}` };
}

function configured(path: string, host: ProjectHost): readonly CaseTarget[] {
  const { value, diagnostics } = loadConfig(path, dirname(path), host);
  expect(diagnostics).toEqual([]);
  return value?.targets ?? [];
}

function caseHost(folder: string): ProjectHost {
  return {
    read: (path) => (existsSync(path) ? readFileSync(path) : { failure: "missing", detail: "no such file" }),
    list: (path) => readdirSync(path),
    entries: (path) => diskHost(folder).entries(path),
    show: (path) => relative(folder, path).replaceAll("\\", "/"),
  };
}

// A table that is large enough for a second thread makes the same files as without it.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { compile } from "../../generator/compile.ts";
import type { Product } from "../../generator/products/index.ts";
import { memoryHost } from "../../generator/reader/host.ts";
import { makeTable } from "../bench/make-table.ts";

const CLI = resolve(import.meta.dirname, "../../dist/js/cli.js");

test("the files are the same with and without the thread", async () => {
  const folder = mkdtempSync(join(tmpdir(), "errtable-thread-"));
  try {
    const table = makeTable("plain", 1700, folder);
    const text = readFileSync(table, "utf8");
    expect(text.length).toBeGreaterThan(600_000);
    const done = spawnSync(process.execPath, [CLI, "generate", table, "--out", join(folder, "out")], {
      cwd: folder,
      encoding: "utf8",
    });
    expect(done.status, done.stderr).toBe(0);
    const targets = (["typescript", "docs", "catalog"] as const).map((kind) => {
      return { tablePath: "/plain.errors.yaml", product: { kind, options: {} } satisfies Product };
    });
    const { outputs } = await compile({ tables: [], targets }, memoryHost({ "plain.errors.yaml": text }));
    for (const [index, { product }] of targets.entries()) {
      expect(outputs[index]?.length).toBeGreaterThan(0);
      for (const { path, text: expected } of outputs[index] ?? [])
        expect(readFileSync(join(folder, "out", product.kind, path), "utf8") === expected, path).toBe(true);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

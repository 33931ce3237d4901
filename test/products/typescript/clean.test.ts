// Prettier changes nothing in generated TypeScript, and the linter of Biome finds nothing in it.
import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Model } from "../../../generator/model/model.ts";
import { anyTable } from "../../helpers/any-table.ts";
import { CLEAN_TABLES as TABLES } from "../../helpers/clean-tables.ts";
import { modelOf } from "../../helpers/model-fixtures.ts";
import { isThorough, runs } from "../../helpers/thorough.ts";
import {
  EVERY_PART,
  expectClean,
  expectCleanText,
  productOf,
  scratchFolder,
} from "../../helpers/typescript-product.ts";

test.each(Object.entries(TABLES))("%s is clean for Prettier", async (_, model) => {
  await expectClean(model, EVERY_PART);
});

test.each(["kitchen-sink", "hostile-text"])("%s is clean without declarations per code", async (name) => {
  await expectClean(TABLES[name] as Model, {
    ...EVERY_PART,
    perCode: "never",
    importExtension: "",
    header: ["Copyright */ // x"],
  });
});

test("a table without errors is clean without declarations per code", async () => {
  await expectClean(modelOf({ errors: {} }), { ...EVERY_PART, perCode: "never" });
});

describe("tables of any kind", () => {
  test("are clean for Prettier", async () => {
    await fc.assert(
      fc.asyncProperty(anyTable, async (model) => {
        await expectClean(model, EVERY_PART);
      }),
      { numRuns: runs(12) },
    );
  });
});

test("is clean for Biome's linter, sorted imports included", async () => {
  const folder = scratchFolder();
  for (const [name, model] of Object.entries(TABLES)) {
    mkdirSync(join(folder, name));
    for (const [path, text] of await productOf(model, EVERY_PART)) writeFileSync(join(folder, name, path), text);
  }
  const keyed = await productOf(TABLES["hostile-text"] as Model, { ...EVERY_PART, perCode: "never" });
  for (const [path, text] of keyed) writeFileSync(join(folder, "minimal", `keyed-${path}`), text);
  expectLintedByBiome(folder);
});

test("names of any length are clean for Prettier and for Biome's linter", async () => {
  const folder = scratchFolder();
  const seen = new Set<string>();
  for (const length of LENGTHS) {
    const model = modelOf({ ...SMALL, name: "A".repeat(length) });
    // In declarations of types, lists of exports are where the longest names are.
    const declarations = length < 48 ? [] : await productOf(model, { ...EVERY_PART, language: "js" });
    for (const [path, text] of [...(await productOf(model, EVERY_PART)), ...declarations]) {
      // Much of the product does not say the table's name.
      if (seen.has(text)) continue;
      seen.add(text);
      mkdirSync(join(folder, String(length)), { recursive: true });
      writeFileSync(join(folder, String(length), path), text);
      await expectCleanText(path, text);
    }
  }
  expectLintedByBiome(folder);
});

/** Lines of either parity are as wide as a line may be, in one place or another. */
const LENGTHS = isThorough
  ? Array.from({ length: 64 }, (_, index) => index + 1)
  : [1, 14, 27, 34, 39, 44, 49, 53, 58, 63, 64];

function expectLintedByBiome(folder: string): void {
  writeFileSync(join(folder, "biome.json"), '{ "root": true, "formatter": { "enabled": false } }\n');
  const biome = join(import.meta.dirname, "../../../node_modules/.bin/biome");
  const options = ["check", "--error-on-warnings", "--max-diagnostics=20", "."];
  expect(() => execFileSync(biome, options, { cwd: folder, stdio: "pipe" })).not.toThrow();
}

/** Of everything that makes files differ a little. */
const SMALL = {
  errors: {
    Next: {
      status: 404,
      message: "%d of %s",
      params: { count: {}, name: {} },
      retry: "never",
    },
    Full: {
      status: 429,
      details: { type: "object", properties: { limit: { type: "integer" } } },
    },
    Silent: { status: 404 },
  },
  retired: { Former: { since: "1.0.0", replacedBy: "Next" }, Lost: {} },
};

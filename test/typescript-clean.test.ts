// Generated TypeScript is as Prettier and Biome would print it, although neither of them ever runs on it.
import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Model } from "../generator/model/model.ts";
import { anyTable } from "./helpers/any-table.ts";
import { modelOf, modelOfFile } from "./helpers/model-fixtures.ts";
import { EVERY_PART, expectClean, productOf, scratchFolder } from "./helpers/typescript-product.ts";

const TABLES: Readonly<Record<string, Model>> = {
  "function-compute": modelOfFile("spec/function-compute.errors.yaml"),
  "kitchen-sink": modelOfFile("test/cases/kitchen-sink/kitchen-sink.errors.yaml"),
  nested: modelOfFile("test/cases/kitchen-sink/nested.errors.yaml"),
  problem: modelOfFile("test/cases/kitchen-sink/problem.errors.yaml"),
  "hostile-text": modelOfFile("test/cases/hostile-text/hostile-text.errors.yaml"),
  "hostile-proto": modelOfFile("test/cases/hostile-text/hostile-proto.errors.yaml"),
  minimal: modelOfFile("test/cases/minimal/minimal.errors.yaml"),
  "a-hundred": hundred(100),
  "three-hundred": hundred(300),
  empty: modelOf({ errors: {} }),
  "long-names": modelOf({
    name: "A".repeat(38),
    errors: {
      ["C".repeat(128)]: { status: 404, message: "long", identifier: "Long" },
      Next: { status: 404, message: "%d of %s", params: { count: {}, name: {} }, retry: "never" },
    },
  }),
};

test.each(Object.entries(TABLES))("%s is clean for Prettier", async (_, model) => {
  await expectClean(model, EVERY_PART);
});

test.each(["kitchen-sink", "hostile-text"])("%s is clean without declarations per code", async (name) => {
  await expectClean(TABLES[name] as Model, {
    ...EVERY_PART,
    guardPerCode: "never",
    importExtension: "",
    header: ["Copyright */ // x"],
  });
});

describe("tables of any kind", () => {
  test("are clean for Prettier", async () => {
    await fc.assert(
      fc.asyncProperty(anyTable, async (model) => {
        await expectClean(model, EVERY_PART);
      }),
      { numRuns: 30 },
    );
  });
});

test("is clean for Biome, rules and sorted imports included", async () => {
  const folder = scratchFolder();
  const config = { root: true, formatter: { indentStyle: "space" } };
  writeFileSync(join(folder, "biome.json"), JSON.stringify(config));
  for (const [name, model] of Object.entries(TABLES)) {
    mkdirSync(join(folder, name));
    for (const [path, text] of await productOf(model, EVERY_PART)) writeFileSync(join(folder, name, path), text);
  }
  const keyed = await productOf(TABLES["hostile-text"] as Model, { ...EVERY_PART, guardPerCode: "never" });
  for (const [path, text] of keyed) writeFileSync(join(folder, "minimal", `keyed-${path}`), text);
  const biome = join(import.meta.dirname, "../node_modules/.bin/biome");
  const options = ["check", "--error-on-warnings", "--max-diagnostics=20", ...Object.keys(TABLES)];
  expect(() => execFileSync(biome, options, { cwd: folder, stdio: "pipe" })).not.toThrow();
});

function hundred(count: number): Model {
  const errors = Array.from({ length: count }, (_, index) => [
    `Resource.Number${index}NotFound`,
    {
      status: 400 + (index % 9),
      message: `resource %s of kind ${index} does not exist (%d)`,
      params: { name: {}, limit: {} },
      retry: "never",
      ...(index % 70 === 0 ? { details: { type: "object", properties: { at: { type: "integer" } } } } : {}),
    },
  ]);
  return modelOf({ name: "Hundred", errors: Object.fromEntries(errors) });
}

// Whatever tables the grammar allows: rules tell what they find, and every product of an accepted table is text of its language.
import { transform } from "esbuild";
import fc from "fast-check";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { compile } from "../../generator/compile.ts";
import { PRODUCTS, type Product } from "../../generator/products/index.ts";
import { memoryHost } from "../../generator/reader/host.ts";
import { anyFormFiles, anyTableFiles } from "../helpers/any-table.ts";
import { runs } from "../helpers/thorough.ts";

test("rules check it, and products are made of it where they find no error", async () => {
  let accepted = 0;
  let refused = 0;
  await fc.assert(
    fc.asyncProperty(fc.oneof(anyTableFiles, anyFormFiles(5)), async (files) => {
      const [first = ""] = Object.keys(files);
      const targets = PRODUCTS.map(({ kind }) => ({
        tablePath: `/${first}`,
        product: { kind, options: {} } as Product,
      }));
      const { diagnostics, outputs } = await compile({ tables: [], targets }, memoryHost(files));
      const errors = diagnostics.filter(({ severity }) => severity === "error");
      for (const { message, help } of diagnostics) expect([message, help]).not.toContain("");
      if (errors.length > 0) {
        refused += 1;
        expect(outputs.flat()).toEqual([]);
        return;
      }
      accepted += 1;
      expect(outputs).toHaveLength(PRODUCTS.length);
      for (const { path, text } of outputs.flat()) await expectReadable(path, text);
    }),
    { numRuns: runs(40) },
  );
  expect(accepted).toBeGreaterThan(5);
  expect(refused).toBeGreaterThan(3);
});

async function expectReadable(path: string, text: string): Promise<void> {
  expect(text).not.toBe("");
  if (path.endsWith(".json")) JSON.parse(text);
  if (path.endsWith(".yaml")) parse(text);
  if (path.endsWith(".ts")) await transform(text, { loader: "ts" });
}

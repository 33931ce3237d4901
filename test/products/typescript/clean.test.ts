// Prettier changes nothing in generated TypeScript, and linters find nothing in it.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import fc from "fast-check";
import { format } from "prettier";
import { describe, expect, test } from "vitest";
import type { Model } from "../../../generator/model/model.ts";
import { anyTable } from "../../helpers/any-table.ts";
import { modelOf, modelOfFile } from "../../helpers/model-fixtures.ts";
import { EVERY_PART, expectClean, productOf, scratchFolder } from "../../helpers/typescript-product.ts";

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
    retired: { Former: { since: "1.0.0", replacedBy: "Next", reason: "It is gone.\n\nReally." }, Lost: {} },
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

test("is clean for Biome's linter, sorted imports included", async () => {
  const folder = scratchFolder();
  for (const [name, model] of Object.entries(TABLES)) {
    mkdirSync(join(folder, name));
    for (const [path, text] of await productOf(model, EVERY_PART)) writeFileSync(join(folder, name, path), text);
  }
  const keyed = await productOf(TABLES["hostile-text"] as Model, { ...EVERY_PART, guardPerCode: "never" });
  for (const [path, text] of keyed) writeFileSync(join(folder, "minimal", `keyed-${path}`), text);
  expectLintedByBiome(folder);
});

test("names of every length are clean for Prettier and for Biome's linter", async () => {
  const folder = scratchFolder();
  const seen = new Set<string>();
  for (let length = 1; length <= 64; length++) {
    const model = modelOf({ ...SMALL, name: "A".repeat(length) });
    // In declarations of types, lists of exports are where the longest names are.
    const declarations = length < 48 ? [] : await productOf(model, { ...EVERY_PART, language: "js" });
    for (const [path, text] of [...(await productOf(model, EVERY_PART)), ...declarations]) {
      // Much of the product does not say the table's name.
      if (seen.has(text)) continue;
      seen.add(text);
      mkdirSync(join(folder, String(length)), { recursive: true });
      writeFileSync(join(folder, String(length), path), text);
      expect(await format(text, { filepath: path }), `${path}, ${length} letters`).toBe(text);
    }
  }
  expectLintedByBiome(folder);
});

test("is clean for ESLint with rules that know types", async () => {
  const folder = scratchFolder();
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions: { strict: true, target: "es2022" } }));
  const paths = new Map<string, string>();
  for (const name of LINTED) {
    mkdirSync(join(folder, name));
    const product = await productOf(TABLES[name] as Model);
    expect(product.size).toBe(9);
    for (const [path, text] of product) {
      writeFileSync(join(folder, name, path), text);
      // What is the same in every table and imports nothing is linted once.
      const key = /^(?:import|export) .* from /m.test(text) ? `${name}/${path}` : text;
      if (!paths.has(key)) paths.set(key, `${name}/${path}`);
    }
  }
  // Were nothing looked at, nothing would be found.
  writeFileSync(join(folder, "wrong.ts"), "export const wrong = JSON.parse('') as any;\n");
  const lint = join(import.meta.dirname, "../../lint");
  const eslint = join(import.meta.dirname, "../../../node_modules/eslint/bin/eslint.js");
  const options = ["--config", join(lint, "eslint.config.mjs"), "--format", "json", "wrong.ts", ...paths.values()];
  const done = spawnSync(process.execPath, [eslint, ...options], { cwd: folder, encoding: "utf8", maxBuffer: 1e9 });
  expect(done.stderr).toBe("");
  const files = JSON.parse(done.stdout) as readonly LintedFile[];
  expect(files).toHaveLength(paths.size + 1);
  const found = files.flatMap(({ filePath, messages }) =>
    messages.map(({ ruleId, line, message }) => `${relative(folder, filePath)}:${line} ${ruleId}: ${message}`),
  );
  expect(found.filter((each) => !each.startsWith("wrong.ts"))).toEqual([]);
  expect(found.join()).toContain("no-explicit-any");
}, 300_000);

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

const LINTED = ["function-compute", "kitchen-sink", "nested", "hostile-text", "three-hundred"];

interface LintedFile {
  readonly filePath: string;
  readonly messages: readonly { readonly ruleId: string | null; readonly line: number; readonly message: string }[];
}

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

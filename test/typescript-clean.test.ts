// Generated TypeScript is as Prettier and Biome would print it, although neither of them ever runs on it.
import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { format } from "prettier";
import { describe, expect, test } from "vitest";
import type { TypescriptOptions } from "../generator/config/config.gen.ts";
import type { Model } from "../generator/model/model.ts";
import { hostileString } from "./helpers/hostile-strings.ts";
import { detailsSchema } from "./helpers/json-schemas.ts";
import { modelOf, modelOfFile } from "./helpers/model-fixtures.ts";
import { productOf, scratchFolder } from "./helpers/typescript-product.ts";

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
  await expectClean(model, {});
});

test.each(["kitchen-sink", "hostile-text"])("%s is clean without declarations per code", async (name) => {
  await expectClean(TABLES[name] as Model, {
    guardPerCode: "never",
    importExtension: "",
    header: ["Copyright */ // x"],
  });
});

describe("tables of any kind", () => {
  const code = fc.oneof(
    { weight: 3, arbitrary: fc.stringMatching(/^[A-Z][A-Za-z0-9._-]{0,70}$/) },
    fc.constantFrom("__proto__", "constructor", "otherwise", "42", "错误", "é", "ü-1", 'a\'b""', "${x}", "`", "*/"),
  );
  const text = fc.oneof(fc.lorem({ maxCount: 12 }), hostileString).filter((each) => /^[^\p{Surrogate}]+$/u.test(each));
  const message = fc
    .array(
      fc.oneof(
        fc.constantFrom("%s", "%d", "%.2f", "%5x"),
        text.map((each) => each.replaceAll("%", "%%")),
      ),
      {
        minLength: 1,
        maxLength: 6,
      },
    )
    .map((parts) => parts.join(" "));
  const entry = fc.record(
    {
      status: fc.integer({ min: 400, max: 599 }),
      description: text,
      solution: text,
      message,
      details: detailsSchema,
      retry: fc.constantFrom("never", "backoff", "throttled"),
      deprecated: fc.record({ reason: text, replacedBy: code }),
    },
    { requiredKeys: ["status"] },
  );
  const entries = fc.uniqueArray(fc.tuple(code, entry), { minLength: 1, maxLength: 8, selector: ([each]) => each });
  const name = fc.stringMatching(/^[A-Z][A-Za-z0-9]{0,30}$/);

  test("are clean for Prettier", async () => {
    await fc.assert(
      fc.asyncProperty(name, entries, async (table, errors) => {
        await expectClean(made(table, errors), {});
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
    for (const [path, text] of await productOf(model)) writeFileSync(join(folder, name, path), text);
  }
  const keyed = await productOf(TABLES["hostile-text"] as Model, { guardPerCode: "never" });
  for (const [path, text] of keyed) writeFileSync(join(folder, "minimal", `keyed-${path}`), text);
  const biome = join(import.meta.dirname, "../node_modules/.bin/biome");
  const options = ["check", "--error-on-warnings", "--max-diagnostics=20", ...Object.keys(TABLES)];
  expect(() => execFileSync(biome, options, { cwd: folder, stdio: "pipe" })).not.toThrow();
});

async function expectClean(model: Model, options: TypescriptOptions): Promise<void> {
  for (const [path, text] of await productOf(model, options)) {
    const formatted = await format(text, { filepath: path });
    // Files are long, and the first difference tells all.
    const at = formatted.split("\n").findIndex((line, index) => line !== text.split("\n")[index]);
    const around = (whole: string) => whole.split("\n").slice(Math.max(0, at - 2), at + 8);
    if (formatted !== text) expect(around(text), path).toEqual(around(formatted));
  }
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

/** Params and identifiers are made up, so that any code and message will do. */
function made(name: string, errors: readonly (readonly [string, { readonly message?: string }])[]): Model {
  const entries = errors.map(([code, entry], index): [string, unknown] => {
    const slots = entry.message?.replaceAll("%%", "").match(/%/g) ?? [];
    const params = Object.fromEntries(slots.map((_, at) => [`param${at}`, {}]));
    return [code, { ...entry, params, identifier: `Made${index}` }];
  });
  return modelOf({ name, errors: Object.fromEntries(entries) });
}

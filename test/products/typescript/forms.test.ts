// Every form of codes and bodies makes clean code, which is the same in each language and in one file.
import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { TypescriptOptions } from "../../../generator/products/options.gen.ts";
import { FORM_TABLES } from "../../helpers/form-tables.ts";
import { expectClean, loadProduct, productOf, scratchFolder } from "../../helpers/typescript-product.ts";

const PARTS: TypescriptOptions = { parts: ["codes", "guards"] };
const FORMS: readonly TypescriptOptions[] = [
  PARTS,
  { ...PARTS, perCode: "never" },
  { ...PARTS, language: "js" },
  { ...PARTS, language: "js", files: "single", perCode: "never" },
  { ...PARTS, language: "ts", files: "single" },
];

describe.each(Object.entries(FORM_TABLES))("%s", (_, model) => {
  test.each(FORMS)("%j is clean for Prettier", async (form) => {
    await expectClean(model, form);
  });

  test("does the same in every form", async () => {
    const bodies = [
      ...model.errors.flatMap(({ cases }) => cases.flatMap(({ examples }) => examples.map(({ body }) => body))),
      ...[{}, null, [], { code: 1, message: "m" }, { error: { code: "x" } }],
    ];
    const plain = await loadProduct(model, PARTS);
    for (const form of FORMS) {
      const other = await loadProduct(model, form);
      for (const [name, value] of Object.entries(plain)) {
        if (typeof value !== "function") expect(other[name]).toEqual(value);
        else if (name in other && /^(?:is|read)/.test(name))
          for (const body of bodies)
            for (const second of [undefined, 400, "NetworkError", "never", model.errors[0]?.wireCode])
              expect(other[name]?.(body, second), name).toEqual(value(body, second));
      }
    }
  });

  test("guards take the examples of their own code alone", async () => {
    const product = await loadProduct(model, PARTS);
    for (const error of model.errors)
      for (const { body: item } of error.cases.flatMap(({ examples }) => examples)) {
        expect(product[`is${model.name}Error`]?.(item, error.wireCode), error.code).toBe(true);
        expect(product[`is${model.name}Error`]?.(item), error.code).toBe(true);
        expect(product[`isUnknown${model.name}Error`]?.(item), error.code).toBe(false);
        for (const status of new Set(model.errors.flatMap(({ statuses }) => statuses)))
          expect(product[`is${model.name}ErrorOfStatus`]?.(item, status)).toBe(error.statuses.includes(status));
        for (const { name } of model.tags)
          expect(product[`is${model.name}ErrorTagged`]?.(item, name)).toBe(error.tags.includes(name));
      }
  });
});

test("is clean for Biome's linter", async () => {
  const folder = scratchFolder();
  for (const [name, model] of Object.entries(FORM_TABLES))
    for (const [index, form] of FORMS.entries()) {
      const target = join(folder, name, String(index));
      mkdirSync(target, { recursive: true });
      for (const [path, text] of await productOf(model, form)) writeFileSync(join(target, path), text);
    }
  writeFileSync(join(folder, "biome.json"), '{ "root": true, "formatter": { "enabled": false } }\n');
  const biome = join(import.meta.dirname, "../../../node_modules/.bin/biome");
  const told = execFileSync(biome, ["check", "--error-on-warnings", "."], { cwd: folder, encoding: "utf8" });
  expect(told).not.toMatch(/Found/);
});

// The kind of modules of a target comes from the files around its folder, and a target that cannot work there is told.
import { expect, test } from "vitest";
import { loadConfig } from "../../generator/config/config.ts";
import { moduleMisfit } from "../../generator/config/module-findings.ts";
import { compilerOptions, settleModules } from "../../generator/config/module-kind.ts";
import type { TypescriptOptions } from "../../generator/products/options.gen.ts";
import { memoryHost } from "../../generator/reader/host.ts";

const FOLDER = "/app/src/errors";
const ESM = { "app/package.json": '{ "type": "module" }' };
const COMMON_JS = { "app/package.json": '{ "type": "commonjs" }' };
const STRICT =
  '{ // as tsc --init writes it\n "compilerOptions": { "module": "nodenext", "verbatimModuleSyntax": true, }, }';

test.each<[Readonly<Record<string, string>>, TypescriptOptions, "esm" | "commonjs", boolean]>([
  [{}, {}, "esm", false],
  [ESM, {}, "esm", false],
  [COMMON_JS, {}, "commonjs", false],
  [{ "app/package.json": "{}" }, { language: "js" }, "commonjs", false],
  [{ "app/package.json": '{ "type": "module" }', "app/src/package.json": "{}" }, {}, "commonjs", false],
  [{ "app/package.json": "{ broken" }, {}, "esm", false],
  [COMMON_JS, { module: "esm" }, "esm", true],
  [ESM, { module: "commonjs" }, "commonjs", true],
  [ESM, { module: "esm" }, "esm", false],
  [{}, { module: "commonjs" }, "commonjs", false],
  [ESM, { moduleExtension: true }, "esm", true],
  [COMMON_JS, { module: "esm", moduleExtension: false }, "esm", false],
])("with %j, %j is %s, in endings: %s", (files, options, module, moduleExtension) => {
  expect(settleModules(options, FOLDER, memoryHost(files))).toEqual({ ...options, module, moduleExtension });
});

test.each<[Readonly<Record<string, string>>, TypescriptOptions, string | undefined]>([
  [{ ...COMMON_JS, "app/tsconfig.json": STRICT }, {}, "module"],
  [{ ...COMMON_JS, "app/tsconfig.json": STRICT }, { module: "esm" }, undefined],
  [{ ...COMMON_JS, "app/tsconfig.json": STRICT }, { language: "js" }, undefined],
  [{ ...ESM, "app/tsconfig.json": STRICT }, {}, undefined],
  [{ ...ESM, "app/tsconfig.json": STRICT }, { module: "commonjs" }, "module"],
  [{ ...ESM, "app/tsconfig.json": STRICT }, { importExtension: "" }, "importExtension"],
  [{ ...COMMON_JS, "app/tsconfig.json": '{ "extends": "./base" }', "app/base.json": STRICT }, {}, "module"],
  [{ ...COMMON_JS, "app/tsconfig.json": '{ "files": [], "references": [] }' }, {}, undefined],
  [{ ...COMMON_JS, "app/tsconfig.json": STRICT.replace("nodenext", "preserve") }, {}, undefined],
  [ESM, { language: "js", module: "commonjs", moduleExtension: false }, "moduleExtension"],
  [ESM, { language: "js", module: "commonjs" }, undefined],
])("with %j, the misfit of %j is %s", (files, options, option) => {
  expect(moduleMisfit(options, FOLDER, memoryHost(files))?.option).toBe(option);
});

test("a configuration that extends itself is read", () => {
  const files = {
    "app/tsconfig.json": '{ "extends": ["./tsconfig.json"], "compilerOptions": { "module": "esnext" } }',
  };
  expect(compilerOptions(FOLDER, memoryHost(files))).toEqual({ module: "esnext" });
});

test("the finding stands at the option or at the folder, and names the option that mends it", () => {
  const config = "targets:\n  - { kind: typescript, table: ./a.errors.yaml, out: ./src/errors }\n";
  const host = memoryHost({ ...COMMON_JS, "app/tsconfig.json": STRICT, "app/errtable.config.yaml": config });
  const { value, diagnostics } = loadConfig("/app/errtable.config.yaml", "/app", host);
  expect(value?.targets).toHaveLength(1);
  expect(diagnostics).toHaveLength(1);
  expect(diagnostics[0]).toMatchObject({ code: "module-kind", severity: "warning" });
  expect(diagnostics[0]?.help).toContain('"module: esm"');
  expect(config.slice(diagnostics[0]?.place.span.start, diagnostics[0]?.place.span.end)).toBe("./src/errors");
});

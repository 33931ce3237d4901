// Programs compile with every form of the product, and every form has the same types.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { Model } from "../../../generator/model/model.ts";
import type { TypescriptOptions } from "../../../generator/products/options.gen.ts";
import { LANGUAGE_TABLES as TABLES } from "../../helpers/language-tables.ts";
import { isThorough } from "../../helpers/thorough.ts";
import { EVERY_PART, productOf } from "../../helpers/typescript-product.ts";
import { diagnose } from "../../judges/compilers/compilers.ts";

const ROOT = join(import.meta.dirname, "../../..");

describe("programs", () => {
  const FOLDER = join(ROOT, "node_modules/.cache/errtable-languages");
  const variants: readonly (readonly [name: string, options: TypescriptOptions])[] = [
    ["ts-split", EVERY_PART],
    ["ts-single", { ...EVERY_PART, files: "single" }],
    ["js-split", { ...EVERY_PART, language: "js" }],
    ["js-single", { ...EVERY_PART, language: "js", files: "single" }],
  ];

  const STRICT = {
    target: "es2022",
    lib: ["es2022"],
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    noPropertyAccessFromIndexSignature: true,
    noUnusedLocals: true,
    noUnusedParameters: true,
    isolatedModules: true,
    isolatedDeclarations: true,
    verbatimModuleSyntax: true,
    erasableSyntaxOnly: true,
    declaration: true,
    skipDefaultLibCheck: true,
    noEmit: true,
    types: [],
  };

  beforeAll(async () => {
    rmSync(FOLDER, { recursive: true, force: true });
    const consumer = readFileSync(join(import.meta.dirname, "../../consumers/function-compute.ts"), "utf8");
    const kitchen = readFileSync(join(import.meta.dirname, "../../consumers/kitchen-sink.ts"), "utf8");
    for (const [name, options] of variants) {
      const file = options.files === "single" ? "errors" : "index";
      for (const [table, model] of Object.entries(TABLES))
        write(join(FOLDER, "generated", `${table}-${name}`), await productOf(model, options));
      for (const [table, text] of Object.entries({ "function-compute": consumer, "kitchen-sink": kitchen })) {
        const own = text.replaceAll(/"(\.\/generated\/[\w-]+)\/index\.js"/g, `"$1-${name}/${file}.js"`);
        expect(own).not.toBe(text);
        writeFileSync(join(FOLDER, `${table}-${name}.ts`), own);
      }
    }
    // A prefix that is also what an error is called.
    const clash = { language: "js", prefix: "AliasNotFound" } as const;
    write(join(FOLDER, "generated/clash"), await productOf(TABLES["function-compute"] as Model, clash));
    writeFileSync(join(FOLDER, "package.json"), JSON.stringify({ type: "module" }));
    writeFileSync(join(FOLDER, "same.ts"), await sameTypes(["ts-single", "js-split", "js-single"]));
    writeFileSync(
      join(FOLDER, "clash.ts"),
      'export { createAliasNotFoundAliasNotFoundError, isAliasNotFoundError } from "./generated/clash/index.js";\n',
    );
  });

  test.each([
    ["typescript", ["nodenext", "preserve"]],
    ...(isThorough ? ([["typescript-5.9", ["nodenext"]]] as const) : []),
  ] as const)("%s finds nothing with modules %s", async (compiler, modules) => {
    expect(await compile(compiler, modules)).toEqual(modules.map(() => ""));
  });

  test("that promise other types do not compile", async () => {
    const path = join(FOLDER, "same.ts");
    const text = readFileSync(path, "utf8");
    const wrong = text.replace("same<typeof plain.isAliasNotFoundError,", "same<typeof plain.isAccessDeniedError,");
    expect(wrong).not.toBe(text);
    writeFileSync(path, wrong);
    const [told] = await compile("typescript", ["nodenext"]);
    expect(told).toContain("same.ts");
    writeFileSync(path, text);
  });

  /** Compiles only where each value and each type without parameters has the same type in every form. */
  async function sameTypes(forms: readonly string[]): Promise<string> {
    const files = await productOf(TABLES["function-compute"] as Model, { ...EVERY_PART, files: "single" });
    const text = files.get("errors.ts") ?? "";
    const found = [...text.matchAll(/^export (?:function|const) (\w+)/gm)].map((match) => match[1]);
    // What a match takes and returns is conditional: to the compiler no two such types are the same.
    const values = found.filter((name) => name !== "matchFunctionComputeError");
    const types = [...text.matchAll(/^export (?:interface|type) (\w+)(?= )/gm)].map((match) => match[1]);
    expect(values.length).toBeGreaterThan(60);
    expect(types.length).toBeGreaterThan(40);
    const lines = forms.map((form, index) => {
      const file = form.endsWith("single") ? "errors" : "index";
      return [
        `import type * as form${index} from "./generated/function-compute-${form}/${file}.js";`,
        ...[...new Set(values)].map((name) => `same<typeof plain.${name}, typeof form${index}.${name}>();`),
        ...types.map((name) => `same<plain.${name}, form${index}.${name}>();`),
      ].join("\n");
    });
    return [
      'import type * as plain from "./generated/function-compute-ts-split/index.js";',
      "function same<A, B>(..._proof: Same<A, B> extends true ? [] : [never]): void {}",
      "type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;",
      ...lines,
      "",
    ].join("\n");
  }

  function compile(compiler: string, modules: readonly string[]): Promise<string[]> {
    const projects = modules.map((module) => {
      const project = join(FOLDER, `tsconfig.${module}.json`);
      const moduleResolution = module === "nodenext" ? "nodenext" : "bundler";
      const compilerOptions = { ...STRICT, module, moduleResolution };
      // The declarations are roots themselves, so that they are checked whoever imports them.
      writeFileSync(project, JSON.stringify({ compilerOptions, include: ["**/*.ts"] }));
      return project;
    });
    return diagnose(compiler, projects, FOLDER);
  }
});

function write(folder: string, files: ReadonlyMap<string, string>): void {
  mkdirSync(folder, { recursive: true });
  for (const [path, text] of files) writeFileSync(join(folder, path), text);
}

// JavaScript with declarations is the same product as TypeScript, one file the same as several, and a prefix only renames.

import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { transform } from "esbuild";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { responseBody } from "../../../generator/model/examples.ts";
import type { Model } from "../../../generator/model/model.ts";
import type { TypescriptOptions } from "../../../generator/products/options.gen.ts";
import { tableNames } from "../../../generator/products/typescript/names.ts";
import { objectOf } from "../../../generator/text/json/value.ts";
import { anyTable } from "../../helpers/any-table.ts";
import { flatErrors } from "../../helpers/flat-error.ts";
import { FORM_TABLES } from "../../helpers/form-tables.ts";
import { LANGUAGE_TABLES as TABLES } from "../../helpers/language-tables.ts";
import { isThorough, runs } from "../../helpers/thorough.ts";
import {
  EVERY_ADAPTER,
  EVERY_PART,
  expectClean,
  loadProduct,
  type Product,
  productOf,
  scratchFolder,
} from "../../helpers/typescript-product.ts";

const ROOT = join(import.meta.dirname, "../../..");

const FORMS: readonly TypescriptOptions[] = [
  { ...EVERY_PART, language: "js" },
  { ...EVERY_PART, language: "js", files: "single" },
  { ...EVERY_PART, language: "ts", files: "single" },
];

describe.each(Object.entries(TABLES))("%s", (_, model) => {
  let plain: Product;
  const calls = callsFor(model);
  /** A function of one code meets each value that is made of it, and some of those that are made of others. */
  const callsOf = (name: string): readonly (readonly unknown[])[] => {
    const own = model.errors.filter(({ identifier }) => name.includes(identifier)).map(({ code }) => code);
    const isMet = ({ of }: Call, index: number) => of === undefined || own.includes(of) || index % 6 === 0;
    return (own.length === 0 ? calls : calls.filter(isMet)).map(({ values }) => values);
  };
  /** What each function of the plain product answers. */
  const answers = new Map<string, readonly unknown[]>();
  beforeAll(async () => {
    plain = await loadProduct(model, EVERY_PART);
    for (const [name, value] of Object.entries(plain))
      if (typeof value === "function")
        answers.set(
          name,
          callsOf(name).map((values) => outcome(value, values)),
        );
  });

  test.each(FORMS)("as $language, $files, does the same", async (form) => {
    const other = await loadProduct(model, form);
    expect(Object.keys(other).toSorted()).toEqual(Object.keys(plain).toSorted());
    for (const [name, value] of Object.entries(plain)) {
      if (typeof value !== "function") {
        expect(withoutFunctions(other[name]), name).toEqual(withoutFunctions(value));
        continue;
      }
      const outcomes = answers.get(name) ?? [];
      const others = callsOf(name).map((values) => outcome(other[name], values));
      // Equal is what is so in every respect; Vitest takes long for lists, and is asked about the others.
      if (!isDeepStrictEqual(others, outcomes)) expect(others, name).toEqual(outcomes);
      // Some calls are those that the function is for; not every message can be read.
      // Classes answer to nobody without new.
      const isClass = String(value).startsWith("class");
      // No call has texts in another language, or fast-check.
      const isLocal = name === tableNames(model, model.name).formatIn || name.endsWith("Arbitrary");
      const mayAnswer =
        (!name.startsWith("parse") && !isClass && !isLocal) || name === tableNames(model, model.name).parse;
      if (flatErrors(model).length > 0 && mayAnswer) expect(outcomes.filter(isAnswer), name).not.toEqual([]);
    }
  });

  // Large files take long, and what they hold is in the small ones too.
  const checked = flatErrors(model).length > 40 ? FORMS.slice(0, 1) : FORMS;
  test.each(checked)("as $language, $files, is clean for Prettier", async (form) => {
    await expectClean(model, form);
  });

  test("declares its types in the same words", async () => {
    const typescript = await productOf(model);
    for (const [path, text] of await productOf(model, { language: "js" })) {
      if (!path.endsWith(".d.ts") || path === "index.d.ts") continue;
      const source = typescript.get(path.replace(".d.ts", ".ts")) ?? "";
      expect(exportedNames(text)).toEqual(exportedNames(source));
      // Declarations spell out the types that TypeScript takes from values.
      const types = source
        .split("\n\n")
        .filter((part) => /^export (?:type|interface) /m.test(part) && !/ = typeof \w+;$/.test(part));
      const listed = /^export (?:type )?\{ (\w+) \};$/m.exec(text)?.[1];
      for (const type of types.filter((part) => listed === undefined || !new RegExp(`\\b${listed}\\b`).test(part)))
        expect(text).toContain(`\n\n${type}`);
    }
  });

  test("exports the same names from one file", async () => {
    for (const language of ["ts", "js"] as const) {
      const split = await productOf(model, { language });
      const single = await productOf(model, { language, files: "single" });
      const declarations = language === "js" ? ".d.ts" : ".ts";
      expect([...single.keys()]).toEqual(language === "js" ? ["errors.js", "errors.d.ts"] : ["errors.ts"]);
      const index = split.get(`index${declarations}`) ?? "";
      const shown = [...index.matchAll(/from "\.\/(\w+)\.js"/g)].map((match) => `${match[1]}${declarations}`);
      expect(shown).toContain(`types${declarations}`);
      const whole = [...index.matchAll(/export \* from "\.\/(\w+)\.js"/g)].map((match) => `${match[1]}${declarations}`);
      const named = [...index.matchAll(/export \{ ([^}]*) \} from/g)].flatMap(([, list = ""]) => list.split(", "));
      const names = [...whole.flatMap((path) => exportedNames(split.get(path) ?? "")), ...named];
      expect(exportedNames(single.get(`errors${declarations}`) ?? "")).toEqual(names.toSorted());
    }
  });
});

test("tables of any kind are clean for Prettier as JavaScript", async () => {
  await fc.assert(
    fc.asyncProperty(anyTable, fc.constantFrom("split", "single"), async (model, files) => {
      await expectClean(model, { language: "js", files });
    }),
    { numRuns: runs(4) },
  );
});

test("every form is clean for Biome's linter", async () => {
  const folder = scratchFolder();
  writeFileSync(join(folder, "biome.json"), JSON.stringify({ root: true, formatter: { enabled: false } }));
  for (const [name, model] of Object.entries(TABLES)) {
    if (name === "three-hundred" && !isThorough) continue;
    for (const [index, form] of [...FORMS, { language: "js", perCode: "never" } as const].entries())
      write(join(folder, "generated", `${name}-${index}`), await productOf(model, form));
  }
  const biome = join(ROOT, "node_modules/.bin/biome");
  const told = execFileSync(biome, ["check", "--error-on-warnings", "generated"], { cwd: folder, encoding: "utf8" });
  expect(told).not.toMatch(/Found/);
});

test("JavaScript has no syntax that is newer than ES2017", async () => {
  const seen = new Set<string>();
  const forms = Object.entries(FORM_TABLES).filter((_, index) => isThorough || index % 3 === 0);
  for (const [name, model] of [...Object.entries(TABLES), ...forms]) {
    for (const [path, text] of await productOf(model, { ...EVERY_PART, ...EVERY_ADAPTER, language: "js" })) {
      if (path.endsWith(".d.ts") || seen.has(text)) continue;
      seen.add(text);
      // A compiler that may use all syntax changes newer syntax alone.
      const [older, newer] = await Promise.all(
        ["es2017", "esnext"].map(async (target) => (await transform(text, { target })).code),
      );
      expect(older, `${name}/${path}`).toBe(newer);
      expect(text, `${name}/${path}`).not.toMatch(NEWER_LIBRARY);
    }
  }
});

test("CommonJS has the same functions, and is clean for Prettier", async () => {
  const commonJs: TypescriptOptions = { ...EVERY_PART, language: "js", module: "commonjs" };
  for (const [name, model] of Object.entries(TABLES)) {
    const esm = await loadProduct(model, { ...commonJs, module: "esm" });
    const folder = scratchFolder();
    write(folder, await productOf(model, commonJs));
    const loaded = createRequire(import.meta.url)(join(folder, "index.js")) as Product;
    const textOf = (value: unknown) => (typeof value === "function" ? String(value) : JSON.stringify(value));
    const texts = (product: Product) => Object.entries(product).map(([key, value]) => `${key}: ${textOf(value)}`);
    expect(texts(loaded).toSorted(), name).toEqual(texts(esm).toSorted());
    if (name === "kitchen-sink" || name === "numeric" || isThorough)
      for (const files of ["split", "single"] as const) await expectClean(model, { ...commonJs, files });
  }
});

test("endings say the kind of modules, and imports say the endings", async () => {
  const model = TABLES["nested"] as Model;
  for (const [options, endings] of [
    [{ module: "esm" }, [".mts"]],
    [{ module: "commonjs", importExtension: "" }, [".cts"]],
    [{ module: "esm", importExtension: ".ts" }, [".mts"]],
    [{ module: "esm", language: "js" }, [".mjs", ".d.mts"]],
    [{ module: "commonjs", language: "js" }, [".cjs", ".d.cts"]],
  ] as const) {
    const product = await productOf(model, { ...options, moduleExtension: true });
    const paths = [...product.keys()];
    expect(
      paths.map((path) => path.replace(/^\w+/, "")).filter((end) => !(endings as readonly string[]).includes(end)),
    ).toEqual([]);
    for (const [path, text] of product)
      for (const [, name = "", end = ""] of text.matchAll(/(?:from|require\() ?"\.\/(\w+)([^"]*)"/g)) {
        const kind = /[mc]/.exec(endings[0])?.[0];
        const isTyped = "importExtension" in options && options.importExtension === ".ts";
        expect([path, end]).toEqual([path, `.${kind}${isTyped ? "ts" : "js"}`]);
        expect(paths.some((other) => other.startsWith(`${name}.`))).toBe(true);
      }
  }
});

test("JavaScript names its types for Deno", async () => {
  const product = await productOf(TABLES["nested"] as Model, { language: "js" });
  for (const [path, text] of product)
    if (!path.endsWith(".d.ts")) expect(text).toContain(`\n// @ts-self-types="./${path.replace(".js", ".d.ts")}"\n`);
});

/** What engines of ES2017, and some that people still have, know neither. */
const NEWER_LIBRARY =
  /\bObject\.(?:hasOwn|fromEntries|groupBy)\b|\.(?:at|flat|flatMap|matchAll|replaceAll|trimStart|trimEnd|findLast|toSorted|allSettled)\(|\bstructuredClone\b|(?<!globalThis\.)\bBigInt\(/;

describe("options", () => {
  const model = TABLES["function-compute"] as Model;

  test("a prefix takes the place of the table's name in identifiers, and changes nothing else", async () => {
    const prefix = "FabricatedTable";
    const [from, to] = [tableNames(model, model.name), tableNames(model, prefix)];
    const renamed = new Map(Object.entries(from).map(([key, name]) => [name, to[key as keyof typeof to]]));
    for (const language of ["ts", "js"] as const) {
      const plain = await productOf(model, { language });
      for (const [path, text] of await productOf(model, { language, prefix })) {
        const expected = (plain.get(path) ?? "").replaceAll(/\w+/g, (word) => renamed.get(word) ?? word);
        expect(text, path).toBe(expected);
        expect(text).not.toMatch(/FunctionCompute|functionCompute/);
      }
    }
  });

  test("relative imports end as is asked; declarations of types always import .js", async () => {
    for (const importExtension of [".js", ".ts", ""] as const) {
      for (const language of ["ts", "js"] as const) {
        for (const [path, text] of await productOf(model, { language, importExtension })) {
          const wanted =
            path.endsWith(".d.ts") || (language === "js" && importExtension === ".ts") ? ".js" : importExtension;
          for (const [, specifier] of text.matchAll(/ from "([^"]*)";$/gm))
            expect(specifier, path).toMatch(new RegExp(`^\\./[a-z]+${wanted.replace(".", "\\.")}$`));
        }
      }
    }
  });

  test("header lines and locales reach every form", async () => {
    for (const form of [{}, ...FORMS]) {
      const files = await productOf(model, { ...form, header: ["Copyright A", "", "B */ C"], locales: ["zh-CN"] });
      for (const [path, text] of files) {
        expect(text.split("\n").slice(1, 4), path).toEqual([
          "// Copyright A",
          "//",
          expect.stringMatching(/^\/\/ B .*C$/),
        ]);
        expect(text).not.toContain("en: {");
      }
      expect([...files.values()].some((text) => text.includes('"zh-CN": {'))).toBe(true);
    }
  });
});

function write(folder: string, files: ReadonlyMap<string, string>): void {
  mkdirSync(folder, { recursive: true });
  for (const [path, text] of files) writeFileSync(join(folder, path), text);
}

function exportedNames(text: string): readonly string[] {
  const marked = [
    ...text.matchAll(/^export (?:declare )?(?:abstract )?(?:type|interface|function|const|class) (\w+)/gm),
  ];
  const listed = [...text.matchAll(/^export (?:type )?\{ (\w+) \};$/gm)];
  return [...new Set([...marked, ...listed].map((match) => match[1] ?? ""))].toSorted();
}

interface Call {
  /** The code of whose error the values are made. */
  readonly of: string | undefined;
  readonly values: readonly unknown[];
}

/** What functions are called with: fitting and unfitting values for each kind of them. */
function callsFor(model: Model): readonly Call[] {
  const thrown = Object.defineProperty({}, Symbol.for(tableNames(model, model.name).serviceError), { value: true });
  const facts = { row: { code: "x", status: 400 }, message: "y", params: {} };
  const failure = { [tableNames(model, model.name).failureBrand]: () => facts };
  const thrownValues = [thrown, failure];
  const plain = [undefined, null, 1, "", "text", [], {}, { code: "x", message: "y" }];
  const values: readonly unknown[] = [...plain, ...thrownValues];
  const errors =
    flatErrors(model).length > 60 ? flatErrors(model).filter((_, index) => index % 15 === 0) : flatErrors(model);
  const arms: Record<string, unknown> = Object.fromEntries(
    flatErrors(model).map(({ code }) => [code, (error: unknown) => ({ arm: code, error })]),
  );
  arms["otherwise"] = (error: unknown) => ({ arm: "otherwise", error });
  const gone = model.retired.map(({ code }) => [code]);
  const own = errors.flatMap((error) =>
    error.examples.flatMap(({ body, params }) => {
      const message = (model.body.message?.at ?? []).reduce<unknown>(
        (at, name) => (at as Record<string, unknown>)[name],
        body,
      );
      const other = Array.isArray(body) ? [...body, 1] : { ...objectOf(body), extra: 1 };
      const { wireCode } = error;
      const unknownCode = typeof wireCode === "number" ? "99999" : '"BrandNew"';
      const newer: unknown = JSON.parse(JSON.stringify(body).replaceAll(JSON.stringify(wireCode), unknownCode));
      const inCase = { ...params, case: error.cases[0]?.name };
      return [
        [body],
        [other],
        [newer, arms],
        [body, wireCode],
        [body, error.status],
        [body, error.retry],
        [body, arms],
        [responseBody(body, model.body)],
        [[body]],
        [wireCode],
        [wireCode, params, other],
        [wireCode, message],
        [params, other],
        [inCase, other],
        [message],
        [`${message} and more`],
      ].map((values) => ({ of: error.code, values }));
    }),
  );
  const others = [...gone, ...values.map((value) => [value]), ...values.map((value) => [value, value])];
  return [...own, ...others.map((values) => ({ of: undefined, values }))];
}

function outcome(called: unknown, values: readonly unknown[]): unknown {
  try {
    return { value: (called as (...values: readonly unknown[]) => unknown)(...values) };
  } catch (error) {
    return { thrown: (error as Error).name };
  }
}

/** Functions inside of data are other ones in each form. */
function withoutFunctions(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (_, inner: unknown) => (typeof inner === "function" ? "function" : inner)) ?? "0",
  );
}

function isAnswer(found: unknown): boolean {
  return Boolean((found as { readonly value?: unknown }).value);
}

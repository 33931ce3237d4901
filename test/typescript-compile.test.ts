// Generated TypeScript and programs that use it compile under the oldest and the newest rules that people set.
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { errorBodySchema } from "../generator/model/body-schema.ts";
import { violations } from "../generator/model/conforms.ts";
import type { Json, JsonSchema } from "../generator/model/json.ts";
import type { Model } from "../generator/model/model.ts";
import { detailsSchema, jsonValue } from "./helpers/json-schemas.ts";
import { modelOf, modelOfFile } from "./helpers/model-fixtures.ts";
import { EVERY_PART, productOf, writeProduct } from "./helpers/typescript-product.ts";

const ROOT = join(import.meta.dirname, "..");
const FOLDER = join(ROOT, "node_modules/.cache/errtable-consumers");

const OPTIONS = {
  target: "es2022",
  lib: ["es2022"],
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noPropertyAccessFromIndexSignature: true,
  noImplicitOverride: true,
  noImplicitReturns: true,
  noFallthroughCasesInSwitch: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  allowUnreachableCode: false,
  allowUnusedLabels: false,
  isolatedModules: true,
  isolatedDeclarations: true,
  verbatimModuleSyntax: true,
  erasableSyntaxOnly: true,
  declaration: true,
  noEmit: true,
  types: [],
};

beforeAll(async () => {
  const table = (path: string, name: string) =>
    writeProduct(modelOfFile(path), join(FOLDER, "generated", name), EVERY_PART);
  mkdirSync(FOLDER, { recursive: true });
  await table("spec/function-compute.errors.yaml", "function-compute");
  await table("test/cases/minimal/minimal.errors.yaml", "minimal");
  for (const name of ["kitchen-sink", "nested", "problem"])
    await table(`test/cases/kitchen-sink/${name}.errors.yaml`, name);
  for (const name of ["hostile-text", "hostile-proto"])
    await table(`test/cases/hostile-text/${name}.errors.yaml`, name);
  await writeProduct(largeTable(), join(FOLDER, "generated/large"), EVERY_PART);
  await writeProduct(modelOf({ errors: {} }), join(FOLDER, "generated/empty"), EVERY_PART);
  await writeProduct(tableOfCombinations(), join(FOLDER, "generated/combinations"));
  copyFileSync(join(import.meta.dirname, "consumers/combinations.ts"), join(FOLDER, "combinations.ts"));
  const { model, values } = tableOfSchemas();
  await writeProduct(model, join(FOLDER, "generated/schemas"));
  writeFileSync(join(FOLDER, "schemas.ts"), values);
  for (const name of ["function-compute.ts", "kitchen-sink.ts"])
    copyFileSync(join(import.meta.dirname, "consumers", name), join(FOLDER, name));
  writeFileSync(join(FOLDER, "package.json"), JSON.stringify({ type: "module" }));
  for (const module of ["nodenext", "preserve"]) {
    const moduleResolution = module === "nodenext" ? "nodenext" : "bundler";
    const compilerOptions = { ...OPTIONS, module, moduleResolution };
    writeFileSync(join(FOLDER, `tsconfig.${module}.json`), JSON.stringify({ compilerOptions, include: ["**/*.ts"] }));
  }
});

describe.each(["typescript", "typescript-5.9"])("%s", (compiler) => {
  test.each(["nodenext", "preserve"])("finds nothing with module %s", (module) => {
    const tsc = join(ROOT, "node_modules", compiler, "bin/tsc");
    const arguments_ = [tsc, "-p", join(FOLDER, `tsconfig.${module}.json`)];
    expect(run(arguments_)).toBe("");
  });
});

test("an item that may be missing keeps its list in brackets", async () => {
  const types = (await productOf(tableOfCombinations())).get("types.ts");
  expect(types).toContain("[string?, (readonly string[])?, ...unknown[]]");
});

test("combined alternatives do not multiply without end", async () => {
  const choiceOf = (...names: readonly string[]) => ({
    type: "object",
    anyOf: names.map((name) => ({ type: "object", required: [name] })),
  });
  const flat = { type: "object", allOf: Array.from({ length: 20 }, (_, at) => choiceOf(`v${at}`, `w${at}`)) };
  let deep: JsonSchema = { type: "string" };
  for (let depth = 0; depth < 20; depth++) deep = { ...choiceOf("v", "w"), properties: { deep } };
  const model = modelOf({ errors: { Flat: { status: 400, details: flat }, Deep: { status: 400, details: deep } } });
  const types = (await productOf(model)).get("types.ts") ?? "";
  expect(types.length).toBeLessThan(150_000);
  expect(types).toContain("readonly v3: unknown;");
});

function run(arguments_: readonly string[]): string {
  try {
    return execFileSync(process.execPath, arguments_, { cwd: FOLDER, encoding: "utf8" });
  } catch (error) {
    return (error as { readonly stdout: string }).stdout;
  }
}

function largeTable(): Model {
  const errors = Array.from({ length: 400 }, (_, index) => [
    `Area${index % 7}.Code${index}`,
    {
      status: 400 + (index % 5),
      ...(index % 3 === 0 ? {} : { message: `code ${index}: %s of %d`, params: { name: {}, count: {} } }),
      ...(index % 5 === 0 ? { details: { type: "object", properties: { at: { type: "integer" } } } } : {}),
      ...(index % 2 === 0 ? { retry: "backoff" } : {}),
    },
  ]);
  return modelOf({ name: "Large", errors: Object.fromEntries(errors) });
}

/** Details whose members are said by several schemas together. */
function tableOfCombinations(): Model {
  const text = { type: "string" };
  const part = (name: string) => ({ type: "object", properties: { [name]: text }, required: [name] });
  const error = (details: Json) => ({ status: 400, message: "is %s", params: { a: {} }, details });
  const either = [part("a"), part("b")];
  return modelOf({
    name: "Combined",
    errors: {
      Every: error({ type: "object", allOf: [part("zz")] }),
      Any: error({ type: "object", properties: { a: text, b: text }, anyOf: either }),
      OneOf: error({ type: "object", oneOf: either }),
      Perhaps: error({ type: "object", anyOf: [part("a"), { type: "object", properties: { b: text } }] }),
      Tuple: error({
        type: "object",
        properties: { f: { type: "array", items: [text, { type: "array", items: text }] } },
      }),
    },
  });
}

/** The types of any schemas, and values that the schemas allow: each has to be a value of its type. */
function tableOfSchemas(): { readonly model: Model; readonly values: string } {
  const schemas = fc.sample(detailsSchema, { numRuns: 60, seed: 11 });
  const model = modelOf({
    name: "Any",
    errors: Object.fromEntries(schemas.map((details, index) => [`Code${index}`, { status: 400, details }])),
  });
  const names = fc.constantFrom("a", "b", "x-c", "1");
  const members = fc.array(fc.tuple(names, jsonValue), { maxLength: 4 }).map((list) => Object.fromEntries(list));
  const candidates = fc.sample(members, { numRuns: 400, seed: 11 });
  const lines = model.errors.flatMap((error) => {
    const schema = errorBodySchema(error, model.body);
    const bodies = candidates.map((own) => ({ ...own, code: error.code, message: "text" }));
    const allowed = bodies.filter((body) => holds(schema, body)).slice(0, 10);
    return allowed.map((body, index) => {
      const name = `${error.code}_${index}`;
      return `const ${name}Body = ${JSON.stringify(body)} as const;\nexport const ${name}: ${error.errorName} = ${name}Body;`;
    });
  });
  expect(lines.length).toBeGreaterThan(100);
  const types = model.errors
    .map(({ errorName }) => errorName)
    .filter((name) => lines.some((line) => line.includes(name)));
  return {
    model,
    values: `import type { ${types.join(", ")} } from "./generated/schemas/index.js";\n${lines.join("\n")}\n`,
  };
}

/** The 2020-12 forms of what the draft-07 checker does not know are left out of what is tried. */
function holds(schema: Json, body: unknown): boolean {
  const text = JSON.stringify(schema);
  if (/"(?:prefixItems|dependentSchemas|dependentRequired)"/.test(text)) return false;
  return violations(schema as JsonSchema, body as Json).length === 0;
}

// Generated TypeScript and programs that use it compile under the oldest and the newest rules that people set.
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import type { Model } from "../../../generator/model/model.ts";
import { errorsSchema } from "../../../generator/products/catalog/errors-schema.ts";
import type { Json, JsonSchema } from "../../../generator/text/json/value.ts";
import { FORM_TABLES } from "../../helpers/form-tables.ts";
import { detailsSchema, jsonValue } from "../../helpers/json-schemas.ts";
import { modelOf, modelOfFile } from "../../helpers/model-fixtures.ts";
import { isThorough } from "../../helpers/thorough.ts";
import { EVERY_PART, productOf, writeProduct } from "../../helpers/typescript-product.ts";
import { diagnose } from "../../judges/compilers/compilers.ts";

const FOLDER = join(import.meta.dirname, "../../../node_modules/.cache/errtable-consumers");

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
  skipLibCheck: true,
};

/** What compilers before 5.5 do not know. */
const OLD_COMPILERS = ["typescript-5.0"];
const NEW_FLAGS = ["isolatedDeclarations", "erasableSyntaxOnly"];
const NEW_FILES = ["inferred-predicates.ts"];

/** Tables with more of what others have too: the newest compiler checks them with one kind of modules, at night the oldest one, too. */
const USED_FORMS = ["cases", "integer-codes", "list", "no-status", "pointers", "three-hundred-integers"];
const LARGE_FILES = [
  ...["generated/hostile-text", "generated/large", "generated/one-type", "generated/schemas", "schemas.ts"],
  ...Object.keys(FORM_TABLES)
    .filter((form) => !USED_FORMS.includes(form))
    .map((form) => `generated/forms/${form}`),
];
const WITH_LARGE_FILES = ["typescript nodenext", ...(isThorough ? ["typescript-5.0 nodenext"] : [])];

/** The oldest and the newest one. Every night, one between them and the other kind of modules come with them. */
const COMPILERS: readonly (readonly [compiler: string, modules: readonly string[]])[] = [
  ["typescript-5.0", ["nodenext"]],
  ["typescript", isThorough ? ["nodenext", "esnext"] : ["nodenext"]],
  ...(isThorough ? ([["typescript-5.9", ["nodenext", "esnext"]]] as const) : []),
];

beforeAll(async () => {
  const table = (path: string, name: string) =>
    writeProduct(modelOfFile(path), join(FOLDER, "generated", name), EVERY_PART);
  mkdirSync(FOLDER, { recursive: true });
  await table("spec/function-compute.errors.yaml", "function-compute");
  await table("test/cases/minimal/minimal.errors.yaml", "minimal");
  for (const name of ["kitchen-sink", "nested", "problem"])
    await table(`test/cases/kitchen-sink/${name}.errors.yaml`, name);
  await writeProduct(
    modelOfFile("test/cases/kitchen-sink/kitchen-sink.errors.yaml"),
    join(FOLDER, "generated/one-type"),
    {
      ...EVERY_PART,
      perCode: "never",
      discriminatedUnion: "never",
    },
  );
  await table("test/cases/placeholders/placeholders.errors.yaml", "placeholders");
  for (const name of ["hostile-text", "hostile-proto"])
    await table(`test/cases/hostile-text/${name}.errors.yaml`, name);
  await writeProduct(largeTable(), join(FOLDER, "generated/large"), EVERY_PART);
  await writeProduct(modelOf({ errors: {} }), join(FOLDER, "generated/empty"), EVERY_PART);
  await writeProduct(tableOfCombinations(), join(FOLDER, "generated/combinations"));
  await writeProduct(tableOfParts(), join(FOLDER, "generated/parts"), EVERY_PART);
  await writeProduct(tableOfSets(), join(FOLDER, "generated/sets"), EVERY_PART);
  await writeProduct(tableOfClashes(), join(FOLDER, "generated/clashes"));
  for (const [name, model] of Object.entries(FORM_TABLES))
    await writeProduct(model, join(FOLDER, "generated/forms", name), { parts: ["codes", "guards"] });
  const { model, values } = tableOfSchemas();
  await writeProduct(model, join(FOLDER, "generated/schemas"));
  writeFileSync(join(FOLDER, "schemas.ts"), values);
  // The programs that talk to servers are compiled where they are run.
  for (const entry of readdirSync(join(import.meta.dirname, "../../consumers"), { withFileTypes: true }))
    if (entry.isFile())
      copyFileSync(join(import.meta.dirname, "../../consumers", entry.name), join(FOLDER, entry.name));
  const types = readFileSync(join(import.meta.dirname, "types.test.ts"), "utf8");
  writeFileSync(
    join(FOLDER, "types.ts"),
    types.replace("../../../generated/function-compute/typescript/", "./generated/function-compute/"),
  );
  writeFileSync(join(FOLDER, "package.json"), JSON.stringify({ type: "module" }));
});

/** The least that projects have: no newer library, and checks that are on or off. */
const OLDEST_LIBRARY = {
  ...{ target: "es2017", lib: ["es2017", "dom"], noEmit: true, types: [], skipDefaultLibCheck: true },
  ...{ module: "nodenext", moduleResolution: "nodenext" },
};

/** With strict checks, without them; one answer is enough of a compiler that takes long. */
const STRICT = { "typescript-5.0": [false], typescript: [false, true] } as Readonly<Record<string, readonly boolean[]>>;

describe("compilers find nothing", () => {
  test.concurrent.each(COMPILERS)("%s, modules %s, and the library of ES2017", async (compiler, modules) => {
    const projects = [
      ...modules.map((module) => writeProject(compiler, module)),
      ...(STRICT[compiler] ?? []).map((strict) => writeOldest(compiler, strict)),
    ];
    expect(await diagnose(compiler, projects, FOLDER)).toEqual(projects.map(() => ""));
  });
});

function writeOldest(compiler: string, strict: boolean): string {
  const large = compiler === "typescript" || isThorough ? ["hostile-text", "large"] : [];
  const include = ["kitchen-sink", "placeholders", ...large].map((name) => `generated/${name}/*.ts`);
  const project = join(FOLDER, `tsconfig.${compiler}.es2017.${strict}.json`);
  writeFileSync(project, JSON.stringify({ compilerOptions: { ...OLDEST_LIBRARY, strict }, include }));
  return project;
}

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

function writeProject(compiler: string, module: string): string {
  const isOld = OLD_COMPILERS.includes(compiler);
  const flags = Object.entries(OPTIONS).filter(([name]) => !isOld || !NEW_FLAGS.includes(name));
  const moduleResolution = module === "nodenext" ? "nodenext" : "bundler";
  const compilerOptions = { ...Object.fromEntries(flags), module, moduleResolution };
  const large = WITH_LARGE_FILES.includes(`${compiler} ${module}`) ? [] : LARGE_FILES;
  const exclude = [...(isOld ? NEW_FILES : []), ...large];
  const project = join(FOLDER, `tsconfig.${compiler}.${module}.json`);
  writeFileSync(project, JSON.stringify({ compilerOptions, include: ["**/*.ts"], exclude }));
  return project;
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

/** Codes that are called like members of a match, and like members that every object has. */
function tableOfClashes(): Model {
  const entry = (status: number, retry: string) => ({ status, retry });
  return modelOf({
    name: "Clashes",
    errors: {
      status: { status: 400 },
      retry: { status: 400 },
      otherwise: { status: 400 },
      toString: { ...entry(404, "never"), identifier: "Text" },
      constructor: { ...entry(404, "never"), identifier: "Maker" },
      "404": { ...entry(400, "backoff"), identifier: "Numeric" },
      "40013": { ...entry(404, "never"), identifier: "Another" },
    },
  });
}

/** Bodies that may lack their code, messages that are lists, no status, and one error that fixes all further members. */
function tableOfParts(): Model {
  const text = { type: "string" };
  return modelOf({
    name: "Parts",
    body: {
      code: { at: "/code", optional: true },
      message: { at: "/errors", type: ["array", "object"] },
      properties: { kind: text, link: text },
      required: ["kind"],
    },
    errors: {
      Whole: { message: "no %s", params: { thing: {} }, constants: { kind: "a", link: "b" } },
      Open: { message: "odd" },
    },
  });
}

/** Params whose sets of values multiply, also where one of them is printed twice. */
function tableOfSets(): Model {
  const set = (size: number) => ({ enum: Array.from({ length: size }, (_, index) => `value-${index}`) });
  const error = (message: string, params: Json) => ({ status: 400, message, params });
  return modelOf({
    name: "Sets",
    errors: {
      Few: error("x %s y %s z", { a: set(20), b: set(40) }),
      Three: error("x %s y %s z %s.", { a: set(50), b: set(50), c: set(50) }),
      Two: error("x %s y %s z", { a: set(400), b: set(400) }),
      Twice: error("x %1$s y %2$s z %1$s", { a: set(100), b: set(20) }),
      Open: error("x %s y %s z %s", { a: set(400), b: {}, c: set(400) }),
    },
  });
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
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  ajv.addSchema({ ...errorsSchema(model), $id: "errors:/" });
  const lines = model.errors.flatMap((error) => {
    const holds = ajv.compile({ $ref: `errors:/#/$defs/${error.errorName}` });
    const bodies = candidates.map((own) => ({ ...own, code: error.code, message: "text" }));
    const allowed = bodies.filter((body) => holds(body)).slice(0, 10);
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

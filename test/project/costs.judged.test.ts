// Adds a field, a rule, a product and a report format to a scratch copy of the project, uses each of them, and counts the
// files that had to be edited by hand: the sentences in generator/README.md and generator/compile.ts stay true.
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { build } from "esbuild";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makeSchemaSources } from "../../generator/build/sources.ts";

const ROOT = resolve(import.meta.dirname, "../..");
const SCRATCH = mkdtempSync(join(tmpdir(), "errtable-costs-"));
/** The grammar and the types of the model come with any field; they are not counted. */
const NOT_COUNTED = ["spec/errtable.schema.json", "generator/model/model.ts"];

const edited: Record<"field" | "rule" | "product" | "format", Set<string>> = {
  field: new Set(),
  rule: new Set(),
  product: new Set(),
  format: new Set(),
};

beforeAll(async () => {
  for (const path of ["generator", "spec", "package.json", "tsconfig.json"])
    cpSync(join(ROOT, path), join(SCRATCH, path), {
      recursive: true,
      filter: (source) => !/node_modules/.test(source),
    });
  symlinkSync(join(ROOT, "node_modules"), join(SCRATCH, "node_modules"));
  addField();
  addRule();
  addProduct();
  addFormat();
  const schema = (path: string) => JSON.parse(read(path));
  const sources = makeSchemaSources(schema("spec/errtable.schema.json"), schema("spec/errtable.config.schema.json"));
  for (const [path, text] of Object.entries(await sources)) writeFileSync(join(SCRATCH, path), text);
  await joinModules();
  writeFileSync(
    join(SCRATCH, "scratch.errors.yaml"),
    `errtable: 1
name: Scratch
errors:
  Lost:
    status: 404
    description: It is lost.
    impact: Nothing works.
    cases:
      found: { message: it was found, impact: Little works. }
      gone: { message: it is gone }
`,
  );
});

afterAll(() => rmSync(SCRATCH, { recursive: true, force: true }));

test("the compiler finds nothing in the changed copy", () => {
  const files = ["generator/cli.ts", "generator/index.ts"];
  const options = { extends: "./tsconfig.json", include: [], exclude: [], files };
  writeFileSync(join(SCRATCH, "tsconfig.scratch.json"), JSON.stringify(options));
  const tsc = join(ROOT, "node_modules/typescript/bin/tsc");
  const done = spawnSync(process.execPath, [tsc, "-p", "tsconfig.scratch.json"], { cwd: SCRATCH, encoding: "utf8" });
  expect(done.stdout).toBe("");
});

test("a field that docs show costs at most six files besides the grammar and the types", () => {
  errtable("generate", "scratch.errors.yaml", "--out", "out");
  expect(read("out/docs/sections.en.md")).toMatch(/\*\*Impact\*\*: Nothing works\./);
  expect(read("out/docs/sections.en.md")).toMatch(/\*\*Impact\*\*: Little works\./);
  expect(read("out/catalog/errors.json")).toMatch(/"impact": "Nothing works\."[\s\S]*"impact": "Little works\."/);
  expect(errtable("explain", "Lost", "--table", "scratch.errors.yaml")).toContain("Impact: Nothing works.");
  expect(read("out/openapi/components.yaml")).toContain("Nothing works.");
  expect(read("out/typescript/table.ts")).toContain("Nothing works.");
  writeFileSync(
    join(SCRATCH, "columns.config.yaml"),
    "targets:\n  - { kind: docs, table: scratch.errors.yaml, out: docs, options: { columns: [code, impact] } }\n",
  );
  errtable("generate", "--config", "columns.config.yaml");
  expect(read("docs/table.en.md")).toMatch(/\| Code +\| Impact +\|[\s\S]*\| `Lost` +\| Nothing works\./);
  expect(edited.field.size).toBeLessThanOrEqual(6);
});

test("a rule costs two files", () => {
  expect(errtable("lint", "scratch.errors.yaml")).toContain("warning[lost-code]");
  expect(errtable("explain", "lost-code")).toContain("No code is called Lost.");
  expect(edited.rule.size).toBeLessThanOrEqual(2);
});

test("a product costs three files, and its options are checked", () => {
  const config = (options: string) =>
    `targets:\n  - { kind: codes, table: scratch.errors.yaml, out: codes, ${options} }\n`;
  writeFileSync(join(SCRATCH, "codes.config.yaml"), config("options: { internal: true }"));
  errtable("generate", "--config", "codes.config.yaml");
  expect(read("codes/codes.txt")).toBe("Lost\n");
  writeFileSync(join(SCRATCH, "codes.config.yaml"), config("options: { interal: true }"));
  expect(errtable("generate", "--config", "codes.config.yaml")).toContain('Did you mean "internal"?');
  expect(edited.product.size).toBeLessThanOrEqual(3);
});

test("a report format costs two files", () => {
  expect(errtable("lint", "scratch.errors.yaml", "--format", "count")).toContain("findings: ");
  expect(edited.format.size).toBeLessThanOrEqual(2);
});

function addField(): void {
  const field = edited.field;
  const description =
    '"title": "Impact", "description": "The consequence for the user. Markdown.", "type": "string", "minLength": 1';
  const schema = "spec/errtable.schema.json";
  // The field of an error, and its translation.
  write(field, schema, read(schema).replaceAll('"solution": {', `"impact": { ${description} }, "solution": {`));
  insert(field, "generator/model/model.ts", '"solution"] as const', '"impact", ');
  const config = "spec/errtable.config.schema.json";
  const columns = read(config)
    .replaceAll("|solution|", "|solution|impact|")
    .replace("solution, retry", "solution, impact, retry");
  write(field, config, columns);
  insert(field, "generator/products/docs/languages/en.ts", '    solution: "Solution",', '    impact: "Impact",\n');
}

function addRule(): void {
  create(
    edited.rule,
    "generator/rules/codes/lost-code.ts",
    `// Checks that no code is called Lost.
import { keyOf } from "../engine/places.ts";
import { defineRule } from "../engine/rule.ts";

export const lostCode = defineRule({
  id: "lost-code",
  severity: "warning",
  summary: "No code is called Lost.",
  explanation: "Another name says more.",
  example: { wrong: "errors:\\n  Lost: { status: 404 }\\n", right: "errors:\\n  Gone: { status: 404 }\\n" },
  *check({ entries }) {
    for (const entry of entries)
      if (entry.code === "Lost") yield { ...keyOf(entry), message: "The code is lost.", help: "Rename it." };
  },
});
`,
  );
  insert(
    edited.rule,
    "generator/rules/index.ts",
    "export const rules",
    'import { lostCode } from "./codes/lost-code.ts";\n',
  );
  insert(edited.rule, "generator/rules/index.ts", "  duplicateCode,", "  lostCode,\n");
}

function addProduct(): void {
  create(
    edited.product,
    "generator/products/codes/index.ts",
    `// The model becomes a list of its codes.
import type { Emitter } from "../artifact.ts";
import type { CodesOptions } from "../options.gen.ts";

export const codes: Emitter<CodesOptions> = {
  kind: "codes",
  emit({ errors }) {
    return [{ kind: "text", path: "codes.txt", text: errors.map(({ code }) => \`\${code}\\n\`).join("") }];
  },
};
`,
  );
  const load = 'load: async () => (await import("./codes/index.ts")).codes';
  insert(
    edited.product,
    "generator/products/index.ts",
    '  { kind: "catalog"',
    `  { kind: "codes", ${load}, byDefault: false },\n`,
  );
  const schema = "spec/errtable.config.schema.json";
  replace(edited.product, schema, '"docs", "catalog", "schemas"]', '"docs", "catalog", "schemas", "codes"]');
  replace(
    edited.product,
    schema,
    '"errors.json and errors.schema.json."',
    '"errors.json and errors.schema.json.", "Codes."',
  );
  const then = '"then": { "properties": { "options": { "$ref": "#/definitions/codesOptions" } } }';
  const when = '"if": { "properties": { "kind": { "const": "codes" } }, "required": ["kind"] }';
  insert(edited.product, schema, '        {\n          "if": {', `        { ${when}, ${then} },\n`);
  const shared =
    '"title": "Codes", "description": "Of every target.", "allOf": [{ "$ref": "#/definitions/codesOptions" }]';
  insert(edited.product, schema, '"catalog": {', `"codes": { ${shared} },\n        `);
  const internal =
    '"internal": { "title": "Internal errors", "description": "Includes internal errors.", "type": "boolean" }';
  const options = `"codesOptions": { "title": "Codes options", "description": "Options of the list of codes.", "type": "object", "additionalProperties": false, "properties": { ${internal} } },`;
  insert(edited.product, schema, '    "catalogOptions": {', `${options}\n`);
}

function addFormat(): void {
  create(
    edited.format,
    "generator/report/count-report.ts",
    `// The number of diagnostics as text.
import type { Diagnostic } from "../diagnostic/diagnostic.ts";

export function reportCount(diagnostics: readonly Diagnostic[]): string {
  return \`findings: \${diagnostics.length}\\n\`;
}
`,
  );
  const line = '  count: { load: async () => (await import("./count-report.ts")).reportCount },\n';
  insert(edited.format, "generator/report/index.ts", "  github: {", line);
}

/** Inserts a text before the first place where the anchor stands. */
function insert(files: Set<string>, path: string, anchor: string, text: string): void {
  replace(files, path, anchor, text + anchor);
}

function replace(files: Set<string>, path: string, before: string, after: string): void {
  const text = read(path);
  if (!text.includes(before)) throw new Error(`${path} does not contain: ${before}`);
  write(
    files,
    path,
    text.replace(before, () => after),
  );
}

function create(files: Set<string>, path: string, text: string): void {
  mkdirSync(dirname(join(SCRATCH, path)), { recursive: true });
  write(files, path, text);
}

function write(files: Set<string>, path: string, text: string): void {
  if (!NOT_COUNTED.includes(path)) files.add(path);
  writeFileSync(join(SCRATCH, path), text);
}

function read(path: string): string {
  return readFileSync(join(SCRATCH, path), "utf8");
}

/** One file of all modules, beside the libraries that are built already, starts at once. */
async function joinModules(): Promise<void> {
  for (const name of ["yaml", "markdown", "printer"])
    cpSync(join(ROOT, `dist/js/${name}.cjs`), join(SCRATCH, `generator/js/${name}.cjs`));
  await build({
    absWorkingDir: SCRATCH,
    entryPoints: ["generator/cli.ts"],
    outfile: join(SCRATCH, "generator/js/cli.js"),
    ...{ bundle: true, platform: "node", format: "esm", logLevel: "warning" },
    external: ["mdast-util-*", "micromark-*", "hast*"],
    // Commander is CommonJS and asks for modules of Node.
    banner: { js: "const require = process.getBuiltinModule;" },
  });
}

/** Both streams of a command, which may have findings. */
function errtable(...args: readonly string[]): string {
  const done = spawnSync(process.execPath, ["generator/js/cli.js", ...args], {
    cwd: SCRATCH,
    encoding: "utf8",
    env: { ...process.env, NO_COLOR: "1" },
  });
  expect([0, 1, 2], done.stderr).toContain(done.status);
  return done.stdout + done.stderr;
}

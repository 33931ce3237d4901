// Generated files are modules of either kind: compilers find them in every resolution, and Node runs them.
import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { settleModules } from "../../../generator/config/module-kind.ts";
import type { TypescriptOptions } from "../../../generator/products/options.gen.ts";
import { memoryHost } from "../../../generator/reader/host.ts";
import { modelOfFile } from "../../helpers/model-fixtures.ts";
import { EVERY_PART, productOf } from "../../helpers/typescript-product.ts";
import { diagnose } from "../../judges/compilers/compilers.ts";

const FOLDER = join(import.meta.dirname, "../../../node_modules/.cache/errtable-modules");

const USE = `const body: unknown = { code: "40013", message: "" };
export const found: boolean = errors.isKitchenSinkError(body);
export type Code = errors.KitchenSinkErrorCode;
export const table: errors.KitchenSinkErrorTable = errors.kitchenSinkErrorTable;
`;

const RUN = `if (!isKitchenSinkErrorTagged || !KitchenSinkServiceError || !KitchenSinkErrorCodes) throw new Error("A name is missing.");
const [found] = decodeKitchenSinkMessage("the manifest was refused");
console.log(found.code, new KitchenSinkServiceError({ status: 500 }).message);
`;

const NAMES =
  "decodeKitchenSinkMessage, isKitchenSinkErrorOfStatus as isKitchenSinkErrorTagged, KitchenSinkErrorCodes, KitchenSinkServiceError";

const REQUIRED = NAMES.replaceAll(" as ", ": ");

beforeAll(async () => {
  const model = modelOfFile("test/cases/kitchen-sink/kitchen-sink.errors.yaml");
  rmSync(FOLDER, { recursive: true, force: true });
  const write = (path: string, text: string): void => {
    mkdirSync(join(FOLDER, path, ".."), { recursive: true });
    writeFileSync(join(FOLDER, path), text);
  };
  for (const type of ["commonjs", "module"]) {
    const text = JSON.stringify({ type });
    write(`${type}/package.json`, text);
    const host = memoryHost({ "p/package.json": text });
    const kinds: Readonly<Record<string, TypescriptOptions>> = {
      js: { language: "js" },
      one: { language: "js", files: "single" },
      other: { language: "js", module: type === "module" ? "commonjs" : "esm" },
      ts: {},
      "other-ts": { module: type === "module" ? "commonjs" : "esm" },
      bare: { importExtension: "" },
    };
    for (const [name, options] of Object.entries(kinds)) {
      const settled = settleModules({ ...EVERY_PART, ...options }, "/p/errors", host);
      for (const [path, text] of await productOf(model, settled)) write(`${type}/${name}/${path}`, text);
    }
  }
  const imports = (...paths: readonly string[]) =>
    paths.map((path, index) => `import * as errors${index === 0 ? "" : index} from "${path}";\n`).join("");
  const uses = (...paths: readonly string[]) =>
    imports(...paths) +
    USE +
    paths
      .slice(1)
      .map((_, index) => `export const also${index} = errors${index + 1}.isKitchenSinkError;\n`)
      .join("");
  write("commonjs/main.mts", uses("./js/index.js", "./one/errors.js", "./other/index.mjs", "./other-ts/index.mjs"));
  write(
    "commonjs/main.cts",
    `import errors = require("./js/index.js");\n${USE.replaceAll(/^export (?=const)/gm, "").replace(/^export type.*\n/m, "")}export = { found, table };\n`,
  );
  write("commonjs/plain.ts", uses("./js/index.js", "./ts/index.js", "./one/errors.js"));
  write("commonjs/short.ts", uses("./js", "./bare"));
  write("module/main.ts", uses("./js/index.js", "./other/index.cjs", "./ts/index.js"));
  write("module/endings.ts", uses("./other-ts/index.cjs", "./other/index.cjs"));
  write("commonjs/run.cjs", `const { ${REQUIRED} } = require("./js/index.js");\n${RUN}`);
  for (const [path, from] of [
    ["commonjs/run.mjs", "./js/index.js"],
    ["commonjs/run-one.mjs", "./one/errors.js"],
    ["commonjs/run-other.mjs", "./other/index.mjs"],
    ["module/run.mjs", "./js/index.js"],
    ["module/run-other.mjs", "./other/index.cjs"],
  ] as const)
    write(path, `import { ${NAMES} } from "${from}";\n${RUN}`);
});

/** Only the declarations of the compiler itself are not checked. */
const PLAIN = { lib: ["es2022"], types: [], skipDefaultLibCheck: true };

const NODE = { module: "nodenext", moduleResolution: "nodenext" };

/** The resolutions of each compiler, with the programs that it checks; the newest one has left the oldest out. */
const RESOLUTIONS = {
  typescript: [
    [{ ...NODE, verbatimModuleSyntax: true }, ["commonjs/main.mts", "commonjs/main.cts", "module/main.ts"]],
    [{ module: "esnext", moduleResolution: "bundler" }, ["commonjs/short.ts", "module/main.ts"]],
  ],
  "typescript-5.0": [
    [{ module: "commonjs", moduleResolution: "node10" }, ["commonjs/plain.ts", "commonjs/short.ts"]],
    [{ module: "node16", moduleResolution: "node16" }, ["commonjs/plain.ts", "module/main.ts", "module/endings.ts"]],
  ],
} as const;

test.each(Object.entries(RESOLUTIONS))(
  "%s finds nothing in any resolution of modules",
  async (compiler, resolutions) => {
    const projects = resolutions.map(([options, files]) => {
      const project = join(FOLDER, `tsconfig.${compiler}.${options.moduleResolution}.json`);
      const compilerOptions = { ...PLAIN, target: "es2022", strict: true, noEmit: true, ...options };
      writeFileSync(project, JSON.stringify({ compilerOptions, files }));
      return project;
    });
    expect(await diagnose(compiler, projects, FOLDER)).toEqual(["", ""]);
  },
);

const ANSWER = "ManifestRefused HTTP status 500 without an error body\n";

test.each([
  "commonjs/run.cjs",
  "commonjs/run.mjs",
  "commonjs/run-one.mjs",
  "commonjs/run-other.mjs",
  "module/run.mjs",
  "module/run-other.mjs",
])("Node runs %s", (path) => {
  expect(execFileSync(process.execPath, [join(FOLDER, path)], { encoding: "utf8" })).toBe(ANSWER);
});

test("TypeScript that is compiled to CommonJS runs", async () => {
  const project = join(FOLDER, "commonjs/tsconfig.json");
  const compilerOptions = {
    ...NODE,
    target: "es2017",
    lib: ["es2017", "dom"],
    types: [],
    rootDir: "ts",
    outDir: "out",
  };
  writeFileSync(project, JSON.stringify({ compilerOptions, include: ["ts"] }));
  expect(await diagnose("typescript", [project], FOLDER)).toEqual([""]);
  writeFileSync(join(FOLDER, "commonjs/out/run.cjs"), `const { ${REQUIRED} } = require("./index.js");\n${RUN}`);
  expect(execFileSync(process.execPath, [join(FOLDER, "commonjs/out/run.cjs")], { encoding: "utf8" })).toBe(ANSWER);
});

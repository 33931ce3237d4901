// Generated code runs in the tools that people have, with the options that their projects need.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { settleModules } from "../../../generator/config/module-kind.ts";
import type { TypescriptOptions } from "../../../generator/products/options.gen.ts";
import { memoryHost } from "../../../generator/reader/host.ts";
import { modelOfFile } from "../../helpers/model-fixtures.ts";
import { EVERY_PART, writeProduct } from "../../helpers/typescript-product.ts";

const MODULES = join(import.meta.dirname, "node_modules");
const CALL = `const [found] = decodeKitchenSinkMessage("the manifest was refused");
const message = new KitchenSinkServiceError({ status: 500 }).message;
const told = [found?.code, isKitchenSinkError({ code: "40013", message: "" }), message].join();`;
const NAMES = "{ decodeKitchenSinkMessage, isKitchenSinkError, KitchenSinkServiceError }";
const ANSWER = "ManifestRefused,false,HTTP status 500 without an error body";
const PRINT = `${CALL}\nconsole.log(told);\n`;
const TEST = `${CALL}\ntest("answers", () => expect(told).toBe("${ANSWER}"));\n`;

interface Project {
  readonly type: "module" | "commonjs";
  readonly options: TypescriptOptions;
  /** By path; \`FROM\` is the import of the product. */
  readonly files: Readonly<Record<string, string>>;
  /** Programs with their arguments, one after another. */
  readonly run: readonly (readonly string[])[];
  /** Tests tell by their exit code. */
  readonly isTest?: boolean;
}

const imported = (from: string): string => `import ${NAMES} from "${from}";\n`;
const tsconfig = (compilerOptions: object): string =>
  JSON.stringify({
    compilerOptions: { target: "es2017", strict: true, skipLibCheck: true, types: [], ...compilerOptions },
  });
const COMMON_JS = { module: "commonjs", moduleResolution: "node10", esModuleInterop: true };
const bundle = (use: string): string =>
  `module.exports = { mode: "production", target: "node", entry: "./main.ts", resolve: { extensions: [".ts", ".js"] }, output: { path: __dirname, filename: "out.js" }, module: { rules: [{ test: /\\.ts$/, loader: "${use}" }] } };`;

const PROJECTS: Readonly<Record<string, Project>> = {
  "ts-jest": {
    type: "commonjs",
    options: { importExtension: "" },
    files: {
      "main.test.ts": `${imported("./errors")}declare const test: any, expect: any;\n${TEST}`,
      "jest.config.js": 'module.exports = { transform: { "\\\\.ts$": "ts-jest" } };',
      "tsconfig.json": tsconfig(COMMON_JS),
    },
    run: [["jest/bin/jest.js"]],
    isTest: true,
  },
  "babel-jest": {
    type: "commonjs",
    options: { importExtension: "" },
    files: {
      "main.test.ts": `${imported("./errors")}${TEST}`,
      "babel.config.js":
        'module.exports = { presets: [["@babel/preset-env", { targets: { node: "current" } }], "@babel/preset-typescript"] };',
    },
    run: [["jest/bin/jest.js"]],
    isTest: true,
  },
  "Jest without a compiler": {
    type: "commonjs",
    options: { language: "js" },
    files: { "main.test.js": `const ${NAMES} = require("./errors");\n${TEST}` },
    run: [["jest/bin/jest.js"]],
    isTest: true,
  },
  "webpack with ts-loader": {
    type: "commonjs",
    options: { importExtension: "" },
    files: {
      "main.ts": imported("./errors") + PRINT,
      "webpack.config.js": bundle("ts-loader"),
      "tsconfig.json": tsconfig({ module: "esnext", moduleResolution: "bundler", lib: ["es2017", "dom"] }),
    },
    run: [["webpack-cli/bin/cli.js"], ["out.js"]],
  },
  "ts-node": {
    type: "commonjs",
    options: { importExtension: "" },
    files: {
      "main.ts": imported("./errors") + PRINT,
      "tsconfig.json": tsconfig({ ...COMMON_JS, lib: ["es2017", "dom"] }),
    },
    run: [["ts-node/dist/bin.js", "main.ts"]],
  },
  Vite: {
    type: "module",
    options: { importExtension: "" },
    files: { "main.ts": imported("./errors") + PRINT },
    run: [["vite/bin/vite.js", "build", "--ssr", "main.ts", "--outDir", "out"], ["out/main.js"]],
  },
  "Vite with JavaScript": {
    type: "module",
    options: { language: "js" },
    files: { "main.js": imported("./errors/index.js") + PRINT },
    run: [["vite/bin/vite.js", "build", "--ssr", "main.js", "--outDir", "out"], ["out/main.js"]],
  },
  Metro: {
    type: "commonjs",
    options: { language: "js" },
    files: {
      "main.js": `const ${NAMES} = require("./errors");\n${PRINT}`,
      "metro.config.js": `module.exports = { projectRoot: __dirname, watchFolders: [__dirname, ${JSON.stringify(join(MODULES, ".."))}] };`,
    },
    run: [["metro/src/cli.js", "build", "main.js", "--out", "out.js", "--config", "metro.config.js"], ["out.js"]],
  },
  Bun: {
    type: "module",
    options: {},
    files: { "main.ts": imported("./errors/index.js") + PRINT },
    run: [["bun/bin/bun.exe", "main.ts"]],
  },
  Deno: {
    type: "module",
    options: { importExtension: ".ts" },
    files: { "main.ts": imported("./errors/index.ts") + PRINT },
    run: [
      ["deno/bin.cjs", "check", "main.ts"],
      ["deno/bin.cjs", "run", "main.ts"],
    ],
  },
  "Deno with JavaScript": {
    type: "module",
    options: { language: "js" },
    files: { "main.ts": imported("./errors/index.js") + PRINT },
    run: [
      ["deno/bin.cjs", "check", "main.ts"],
      ["deno/bin.cjs", "run", "main.ts"],
    ],
  },
};

const work = mkdtempSync(join(tmpdir(), "errtable-consumers-"));
afterAll(() => rmSync(work, { recursive: true, force: true }));

test.each(Object.entries(PROJECTS))("%s", async (name, project) => {
  const folder = join(work, name.replaceAll(" ", "-"));
  mkdirSync(folder);
  symlinkSync(MODULES, join(folder, "node_modules"));
  const text = JSON.stringify({ type: project.type });
  for (const [path, content] of Object.entries({ ...project.files, "package.json": text }))
    writeFileSync(join(folder, path), content);
  const host = memoryHost({ "p/package.json": text });
  const options = settleModules({ ...EVERY_PART, ...project.options }, "/p/errors", host);
  await writeProduct(modelOfFile("test/cases/kitchen-sink/kitchen-sink.errors.yaml"), join(folder, "errors"), options);
  const told = runAll(project, folder);
  if (project.isTest !== true) expect(told.trim().split("\n").at(-1)).toBe(ANSWER);
});

/** The output of the last program; a program that fails throws with its output. */
function runAll({ run }: Project, folder: string): string {
  let text = "";
  for (const [program = "", ...args] of run) {
    const isOwn = !program.includes("/bin") && !program.includes("cli.js");
    const path = join(isOwn ? folder : MODULES, program);
    const command = program.endsWith(".exe") ? [path, ...args] : [process.execPath, path, ...args];
    text = execFileSync(command[0] ?? "", command.slice(1), { cwd: folder, encoding: "utf8", stdio: "pipe" });
  }
  return text;
}

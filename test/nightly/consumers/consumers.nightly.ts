// Generated code runs in the tools that people have, with the options that their projects need.
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import type { TypescriptOptions } from "../../../generator/products/options.gen.ts";
import { ANSWER, CALL, MODULES, NAMES, run, tool, writeProject } from "./consumer.ts";

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
const METRO = `module.exports = { projectRoot: __dirname, watchFolders: [__dirname, ${JSON.stringify(join(MODULES, ".."))}] };`;

const PROJECTS: Readonly<Record<string, Project>> = {
  "ts-jest": {
    type: "commonjs",
    options: { importExtension: "" },
    files: {
      "main.test.ts": `${imported("./errors")}declare const test: any, expect: any;\n${TEST}`,
      "jest.config.js": 'module.exports = { transform: { "\\\\.ts$": "ts-jest" } };',
      "tsconfig.json": tsconfig(COMMON_JS),
    },
    run: [[tool("jest/bin/jest.js")]],
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
    run: [[tool("jest/bin/jest.js")]],
    isTest: true,
  },
  "Jest without a compiler": {
    type: "commonjs",
    options: { language: "js" },
    files: { "main.test.js": `const ${NAMES} = require("./errors");\n${TEST}` },
    run: [[tool("jest/bin/jest.js")]],
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
    run: [[tool("webpack-cli/bin/cli.js")], ["out.js"]],
  },
  "ts-node": {
    type: "commonjs",
    options: { importExtension: "" },
    files: {
      "main.ts": imported("./errors") + PRINT,
      "tsconfig.json": tsconfig({ ...COMMON_JS, lib: ["es2017", "dom"] }),
    },
    run: [[tool("ts-node/dist/bin.js"), "main.ts"]],
  },
  Vite: {
    type: "module",
    options: { importExtension: "" },
    files: { "main.ts": imported("./errors") + PRINT },
    run: [[tool("vite/bin/vite.js"), "build", "--ssr", "main.ts", "--outDir", "out"], ["out/main.js"]],
  },
  "Vite with JavaScript": {
    type: "module",
    options: { language: "js" },
    files: { "main.js": imported("./errors/index.js") + PRINT },
    run: [[tool("vite/bin/vite.js"), "build", "--ssr", "main.js", "--outDir", "out"], ["out/main.js"]],
  },
  Metro: {
    type: "commonjs",
    options: { language: "js" },
    files: {
      "main.js": `const ${NAMES} = require("./errors");\n${PRINT}`,
      "metro.config.js": METRO,
    },
    run: [[tool("metro/src/cli.js"), "build", "main.js", "--out", "out.js", "--config", "metro.config.js"], ["out.js"]],
  },
  "React Native with Hermes": {
    type: "commonjs",
    options: { importExtension: "" },
    files: {
      "main.ts": `${imported("./errors")}declare const print: (text: string) => void;\n${CALL}\nprint(told);\n`,
      "babel.config.js": 'module.exports = { presets: ["@react-native/babel-preset"] };',
      "metro.config.js": METRO,
    },
    run: [
      [tool("metro/src/cli.js"), "build", "main.ts", "--out", "out.js", "--config", "metro.config.js"],
      [tool("hermes-engine-cli/linux64-bin/hermes"), "-O", "out.js"],
    ],
  },
  Bun: {
    type: "module",
    options: {},
    files: { "main.ts": imported("./errors/index.js") + PRINT },
    run: [[tool("bun/bin/bun.exe"), "main.ts"]],
  },
  Deno: {
    type: "module",
    options: { importExtension: ".ts" },
    files: { "main.ts": imported("./errors/index.ts") + PRINT },
    run: [
      [tool("deno/bin.cjs"), "check", "main.ts"],
      [tool("deno/bin.cjs"), "run", "main.ts"],
    ],
  },
  "Deno with JavaScript": {
    type: "module",
    options: { language: "js" },
    files: { "main.ts": imported("./errors/index.js") + PRINT },
    run: [
      [tool("deno/bin.cjs"), "check", "main.ts"],
      [tool("deno/bin.cjs"), "run", "main.ts"],
    ],
  },
};

const work = mkdtempSync(join(tmpdir(), "errtable-consumers-"));
afterAll(() => rmSync(work, { recursive: true, force: true }));

test.each(Object.entries(PROJECTS))("%s", async (name, project) => {
  const folder = join(work, name.replaceAll(" ", "-"));
  mkdirSync(folder);
  symlinkSync(MODULES, join(folder, "node_modules"));
  await writeProject(folder, { type: project.type }, project.files, { errors: project.options });
  const told = project.run.map((command) => run(folder, command)).at(-1) ?? "";
  if (project.isTest !== true) expect(told.trim().split("\n").at(-1)).toBe(ANSWER);
});

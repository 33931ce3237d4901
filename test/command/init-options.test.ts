// init chooses the options of the TypeScript target that fit the project.
import { expect, test } from "vitest";
import { fittingOptions, optionsText } from "../../generator/command/init/init-options.ts";
import { memoryHost } from "../../generator/reader/host.ts";

const tsconfig = (compilerOptions: object) => ({ "app/tsconfig.json": JSON.stringify({ compilerOptions }) });
const packageJson = (members: object) => ({ "app/package.json": JSON.stringify(members) });

test.each<[string, Readonly<Record<string, string>>, string]>([
  ["nothing", {}, ""],
  ["JavaScript", packageJson({ type: "commonjs" }), ", options: { language: js }"],
  ["TypeScript in ES modules of Node", { ...packageJson({ type: "module" }), ...tsconfig({ module: "nodenext" }) }, ""],
  [
    "tsc --init of TypeScript 7 in a CommonJS package",
    { ...packageJson({ type: "commonjs" }), ...tsconfig({ module: "nodenext", verbatimModuleSyntax: true }) },
    ", options: { module: esm }",
  ],
  ["tsc to CommonJS", { ...packageJson({}), ...tsconfig({ module: "commonjs" }) }, ""],
  [
    "ts-jest",
    { ...packageJson({ devDependencies: { "ts-jest": "*", typescript: "*" } }), ...tsconfig({ module: "commonjs" }) },
    ', options: { importExtension: "" }',
  ],
  [
    "Jest with ES modules of Node",
    { ...packageJson({ type: "module", devDependencies: { jest: "*" } }), ...tsconfig({ module: "node16" }) },
    "",
  ],
  [
    "ts-node",
    { ...packageJson({ devDependencies: { "ts-node": "*" } }), ...tsconfig({ module: "commonjs" }) },
    ', options: { importExtension: "" }',
  ],
  [
    "webpack with Babel",
    { ...packageJson({ devDependencies: { webpack: "*", "babel-loader": "*", typescript: "*" } }) },
    ', options: { importExtension: "" }',
  ],
  [
    "ES modules that Node runs, resolved in the older way",
    { ...packageJson({ type: "module" }), ...tsconfig({ module: "es2022", moduleResolution: "node" }) },
    "",
  ],
  ["a bundler", { ...packageJson({}), ...tsconfig({ module: "esnext" }) }, ', options: { importExtension: "" }'],
  ["Next", { ...packageJson({ dependencies: { next: "*" } }), ...tsconfig({}) }, ', options: { importExtension: "" }'],
  [
    "Node that runs TypeScript",
    { ...packageJson({ type: "module" }), ...tsconfig({ module: "nodenext", rewriteRelativeImportExtensions: true }) },
    ", options: { importExtension: .ts }",
  ],
  ["Deno", { "app/deno.jsonc": "{ /* tasks */ }" }, ", options: { importExtension: .ts }"],
])("%s", (_, files, text) => {
  expect(optionsText(fittingOptions("/app/errors/typescript", memoryHost(files)))).toBe(text);
});

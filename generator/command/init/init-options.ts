// The options of the TypeScript target that fit the project around its folder, as its package.json and tsconfig.json show it.
import { compilerOptions, isNodeModule, nearest, packageKind } from "../../config/module-kind.ts";
import type { TypescriptOptions } from "../../products/options.gen.ts";
import type { Host } from "../../reader/host.ts";

/** Only options that are not the default. The folder is that of the target. */
export function fittingOptions(folder: string, host: Pick<Host, "read">): TypescriptOptions {
  const packages = installedPackages(folder, host);
  const compiler = compilerOptions(folder, host);
  const isDeno = [..."c", ""].some((end) => nearest(folder, `deno.json${end}`, host) !== undefined);
  const hasCompiler = nearest(folder, "tsconfig.json", host) !== undefined || packages.includes("typescript");
  if (isDeno) return { importExtension: ".ts" };
  if (!hasCompiler) return packageKind(folder, host) === undefined ? {} : { language: "js" };
  const isForNode = compiler !== undefined && isNodeModule(compiler);
  const kind = packageKind(folder, host);
  if (isForNode && kind === "commonjs" && compiler.verbatimModuleSyntax === true) return { module: "esm" };
  if (isForNode && [compiler.allowImportingTsExtensions, compiler.rewriteRelativeImportExtensions].includes(true))
    return { importExtension: ".ts" };
  // A compiler that resolves as Node does makes programs for Node, which wants whole names in ES modules.
  const isResolvedByNode = isForNode || /^node/i.test(String(compiler?.moduleResolution));
  const isBundled = compiler !== undefined && /^(?:es|preserve)/i.test(String(compiler.module));
  const needsNames = isResolvedByNode && kind === "esm";
  return !needsNames && (isBundled || packages.some((name) => WITHOUT_ENDINGS.has(name)))
    ? { importExtension: "" }
    : {};
}

/** Tools that look for a file of TypeScript only under its name without an ending. */
const WITHOUT_ENDINGS = new Set([
  ...["jest", "ts-jest", "babel-jest", "@swc/jest"],
  ...["ts-node", "ts-node-dev", "@swc-node/register", "@babel/node", "@babel/register"],
  ...["webpack", "@rspack/core", "ts-loader", "next", "react-scripts"],
  ...["metro", "react-native", "expo"],
]);

function installedPackages(folder: string, host: Pick<Host, "read">): readonly string[] {
  const found = nearest(folder, "package.json", host)?.value ?? {};
  const parts = [found["dependencies"], found["devDependencies"]];
  return parts.flatMap((part) => (typeof part === "object" && part !== null ? Object.keys(part) : []));
}

/** As a member of a target in the configuration; empty where there are none. */
export function optionsText(options: TypescriptOptions): string {
  const members = Object.entries(options).map(([name, value]) => `${name}: ${value === "" ? '""' : value}`);
  return members.length === 0 ? "" : `, options: { ${members.join(", ")} }`;
}

// The nearest package.json and tsconfig.json say which kind of modules the files of a folder are, and which imports compilers take there.

import { dirname, join, resolve } from "node:path";
import { foldersUp } from "../output/files/paths.ts";
import type { TypescriptOptions } from "../products/options.gen.ts";
import type { Host } from "../reader/host.ts";
import { parseJson } from "../text/json/parse-json.ts";
import { isRecord } from "../text/json/value.ts";

export type ModuleKind = "esm" | "commonjs";

type Reader = Pick<Host, "read">;

/** The kind and the endings are settled: the emitter knows no folder. */
export function settleModules(options: TypescriptOptions, folder: string, host: Reader): TypescriptOptions {
  const { module: asked = "auto", moduleExtension } = options;
  const own = packageKind(folder, host);
  const module = asked === "auto" ? (own ?? "esm") : asked;
  return { ...options, module, moduleExtension: moduleExtension ?? (own !== undefined && own !== module) };
}

/** The kind of modules of a package; undefined where there is no package.json. */
export function packageKind(folder: string, host: Reader): ModuleKind | undefined {
  const found = nearest(folder, "package.json", host);
  return found && (found.value["type"] === "module" ? "esm" : "commonjs");
}

export interface CompilerOptions {
  readonly verbatimModuleSyntax?: unknown;
  readonly module?: unknown;
  readonly moduleResolution?: unknown;
  readonly allowImportingTsExtensions?: unknown;
  readonly rewriteRelativeImportExtensions?: unknown;
}

/** The options of the compiler for a folder; undefined where no tsconfig.json says them. */
export function compilerOptions(folder: string, host: Reader): CompilerOptions | undefined {
  const found = nearest(folder, "tsconfig.json", host);
  // A configuration that only refers to others compiles nothing.
  if (found === undefined || ("references" in found.value && "files" in found.value)) return undefined;
  return inherited(found, host, 0);
}

/** Whether files become CommonJS or ES modules by the kind of their package. */
export function isNodeModule({ module }: CompilerOptions): boolean {
  return typeof module === "string" && /^node(?:16|18|20|next)$/i.test(module);
}

interface JsonFile {
  readonly path: string;
  readonly value: Readonly<Record<string, unknown>>;
}

/** Configurations of installed packages are not read. */
function inherited({ path, value }: JsonFile, host: Reader, depth: number): CompilerOptions {
  const bases = [value["extends"]].flat().filter((base) => typeof base === "string" && /^\.\.?\//.test(base));
  const files =
    depth > 8 ? [] : bases.map((base) => resolve(dirname(path), String(base).replace(/(?:\.json)?$/, ".json")));
  const all = files.flatMap((file) => readJson(file, host) ?? []).map((file) => inherited(file, host, depth + 1));
  return Object.assign({}, ...all, value["compilerOptions"]) as CompilerOptions;
}

export function nearest(folder: string, name: string, host: Reader): JsonFile | undefined {
  for (const above of foldersUp(folder)) {
    const found = readJson(join(above, name), host);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** JSON with comments and commas at the end, as tsconfig.json may have them; undefined for any other text. */
function readJson(path: string, host: Reader): JsonFile | undefined {
  const read = host.read(path);
  if ("failure" in read) return undefined;
  const text = new TextDecoder().decode(read);
  const plain = text.replace(COMMENT, (part) => (part.startsWith('"') ? part : " "));
  const value = parseJson(plain.replace(LAST_COMMA, (part) => (part.startsWith('"') ? part : "")));
  return isRecord(value) ? { path, value: value as JsonFile["value"] } : undefined;
}

const COMMENT = /"(?:[^"\\]|\\.)*"|\/\/.*|\/\*[\s\S]*?\*\//g;
const LAST_COMMA = /"(?:[^"\\]|\\.)*"|,(?=\s*[}\]])/g;

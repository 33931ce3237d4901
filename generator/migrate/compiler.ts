// Loads the compiler of TypeScript, with the types of the language: only migrate needs it. It reads programs, and runs none.
import { createRequire } from "node:module";
import type { ts } from "ts-morph";

export type Compiler = typeof ts;

export interface LoadedCompiler {
  readonly ts: Compiler;
  /** The declarations of the language itself by file name, such as "lib.es2015.core.d.ts". */
  readonly libraries: ReadonlyMap<string, string>;
}

export interface CompilerPackage {
  readonly ts: Compiler;
  getLibFiles(): readonly { readonly fileName: string; readonly text: string }[];
}

/** In the built package the parts of the compiler that read are one file in the same folder. */
export function loadCompiler(): LoadedCompiler {
  const require = createRequire(import.meta.url);
  return import.meta.url.endsWith(".js")
    ? compilerOf(require("./compiler.cjs") as CompilerPackage)
    : compilerOf(createRequire(require.resolve("ts-morph"))("@ts-morph/common") as CompilerPackage);
}

export function compilerOf({ ts, getLibFiles }: CompilerPackage): LoadedCompiler {
  return { ts, libraries: new Map(getLibFiles().map(({ fileName, text }) => [fileName, text])) };
}

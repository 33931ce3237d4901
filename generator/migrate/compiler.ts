// Loads the compiler of TypeScript, with the types of the language: only migrate needs it. It reads programs, and runs none.
import { createRequire } from "node:module";
import type { ts } from "ts-morph";

export type Compiler = typeof ts;

export interface LoadedCompiler {
  readonly ts: Compiler;
  /** The declarations of the language itself by file name, such as "lib.es2015.core.d.ts". */
  readonly libraries: ReadonlyMap<string, string>;
}

interface CommonPackage {
  readonly ts: Compiler;
  getLibFiles(): readonly { readonly fileName: string; readonly text: string }[];
}

/** In the built package the parts of the compiler that read are one file in the same folder. */
export function loadCompiler(): LoadedCompiler {
  const require = createRequire(import.meta.url);
  const { ts, getLibFiles } = import.meta.url.endsWith(".js")
    ? (require("./compiler.cjs") as CommonPackage)
    : (createRequire(require.resolve("ts-morph"))("@ts-morph/common") as CommonPackage);
  return { ts, libraries: new Map(getLibFiles().map(({ fileName, text }) => [fileName, text])) };
}

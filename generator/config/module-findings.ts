// A target whose files cannot work where they lie, as the files around it say.
import type { TypescriptOptions } from "../products/options.gen.ts";
import type { Host } from "../reader/host.ts";
import { compilerOptions, isNodeModule, packageKind, settleModules } from "./module-kind.ts";

export interface ModuleMisfit {
  /** The option that is at fault, or that mends it. */
  readonly option: "module" | "moduleExtension" | "importExtension";
  readonly message: string;
  readonly help: string;
}

/** Undefined where nothing is known to fail. */
export function moduleMisfit(given: TypescriptOptions, folder: string, host: Host): ModuleMisfit | undefined {
  const settled = settleModules(given, folder, host);
  const own = packageKind(folder, host);
  const kind = settled.moduleExtension === true ? settled.module : own;
  if (given.language === "js") {
    if (kind === undefined || kind === settled.module) return undefined;
    const names = { esm: "ES modules", commonjs: "CommonJS" };
    return {
      option: "moduleExtension",
      message: `The nearest package.json makes files that end in .js ${names[kind as keyof typeof names]}, and the option "module" asks for the other kind.`,
      help: "Leave out moduleExtension, so that the names of the files say their kind, or leave out module.",
    };
  }
  const compiler = compilerOptions(folder, host);
  if (compiler === undefined) return undefined;
  const isForNode = isNodeModule(compiler);
  const { importExtension = ".js" } = given;
  const isCommonJs = /^commonjs$/i.test(String(compiler.module)) || (isForNode && kind === "commonjs");
  if (compiler.verbatimModuleSyntax === true && isCommonJs) {
    return {
      option: "module",
      message: "With verbatimModuleSyntax compilers take no import and export in files that are CommonJS.",
      help: isForNode
        ? 'Set "module: esm" in the options, so that the files end in .mts; or "language: js".'
        : 'Set "language: js" in the options, or turn off verbatimModuleSyntax in tsconfig.json.',
    };
  }
  if (importExtension === "" && isForNode && kind === "esm") {
    return {
      option: "importExtension",
      message: "ES modules of Node import files by their whole names.",
      help: 'Set "importExtension: .js" in the options.',
    };
  }
  return undefined;
}

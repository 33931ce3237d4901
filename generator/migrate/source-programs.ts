// Source files become programs of the compiler, one for each tsconfig.json that is nearest to them.
import { posix } from "node:path";
import type { ts as TypeScript } from "ts-morph";
import { groupBy } from "../diagnostic/group-by.ts";
import type { LoadedCompiler } from "./compiler.ts";
import type { SourceDisk } from "./source-disk.ts";

export interface SourceProgram {
  readonly program: TypeScript.Program;
  readonly files: readonly TypeScript.SourceFile[];
  /** The path of the file that a module specifier in a file leads to. */
  resolve(specifier: string, file: string): string | undefined;
}

/** An imagined folder for the declarations of the language. */
const LIBRARIES = "/errtable-libraries";

export function sourcePrograms(
  paths: readonly string[],
  disk: SourceDisk,
  compiler: LoadedCompiler,
): readonly SourceProgram[] {
  const configs = groupBy(paths, (path) => nearestConfig(posix.dirname(path), disk) ?? "");
  return Array.from(configs, ([config, ofConfig]) => {
    const settings = groupBy(ofConfig, (path) => (config === "" ? "" : configFor(path, config, disk, compiler)));
    return Array.from(settings, ([chosen, files]) =>
      programOf(files, optionsOf(chosen, disk, compiler), disk, compiler),
    );
  }).flat();
}

function nearestConfig(folder: string, disk: SourceDisk): string | undefined {
  for (let at = folder; ; at = posix.dirname(at)) {
    const found = ["tsconfig.json", "jsconfig.json"]
      .map((name) => posix.join(at, name))
      .find((path) => disk.kind(path) === "file");
    if (found !== undefined || at === posix.dirname(at)) return found;
  }
}

/** A configuration that only leads to others stands for the one of them that has the file. */
function configFor(path: string, config: string, disk: SourceDisk, { ts }: LoadedCompiler): string {
  const { config: raw } = ts.readConfigFile(config, disk.read) as { readonly config?: RawConfig };
  const references = Array.isArray(raw?.references) ? raw.references : [];
  if (references.length === 0 || !Array.isArray(raw?.files) || raw.files.length > 0) return config;
  const others = references.flatMap(({ path: to }) => {
    const place = posix.resolve(posix.dirname(config), String(to));
    const file = disk.kind(place) === "folder" ? posix.join(place, "tsconfig.json") : place;
    return disk.kind(file) === "file" ? [file] : [];
  });
  const including = others.find((other) => {
    const { config: inner } = ts.readConfigFile(other, disk.read) as { readonly config?: RawConfig };
    const include = Array.isArray(inner?.include) ? inner.include.map(String) : ["**/*"];
    return include.some((pattern) => {
      const start = posix.resolve(posix.dirname(other), pattern.replace(/[*?].*$/, ""));
      return path === start || path.startsWith(start.endsWith("/") ? start : `${start}/`);
    });
  });
  return including ?? others[0] ?? config;
}

interface RawConfig {
  readonly files?: unknown;
  readonly include?: unknown;
  readonly references?: readonly { readonly path?: unknown }[];
}

function optionsOf(config: string, disk: SourceDisk, { ts }: LoadedCompiler): TypeScript.CompilerOptions {
  const host = {
    useCaseSensitiveFileNames: true,
    fileExists: (path: string) => disk.kind(path) === "file",
    readFile: disk.read,
    // Only the options count: the files are those that were named.
    readDirectory: () => [],
  };
  const { config: raw } = config === "" ? { config: {} } : ts.readConfigFile(config, disk.read);
  const { options } = ts.parseJsonConfigFileContent(
    raw ?? {},
    host,
    config === "" ? "/" : posix.dirname(config),
    {},
    config,
  );
  const { moduleResolution = defaultResolution(options, ts) } = options;
  return {
    ...options,
    moduleResolution,
    ...{
      allowJs: true,
      checkJs: false,
      noEmit: true,
      skipLibCheck: true,
      noLib: false,
      types: [],
      maxNodeModuleJsDepth: 0,
    },
    ...{ lib: [`lib.es2023.d.ts`], jsx: options.jsx ?? ts.JsxEmit.Preserve, allowImportingTsExtensions: true },
  };
}

function defaultResolution(
  { module }: TypeScript.CompilerOptions,
  ts: LoadedCompiler["ts"],
): TypeScript.ModuleResolutionKind {
  const isNode = module !== undefined && module >= ts.ModuleKind.Node16 && module <= ts.ModuleKind.NodeNext;
  return isNode ? ts.ModuleResolutionKind.NodeNext : ts.ModuleResolutionKind.Bundler;
}

function programOf(
  paths: readonly string[],
  options: TypeScript.CompilerOptions,
  disk: SourceDisk,
  { ts, libraries }: LoadedCompiler,
): SourceProgram {
  const read = (path: string): string | undefined =>
    path.startsWith(`${LIBRARIES}/`) ? libraries.get(posix.basename(path)) : disk.read(path);
  const host: TypeScript.CompilerHost = {
    getSourceFile(path, languageVersion) {
      const text = read(path);
      return text === undefined ? undefined : ts.createSourceFile(path, text, languageVersion, true);
    },
    getDefaultLibFileName: () => `${LIBRARIES}/lib.es2023.d.ts`,
    getDefaultLibLocation: () => LIBRARIES,
    getCurrentDirectory: () => "/",
    getCanonicalFileName: (path) => path,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => "\n",
    fileExists: (path) =>
      path.startsWith(`${LIBRARIES}/`) ? libraries.has(posix.basename(path)) : disk.kind(path) === "file",
    directoryExists: (path) => path === LIBRARIES || disk.kind(path) === "folder",
    getDirectories: () => [],
    realpath: (path) => (path.startsWith(`${LIBRARIES}/`) ? path : disk.real(path)),
    readFile: read,
    writeFile: () => {},
  };
  const program = ts.createProgram({ rootNames: paths, options, host });
  const files = paths.flatMap((path) => program.getSourceFile(path) ?? []);
  const modes = [ts.ModuleKind.ESNext, ts.ModuleKind.CommonJS] as const;
  return {
    program,
    files,
    resolve(specifier, file) {
      for (const mode of modes) {
        const { resolvedModule } = ts.resolveModuleName(specifier, file, options, host, undefined, undefined, mode);
        if (resolvedModule !== undefined) return resolvedModule.resolvedFileName;
      }
      return undefined;
    },
  };
}

// The path of a configuration becomes its data, with the rules and options of the configurations that it extends.
import { basename, dirname, resolve } from "node:path";
import type { Checked, Diagnostic } from "../diagnostic/diagnostic.ts";
import { memoizeByKey } from "../diagnostic/memoize.ts";
import type { Place } from "../diagnostic/source.ts";
import { CHANGE_IDS } from "../evolution/change-ids.ts";
import type { Config } from "../products/options.gen.ts";
import { textOfFile } from "../reader/file-text.ts";
import type { Host } from "../reader/host.ts";
import { newerVersion } from "../reader/language-version.ts";
import { validate } from "../reader/validate.ts";
import { validateConfig } from "../reader/validators.gen.js";
import { readYaml } from "../reader/yaml/document.ts";
import { checkSeverities } from "../rules/run.ts";
import type { Path } from "../text/json/pointer.ts";

export type PlaceOf = (path: Path) => Place;

export interface ConfigFile {
  /** Absolute, as is its folder. */
  readonly path: string;
  readonly folder: string;
  readonly data: Config;
  /** The place of a part of the file; of the nearest enclosing one where there is no such part. */
  readonly placeOf: PlaceOf;
}

/** A configuration after the ones that it extends: the last one that says something counts. */
export interface ConfigChain {
  readonly own: ConfigFile;
  readonly files: readonly ConfigFile[];
}

export interface ConfigFiles {
  read(path: string): Checked<ConfigFile> & { readonly isMissing?: true };
}

/** Each file is read once, even if several configurations extend it. */
export function configFiles(host: Host): ConfigFiles {
  return { read: memoizeByKey((path: string) => readConfigFile(path, host)) };
}

/** Without a value, or with errors among the findings, nothing may be made. */
export function readChain(path: string, files: ConfigFiles): Checked<ConfigChain> {
  const diagnostics: Diagnostic[] = [];
  const chain = new Set<ConfigFile>();
  const visit = (file: ConfigFile, trail: readonly ConfigFile[]): void => {
    for (const { base, at } of basesOf(file)) {
      const place = file.placeOf(at);
      const circle = [...trail, file].findIndex((other) => other.path === base);
      const read = files.read(base);
      if (circle >= 0) diagnostics.push(circular([...trail, file].slice(circle), place));
      else if (read.isMissing) diagnostics.push(missing(file, at));
      else diagnostics.push(...read.diagnostics);
      if (circle < 0 && read.value !== undefined) visit(read.value, [...trail, file]);
    }
    // A base that two others extend counts where it comes last.
    chain.delete(file);
    chain.add(file);
  };
  const own = files.read(path);
  diagnostics.push(...own.diagnostics);
  if (own.value === undefined) return { value: undefined, diagnostics };
  visit(own.value, []);
  return { value: { own: own.value, files: [...chain] }, diagnostics };
}

/** The paths of a configuration and of all that it extends, those with mistakes among them. */
export function chainPaths(path: string, files: ConfigFiles): ReadonlySet<string> {
  const paths = new Set<string>();
  const visit = (one: string): void => {
    if (paths.has(one)) return;
    paths.add(one);
    const { value } = files.read(one);
    if (value !== undefined) for (const { base } of basesOf(value)) visit(base);
  };
  visit(path);
  return paths;
}

/** The file of a chain that has the last word on a part of it; the configuration itself where none has it. */
export function decider({ own, files }: ConfigChain, path: Path): ConfigFile {
  return files.findLast(({ data }) => hasPart(data, path)) ?? own;
}

function hasPart(data: unknown, [step, ...rest]: Path): boolean {
  if (step === undefined) return data !== undefined;
  if (typeof data !== "object" || data === null || !Object.hasOwn(data, step)) return false;
  return hasPart((data as Readonly<Record<string, unknown>>)[step], rest);
}

function readConfigFile(path: string, host: Host): ReturnType<ConfigFiles["read"]> {
  const read = host.read(path);
  const source = textOfFile(host.show(path), read);
  const isMissing = "failure" in read && read.failure === "missing" ? ({ isMissing: true } as const) : {};
  if (source.value === undefined) return { value: undefined, diagnostics: source.diagnostics, ...isMissing };
  const document = readYaml(source.value);
  if (document.value === undefined) return { value: undefined, diagnostics: document.diagnostics };
  const newer = newerVersion(document.value);
  if (newer !== undefined) return { value: undefined, diagnostics: [newer] };
  const config = validate<Config>(document.value, validateConfig);
  const { source: file, valueSpan, keySpan, data } = document.value;
  const placeOf: PlaceOf = (path) => ({ source: file, span: valueSpan(path) });
  const diagnostics = checkSeverities(rulesIn(data), CHANGE_IDS).map(({ rule, message, help, meant }): Diagnostic => {
    const span = keySpan(["rules", rule]);
    const found = finding({ source: file, span }, message, help);
    return meant === undefined ? found : { ...found, fix: [{ ...span, text: meant }] };
  });
  if (config.value === undefined || config.diagnostics.length > 0)
    return { value: undefined, diagnostics: [...config.diagnostics, ...diagnostics] };
  return { value: { path, folder: dirname(path), data: config.value, placeOf }, diagnostics };
}

/** Other parts of the file may have mistakes. */
function rulesIn(data: unknown): NonNullable<Config["rules"]> {
  const { rules } = Object(data) as Config;
  return Object(rules) === rules && !Array.isArray(rules) ? (rules ?? {}) : {};
}

function basesOf({ folder, data }: ConfigFile): readonly { readonly base: string; readonly at: Path }[] {
  const { extends: bases } = data;
  if (typeof bases === "string") return [{ base: resolve(folder, bases), at: ["extends"] }];
  return (bases ?? []).map((base, index) => ({ base: resolve(folder, base), at: ["extends", index] }));
}

function circular(files: readonly ConfigFile[], place: Place): Diagnostic {
  const names = [...files, files[0]].map((file) => `"${basename(file?.path ?? "")}"`);
  const message = `The configurations extend each other in a circle: ${names.join(" extends ")}.`;
  return finding(place, message, "Move the shared rules and options to a file that extends no other.");
}

function missing({ placeOf, data }: ConfigFile, at: Path): Diagnostic {
  const { extends: bases } = data;
  const name = typeof bases === "string" ? bases : bases?.[Number(at[1])];
  const message = `There is no file "${name}".`;
  const help = "The path is relative to this file.";
  return { code: "missing-file", severity: "error", message, help, place: placeOf(at) };
}

export function finding(place: Place, message: string, help: string | undefined): Diagnostic {
  return { code: "config", severity: "error", message, place, ...(help === undefined ? {} : { help }) };
}

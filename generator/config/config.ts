// The configuration file becomes requests: which tables, which targets, how severe the rules are.
import { basename, dirname, resolve, sep } from "node:path";
import { type Checked, type Diagnostic, hasErrors } from "../diagnostic/diagnostic.ts";
import type { Place } from "../diagnostic/source.ts";
import { foldPath } from "../output/paths.ts";
import type { TargetSlot } from "../output/target.ts";
import type { Product, TargetRequest } from "../products/index.ts";
import type { Config, TypescriptOptions } from "../products/options.gen.ts";
import { decode } from "../reader/file-text.ts";
import type { Host } from "../reader/host.ts";
import { validate } from "../reader/validate.ts";
import { validateConfig } from "../reader/validators.gen.js";
import { parseSpec } from "../reader/yaml/document.ts";
import { checkSeverities } from "../rules/engine/run.ts";
import type { Path } from "../text/json/pointer.ts";

/** A folder, and the product of a table that goes into it. */
export interface ConfiguredTarget extends TargetSlot, TargetRequest {
  /** The place of a part of it in the configuration; absent for a target of the command line. */
  readonly placeOf?: PlaceOf;
}

type PlaceOf = (path: Path) => Place;

export interface Configuration {
  /** Absolute paths, also those of the targets, each once. */
  readonly tables: readonly string[];
  readonly targets: readonly ConfiguredTarget[];
  readonly severities: NonNullable<Config["rules"]>;
}

/** Targets stay below `root`, the project's folder, unless they set allowOutside; both paths are absolute. */
export function loadConfig(path: string, root: string, host: Host): Checked<Configuration> {
  const source = decode(host.show(path), host.read(path));
  if (source.value === undefined) return { value: undefined, diagnostics: source.diagnostics };
  const document = parseSpec(source.value);
  if (document.value === undefined) return { value: undefined, diagnostics: document.diagnostics };
  const config = validate<Config>(document.value, validateConfig);
  if (config.value === undefined || config.diagnostics.length > 0)
    return { value: undefined, diagnostics: config.diagnostics };
  const folder = dirname(path);
  const { source: file, valueSpan } = document.value;
  const placeOf: PlaceOf = (path) => ({ source: file, span: valueSpan(path) });
  const diagnostics = [
    ...checkSeverities(config.value.rules ?? {}).map(({ rule, message, help }) =>
      finding(placeOf(["rules", rule]), message, help),
    ),
    ...checkFolders(placeOf, config.value, folder),
    ...checkBounds(placeOf, config.value, folder, root),
    ...checkExtensions(placeOf, config.value),
  ];
  if (hasErrors(diagnostics)) return { value: undefined, diagnostics };
  const targets = (config.value.targets ?? []).map(
    ({ kind, table, out, allowOutside = false, options = {} }, index) => ({
      ...configureTarget({ kind, options } as Product, { table, out, folder, allowOutside }, host),
      placeOf: (path: Path) => placeOf(["targets", index, ...path]),
    }),
  );
  const tables = new Set([
    ...(config.value.tables ?? []).map((table) => resolve(folder, table)),
    ...targets.map((target) => target.tablePath),
  ]);
  return { value: { tables: [...tables], targets, severities: config.value.rules ?? {} }, diagnostics };
}

/** `table` and `out` are as people spelled them, relative to `folder`. */
export function configureTarget(
  product: Product,
  place: { readonly table: string; readonly out: string; readonly folder: string; readonly allowOutside: boolean },
  host: Host,
): ConfiguredTarget {
  const folder = resolve(place.folder, place.out);
  return {
    product,
    kind: product.kind,
    table: place.table,
    tablePath: resolve(place.folder, place.table),
    out: place.out,
    folder,
    shown: host.show(folder),
    label: `${product.kind} of ${basename(place.table)}`,
    allowOutside: place.allowOutside,
  };
}

/** Each target owns its folder: two in one would delete each other's files. */
function checkFolders(placeOf: PlaceOf, config: Config, folder: string): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const owners = new Map<string, number>();
  for (const [index, { out }] of (config.targets ?? []).entries()) {
    const written = foldPath(resolve(folder, out));
    const owner = owners.get(written);
    if (owner === undefined) owners.set(written, index);
    else
      diagnostics.push(
        finding(
          placeOf(["targets", index, "out"]),
          `Another target already writes to "${out}".`,
          "Give each target a folder of its own.",
        ),
      );
  }
  return diagnostics;
}

/** Compares paths as they are written; links are followed before anything is written. */
function checkBounds(placeOf: PlaceOf, config: Config, folder: string, root: string): readonly Diagnostic[] {
  const isInside = (path: string): boolean => path === root || path.startsWith(root.endsWith(sep) ? root : root + sep);
  return (config.targets ?? []).flatMap(({ out, allowOutside }, index) => {
    if (allowOutside === true || isInside(resolve(folder, out))) return [];
    const message = `The folder "${out}" lies outside the project.`;
    return [finding(placeOf(["targets", index, "out"]), message, 'Add "allowOutside: true" if it is meant to.')];
  });
}

/** A product in JavaScript has no .ts files to import. */
function checkExtensions(placeOf: PlaceOf, config: Config): readonly Diagnostic[] {
  return (config.targets ?? []).flatMap(({ kind, options }, index) => {
    const { language, importExtension }: TypescriptOptions = kind === "typescript" ? (options ?? {}) : {};
    if (language !== "js" || importExtension !== ".ts") return [];
    const path = ["targets", index, "options", "importExtension"];
    const help = "Leave it out, or set language to ts.";
    return [finding(placeOf(path), "Files in JavaScript cannot import files that end in .ts.", help)];
  });
}

export function finding(place: Place, message: string, help: string | undefined): Diagnostic {
  return { code: "config", severity: "error", message, place, ...(help === undefined ? {} : { help }) };
}

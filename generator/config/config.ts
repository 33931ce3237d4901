// The configuration file becomes requests: which tables, which targets, how severe the rules are.
import { basename, dirname, resolve, sep } from "node:path";
import { type Checked, type Diagnostic, hasErrors } from "../diagnostic/diagnostic.ts";
import type { Place } from "../diagnostic/source.ts";
import { foldPath } from "../output/paths.ts";
import type { TargetSlot } from "../output/target.ts";
import type { Product, TargetRequest } from "../products/index.ts";
import type { Config, TypescriptOptions } from "../products/options.gen.ts";
import { textOfFile } from "../reader/file-text.ts";
import type { Host } from "../reader/host.ts";
import { validate } from "../reader/validate.ts";
import { validateConfig } from "../reader/validators.gen.js";
import { readYaml } from "../reader/yaml/document.ts";
import { checkSeverities } from "../rules/run.ts";
import type { Path } from "../text/json/pointer.ts";

import { moduleMisfit } from "./module-findings.ts";
import { settleModules } from "./module-kind.ts";

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
  const source = textOfFile(host.show(path), host.read(path));
  if (source.value === undefined) return { value: undefined, diagnostics: source.diagnostics };
  const document = readYaml(source.value);
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
    ...checkTargets(placeOf, config.value, folder, root),
    ...checkModules(placeOf, config.value, folder, host),
  ];
  if (hasErrors(diagnostics)) return { value: undefined, diagnostics };
  const targets = (config.value.targets ?? []).map(
    ({ kind, table, out, allowOutside = false, options = {} }, index) => ({
      ...configureTarget({ kind, options } as Product, { table, out, folder, allowOutside }, host),
      config: path,
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
  { table, out, folder: start, allowOutside }: Pick<TargetSlot, "table" | "out" | "folder" | "allowOutside">,
  host: Host,
): ConfiguredTarget {
  const { kind } = product;
  const folder = resolve(start, out);
  const label = `${kind} of ${basename(table)}`;
  return {
    product: kind === "typescript" ? { kind, options: settleModules(product.options, folder, host) } : product,
    kind,
    table,
    tablePath: resolve(start, table),
    out,
    folder,
    shown: host.show(folder),
    label,
    allowOutside,
  };
}

/** Paths are compared as they are written; links are followed before anything is written. */
function checkTargets(placeOf: PlaceOf, { targets = [] }: Config, folder: string, root: string): readonly Diagnostic[] {
  const isInside = (path: string): boolean => path === root || path.startsWith(root.endsWith(sep) ? root : root + sep);
  const folders = targets.map(({ out }) => foldPath(resolve(folder, out)));
  return targets.flatMap(({ kind, out, allowOutside, options }, index) => {
    const findings: Diagnostic[] = [];
    const report = (path: Path, message: string, help: string): void => {
      findings.push(finding(placeOf(["targets", index, ...path]), message, help));
    };
    // Two targets in one folder would delete each other's files.
    if (folders.indexOf(folders[index] ?? "") < index) {
      report(["out"], `Another target already writes to "${out}".`, "Give each target a folder of its own.");
    }
    if (allowOutside !== true && !isInside(resolve(folder, out))) {
      const message = `The folder "${out}" lies outside the project.`;
      report(["out"], message, 'Add "allowOutside: true" if it is meant to.');
    }
    const { language, importExtension }: TypescriptOptions = kind === "typescript" ? (options ?? {}) : {};
    if (language === "js" && importExtension === ".ts") {
      const message = "Files in JavaScript cannot import files that end in .ts.";
      report(["options", "importExtension"], message, "Leave it out, or set language to ts.");
    }
    return findings;
  });
}

function checkModules(placeOf: PlaceOf, { targets = [] }: Config, folder: string, host: Host): readonly Diagnostic[] {
  return targets.flatMap(({ kind, out, options }, index) => {
    const misfit = kind === "typescript" ? moduleMisfit(options ?? {}, resolve(folder, out), host) : undefined;
    if (misfit === undefined) return [];
    const { option, message, help } = misfit;
    const isGiven = options !== undefined && option in options;
    const place = placeOf(["targets", index, ...(isGiven ? ["options", option] : ["out"])]);
    return [{ code: "module-kind", severity: "warning", message, help, place } as const];
  });
}

export function finding(place: Place, message: string, help: string | undefined): Diagnostic {
  return { code: "config", severity: "error", message, place, ...(help === undefined ? {} : { help }) };
}

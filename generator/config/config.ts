// The configuration file becomes requests: which tables, which targets, how severe the rules are.
import { resolve } from "node:path";
import { type Checked, type Diagnostic, hasErrors } from "../diagnostic/diagnostic.ts";
import type { Product } from "../products/index.ts";
import type { ProjectHost } from "../reader/host.ts";
import { TRANSLATION_NAME } from "../reader/table/spec-files.ts";
import type { Severities } from "../rules/run.ts";
import { checkTargets, type GivenTarget } from "./check-targets.ts";
import {
  type ConfigChain,
  type ConfigFile,
  type ConfigFiles,
  configFiles,
  decider,
  type PlaceOf,
  readChain,
} from "./config-chain.ts";
import { readPatterns } from "./config-patterns.ts";
import { CONFIG_NAME } from "./config-places.ts";
import { type ConfiguredTarget, configureTarget } from "./configured-target.ts";
import type { FoundFile } from "./find-files.ts";
import { type NameOf, namesIn } from "./missing-tables.ts";
import { type ConfiguredDescription, type ConfiguredPage, readOwned, type TableOptions } from "./owned-entries.ts";

export interface Configuration {
  /** Absolute paths of the configurations whose targets these are. */
  readonly configs: readonly string[];
  /** Absolute paths, also those of the targets, each once. */
  readonly tables: readonly string[];
  readonly targets: readonly ConfiguredTarget[];
  /** Files of people that errtable fills with the errors of tables. */
  readonly pages: readonly ConfiguredPage[];
  readonly descriptions: readonly ConfiguredDescription[];
  /** For findings of tables that are not there. */
  readonly nameOf: NameOf;
  /** Of the rules on a table, where they differ from the rules' own. */
  readonly severities: (tablePath: string) => Severities;
}

export interface LoadedConfig extends Configuration {
  /** The configurations of its workspaces, absolute. */
  readonly workspaces: readonly string[];
}

/** Targets stay below `root`, the project's folder, unless they set allowOutside; both paths are absolute. */
export function loadConfig(
  path: string,
  root: string,
  host: ProjectHost,
  files: ConfigFiles = configFiles(host),
): Checked<LoadedConfig> {
  const { value: chain, diagnostics: found } = readChain(path, files);
  if (chain === undefined || hasErrors(found)) return { value: undefined, diagnostics: found };
  const { own } = chain;
  const { data, folder } = own;
  const given = (data.targets ?? []).map((target, index): GivenTarget => {
    const { kind, table, out, allowOutside = false } = target;
    const options = optionsOf(chain, kind, target.options);
    const configured = configureTarget({ kind, options } as Product, { table, out, folder, allowOutside }, host);
    return { target: { ...configured, config: path, root, placeOf: targetPlace(chain, index) }, given: options };
  });
  const targets = given.map(({ target }) => target);
  const search = { folder, root, host };
  const listed = readPatterns(own, "tables", { ...search, mayLeave: true });
  const workspaces = readPatterns(own, "workspaces", search, configIn);
  const described = (data.descriptions ?? []).flatMap((entry) => entry.tables ?? []);
  const tables = new Set([
    ...listed.files.filter(isTable).map(({ path }) => path),
    ...targets.map((target) => target.tablePath),
    ...described.map((table) => resolve(folder, table)),
  ]);
  const options = new Map(Array.from(tables, (table) => [table, tableOptions(chain, targets, table)]));
  const owned = readOwned(own, options, search);
  const diagnostics = [
    ...found,
    ...listed.diagnostics,
    ...workspaces.diagnostics,
    ...missingWorkspaces(own, workspaces.files, files),
    ...checkTargets(given, root, host),
    ...owned.diagnostics,
  ];
  if (hasErrors(diagnostics)) return { value: undefined, diagnostics };
  const severities = Object.assign({}, ...chain.files.map((file) => file.data.rules)) as Severities;
  const { pages, descriptions } = owned;
  const value = {
    tables: [...tables],
    targets,
    pages,
    descriptions,
    severities: () => severities,
    nameOf: namesIn(own),
  };
  return { value: { ...value, configs: [path], workspaces: workspaces.files.map((file) => file.path) }, diagnostics };
}

/** A pattern for tables also fits the translations beside them, which belong to their tables. */
function isTable({ path, isNamed }: FoundFile, _: number, all: readonly FoundFile[]): boolean {
  const [, base] = TRANSLATION_NAME.exec(path) ?? [];
  const tables = ["yaml", "yml"].map((ending) => `${base}.errors.${ending}`);
  return isNamed || base === undefined || !all.some((other) => tables.includes(other.path));
}

function missingWorkspaces({ data, placeOf }: ConfigFile, found: readonly FoundFile[], files: ConfigFiles) {
  return found
    .filter(({ path, isNamed }) => isNamed && files.read(path).isMissing)
    .map(({ index }): Diagnostic => {
      const message = `There is no file "${configIn(data.workspaces?.[index] ?? "")}".`;
      const help = `Start one with errtable init in the folder; the path is relative to this file.`;
      return { code: "missing-file", severity: "error", message, help, place: placeOf(["workspaces", index]) };
    });
}

/** A workspace is a folder with a configuration of its usual name, or the configuration itself. */
function configIn(pattern: string): string {
  return /\.ya?ml$/.test(pattern) ? pattern : `${pattern.replace(/\/+$/, "")}/${CONFIG_NAME}`;
}

/** The options of the table's targets, so that files of people show the same as the products. */
function tableOptions(chain: ConfigChain, targets: readonly ConfiguredTarget[], path: string): TableOptions {
  const find = <Kind extends "docs" | "openapi">(kind: Kind) =>
    targets.find(({ tablePath, product }) => tablePath === path && product.kind === kind)?.product.options ??
    optionsOf(chain, kind, {});
  return { docs: find("docs"), openapi: find("openapi") };
}

/** Options of the kind, those of the target last. */
function optionsOf({ files }: ConfigChain, kind: Product["kind"], own: object = {}): Product["options"] {
  const shared = files.map(({ data }) => (kind === "schemas" ? {} : (data.options?.[kind] ?? {})));
  return Object.assign({}, ...shared, own) as Product["options"];
}

/** An option that the target does not set itself stands where it is set for all targets of its kind. */
function targetPlace(chain: ConfigChain, index: number): PlaceOf {
  const { own } = chain;
  return (path) => {
    const [part, option, ...rest] = path;
    const target = own.data.targets?.[index];
    if (part === "options" && option !== undefined && target && !Object.hasOwn(target.options ?? {}, option)) {
      const shared = ["options", target.kind, option];
      const file = decider(chain, shared);
      if (Object.hasOwn(Object(file.data.options?.[target.kind as "docs"]), option))
        return file.placeOf([...shared, ...rest]);
    }
    return own.placeOf(["targets", index, ...path]);
  };
}

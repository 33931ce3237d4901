// What a command was asked to work on: the tables and targets of a configuration, or of tables named on the command line.
import { basename, dirname, join } from "node:path";
import { type Configuration, configureTarget, loadConfig } from "./config/config.ts";
import type { Checked } from "./diagnostic.ts";
import { KINDS, type Product } from "./emit/index.ts";
import type { Host } from "./spec/host.ts";

/** What the command line says. Paths are absolute but for `out`, which stays as it was spelled. */
export interface Invocation {
  readonly folder: string;
  /** The configuration: named, or found; undefined where there is none. */
  readonly config: string | undefined;
  readonly tables: readonly string[];
  /** Where the products of the named tables go; without it the configuration's targets of these tables are meant. */
  readonly out: string | undefined;
}

/** Where a configuration is looked for, relative to the caller's folder. */
export const CONFIG_PLACES = ["errtable.config.yaml", join("spec", "errtable.config.yaml")] as const;

export function openProject(invocation: Invocation, host: Host): Checked<Configuration> {
  const { config, tables, out } = invocation;
  const loaded: Checked<Configuration> =
    config === undefined ? { value: EMPTY, diagnostics: [] } : loadConfig(config, host);
  if (loaded.value === undefined || tables.length === 0) return loaded;
  const wanted = new Set(tables);
  const targets =
    out === undefined
      ? loaded.value.targets.filter((target) => wanted.has(target.tablePath))
      : tables.flatMap((table) => everyProduct(table, tables.length > 1, out, invocation.folder, host));
  return { value: { ...loaded.value, tables, targets }, diagnostics: loaded.diagnostics };
}

const EMPTY: Configuration = { tables: [], targets: [], severities: {} };

/** Every product of a table below one folder; several tables get a folder each. */
function everyProduct(table: string, several: boolean, out: string, folder: string, host: Host) {
  const name = host
    .show(table)
    .replace(/^.*\//, "")
    .replace(/\.errors\.ya?ml$|\.ya?ml$/, "");
  const base = several ? join(out, name) : out;
  return KINDS.map((kind) =>
    configureTarget(
      { kind, options: {} } as Product,
      // Whoever names a folder on the command line means that folder, wherever it lies.
      { table, out: join(base, kind).replaceAll("\\", "/"), folder, allowOutside: true },
      host,
    ),
  );
}

/**
 * The folder that targets stay in: the nearest one at or above the start that `isRoot` knows (it holds a package.json or
 * .git), else the start itself; a configuration in a folder named "spec" starts one above it.
 */
export function projectRoot(invocation: Invocation, isRoot: (folder: string) => boolean): string {
  const start = invocation.config === undefined ? invocation.folder : dirname(invocation.config);
  for (let folder = start; ; folder = dirname(folder)) {
    if (isRoot(folder)) return folder;
    if (folder === dirname(folder)) break;
  }
  return basename(start) === "spec" ? dirname(start) : start;
}

// What a command was asked to work on: the tables and targets of a configuration, or of tables named on the command line.
import { join } from "node:path";

import { type Configuration, configureTarget, loadConfig } from "../config/config.ts";
import { type Checked, sortDiagnostics } from "../diagnostic/diagnostic.ts";
import { KINDS, type Product } from "../products/index.ts";
import type { Host } from "../reader/host.ts";
import type { Invocation } from "./invocation.ts";

// What is loaded together is fewer files to open.
export { checkFiles, checkLocales } from "../config/target-checks.ts";

export function openProject(invocation: Invocation, host: Host): Checked<Configuration> {
  const { config, root, tables, out } = invocation;
  const loaded: Checked<Configuration> =
    config === undefined ? { value: EMPTY, diagnostics: [] } : loadConfig(config, root, host);
  const diagnostics = sortDiagnostics(loaded.diagnostics);
  if (loaded.value === undefined || tables.length === 0) return { value: loaded.value, diagnostics };
  const wanted = new Set(tables);
  const targets =
    out === undefined
      ? loaded.value.targets.filter((target) => wanted.has(target.tablePath))
      : tables.flatMap((table) => everyProduct(table, tables.length > 1, out, invocation.folder, host));
  return { value: { ...loaded.value, tables, targets }, diagnostics };
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

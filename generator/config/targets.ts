// The tables and targets that a command works on, and checks of them against the tables' locales and each other's files.
import { basename, join, resolve } from "node:path";
import { type Checked, type Diagnostic, sortDiagnostics } from "../diagnostic/diagnostic.ts";
import { didYouMean } from "../diagnostic/suggest.ts";
import { foldersUp, foldPath } from "../output/files/paths.ts";
import type { Remark } from "../products/choices.ts";
import { PRODUCTS, type Product } from "../products/index.ts";
import type { Host, ProjectHost } from "../reader/host.ts";
import type { Configuration } from "./config.ts";
import { finding } from "./config-chain.ts";
import { type ConfiguredTarget, configureTarget } from "./configured-target.ts";
import { loadConfigs } from "./join-configs.ts";

/** Absolute paths but for `out`, which stays as it was spelled. */
export interface ConfigRequest {
  readonly folder: string;
  readonly configs: readonly string[];
  readonly tables: readonly string[];
  readonly out: string | undefined;
}

/**
 * The configuration, narrowed to the named tables, whose pages and descriptions would need the others; with `out`, the tables get
 * default targets instead of their own.
 */
export function readConfig({ configs, tables, out, folder }: ConfigRequest, host: ProjectHost): Checked<Configuration> {
  const loaded = loadConfigs(configs, host);
  const diagnostics = sortDiagnostics(loaded.diagnostics);
  if (loaded.value === undefined || tables.length === 0) return { value: loaded.value, diagnostics };
  const targets =
    out === undefined
      ? loaded.value.targets.filter((target) => tables.includes(target.tablePath))
      : tables.flatMap((table) => defaultTargets(table, tables.length > 1, out, folder, host));
  return {
    value: { ...loaded.value, tables, targets, pages: [], descriptions: [], nameOf: () => undefined },
    diagnostics,
  };
}

/** The default products of a table below one folder; each of several tables gets a folder of its own. */
function defaultTargets(
  table: string,
  several: boolean,
  out: string,
  folder: string,
  host: Host,
): readonly ConfiguredTarget[] {
  const base = several ? join(out, basename(table).replace(/(\.errors)?\.ya?ml$/, "")) : out;
  return PRODUCTS.filter(({ byDefault }) => byDefault).map(({ kind }) => {
    // A folder that the command line names may lie anywhere.
    const place = { table, out: join(base, kind).replaceAll("\\", "/"), folder, allowOutside: true };
    return configureTarget({ kind, options: {} } as Product, place, host);
  });
}

/** A table without known locales, because it has errors, is not checked. */
export function checkLocales(
  targets: readonly ConfiguredTarget[],
  localesOf: (tablePath: string) => readonly string[] | undefined,
): readonly Diagnostic[] {
  return targets.flatMap(({ product, table, tablePath, placeOf }) => {
    const known = localesOf(tablePath);
    const asked = product.kind === "docs" || product.kind === "typescript" ? product.options.locales : undefined;
    if (known === undefined || placeOf === undefined) return [];
    const labelled = product.kind === "docs" ? Object.keys(product.options.labels ?? {}) : [];
    const named = [
      ...(asked ?? []).map((locale, index) => [locale, ["locales", index], asked] as const),
      ...labelled.map((locale) => [locale, ["labels", locale], labelled] as const),
    ];
    return named
      .filter(([locale]) => !known.includes(locale))
      .map(([locale, path, beside]) => {
        const help = didYouMean(locale, known, beside) ?? `Its locales are: ${known.join(", ")}.`;
        return finding(placeOf(["options", ...path]), `"${table}" has no locale "${locale}".`, help);
      });
  });
}

/** Remarks stand at the options of their target, or at the table of a target that no configuration has. */
export function remarksOn(
  { placeOf, tablePath }: Pick<ConfiguredTarget, "placeOf" | "tablePath">,
  remarks: readonly Remark[],
  host: Host,
): readonly Diagnostic[] {
  return remarks.map(({ option, message, help }): Diagnostic => {
    const source = { path: host.show(tablePath), text: "" };
    const place = placeOf?.(["options", option]) ?? { source, span: { start: 0, end: 0 } };
    return { code: "outgrown-choice", severity: "warning", message, help, place };
  });
}

/** The files of a target, by their paths in its folder. */
export interface MadeFiles {
  readonly label: string;
  readonly folder: string;
  readonly paths: Iterable<string>;
}

/** Compares paths as they are written. Products have no inner folders, so that two files of different folders never meet. */
export function checkFiles(targets: readonly ConfiguredTarget[], made: readonly MadeFiles[]): readonly Diagnostic[] {
  const makers = new Map(
    made.flatMap(({ folder, paths, label }) =>
      Array.from(paths, (path) => [foldPath(resolve(folder, path)), label] as const),
    ),
  );
  return targets.flatMap(({ out, folder, placeOf }) => {
    const maker = foldersUp(folder)
      .map((path) => makers.get(foldPath(path)))
      .find((label) => label !== undefined);
    if (maker === undefined || placeOf === undefined) return [];
    const message = `The folder "${out}" would stand where ${maker} makes a file.`;
    return [finding(placeOf(["out"]), message, "Give each target a folder of its own.")];
  });
}

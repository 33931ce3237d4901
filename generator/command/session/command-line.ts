// The arguments of a command become data: the tables, the configuration and the project's folder that they mean.
import { dirname, join, resolve } from "node:path";
import { findConfig, isObviousPlace, rootOf } from "../../config/config-places.ts";
import type { Fs } from "../../output/files/fs.ts";
import { foldersUp } from "../../output/files/paths.ts";
import type { Problem } from "../../output/run/outcome.ts";
import type { OperationsMode } from "../../owned/description/table-components.ts";
import type { ProjectHost } from "../../reader/host.ts";
import type { ReportFormat } from "../../report/index.ts";
import type { Terminal } from "../../report/terminal.ts";
import type { ReportFile } from "./report-files.ts";
import type { RunMemory } from "./table-store.ts";

/** The options as commander parses them; each command has some of them. */
export interface Options {
  readonly config?: string | readonly string[] | undefined;
  readonly out?: string;
  readonly format?: ReportFormat;
  readonly output?: readonly ReportFile[];
  readonly failOnWarnings?: boolean;
  readonly all?: boolean;
  readonly quiet?: boolean;
  readonly verbose?: boolean;
  readonly only?: readonly string[];
  readonly dryRun?: boolean;
  readonly fix?: boolean;
  readonly watch?: boolean;
  readonly yes?: boolean;
  readonly force?: boolean;
  readonly exitCode?: boolean;
  readonly table?: readonly string[];
  readonly check?: boolean;
  readonly operations?: OperationsMode;
  readonly remove?: boolean;
  readonly changed?: string;
  readonly depfile?: string;
  readonly depfileTarget?: string;
  readonly against?: string;
  readonly since?: string;
  readonly for?: "wire" | "source" | "all";
  readonly failOn?: "major" | "dangerous";
  readonly accept?: string;
  readonly changelog?: string;
  readonly prove?: boolean;
  readonly retire?: boolean;
  readonly replacedBy?: string;
  readonly reason?: string;
  readonly rename?: readonly string[];
  readonly code?: readonly string[];
}

/** Paths are absolute but for `out`, which stays as it was spelled. */
export interface CommandLine {
  /** The caller's folder. */
  readonly folder: string;
  /** The project's folder: targets stay in it. */
  readonly root: string;
  /** The configurations: named, or the one that was found; none where there is none. */
  readonly configs: readonly string[];
  /** The first of them. */
  readonly config: string | undefined;
  /** Whether the configuration was found elsewhere than people look first, so that reports of faults name it. */
  readonly isFoundAbove: boolean;
  /** Whether the command line names the configuration, so that advice has to name it too. */
  readonly namesConfig: boolean;
  readonly tables: readonly string[];
  /** The folder for the products of the named tables; without it their targets in the configuration are made. */
  readonly out: string | undefined;
  /** Kinds, tables or folders of the selected targets; empty for all of them. */
  readonly only: readonly string[];
  readonly format: ReportFormat;
  /** The files that get a report besides the one on the terminal. */
  readonly reports: readonly ReportFile[];
  /** The folder of the repository, in which programs look for files by their paths; undefined where there is none. */
  readonly repository: string | undefined;
  readonly failOnWarnings: boolean;
  /** Whether a report for people shows every finding. */
  readonly all: boolean;
  /** Whether warnings, notes and words of success are left out. */
  readonly quiet: boolean;
}

/** A command line, with the ways to read files and to report. */
export interface CommandContext extends CommandLine {
  readonly host: ProjectHost;
  readonly fs: Fs;
  /** Whether the process ends with the command, so that its code hardly pays for being optimized. */
  readonly endsProcess: boolean;
  readonly terminal: Terminal;
  /** The version of errtable. */
  readonly version: () => string;
  /** The tables that earlier commands of this process read, and its second thread. */
  readonly memory?: RunMemory;
  /** Begins the line of a run that takes the place of the last one: it says why there is a new one. */
  readonly lead?: string;
}

export function commandLineOf(tables: readonly string[], options: Options, folder: string, fs: Fs): CommandLine {
  const exists = (path: string): boolean => isThere(path, fs);
  const named = [options.config ?? []].flat().map((path) => resolve(folder, path));
  const found = named.length === 0 ? findConfig(folder, fs.home, exists) : undefined;
  const configs = [...new Set(found === undefined ? named : [found])];
  const [config] = configs;
  return {
    folder,
    root: rootOf(config, folder, exists),
    configs,
    config,
    isFoundAbove: found !== undefined && !isObviousPlace(found, folder),
    namesConfig: named.length > 0,
    tables: [...new Set(tables.map((table) => resolve(folder, table)))],
    out: options.out,
    only: options.only ?? [],
    format: options.format ?? "text",
    reports: options.output ?? [],
    repository: foldersUp(folder).find((above) => exists(join(above, ".git"))),
    failOnWarnings: options.failOnWarnings ?? false,
    all: options.all ?? false,
    quiet: options.quiet ?? false,
  };
}

/** A folder that may not be searched shows no entry. */
function isThere(path: string, fs: Fs): boolean {
  try {
    return fs.entry(path) !== undefined;
  } catch {
    return false;
  }
}

/** Whether there is anything to work on. */
export function namesTables({ config, tables }: CommandLine): boolean {
  return config !== undefined || tables.length > 0;
}

/** The reason why the command line means nothing. */
export function usageProblem(line: CommandLine, example = "errtable lint my.errors.yaml"): Problem | undefined {
  const { folder, tables, out } = line;
  if (out !== undefined && tables.length === 0) {
    const help = "Name them: errtable generate my.errors.yaml --out errors/";
    return { message: "--out needs the tables that it is for.", help };
  }
  if (out !== undefined && dirname(resolve(folder, out)) === resolve(folder, out)) {
    const help = "Name a folder for the products: errtable generate my.errors.yaml --out errors/";
    return { message: "--out names the root folder of the disk, where no products belong.", help };
  }
  if (namesTables(line)) return undefined;
  return {
    message: 'There is no errtable.config.yaml here, in "spec", or in the folders of this project above.',
    help: `Name a table (${example}), or start a project with: errtable init`,
  };
}

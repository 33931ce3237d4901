// What a command line asks for, before anything is read.
import { basename, dirname, join } from "node:path";

/** What the command line says. Paths are absolute but for `out`, which stays as it was spelled. */
export interface Invocation {
  readonly folder: string;
  /** The project's folder: targets stay in it. */
  readonly root: string;
  /** The configuration: named, or found; undefined where there is none. */
  readonly config: string | undefined;
  readonly tables: readonly string[];
  /** Where the products of the named tables go; without it the configuration's targets of these tables are meant. */
  readonly out: string | undefined;
}

/** Where a configuration is looked for, relative to the caller's folder. */
export const CONFIG_PLACES = ["errtable.config.yaml", join("spec", "errtable.config.yaml")] as const;

/**
 * The folder that targets stay in: the nearest one at or above the start that `isRoot` knows (it holds a package.json or
 * .git), else the start itself; a configuration in a folder named "spec" starts one above it.
 */
export function projectRoot(
  { config, folder: caller }: Pick<Invocation, "config" | "folder">,
  isRoot: (folder: string) => boolean,
): string {
  const start = config === undefined ? caller : dirname(config);
  for (let folder = start; ; folder = dirname(folder)) {
    if (isRoot(folder)) return folder;
    if (folder === dirname(folder)) break;
  }
  return basename(start) === "spec" ? dirname(start) : start;
}

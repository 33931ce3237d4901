// The folders of a workspace and the open files become the configurations that they belong to.
import { basename, dirname, join } from "node:path";
import { findConfig } from "../../config/config-places.ts";
import { memoizeByKey } from "../../diagnostic/memoize.ts";
import type { Host } from "../../reader/host.ts";
import { TABLE_NAME } from "../../reader/table/spec-files.ts";

/** A configuration with what it governs; the last one, without a path, is for files that no configuration is near to. */
export interface FoundProject {
  /** Undefined where there is no configuration. */
  readonly config: string | undefined;
  /** Open tables and translations that are near to it. */
  readonly open: readonly string[];
}

export type FileKind = "table" | "config";

/** By its name; undefined for any other file. */
export function kindOfFile(path: string): FileKind | undefined {
  const name = basename(path);
  if (TABLE_NAME.test(name)) return "table";
  return /^errtable\.config\.ya?ml$/.test(name) ? "config" : undefined;
}

/** The table or the configuration that a file is, or beside which it lists accepted breaks. */
export function specOfFile(path: string, host: Host): string | undefined {
  if (kindOfFile(path) !== undefined) return path;
  const name = /^(.+)\.accepted\.yaml$/.exec(basename(path))?.[1];
  if (name === undefined) return undefined;
  const beside = [".errors.yaml", ".errors.yml", ".yaml", ".yml"].map((end) => join(dirname(path), name + end));
  return beside.find((one) => kindOfFile(one) !== undefined && !("failure" in host.read(one)));
}

export function findProjects(folders: readonly string[], open: readonly string[], host: Host): readonly FoundProject[] {
  const exists = (path: string): boolean => {
    const read = host.read(path);
    return !("failure" in read) || read.failure === "folder";
  };
  const configOf = memoizeByKey((folder: string) => findConfig(folder, undefined, exists));
  const projects = new Map<string | undefined, string[]>();
  for (const folder of folders) {
    const config = configOf(folder);
    if (config !== undefined) projects.set(config, []);
  }
  for (const path of open.toSorted()) {
    const isConfig = kindOfFile(path) === "config";
    const config = isConfig ? path : configOf(dirname(path));
    const own = projects.get(config) ?? [];
    if (!isConfig) own.push(path);
    projects.set(config, own);
  }
  return Array.from(projects, ([config, own]) => ({ config, open: own }));
}

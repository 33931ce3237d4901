// Where a configuration lies that nobody names, and the folder of the project that it belongs to.
import { basename, dirname, join } from "node:path";
import { foldersUp } from "../output/files/paths.ts";

/** The name of a configuration that is found. */
export const CONFIG_NAME = "errtable.config.yaml";
/** In a folder, in the order of their rank. */
const PLACES = [CONFIG_NAME, join("spec", CONFIG_NAME)];
/** A folder that holds one of these is the folder of a project. */
const ROOT_MARKS = [".git", "package.json"];

type Exists = (path: string) => boolean;

/**
 * The nearest one in a folder and those above it, as far as the repository reaches. Outside of one, the home folder and the root of
 * the disk end the search, because files there belong to no project, unless the search begins there.
 */
export function findConfig(start: string, home: string | undefined, exists: Exists): string | undefined {
  for (const folder of foldersUp(start)) {
    if (folder !== start && (folder === home || dirname(folder) === folder)) return undefined;
    const found = PLACES.map((place) => join(folder, place)).find(exists);
    if (found !== undefined || exists(join(folder, ".git"))) return found;
  }
  return undefined;
}

/** True for a place where people look for it first. */
export function isObviousPlace(config: string, start: string): boolean {
  return PLACES.some((place) => join(start, place) === config);
}

/** The project's folder of a configuration, or of a caller without one. */
export function rootOf(config: string | undefined, start: string, exists: Exists): string {
  const folder = config === undefined ? start : dirname(config);
  const root = foldersUp(folder).find((above) => ROOT_MARKS.some((mark) => exists(join(above, mark))));
  // A configuration in a folder named "spec" belongs to the folder above it.
  return root ?? (basename(folder) === "spec" ? dirname(folder) : folder);
}

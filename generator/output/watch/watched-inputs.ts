// The inputs of a run become the folders and files to watch, and a path that was touched becomes the inputs that it may concern.
import { dirname } from "node:path";
import type { ProjectHost } from "../../reader/host.ts";
import type { Fs } from "../files/fs.ts";
import { foldersUp } from "../files/paths.ts";
import { type Input, isSameInput } from "../state/inputs.ts";

export interface WatchPlan {
  readonly folders: ReadonlySet<string>;
  readonly files: ReadonlySet<string>;
}

/**
 * Besides the folders of the inputs those above them, as far as the project's: a folder that is deleted and made again is told of by
 * the one above it. Files that are missing outside of the project, such as a package.json of the disk, are not waited for.
 */
export function watchPlan(inputs: readonly Input[], root: string, fs: Fs): WatchPlan {
  const folders = new Set<string>();
  const files = new Set<string>();
  for (const { kind, path, hash } of inputs) {
    const folder = kind === "file" ? dirname(path) : path;
    const above = foldersUp(folder);
    const end = above.indexOf(root);
    if (end < 0 && !isHash(hash)) continue;
    for (const one of end < 0 ? above.slice(0, 2) : above.slice(0, end + 1)) folders.add(one);
    if (kind === "file" && isHash(hash)) files.add(path);
  }
  const isThere = (folder: string): boolean => entryKind(fs, folder) === "folder";
  return { folders: new Set([...folders].filter(isThere)), files };
}

/** Where an input could be read; else the word of the failure stands in its place. */
function isHash(hash: string): boolean {
  return hash.length === 64;
}

function entryKind(fs: Fs, path: string): string | undefined {
  try {
    const real = fs.real(path);
    return real === undefined ? undefined : fs.entry(real)?.kind;
  } catch {
    return undefined;
  }
}

/** Beyond this number it is sooner to look at all inputs. */
const MANY = 200;

/** The inputs that are other than they were, among those that touched paths may concern. */
export function changedInputs(
  inputs: readonly Input[],
  touched: ReadonlySet<string> | "all",
  host: ProjectHost,
): readonly Input[] {
  const isConcerned = concerns(touched);
  return inputs.filter((input) => isConcerned(input) && !isSameInput(host, input));
}

function concerns(touched: ReadonlySet<string> | "all"): (input: Input) => boolean {
  if (touched === "all" || touched.size > MANY) return () => true;
  const parents = new Set(Array.from(touched, (path) => dirname(path)));
  return ({ kind, path }) =>
    touched.has(path) || (kind !== "file" && parents.has(path)) || foldersUp(path).some((above) => touched.has(above));
}

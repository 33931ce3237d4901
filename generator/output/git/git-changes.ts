// The files of a repository that differ from those of a commit: changed, deleted, or new and not ignored.
import { join } from "node:path";
import { readWithGit } from "./git.ts";

/** Absolute paths, without links as Git has them; undefined where Git cannot tell. */
export function filesChangedSince(top: string, commit: string): ReadonlySet<string> | undefined {
  const changed = ["diff", "--name-only", "--no-renames", "--no-ext-diff", "--ignore-submodules", "-z", commit, "--"];
  const listed = [changed, ["ls-files", "--others", "--exclude-standard", "-z"]].map((args) => readWithGit(top, args));
  if (listed.some(({ exit }) => exit !== 0)) return undefined;
  const paths = listed.flatMap(({ output }) => Buffer.from(output).toString().split("\0"));
  return new Set(paths.filter((path) => path !== "").map((path) => join(top, path)));
}

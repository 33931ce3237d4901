// The history of files of a folder, for the search of versions that errtable wrote.
import { git } from "./git.ts";

/** Paths are relative to the folder, with forward slashes. */
export interface FileHistory {
  /** The last commit. */
  readonly head: readonly string[];
  /** The commit that Git left to rebase it or to merge into it. */
  readonly left: readonly string[];
  /** The other side of a work that Git has begun and has not ended. */
  readonly others: readonly string[];
  /** The commit that made a file as it is in this one, with the commits before it: several where it is a merge. */
  lastChange(commit: string, path: string): { readonly commit: string; readonly before: readonly string[] } | undefined;
  /** The text of a file; undefined where the commit has none. */
  read(commit: string, path: string): string | undefined;
}

const OTHER_SIDES = ["MERGE_HEAD", "CHERRY_PICK_HEAD", "REBASE_HEAD", "REVERT_HEAD^"];

export function fileHistory(folder: string): FileHistory {
  const commitsOf = (names: readonly string[]) =>
    names.flatMap((name) => git(folder, "rev-parse", "--verify", "--quiet", `${name}^{commit}`)?.trim() ?? []);
  return {
    head: commitsOf(["HEAD"]),
    left: commitsOf(["ORIG_HEAD"]),
    others: commitsOf(OTHER_SIDES),
    lastChange: (from, path) => {
      const [commit = "", ...before] = (git(folder, "log", "-1", "--format=%H %P", from, "--", path) ?? "")
        .trim()
        .split(" ");
      return commit === "" ? undefined : { commit, before };
    },
    read: (commit, path) => git(folder, "cat-file", "blob", `${commit}:./${path}`),
  };
}

/** The versions of a file that Git merges now, or that it merged into this one; none where it merged none. */
export function mergedVersions(folder: string, name: string, now: string): readonly string[] {
  const { head, others, lastChange, read } = fileHistory(folder);
  const textsIn = (commits: readonly string[]) => commits.flatMap((commit) => read(commit, name) ?? []);
  if (others.length > 0) return textsIn([...head, ...others]);
  const change = lastChange("HEAD", name);
  if (change === undefined || change.before.length < 2) return [];
  const plain = (text: string) => text.replaceAll("\r\n", "\n").replace("\ufeff", "");
  return plain(read(change.commit, name) ?? "") === plain(now) ? textsIn(change.before) : [];
}

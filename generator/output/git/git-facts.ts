// The facts of Git about a folder: the bytes that it has of each file, and the files of a merge that is under way.
import { hash } from "node:crypto";
import { resolve } from "node:path";
import type { Fs } from "../files/fs.ts";
import { type FileHistory, fileHistory } from "./file-history.ts";
import { git } from "./git.ts";

/** Paths are relative to the folder, with forward slashes. */
export interface GitFacts {
  /** Hashes of Git of each file, in its index and in its last commit. */
  readonly blobs: ReadonlyMap<string, readonly string[]>;
  /** Files with a conflict of commits. A conflict with a hand edit, as `git checkout --merge` makes it, is none. */
  readonly conflicts: ReadonlySet<string>;
  /**
   * The SHA-256 of both sides of each file with another conflict, as `git stash pop` and `git merge --squash` leave it, too: one side
   * may be a hand edit.
   */
  readonly sides: ReadonlyMap<string, readonly string[]>;
  readonly history: FileHistory;
}

/** Git has them while it merges commits: after a stop, the person goes on or gives up. */
const UNDER_WAY = ["MERGE_HEAD", "CHERRY_PICK_HEAD", "REVERT_HEAD", "rebase-merge", "rebase-apply"];

/** No facts where there is no Git, or no repository. */
export function readGitFacts(fs: Fs, folder: string): GitFacts {
  const index = entriesOf(git(folder, "ls-files", "--stage", "-z"), /^\d+ ([0-9a-f]+) (\d)\t(.+)$/s);
  const head = entriesOf(git(folder, "ls-tree", "-r", "-z", "HEAD"), /^\d+ blob ([0-9a-f]+)()\t(.+)$/s);
  const merged = [...head, ...index.filter(({ stage }) => stage === "0")];
  const blobs = new Map<string, readonly string[]>();
  for (const { path, blob } of merged) blobs.set(path, [...(blobs.get(path) ?? []), blob]);
  const facts = { blobs, history: fileHistory(folder) };
  const unmerged = index.filter(({ stage }) => stage !== "0");
  if (unmerged.length > 0 && !isMerging(fs, folder))
    return { ...facts, conflicts: new Set(), sides: sidesIn(folder, unmerged) };
  return { ...facts, conflicts: new Set(unmerged.map(({ path }) => path)), sides: new Map() };
}

/** The first stage is the common ancestor. */
function sidesIn(folder: string, unmerged: ReturnType<typeof entriesOf>): GitFacts["sides"] {
  const sides = new Map<string, readonly string[]>();
  for (const { path, blob, stage } of unmerged) {
    const text = stage === "1" ? undefined : git(folder, "cat-file", "blob", blob);
    if (text !== undefined) sides.set(path, [...(sides.get(path) ?? []), hash("sha256", text, "hex")]);
  }
  return sides;
}

function entriesOf(listed = "", form: RegExp) {
  return listed.split("\0").flatMap((entry) => {
    const [, blob, stage, path] = form.exec(entry) ?? [];
    return blob === undefined || path === undefined ? [] : [{ blob, stage, path }];
  });
}

function isMerging(fs: Fs, folder: string): boolean {
  const paths = git(folder, "rev-parse", ...UNDER_WAY.flatMap((name) => ["--git-path", name]));
  return (paths ?? "").split("\n").some((path) => path !== "" && fs.entry(resolve(folder, path)) !== undefined);
}

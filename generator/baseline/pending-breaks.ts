// The accepted breaks of a commit that is no release: their entries are for a release that is to come.
import { memoizeByKey } from "../diagnostic/memoize.ts";
import { readAccepted } from "../evolution/accepted/accepted-file.ts";
import { readWithGit } from "../output/git/git.ts";
import type { Host } from "../reader/host.ts";
import type { Commit } from "./git-commit.ts";

/** By the path of a table, the fingerprints in the file beside it; none where a tag makes a release of the commit. */
export function pendingBreaks({ top, id }: Commit, host: Host): (table: string) => ReadonlySet<string> {
  const isReleased = memoizeByKey(
    (commit: string) => readWithGit(top, ["tag", "--points-at", commit]).output.length > 0,
  );
  return (table) => {
    const entries = readAccepted(table, host).value?.entries ?? [];
    return new Set(entries.length === 0 || isReleased(id) ? [] : entries.map(({ fingerprint }) => fingerprint));
  };
}

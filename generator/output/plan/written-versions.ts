// The nearest versions of a file in its history that errtable wrote, as the manifests of their commits say.
import { memoizeByKey } from "../../diagnostic/memoize.ts";
import { manifestName } from "../files/paths.ts";
import type { FileHistory } from "../git/file-history.ts";
import { parseListing, sha256 } from "../state/manifest.ts";

/** Merges and rebases of a few commits leave versions that errtable did not write, one after the other. */
const MOST_COMMITS = 16;

export interface WrittenVersions {
  /** One on each way back through the history. */
  readonly texts: readonly string[];
  /** The text before the last commit, or before the changes since then; undefined where Git merges or merged several. */
  readonly before: string | undefined;
}

export function writtenVersions(history: FileHistory): (path: string, now: string) => WrittenVersions {
  const { head, left, others, lastChange, read } = history;
  const listingIn = memoizeByKey((commit: string) => {
    const listing = parseListing(Buffer.from(read(commit, manifestName) ?? ""));
    return "problem" in listing ? undefined : listing;
  });
  const textsOf = (path: string): readonly string[] => {
    const texts = new Set<string>();
    const commits = new Set([...head, ...left, ...others]);
    // The loop also visits the commits that are added while it runs.
    for (const from of commits) {
      const change = commits.size > MOST_COMMITS ? undefined : lastChange(from, path);
      if (change === undefined) continue;
      const text = read(change.commit, path);
      if (text !== undefined && listingIn(change.commit)?.get(path)?.includes(sha256(text)) === true) texts.add(text);
      else for (const commit of change.before) commits.add(commit);
    }
    return [...texts];
  };
  const textBefore = (path: string, now: string): string | undefined => {
    const [commit] = head;
    if (commit === undefined || others.length > 0) return undefined;
    const text = read(commit, path);
    if (text !== now) return text;
    const [parent, ...more] = lastChange(commit, path)?.before ?? [];
    return parent === undefined || more.length > 0 ? undefined : read(parent, path);
  };
  return (path, now) => ({ texts: textsOf(path), before: textBefore(path, now) });
}

/**
 * Whether Git put a text together: all of its lines stand in these versions and in the one that is made now. Where Git merged nothing,
 * a text that only lacks lines may be an edit.
 */
export function isMixOf(text: string, { texts, before }: WrittenVersions, made: string): boolean {
  if (texts.length === 0) return false;
  const lines = text.split("\n");
  const known = new Set([...texts, made].flatMap((version) => version.split("\n")));
  if (!lines.every((line) => known.has(line))) return false;
  const earlier = new Set(before?.split("\n"));
  return before === undefined || !lines.every((line) => earlier.has(line));
}

// A page or a description that people merged by hand: the errors in it are lines of errtable's, from both sides.
import { basename, dirname } from "node:path";
import { mergedVersions } from "../../output/git/file-history.ts";
import type { FileEdit, OwnedFile } from "./owned-file.ts";

/**
 * Whether nothing of people is lost with the new text, if there is one: each line stands in it or in a version that was merged, and errtable wrote
 * the errors in all of these. `fill` is the edit of such a version.
 */
export async function isMergeOfWritten(
  { path, source }: OwnedFile,
  text: string | undefined,
  fill: (version: OwnedFile["source"]) => FileEdit | undefined | Promise<FileEdit>,
): Promise<boolean> {
  if (text === undefined) return false;
  const versions = mergedVersions(dirname(path), basename(path), source.text).map((version) => {
    return { path: source.path, text: version.replace("\ufeff", "") };
  });
  if (versions.length < 2) return false;
  const known = new Set([text, ...versions.map((version) => version.text)].flatMap(linesOf));
  if (!linesOf(source.text).every((line) => known.has(line))) return false;
  const edits = await Promise.all(versions.map(fill));
  return edits.every((edit) => edit?.isBlocked !== true);
}

/** In JSON the last member of an object has no comma. */
function linesOf(text: string): readonly string[] {
  return text.split("\n").map((line) => line.replace(/,?\s*$/, ""));
}

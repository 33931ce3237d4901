// The tags of a repository that name versions: "v1.2.0", "1.2.0", and in a repository of several packages "shop@1.2.0" or "shop-v1.2.0".
import { readWithGit } from "../output/git/git.ts";

/** None where there is no repository. */
export function versionTags(folder: string): readonly string[] {
  const { output } = readWithGit(folder, ["for-each-ref", "--format=%(refname:lstrip=2)", "refs/tags"]);
  const tags = Buffer.from(output).toString().split("\n");
  return tags.filter((tag) => /(?:^|[@/_-])v?\d+\.\d+\.\d+(?:[-+][\w.+-]+)?$/.test(tag));
}

export function hasVersionTag(tags: readonly string[], version: string): boolean {
  return tags.some((tag) => isTagOf(tag, version));
}

export function isTagOf(tag: string, version: string): boolean {
  return tag.endsWith(version) && /(?:^|[@/_-])v?$/.test(tag.slice(0, tag.length - version.length));
}

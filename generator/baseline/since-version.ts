// A version, a branch or a commit that a page names becomes the table as it was then, or the reason why it cannot be read.
import { dirname } from "node:path";
import { memoizeByKey } from "../diagnostic/memoize.ts";
import type { Model } from "../model/model.ts";
import { foldersUp } from "../output/files/paths.ts";
import { type NamedCommit, readWithGit } from "../output/git/git.ts";
import { type BaselineRequest, type ReadBaselines, readBaselines } from "./read-baselines.ts";
import { isTagOf } from "./version-tags.ts";

export type OlderTable = { readonly model: Model } | { readonly message: string; readonly help: string };

export interface OlderTables {
  readonly read: (path: string, since: string) => OlderTable;
  /** The commits that have been read until now. */
  readonly commits: () => readonly NamedCommit[];
}

/** Only commits of the tables' own repository are read: filling a page asks no network. */
export function olderTables(request: BaselineRequest): OlderTables {
  const commits: NamedCommit[] = [];
  const readOnce = memoizeByKey((name: string): ReadBaselines => {
    const found = readBaselines(`git:${name}`, request);
    commits.push(...found.commits.map(({ top, label, id }) => ({ top, label, id })));
    return found;
  });
  const read = (path: string, since: string): OlderTable => {
    const name = isVersionLike(since) ? (tagOf(path, since, request) ?? `v${since.replace(/^v/, "")}`) : since;
    const { baselines, diagnostics } = readOnce(name);
    const baseline = baselines.get(path);
    if (baseline !== undefined && diagnostics.length === 0) return { model: baseline.model };
    const [first] = diagnostics;
    if (first !== undefined) {
      const { message, help = "Name a tag, a branch or a commit that has the table." } = first;
      return { message: `The table of "${since}" cannot be read. ${message}`, help };
    }
    return {
      message: `"${since}" has no table of this name.`,
      help: "Name a version, a branch or a commit that has the table.",
    };
  };
  return { read, commits: () => commits };
}

function isVersionLike(text: string): boolean {
  return /^v?\d+(?:\.\d+)+(?:[-+][\w.+-]+)?$/.test(text);
}

/** The tag "v1.2.0" or "1.2.0"; in a repository of several packages the one that names the table, such as "shop@1.2.0" or "shop-v1.2.0". */
function tagOf(path: string, since: string, { fs, tables }: BaselineRequest): string | undefined {
  const folder = foldersUp(dirname(path)).find((above) => fs.entry(`${above}/.git`) !== undefined) ?? dirname(path);
  const version = since.replace(/^v/, "");
  const { output } = readWithGit(folder, ["for-each-ref", "--format=%(refname:lstrip=2)", "refs/tags"]);
  const tags = Buffer.from(output).toString().split("\n");
  const fitting = tags.filter((tag) => isTagOf(tag, version));
  const name = (tables.find((table) => table.path === path)?.name ?? "").toLowerCase();
  const own = fitting.filter((tag) => tag.toLowerCase().includes(name));
  const found =
    own[0] ??
    fitting.find((tag) => tag === `v${version}` || tag === version) ??
    (fitting.length === 1 ? fitting[0] : undefined);
  return found === undefined ? undefined : `refs/tags/${found}`;
}

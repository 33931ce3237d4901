// The name of a missing commit becomes the line that fetches it.
import { readWithGit } from "../output/git/git.ts";
import { shellLine } from "../text/shell-line.ts";

export interface MissingCommit {
  readonly isShallow: boolean;
  /** Whether the commits below it are needed, too. */
  readonly isWhole: boolean;
}

/** Undefined where there is no remote to fetch it from. */
export function fetchLine(top: string, ref: string, { isShallow, isWhole }: MissingCommit): string | undefined {
  const remotes = Buffer.from(readWithGit(top, ["remote"]).output)
    .toString()
    .split("\n")
    .filter(Boolean);
  const remote =
    remotes.find((name) => ref.startsWith(`${name}/`)) ?? remotes.find((name) => name === "origin") ?? remotes[0];
  // A whole clone has every commit before its own HEAD, so a missing one is nowhere.
  if (remote === undefined || (ref.startsWith("HEAD") && !isShallow)) return undefined;
  const depth = !isShallow ? [] : isWhole ? ["--unshallow"] : ["--depth=1"];
  return shellLine(["git", "fetch", ...wanted(ref, remote, depth, isShallow)]);
}

function wanted(ref: string, remote: string, depth: readonly string[], isShallow: boolean): readonly string[] {
  const [, ancestors] = /^HEAD(?:~(\d+)|\^+)$/.exec(ref) ?? [];
  if (ref.startsWith("HEAD"))
    return ancestors === undefined ? ["--unshallow", remote] : [`--deepen=${ancestors}`, remote];
  // A commit before a named one needs the commits between them.
  const plain = ref.replace(/[~^@{].*$/, "");
  const deep = plain === ref ? depth : isShallow ? ["--unshallow"] : [];
  if (/^[0-9a-f]{7,64}$/.test(plain))
    return plain.length < 40 && isShallow ? ["--unshallow", remote] : [...deep, remote, plain];
  if (/^v?\d+(?:\.\d+)+/.test(plain)) return [...deep, remote, "tag", plain];
  const branch = plain.startsWith(`${remote}/`) ? plain.slice(remote.length + 1) : plain;
  return [...deep, remote, `${branch}:refs/remotes/${remote}/${branch}`];
}

// A commit becomes a host: files are read from it, and neither the index nor the working tree is touched.
import { join, posix, relative, resolve, sep } from "node:path";
import { memoizeByKey } from "../diagnostic/memoize.ts";
import { readWithGit } from "../output/git/git.ts";
import type { FolderEntry, ProjectHost, ReadFailure } from "../reader/host.ts";
import type { Commit } from "./git-commit.ts";

/** Paths are as in the working tree. A file is shown as Git names it: "main:spec/shop.errors.yaml". */
export function gitHost({ top, id, label }: Commit): ProjectHost {
  const files = new Map<string, Uint8Array | ReadFailure>();
  const inTree = (path: string): string => relative(top, path).split(sep).join("/");
  let whole: Tree | undefined;
  const folders = memoizeByKey((folder: string) => namesIn(top, id, folder));
  const readAll = (paths: readonly string[]): void => {
    const fresh = paths.filter((path) => !files.has(path));
    const read = readBlobs(top, id, fresh.map(inTree));
    for (const [index, path] of fresh.entries()) files.set(path, read[index] ?? MISSING);
  };
  return {
    read(path) {
      if (whole !== undefined && isMissing(whole, inTree(path))) return MISSING;
      if (!files.has(path)) readAll([path]);
      return files.get(path) ?? MISSING;
    },
    list(folder) {
      const inside = whole?.get(inTree(folder));
      const names = inside === undefined ? folders(inTree(folder)) : [...inside.keys()];
      // A table, its translations and its neighbours are asked for one by one; Git starts once for all of them.
      if (!("failure" in names))
        readAll(names.filter((name) => SPEC_NAME.test(name)).map((name) => join(folder, name)));
      return names;
    },
    entries(folder) {
      whole ??= treeOf(top, id);
      const inside = whole.get(inTree(folder));
      return inside === undefined ? MISSING : Array.from(inside, ([name, kind]) => ({ name, kind }));
    },
    show: (path) => `${label}:${inTree(resolve(top, path))}`,
  };
}

/** Every folder of a commit with its entries; the root is "". */
type Tree = ReadonlyMap<string, ReadonlyMap<string, FolderEntry["kind"]>>;

function treeOf(top: string, id: string): Tree {
  const { output } = readWithGit(top, ["ls-tree", "-r", "-z", id]);
  const folders = new Map<string, Map<string, FolderEntry["kind"]>>([["", new Map()]]);
  for (const line of Buffer.from(output).toString().split("\0")) {
    const [, mode, path] = /^(\d+) [^\t]*\t(.+)$/s.exec(line) ?? [];
    if (path === undefined) continue;
    let kind: FolderEntry["kind"] = mode === "100644" || mode === "100755" ? "file" : "other";
    for (let at = path; ; kind = "folder") {
      const end = at.lastIndexOf("/");
      const folder = end < 0 ? "" : at.slice(0, end);
      const isKnown = folders.has(folder);
      const entries = folders.get(folder) ?? new Map<string, FolderEntry["kind"]>();
      folders.set(folder, entries.set(at.slice(end + 1), kind));
      if (isKnown || folder === "") break;
      at = folder;
    }
  }
  return folders;
}

/** A file below a link is not among the entries. */
function isMissing(tree: Tree, path: string): boolean {
  const folder = posix.dirname(path) === "." ? "" : posix.dirname(path);
  const inside = tree.get(folder);
  if (inside !== undefined) return !inside.has(posix.basename(path));
  return folder === "" || tree.get(posix.dirname(folder).replace(/^\.$/, ""))?.get(posix.basename(folder)) !== "other";
}

const SPEC_NAME = /\.errors\.ya?ml$/;
const MISSING: ReadFailure = { failure: "missing", detail: "The commit has no such file." };

function isOutside(path: string): boolean {
  return path === ".." || path.startsWith("../") || posix.isAbsolute(path) || /^[A-Za-z]:/.test(path);
}

function namesIn(top: string, id: string, folder: string): readonly string[] | ReadFailure {
  if (isOutside(folder)) return MISSING;
  const below = folder === "" ? [] : [`${folder}/`];
  const { exit, output, errors } = readWithGit(top, ["ls-tree", "-z", "--name-only", id, "--", ...below]);
  if (exit !== 0) return { failure: "other", detail: errors };
  const names = Buffer.from(output).toString().split("\0").filter(Boolean);
  return names.length === 0 && folder !== "" ? MISSING : names.map((name) => posix.basename(name));
}

/** As for files on the disk. */
const LARGEST = 64 * 2 ** 20;

/** In the order of the paths. Links are followed within the commit. */
function readBlobs(top: string, id: string, paths: readonly string[]): readonly (Uint8Array | ReadFailure)[] {
  const asked = paths.filter(isAskable);
  if (asked.length === 0) return paths.map(() => MISSING);
  const input = asked.map((path) => `${id}:${path}\n`).join("");
  const { exit, output, errors } = readWithGit(top, ["cat-file", "--batch", "--follow-symlinks"], input);
  const failed: ReadFailure = { failure: "other", detail: errors };
  const answers = exit === 0 ? answersIn(Buffer.from(output)) : asked.map(() => failed);
  const byPath = new Map(asked.map((path, index) => [path, answers[index] ?? failed]));
  return paths.map((path) => byPath.get(path) ?? MISSING);
}

/** A line for Git holds one path; the folder of the repository is no file. */
function isAskable(path: string): boolean {
  return path !== "" && !path.includes("\n") && !isOutside(path);
}

/** Each answer is a line, and the bytes of the file where there is one. */
function answersIn(output: Buffer): readonly (Uint8Array | ReadFailure)[] {
  const answers: (Uint8Array | ReadFailure)[] = [];
  for (let at = 0; at < output.length; ) {
    const end = output.indexOf("\n", at);
    const line = output.subarray(at, end).toString();
    at = end + 1;
    const [, kind = "missing", size = ""] = /^(?:[0-9a-f]{40,64} )?(\w+) (\d+)$/.exec(line) ?? [];
    const length = Number(size);
    if (size === "") answers.push(MISSING);
    else if (kind === "blob") answers.push(length > LARGEST ? tooLarge(length) : output.subarray(at, at + length));
    else answers.push(kind === "tree" ? FOLDER : { failure: "other", detail: "The link leads out of the commit." });
    if (size !== "") at += length + 1;
  }
  return answers;
}

const FOLDER: ReadFailure = { failure: "folder", detail: "It is a folder." };

function tooLarge(length: number): ReadFailure {
  return { failure: "too-large", detail: `It has ${length} bytes.` };
}

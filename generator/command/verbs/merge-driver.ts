// Merges files for Git: the next run of generate makes generated ones anew from the merged table, and a table gets the rows of both sides.
import { basename, dirname, isAbsolute, join, relative } from "node:path";
import { mergeAccepted } from "../../evolution/accepted/merge-accepted.ts";
import type { Fs } from "../../output/files/fs.ts";
import { foldersOf, foldersUp, manifestName } from "../../output/files/paths.ts";
import { git } from "../../output/git/git.ts";
import { plainBytes } from "../../output/plan/records.ts";
import type { ExitCode } from "../../output/run/outcome.ts";
import { mergeManifests, parseListing, sha256 } from "../../output/state/manifest.ts";
import { place } from "../../output/state/state.ts";
import { replaceFiles } from "../../output/write/replace.ts";
import { textOfFile } from "../../reader/file-text.ts";
import { readYaml } from "../../reader/yaml/document.ts";
import { mergeTables, type Sides } from "../../refactor/merge-tables.ts";
import type { Session } from "../session/session.ts";

/** The attribute that .gitattributes gives to generated files. */
export const MERGE_ATTRIBUTE = "merge=errtable";

/**
 * Git's shell runs the driver in the top folder of the work tree, with the base, both sides, and the path. Where errtable declines
 * or cannot be run, Git merges the lines as it does without a driver; it takes a status above 128 for a crash.
 */
const commandOf = (run: string) =>
  `${run} merge-driver %O %A %B %P || git merge-file --marker-size=%L -L ours -L base -L theirs %A %O %B || exit 1`;

/**
 * The first three are files that Git made, and `path` is the place in the work tree. A manifest gets the entries of both
 * sides, so that generate knows the files of both as errtable's; a generated file stays as it is on this side; a table gets the
 * rows of both, and a file of accepted breaks the entries. Any other file is left to a merge of lines, by status 1.
 */
export function mergeGenerated(
  [base = "", ours = "", theirs = "", path = ""]: readonly string[],
  { project: { fs }, folder }: Session,
): ExitCode {
  const before = fs.read(join(folder, ours));
  const joins = TABLE.test(path) ? mergeTables : ACCEPTED.test(path) ? mergeAccepted : undefined;
  if (joins !== undefined) return mergeOwned(fs, folder, { base, ours, theirs }, joins);
  if (basename(path) !== manifestName) return isGenerated(fs, folder, path, before) ? 0 : 1;
  const after = mergeManifests(before, fs.read(join(folder, theirs)));
  if (after === undefined) return 1;
  replaceFiles(fs, [{ path: join(folder, ours), before, after: Buffer.from(after) }]);
  return 0;
}

const TABLE = /\.errors\.ya?ml$/;
const ACCEPTED = /\.accepted\.yaml$/;

/** Git merges lines, and errtable the entries where lines meet, as they do where both sides add a code at the end. */
function mergeOwned(
  fs: Fs,
  folder: string,
  names: Readonly<Record<keyof Sides, string>>,
  joined: (sides: Sides) => string | undefined,
): ExitCode {
  const lines = git(folder, "merge-file", "-p", names.ours, names.base, names.theirs);
  if (lines !== undefined && readYaml({ path: names.ours, text: lines }).diagnostics.length === 0) return 1;
  const read = (name: string) => textOfFile(name, fs.read(join(folder, name))).value;
  const [base, ours, theirs] = [read(names.base), read(names.ours), read(names.theirs)];
  const merged = base && ours && theirs && joined({ base, ours, theirs });
  if (merged === undefined) return 1;
  const path = join(folder, names.ours);
  const before = fs.read(path);
  const hasMark = Buffer.from(before.subarray(0, 3)).toString() === "\ufeff";
  replaceFiles(fs, [{ path, before, after: Buffer.from((hasMark ? "\ufeff" : "") + merged) }]);
  return 0;
}

/** True if a manifest of the work tree, in a folder above the file, lists it with these bytes. */
function isGenerated(fs: Fs, top: string, path: string, bytes: Uint8Array): boolean {
  const hashes = [bytes, plainBytes(bytes)].map(sha256);
  return ["", ...foldersOf(path)].some((folder) => {
    const manifest = join(place(top, folder), manifestName);
    if (fs.entry(manifest)?.kind !== "file") return false;
    const listing = parseListing(fs.read(manifest));
    if ("problem" in listing) return false;
    const listed = listing.get(folder === "" ? path : path.slice(folder.length + 1));
    return listed?.some((one) => hashes.includes(one)) ?? false;
  });
}

/** Git keeps drivers per clone, because a repository must not name programs for others. */
export async function installDriver(session: Session): Promise<ExitCode> {
  const { folder, config, host, terminal, project } = session;
  const top = git(folder, "rev-parse", "--show-toplevel")?.replace(/\r?\n$/, "");
  if (top === undefined) {
    terminal.err("This folder is in no Git repository, or Git cannot be run, so there is no driver to set up.\n");
    return 2;
  }
  const run = `node ${quote(cliPath(project.fs, folder, top, project.toolFolder))}`;
  // An alias is run as a driver is: by Git's shell, in the top folder.
  if (git(folder, "-c", `alias.errtable-version=!${run} --version`, "errtable-version") === undefined) {
    terminal.err(
      `Git cannot run errtable in the top folder of the repository, so no driver was set up. It tried: ${run} --version\n` +
        "Install errtable in this package, and put node on the PATH that Git has.\n",
    );
    return 2;
  }
  const isSet =
    git(folder, "config", "merge.errtable.name", "files that errtable makes anew") !== undefined &&
    // A percent sign begins a placeholder.
    git(folder, "config", "merge.errtable.driver", commandOf(run.replaceAll("%", "%%"))) !== undefined;
  if (!isSet) {
    terminal.err("Git cannot write the configuration of this clone, so no driver was set up. Check its permissions.\n");
    return 2;
  }
  terminal.out("set merge.errtable.driver in this clone\n");
  const targets = config === undefined ? [] : ((await session.openConfig())?.targets ?? []);
  const attribute = (path: string) => git(folder, "check-attr", "merge", "--", join(path, manifestName));
  const unmarked = targets.filter((target) => !attribute(target.folder)?.endsWith(": errtable\n"));
  if (unmarked.length > 0) {
    const lines = new Set(unmarked.map((target) => `  ${host.show(target.folder)}/** ${MERGE_ATTRIBUTE}\n`));
    terminal.err(`Git uses it for files that .gitattributes names. Add:\n${[...lines].join("")}`);
  }
  terminal.err("After a merge, run: errtable generate\n");
  return 0;
}

/** The running errtable as the nearest node_modules names it, which updates keep; relative to the top folder where it lies below. */
function cliPath(fs: Fs, folder: string, top: string, toolFolder: string): string {
  const inPackage = "dist/js/cli.js";
  const own = join(dirname(toolFolder), inPackage);
  const installed = foldersUp(fs.real(folder) ?? folder)
    .map((at) => join(at, "node_modules/errtable", inPackage))
    .find((path) => fs.real(path) !== undefined && fs.real(path) === fs.real(own));
  const path = installed ?? own;
  const below = relative(fs.real(top) ?? top, path);
  return (below.startsWith("..") || isAbsolute(below) ? path : below).replaceAll("\\", "/");
}

/** One word for a shell. */
function quote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

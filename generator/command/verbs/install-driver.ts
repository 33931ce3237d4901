// Sets the merge driver up in a clone: Git keeps drivers per clone, because a repository must not name programs for others.
import { dirname, isAbsolute, join, relative } from "node:path";
import { ownedSlots } from "../../config/owned-entries.ts";
import type { Fs } from "../../output/files/fs.ts";
import { foldersUp, manifestName } from "../../output/files/paths.ts";
import { git } from "../../output/git/git.ts";
import type { ExitCode } from "../../output/run/outcome.ts";
import type { Session } from "../session/session.ts";

/** The attribute that .gitattributes gives to generated files. */
export const MERGE_ATTRIBUTE = "merge=errtable";

/**
 * Git's shell runs the driver in the top folder of the work tree, with the base, both sides, and the path. Where errtable declines
 * or cannot be run, Git merges the lines as it does without a driver; it takes a status above 128 for a crash.
 */
const commandOf = (run: string) =>
  `${run} merge-driver %O %A %B %P || git merge-file --marker-size=%L -L ours -L base -L theirs %A %O %B || exit 1`;

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
  const opened = config === undefined ? undefined : await session.openConfig();
  const files = [
    ...(opened?.targets ?? []).map((target) => [`${host.show(target.folder)}/**`, join(target.folder, manifestName)]),
    ...(opened === undefined ? [] : ownedSlots(opened, host)).map(({ shown, path }) => [shown, path]),
  ];
  const attributes = mergeAttributes(
    folder,
    files.map(([, path = ""]) => path),
  );
  const unmarked = files.filter((_, index) => attributes[index] !== "errtable");
  if (unmarked.length > 0) {
    const lines = new Set(unmarked.map(([shown]) => `  ${shown} ${MERGE_ATTRIBUTE}\n`));
    terminal.err(`Git uses it for files that .gitattributes names. Add:\n${[...lines].join("")}`);
  }
  terminal.err("After a merge, run: errtable generate\n");
  return 0;
}

/** The value of each file's attribute. Git prints the path, the name and the value, with a null byte behind each. */
function mergeAttributes(folder: string, paths: readonly string[]): readonly string[] {
  if (paths.length === 0) return [];
  const printed = git(folder, "check-attr", "-z", "merge", "--", ...paths)?.split("\0") ?? [];
  return printed.filter((_, index) => index % 3 === 2);
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

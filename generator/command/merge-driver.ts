// Merges generated files for Git: the next run of generate makes them anew from the merged table, so no line of them needs a person.
import { basename, join } from "node:path";
import { git } from "../output/git.ts";
import { mergeManifests } from "../output/manifest.ts";
import type { ExitCode } from "../output/outcome.ts";
import { manifestName } from "../output/paths.ts";
import { replaceFiles } from "../output/replace.ts";
import type { Session } from "./session.ts";

/** The attribute that .gitattributes gives to generated files. */
export const MERGE_ATTRIBUTE = "merge=errtable";

/** Git's shell runs it in the top folder of the work tree, with the base, both sides, and the path. */
const COMMAND = "npx --no-install errtable merge-driver %O %A %B %P";

/**
 * `ours` and `theirs` are files that Git made, and `path` is the place in the work tree. A manifest gets the entries of both
 * sides, so that generate knows the files of both as errtable's; other files stay as they are on this side.
 */
export function mergeGenerated(
  [, ours = "", theirs = "", path = ""]: readonly string[],
  { project: { fs }, folder, terminal }: Session,
): ExitCode {
  if (basename(path) !== manifestName) return 0;
  const before = fs.read(join(folder, ours));
  const after = mergeManifests(before, fs.read(join(folder, theirs)));
  if (after === undefined) {
    terminal.err(`One side of ${path} is no manifest of errtable: take the other side, then run errtable generate.\n`);
    return 1;
  }
  replaceFiles(fs, [{ path: join(folder, ours), before, after: Buffer.from(after) }]);
  return 0;
}

/** Git keeps drivers per clone, because a repository must not name programs for others. */
export async function installDriver(session: Session): Promise<ExitCode> {
  const { folder, config, host, terminal } = session;
  const isSet =
    git(folder, "rev-parse", "--show-toplevel") !== undefined &&
    git(folder, "config", "merge.errtable.name", "files that errtable makes anew") !== undefined &&
    git(folder, "config", "merge.errtable.driver", COMMAND) !== undefined;
  if (!isSet) {
    terminal.err("This folder is in no Git repository, or Git cannot be run, so there is no driver to set up.\n");
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

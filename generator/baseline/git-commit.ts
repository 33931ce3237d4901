// The name of a commit, in a folder, becomes the commit and the folder of its repository; or the reason and the line that fetches it.
import { resolve } from "node:path";
import { createSuggester } from "../diagnostic/suggest.ts";
import { FORK_POINT, type NamedCommit, readWithGit } from "../output/git/git.ts";
import { fetchLine } from "./fetch-line.ts";

export interface Commit extends NamedCommit {
  readonly isShallow: boolean;
}

export interface NoCommit {
  /** True where Git knows the repository but not the name. */
  readonly isUnknown: boolean;
  readonly message: string;
  readonly help: string;
}

/** No option and no range; Git itself refuses the other names that it does not know. */
export function isCommitName(name: string): boolean {
  const ref = name.replace(FORK_POINT, "");
  // biome-ignore lint/suspicious/noControlCharactersInRegex: No name of Git has one.
  return ref !== "" && !/^[-^]|\.\.|[\x00-\x1f\x7f]/.test(ref);
}

export function findCommit(folder: string, name: string): Commit | NoCommit {
  if (!isCommitName(name)) {
    const help = "Name a branch, a tag or a commit: main, origin/main, v1.2.0, HEAD~3, or main... for the fork point.";
    return { isUnknown: true, message: `"${name}" is no name of one commit.`, help };
  }
  const isCommon = FORK_POINT.test(name);
  const ref = name.replace(FORK_POINT, "");
  const asked = ask(folder, ref);
  if ("message" in asked) return asked;
  const { top, isShallow } = asked;
  const own = asked.id === undefined ? remoteBranch(top, ref) : { id: asked.id, label: ref };
  if (own === undefined) return unknownCommit(top, ref, isShallow);
  if (!isCommon) return { top, isShallow, ...own };
  const base = readWithGit(top, ["merge-base", own.id, "HEAD"]);
  const id = Buffer.from(base.output).toString().trim();
  if (base.exit === 0 && HASH.test(id)) return { top, isShallow, id, label: `${own.label}...` };
  const line = fetchLine(top, ref, { isShallow, isWhole: true });
  const help = isShallow
    ? `Fetch the commits between them: ${line}`
    : `Name a branch that HEAD was made from, or compare with "${ref}" itself.`;
  return { isUnknown: true, message: `"${ref}" and HEAD have no commit in common here.`, help };
}

const HASH = /^[0-9a-f]{40,64}$/;

interface Asked {
  readonly top: string;
  readonly isShallow: boolean;
  /** Undefined where Git does not know the name. */
  readonly id: string | undefined;
}

function ask(folder: string, ref: string): Asked | NoCommit {
  const flags = ["--is-shallow-repository", "--show-cdup"];
  const { exit, output, errors } = readWithGit(folder, ["rev-parse", ...flags, `${ref}^{commit}`, "--"]);
  if (exit === "missing") {
    const help = "Install Git, or compare with a file, a folder or a package: --against npm:my-errors";
    return { isUnknown: false, message: "There is no Git here to read the commit with.", help };
  }
  const [shallow, up, id = ""] = Buffer.from(output).toString().split("\n");
  if (shallow !== "true" && shallow !== "false") {
    const reason = /^fatal: (.+)$/m.exec(errors)?.[1] ?? "it gave no reason";
    const help = "Run it in a clone, or compare with a file, a folder or a package: --against npm:my-errors";
    return { isUnknown: false, message: `Git reads no repository here: ${reason}.`.replace(/\.\.$/, "."), help };
  }
  return { top: resolve(folder, up ?? ""), isShallow: shallow === "true", id: HASH.test(id) ? id : undefined };
}

/** A clone of a build has the branches of its remote alone. */
function remoteBranch(top: string, ref: string): Pick<Commit, "id" | "label"> | undefined {
  if (!/^[\w./-]+$/.test(ref)) return undefined;
  const { output } = readWithGit(top, ["rev-parse", "--verify", "--quiet", `refs/remotes/origin/${ref}^{commit}`]);
  const id = Buffer.from(output).toString().trim();
  return HASH.test(id) ? { id, label: `origin/${ref}` } : undefined;
}

function unknownCommit(top: string, ref: string, isShallow: boolean): NoCommit {
  const line = fetchLine(top, ref, { isShallow, isWhole: false });
  const names = readWithGit(top, ["for-each-ref", "--format=%(refname:short)"]);
  const meant = createSuggester(Buffer.from(names.output).toString().split("\n"))(ref);
  const where = isShallow ? "This shallow clone has no commit" : "Git knows no commit";
  const guess = meant === undefined ? "" : `Did you mean "${meant}"? `;
  const help = line === undefined ? "Name a branch, a tag or a commit of this repository." : `Fetch it: ${line}`;
  return { isUnknown: true, message: `${where} "${ref}".`, help: guess + help };
}

// Git, as a program that may be missing.
import { type ProgramResult, runProgram } from "./run-program.ts";

/** The output of Git in a folder; undefined where there is no Git or no repository, or where it fails. */
export function git(folder: string, ...args: readonly string[]): string | undefined {
  // The build takes the module out of the imports, because the other commands start sooner without it.
  const { execFileSync } = process.getBuiltinModule("node:child_process");
  try {
    return execFileSync("git", args, {
      cwd: folder,
      encoding: "utf8",
      maxBuffer: 2 ** 28,
      stdio: ["ignore", "pipe", "ignore"],
    });
  } catch {
    return undefined;
  }
}

/** The commit that a name stood for when something was made of it. */
export interface NamedCommit {
  /** The folder of the repository. */
  readonly top: string;
  /** The name that was found: "main", "origin/main"; "main..." for the last commit that it and HEAD have in common. */
  readonly label: string;
  /** The hash. */
  readonly id: string;
}

/** Whether the name still stands for the commit. */
export function isSameCommit({ top, label, id }: NamedCommit): boolean {
  const name = label.replace(FORK_POINT, "");
  const args = name === label ? ["rev-parse", "--verify", "--quiet", `${name}^{commit}`] : ["merge-base", name, "HEAD"];
  return Buffer.from(readWithGit(top, args).output).toString().trim() === id;
}

/** Behind a name: the last commit that it and HEAD have in common is meant, as `git diff main...` means it. */
export const FORK_POINT = /\.\.\.(?:HEAD)?$/;

/** Variables by which hooks of Git tell programs another repository or index than that of their folder. */
const OF_HOOKS = ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX"];

/** Git reads commits of the repository that a folder is in, whatever hook it runs in; it asks nobody for a password. */
export function readWithGit(folder: string, args: readonly string[], input?: string): ProgramResult {
  const without = Object.fromEntries(OF_HOOKS.map((name) => [name, undefined]));
  return runProgram("git", args, {
    folder,
    ...(input === undefined ? {} : { input }),
    variables: { ...without, GIT_OPTIONAL_LOCKS: "0", GIT_TERMINAL_PROMPT: "0", LC_ALL: "C" },
  });
}

// Git, as a program that may be missing.

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

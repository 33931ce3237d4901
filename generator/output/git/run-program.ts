// Another program runs to its end, without a shell.
import { dirname, join } from "node:path";

export interface ProgramRun {
  readonly folder: string;
  readonly input?: string;
  /** Added to the environment; an undefined one is taken out of it. */
  readonly variables?: Readonly<Record<string, string | undefined>>;
  /** Milliseconds after which the program is ended. */
  readonly limit?: number;
}

export interface ProgramResult {
  /** "missing" where there is no such program, "stopped" where it did not end by itself. */
  readonly exit: number | "missing" | "stopped";
  readonly output: Uint8Array;
  /** The text on stderr. */
  readonly errors: string;
}

export function runProgram(
  program: string,
  args: readonly string[],
  { folder, input, variables, limit }: ProgramRun,
): ProgramResult {
  // The build takes the module out of the imports, because the other commands start sooner without it.
  const { spawnSync } = process.getBuiltinModule("node:child_process");
  const { status, error, stdout, stderr } = spawnSync(program, args, {
    cwd: folder,
    maxBuffer: 2 ** 28,
    windowsHide: true,
    ...(input === undefined ? { stdio: ["ignore", "pipe", "pipe"] } : { input }),
    ...(variables === undefined ? {} : { env: { ...process.env, ...variables } }),
    ...(limit === undefined ? {} : { timeout: limit }),
  });
  const isMissing = error !== undefined && "code" in error && error.code === "ENOENT";
  return {
    exit: isMissing ? "missing" : (status ?? "stopped"),
    output: stdout ?? new Uint8Array(),
    errors: stderr?.toString() ?? "",
  };
}

/** Runs a script of Node with the Node that runs errtable. */
export function runScript(script: string, args: readonly string[], run: ProgramRun): ProgramResult {
  return runProgram(process.execPath, [script, ...args], run);
}

/** On Windows npm is a file for a shell, which could take a part of a range for its own; its script is the same on all systems. */
export function runNpm(args: readonly string[], run: ProgramRun): ProgramResult {
  if (process.platform !== "win32") return runProgram("npm", args, run);
  const running = process.env["npm_execpath"];
  const beside = join(dirname(process.execPath), "node_modules/npm/bin/npm-cli.js");
  return runScript(running?.endsWith("npm-cli.js") ? running : beside, args, run);
}

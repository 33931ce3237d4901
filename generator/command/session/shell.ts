// The process, as the commands use it: the terminal, the disk, and the end of the run.
import type { Fs } from "../../output/files/fs.ts";
import type { ExitCode } from "../../output/run/outcome.ts";
import type { Terminal } from "../../report/terminal.ts";
import type { Options } from "./command-line.ts";
import type { Streams } from "./questions.ts";
import type { Session } from "./session.ts";

export interface Shell {
  readonly terminal: Terminal;
  readonly disk: Fs;
  readonly version: () => string;
  readonly open: (tables: readonly string[], options: Options) => Session;
  /** The text to decode: at most so many characters of stdin or of a file, or the words themselves. */
  readonly textOf: (words: readonly string[], limit: number) => Promise<string>;
  /** The terminal for questions; undefined where nobody can answer them. */
  readonly person: () => Streams | undefined;
  /** For programs that speak a protocol. */
  readonly stdio: () => Streams;
  readonly finish: (exit: ExitCode | 130) => void;
  /** Ends a watch; without it only the end of the process does. */
  readonly signal?: AbortSignal;
}

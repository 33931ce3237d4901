// A command as the command line runs it, in this process: its exit code, and the text of both streams.
import { createColors } from "picocolors";
import { buildProgram } from "../../generator/command/program/program.ts";
import { commandLineOf } from "../../generator/command/session/command-line.ts";
import { tellFailure } from "../../generator/command/session/failure.ts";
import { openSession } from "../../generator/command/session/session.ts";
import { diskHost } from "../../generator/output/disk.ts";
import { hastyDisk } from "../output/session-in.ts";

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export async function runCommand(folder: string, ...args: readonly string[]): Promise<Ran> {
  const ran = { code: 0, out: "", err: "" };
  const out = (text: string): void => {
    ran.out += text;
  };
  const err = (text: string): void => {
    ran.err += text;
  };
  const colors = createColors(false);
  const nothing = (): void => undefined;
  const terminal = {
    ...{ out, outForeign: out, err, outColors: colors, errColors: colors, plainColors: colors },
    ...{ progress: nothing, timeSteps: nothing, done: nothing },
  };
  const version = (): string => "0.0.0";
  const program = buildProgram({
    terminal,
    disk: hastyDisk,
    version,
    open(tables, options) {
      const line = commandLineOf(tables, options, folder, hastyDisk);
      return openSession({ ...line, host: diskHost(folder), fs: hastyDisk, endsProcess: false, terminal, version });
    },
    textOf: async (words) => words.join(" "),
    person: () => undefined,
    stdio: () => ({ input: process.stdin, output: process.stdout }),
    finish(exit) {
      ran.code = exit;
    },
  });
  try {
    await program.parseAsync(args, { from: "user" });
  } catch (error) {
    ran.code = tellFailure(error, { terminal, version });
  }
  return ran;
}

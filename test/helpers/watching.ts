// A watch of a folder, in this process: the words that it tells, and the wait for some of them.
import { createColors } from "picocolors";
import { onTestFinished } from "vitest";
import { buildProgram } from "../../generator/command/program/program.ts";
import { commandLineOf } from "../../generator/command/session/command-line.ts";
import { openSession } from "../../generator/command/session/session.ts";
import { diskHost } from "../../generator/output/disk.ts";
import { hastyDisk } from "../output/session-in.ts";

export interface Watching {
  /** The words since the last call that are the first to fit; fails after a time that no machine needs. */
  until(fits: RegExp): Promise<string>;
  /** The words since the last call, after some time without events. */
  rest(): Promise<string>;
  end(): Promise<void>;
}

const LONG = 300_000;

export function watching(folder: string, ...args: readonly string[]): Watching {
  let told = "";
  const tell = (text: string): void => {
    told += text;
  };
  const colors = createColors(false);
  const nothing = (): void => undefined;
  const terminal = {
    ...{ out: tell, outForeign: tell, err: tell, outColors: colors, errColors: colors, plainColors: colors },
    ...{ progress: nothing, timeSteps: nothing, done: nothing, restart: () => tell("(clear)\n") },
  };
  const version = (): string => "0.0.0";
  const controller = new AbortController();
  const program = buildProgram({
    terminal,
    disk: hastyDisk,
    version,
    open(tables, options) {
      const line = commandLineOf(tables, options, folder, hastyDisk);
      return openSession({ ...line, host: diskHost(folder), fs: hastyDisk, endsProcess: false, terminal, version });
    },
    textOf: async () => "",
    person: () => undefined,
    stdio: () => ({ input: process.stdin, output: process.stdout }),
    finish: (exit) => tell(`(exit ${exit})\n`),
    signal: controller.signal,
  });
  const over = program.parseAsync([...args, "--watch"], { from: "user" });
  const end = async (): Promise<void> => {
    controller.abort();
    await over;
  };
  onTestFinished(end);
  const take = (length: number): string => {
    const taken = told.slice(0, length);
    told = told.slice(length);
    return taken;
  };
  return {
    async until(fits) {
      for (let waited = 0; waited < LONG; waited += 10) {
        const match = fits.exec(told);
        if (match !== null) return take(match.index + match[0].length);
        await pause(10);
      }
      throw new Error(`${fits} was not told, but:\n${told}`);
    },
    async rest() {
      await pause(400);
      return take(told.length);
    },
    end,
  };
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

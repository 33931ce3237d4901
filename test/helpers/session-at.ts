// The session of a command in a folder, in this process, with all that it tells.
import { createColors } from "picocolors";
import { commandLineOf, type Options } from "../../generator/command/session/command-line.ts";
import { openSession, type Session } from "../../generator/command/session/session.ts";
import { diskHost } from "../../generator/output/disk.ts";
import { hastyDisk } from "../output/session-in.ts";

export function sessionAt(
  folder: string,
  options: Options = {},
  tables: readonly string[] = [],
): Session & { readonly told: () => string; readonly stages: readonly string[] } {
  const texts: string[] = [];
  const stages: string[] = [];
  const tell = (text: string): void => void texts.push(text);
  const colors = createColors(false);
  const terminal = {
    ...{ out: tell, outForeign: tell, err: tell, outColors: colors, errColors: colors, plainColors: colors },
    ...{ progress: (stage: string) => void stages.push(stage), timeSteps: () => {}, done: () => {} },
  };
  const line = commandLineOf(tables, options, folder, hastyDisk);
  const version = () => "0.0.0";
  const context = { ...line, host: diskHost(folder), fs: hastyDisk, endsProcess: false, terminal, version };
  return { ...openSession(context), told: () => texts.join(""), stages };
}

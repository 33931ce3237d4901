#!/usr/bin/env node
// The process of a command: it opens the terminal and the disk, runs the command, and exits with its code.
import { createReadStream, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { buildProgram } from "./command/program/program.ts";
import { commandLineOf, type Options } from "./command/session/command-line.ts";
import { tellFailure } from "./command/session/failure.ts";
import type { Streams } from "./command/session/questions.ts";
import { openSession, type Session } from "./command/session/session.ts";
import { showControls } from "./diagnostic/unseen.ts";
import { disk, diskHost, toolFolder } from "./output/disk.ts";
import { openTerminal } from "./report/terminal.ts";

const terminal = openTerminal();

/** The configuration, where it was found in a folder above. */
let foundAbove: string | undefined;
let isVerbose = false;

process.on("SIGINT", () => {
  terminal.done();
  process.exit(130);
});
void run();

async function run(): Promise<void> {
  try {
    const finish = (exit: number): void => {
      process.exitCode = exit;
      // A fault may be that of a configuration that nobody thought of.
      if ((exit !== 0 || isVerbose) && foundAbove !== undefined)
        terminal.err(`The configuration is ${showControls(foundAbove)}.\n`);
    };
    await buildProgram({ terminal, disk, version, open, textOf, person, stdio, finish }).parseAsync();
  } catch (error) {
    process.exitCode = tellFailure(error, { terminal, version });
  } finally {
    terminal.done();
  }
}

/** A stream is opened on demand: to open one takes as long as to read a table. */
function person(): Streams | undefined {
  const isAsked = !process.env["CI"] && process.stderr.isTTY && process.stdin.isTTY;
  return isAsked ? { input: process.stdin, output: process.stderr } : undefined;
}

function stdio(): Streams {
  return { input: process.stdin, output: process.stdout };
}

function open(tables: readonly string[], options: Options): Session {
  const folder = process.cwd();
  isVerbose = options.verbose === true;
  if (isVerbose) terminal.timeSteps();
  const [line, host] = [commandLineOf(tables, options, folder, disk), diskHost(folder)];
  foundAbove = line.isFoundAbove && line.config !== undefined ? host.show(line.config) : undefined;
  return openSession({ ...line, host, fs: disk, endsProcess: true, terminal, version });
}

/** The text to decode: stdin, a file, or the words themselves. Nothing is read beyond the limit. */
async function textOf(words: readonly string[], limit: number): Promise<string> {
  const [only = "-"] = words;
  if (words.length > 1 || (only !== "-" && !isFile(only))) return words.join(" ");
  if (only === "-" && process.stdin.isTTY) return "";
  const most = 4 * limit;
  const source = only === "-" ? process.stdin : createReadStream(only, { end: most });
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of source) {
    chunks.push(chunk as Buffer);
    size += (chunk as Buffer).length;
    if (size >= most) break;
  }
  const bytes = Buffer.concat(chunks);
  return new TextDecoder(encodingOf(bytes)).decode(bytes);
}

/** Shells of Windows write UTF-16, with a mark or without one. */
function encodingOf([first, second]: Buffer): string {
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  return second === 0 ? "utf-16le" : first === 0 ? "utf-16be" : "utf-8";
}

/** Words that are no path of the system are no file either. */
function isFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

function version(): string {
  const manifest = readFileSync(join(dirname(toolFolder), "package.json"), "utf8");
  return (JSON.parse(manifest) as { version: string }).version;
}

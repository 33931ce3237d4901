#!/usr/bin/env node
// The command line: arguments become one command, what it finds becomes text, its outcome an exit code.
import { createReadStream, existsSync, readFileSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { CommanderError } from "commander";
import type { Context, ExitCode } from "./command/context.ts";
import { CONFIG_PLACES, projectRoot } from "./command/invocation.ts";
import { buildProgram, type Options } from "./command/program.ts";
import { showControlsInLines } from "./diagnostic/unseen.ts";
import { disk, diskHost, toolFolder } from "./output/disk.ts";
import { openTerminal } from "./report/terminal.ts";

const BUILT = import.meta.url.endsWith(".js");

/** What marks the folder of a project. */
const ROOT_MARKS = [".git", "package.json"];

const terminal = openTerminal();
let outcome: ExitCode = 0;

process.on("SIGINT", () => process.exit(130));
try {
  const finish = (code: ExitCode): void => {
    outcome = code;
  };
  await buildProgram({ terminal, disk, version, contextOf, textOf, finish }).parseAsync();
  process.exitCode = outcome;
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
  else if (isFolderGone(error)) {
    terminal.err("The folder that errtable was started in is gone. Change to one that is there.\n");
    process.exitCode = 2;
  } else reportBug(error);
} finally {
  terminal.done();
}

function contextOf(named: readonly string[], options: Options): Context {
  const folder = process.cwd();
  const tables = [...new Set(named.map((table) => resolve(folder, table)))];
  const found = CONFIG_PLACES.map((place) => join(folder, place)).find((path) => existsSync(path));
  const config = options.config === undefined ? found : resolve(folder, options.config);
  const root = projectRoot({ folder, config }, (at) => ROOT_MARKS.some((mark) => existsSync(join(at, mark))));
  const invocation = { folder, root, config, tables, out: options.out };
  return {
    invocation,
    namesConfig: options.config !== undefined,
    only: options.only ?? [],
    host: diskHost(folder),
    terminal,
    // A thread of the sources would need a loader of its own; in a checkout everything is made here.
    startMaker: BUILT
      ? async () => (await import("./command/thread.ts")).startMaker(new URL("./make-worker.js", import.meta.url))
      : undefined,
    format: options.format ?? "text",
    failOnWarnings: options.failOnWarnings ?? false,
  };
}

/** What is to be decoded: stdin, a file that is there, or the words themselves. Only as much is read as is looked at. */
async function textOf(words: readonly string[], limit: number): Promise<string> {
  const [only = "-"] = words;
  if (words.length > 1 || (only !== "-" && !isFile(only))) return words.join(" ");
  if (only === "-" && process.stdin.isTTY) return "";
  const source = only === "-" ? process.stdin : createReadStream(only, { end: 4 * limit });
  let text = "";
  source.setEncoding("utf8");
  for await (const chunk of source) {
    text += String(chunk);
    if (text.length >= limit) break;
  }
  return text;
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}

function version(): string {
  const manifest = readFileSync(join(dirname(toolFolder), "package.json"), "utf8");
  return (JSON.parse(manifest) as { version: string }).version;
}

function isFolderGone(error: unknown): boolean {
  return error instanceof Error && "syscall" in error && error.syscall === "uv_cwd";
}

function reportBug(error: unknown): void {
  const details = error instanceof Error ? (error.stack ?? error.message) : String(error);
  terminal.err(
    `This is a bug in errtable ${version()}, not in your files; nothing was written by the step that failed.\n` +
      `Please report it with the command and these lines:\n\n${showControlsInLines(details)}\n`,
  );
  process.exitCode = 70;
}

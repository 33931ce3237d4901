#!/usr/bin/env node
// The command line: arguments become one command, what it finds becomes text, its outcome an exit code.
import { createReadStream, existsSync, readFileSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { Command, CommanderError, Option } from "commander";
import type { Context, ExitCode } from "./commands/context.ts";
import { showControlsInLines } from "./controls.ts";
import { CONFIG_PLACES, projectRoot } from "./invocation.ts";
import { disk, diskHost, toolFolder } from "./output/disk.ts";
import { openTerminal } from "./terminal.ts";

const EXAMPLES = `Examples:
  errtable init                                    start a table in this folder
  errtable lint                                    check the tables of errtable.config.yaml
  errtable generate                                make everything that the configuration asks for
  errtable generate my.errors.yaml --out errors/   make everything of one table, without a configuration
  errtable check                                   fail if anything is out of date (for CI)
  errtable diff                                    show what generate would change
  errtable explain AliasNotFound                   say what a code, or a rule, means
  curl -i … | errtable decode -                    say what an answer, a log line or a message means
  errtable embed openapi.yaml                      put the errors into an API description
  errtable inject docs/*.md                        fill the blocks that are marked in your pages
`;

const EXIT_CODES = `
Exit codes: 0 fine, 1 findings in a table, or nothing decoded, 2 usage or configuration, 3 outputs out of date,
4 would overwrite a hand edit, 70 a bug in errtable, 130 interrupted.`;

const CONFIG_HELP = "the configuration, instead of ./errtable.config.yaml or ./spec/errtable.config.yaml";

const BUILT = import.meta.url.endsWith(".js");

/** What marks the folder of a project. */
const ROOT_MARKS = [".git", "package.json"];

const terminal = openTerminal();
let outcome: ExitCode = 0;

process.on("SIGINT", () => process.exit(130));
try {
  await buildProgram().parseAsync();
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

function buildProgram(): Command {
  const program = new Command("errtable")
    .description("One YAML file is your API's error table; everything that must agree with it is compiled from it.")
    .version(version())
    .exitOverride()
    .configureOutput({ writeOut: terminal.out, writeErr: (text) => terminal.err(showControlsInLines(text)) })
    .configureHelp({ sortSubcommands: false })
    .addHelpText("before", EXAMPLES)
    .addHelpText("after", EXIT_CODES)
    .showHelpAfterError("(errtable --help shows examples)");

  tablesCommand(program, "lint", "Check tables; write nothing.").action(async (tables: string[], options: Options) => {
    outcome = await (await import("./commands/lint.ts")).lint(contextOf(tables, options));
  });
  targetsCommand(program, "generate", "Make everything that the tables ask for.")
    .option("--dry-run", "say what would be written, and write nothing")
    .option("--force", "overwrite files that were generated and then edited by hand")
    .action(async (tables: string[], options: Options) => {
      const { generate } = await import("./commands/generate.ts");
      const { runJob } = await import("./commands/run-job.ts");
      const verb = options.dryRun === true ? "dry-run" : "generate";
      const how = { dryRun: options.dryRun ?? false, force: options.force ?? false };
      outcome = await runJob(verb, contextOf(tables, options), (job) => generate(job, how));
    });
  targetsCommand(program, "check", "Fail if anything is out of date.").action(
    async (tables: string[], options: Options) => {
      const { check } = await import("./commands/check.ts");
      const { runJob } = await import("./commands/run-job.ts");
      outcome = await runJob("check", contextOf(tables, options), check);
    },
  );
  targetsCommand(program, "diff", "Show, as a patch, what generate would change.")
    .option("--exit-code", "exit 3 where there is a difference")
    .action(async (tables: string[], options: Options) => {
      const { diff } = await import("./commands/diff.ts");
      const { runJob } = await import("./commands/run-job.ts");
      outcome = await runJob("diff", contextOf(tables, options), async (job) => {
        const { patch, ...rest } = await diff(job, { exitCode: options.exitCode ?? false });
        terminal.outForeign(patch);
        return rest;
      });
    });
  program
    .command("explain [name]")
    .description("Say what a code of the table, or a rule, means; without a name, list the rules.")
    .option("--config <file>", CONFIG_HELP)
    .option("--table <file...>", "the tables to look the code up in, instead of those of the configuration")
    .action(async (name: string | undefined, options: Options) => {
      const { explain } = await import("./commands/explain.ts");
      outcome = await explain(name, contextOf(options.table ?? [], options));
    });
  embedCommand(program);
  program
    .command("decode [text...]")
    .description(
      "Say what an error is: a body, an HTTP response, a log line, a message, a file of one, or - for stdin.",
    )
    .option("--config <file>", CONFIG_HELP)
    .option("--table <file...>", "the tables to decode with, instead of those of the configuration")
    .addOption(new Option("--format <format>", "how it is told").choices(["text", "json"]).default("text"))
    .action(async (words: string[], options: Options) => {
      const { decode } = await import("./commands/decode.ts");
      const { TEXT_LIMIT } = await import("./decode/shapes.ts");
      const format = options.format === "json" ? "json" : "text";
      const text = await textOf(words, TEXT_LIMIT + 1);
      outcome = await decode(text, contextOf(options.table ?? [], { config: options.config }), format);
    });
  injectCommand(program);
  program
    .command("init [name]")
    .description("Start a table, such as MyService, and its configuration in this folder; never overwrites.")
    .option("--from <description>", "make the table of the error responses of an OpenAPI description")
    .action(async (name: string | undefined, { from }: { readonly from?: string }) => {
      if (from !== undefined) {
        const { initFrom } = await import("./commands/init-from.ts");
        outcome = await initFrom(from, name, contextOf([], {}));
        return;
      }
      const { init } = await import("./commands/init.ts");
      outcome = init(name, process.cwd(), disk, terminal);
    });
  return program;
}

function embedCommand(program: Command): void {
  program
    .command("embed <descriptions...>")
    .description(
      "Put the errors into OpenAPI descriptions that people own: components, and the responses of operations. " +
        "Nothing else in the files changes.",
    )
    .option("--table <file...>", "the tables, instead of those of the configuration")
    .option("--config <file>", CONFIG_HELP)
    .addOption(
      new Option(
        "--operations <which>",
        "table: those that the table or x-error-codes name; all: every one; none: components only " +
          "(default: table if anything names any, else all)",
      ).choices(["all", "table", "none"]),
    )
    .option("--remove", "take out what errtable put in")
    .option("--check", "fail if anything would change")
    .option("--dry-run", "show, as a patch, what would change, and write nothing")
    .option("--force", "give up hand edits of components that errtable put in")
    .addOption(formatOption())
    .option("--fail-on-warnings", "exit 1 where there are only warnings")
    .action(async (files: string[], options: EmbedFlags) => {
      const { embedFiles } = await import("./commands/embed.ts");
      const { check = false, dryRun = false, remove = false, force = false, operations } = options;
      const words = [
        ...(options.table ?? []).flatMap((table) => ["--table", table]),
        ...(options.config === undefined ? [] : ["--config", options.config]),
        ...(operations === undefined ? [] : ["--operations", operations]),
        ...(remove ? ["--remove"] : []),
      ];
      const mode = check ? "check" : dryRun ? "dry-run" : "write";
      outcome = await embedFiles(
        files,
        { operations, remove, force, mode, words },
        contextOf(options.table ?? [], options),
      );
    });
}

interface EmbedFlags extends Options {
  readonly operations?: "all" | "table" | "none";
  readonly remove?: boolean;
  readonly check?: boolean;
}

function injectCommand(program: Command): void {
  program
    .command("inject <pages...>")
    .description(
      "Fill the blocks between errtable:begin and errtable:end in pages that people own: Markdown, MDX, AsciiDoc, " +
        "reStructuredText, HTML. Nothing else in them changes.",
    )
    .option("--table <file...>", "the tables, instead of those of the configuration")
    .option("--config <file>", CONFIG_HELP)
    .option("--check", "fail if anything would change")
    .option("--dry-run", "show, as a patch, what would change, and write nothing")
    .option("--force", "give up hand edits of blocks")
    .addOption(formatOption())
    .option("--fail-on-warnings", "exit 1 where there are only warnings")
    .action(async (files: string[], options: Options & { readonly check?: boolean }) => {
      const { injectPages } = await import("./commands/inject.ts");
      const { check = false, dryRun = false, force = false, table = [], config } = options;
      const words = [
        ...table.flatMap((one) => ["--table", one]),
        ...(config === undefined ? [] : ["--config", config]),
      ];
      const mode = check ? "check" : dryRun ? "dry-run" : "write";
      outcome = await injectPages(files, { force, mode, words }, contextOf(table, options));
    });
}

interface Options {
  readonly config?: string | undefined;
  readonly out?: string;
  readonly format?: Context["format"];
  readonly failOnWarnings?: boolean;
  readonly only?: readonly string[];
  readonly dryRun?: boolean;
  readonly force?: boolean;
  readonly exitCode?: boolean;
  readonly table?: readonly string[];
}

function targetsCommand(program: Command, name: string, description: string): Command {
  return tablesCommand(program, name, description)
    .option("--out <folder>", "make every product of the named tables below this folder")
    .option("--only <target...>", "only targets of this kind, table or folder");
}

function tablesCommand(program: Command, name: string, description: string): Command {
  return program
    .command(`${name} [tables...]`)
    .description(description)
    .option("--config <file>", CONFIG_HELP)
    .addOption(formatOption())
    .option("--fail-on-warnings", "exit 1 where there are only warnings");
}

function formatOption(): Option {
  return new Option("--format <format>", "how findings are shown").choices(["text", "json", "github"]).default("text");
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
      ? async () => (await import("./thread.ts")).startMaker(new URL("./make-worker.js", import.meta.url))
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

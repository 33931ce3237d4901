// The commands and their options: each loads what it runs, and hands on the code that the process exits with.
import { Command, Option } from "commander";
import { showControlsInLines } from "../diagnostic/unseen.ts";
import type { Fs } from "../output/fs.ts";
import type { Terminal } from "../report/terminal.ts";
import type { Context, ExitCode } from "./context.ts";

/** What the commands need of the process that they run in. */
export interface Shell {
  readonly terminal: Terminal;
  readonly disk: Fs;
  readonly version: () => string;
  readonly contextOf: (tables: readonly string[], options: Options) => Context;
  /** What is to be decoded: at most so many characters of stdin or of a file, or the words themselves. */
  readonly textOf: (words: readonly string[], limit: number) => Promise<string>;
  readonly finish: (outcome: ExitCode) => void;
}

export interface Options {
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

export function buildProgram(shell: Shell): Command {
  const { contextOf, finish, terminal } = shell;
  const program = new Command("errtable")
    .description("One YAML file is your API's error table; everything that must agree with it is compiled from it.")
    .version(shell.version())
    .exitOverride()
    .configureOutput({ writeOut: terminal.out, writeErr: (text) => terminal.err(showControlsInLines(text)) })
    .configureHelp({ sortSubcommands: false })
    .addHelpText("before", EXAMPLES)
    .addHelpText("after", EXIT_CODES)
    .showHelpAfterError("(errtable --help shows examples)");

  tablesCommand(program, "lint", "Check tables; write nothing.").action(async (tables: string[], options: Options) => {
    finish(await (await import("./lint.ts")).lint(contextOf(tables, options)));
  });
  targetsCommand(program, "generate", "Make everything that the tables ask for.")
    .option("--dry-run", "say what would be written, and write nothing")
    .option("--force", "overwrite files that were generated and then edited by hand")
    .action(async (tables: string[], options: Options) => {
      const { generate } = await import("./generate.ts");
      const { runJob } = await import("./run-job.ts");
      const verb = options.dryRun === true ? "dry-run" : "generate";
      const how = { dryRun: options.dryRun ?? false, force: options.force ?? false };
      finish(await runJob(verb, contextOf(tables, options), (job) => generate(job, how)));
    });
  targetsCommand(program, "check", "Fail if anything is out of date.").action(
    async (tables: string[], options: Options) => {
      const { check } = await import("./check.ts");
      const { runJob } = await import("./run-job.ts");
      finish(await runJob("check", contextOf(tables, options), check));
    },
  );
  targetsCommand(program, "diff", "Show, as a patch, what generate would change.")
    .option("--exit-code", "exit 3 where there is a difference")
    .action(async (tables: string[], options: Options) => {
      const { diff } = await import("./diff.ts");
      const { runJob } = await import("./run-job.ts");
      const run = runJob("diff", contextOf(tables, options), async (job) => {
        const { patch, ...rest } = await diff(job, { exitCode: options.exitCode ?? false });
        terminal.outForeign(patch);
        return rest;
      });
      finish(await run);
    });
  program
    .command("explain [name]")
    .description("Say what a code of the table, or a rule, means; without a name, list the rules.")
    .option("--config <file>", CONFIG_HELP)
    .option("--table <file...>", "the tables to look the code up in, instead of those of the configuration")
    .action(async (name: string | undefined, options: Options) => {
      const { explain } = await import("./explain.ts");
      finish(await explain(name, contextOf(options.table ?? [], options)));
    });
  embedCommand(program, shell);
  program
    .command("decode [text...]")
    .description(
      "Say what an error is: a body, an HTTP response, a log line, a message, a file of one, or - for stdin.",
    )
    .option("--config <file>", CONFIG_HELP)
    .option("--table <file...>", "the tables to decode with, instead of those of the configuration")
    .addOption(new Option("--format <format>", "how it is told").choices(["text", "json"]).default("text"))
    .action(async (words: string[], options: Options) => {
      const { decode } = await import("./decode.ts");
      const { TEXT_LIMIT } = await import("../decode/pasted-text.ts");
      const format = options.format === "json" ? "json" : "text";
      const text = await shell.textOf(words, TEXT_LIMIT + 1);
      finish(await decode(text, contextOf(options.table ?? [], { config: options.config }), format));
    });
  injectCommand(program, shell);
  program
    .command("init [name]")
    .description("Start a table, such as MyService, and its configuration in this folder; never overwrites.")
    .option("--from <description>", "make the table of the error responses of an OpenAPI description")
    .action(async (name: string | undefined, { from }: { readonly from?: string }) => {
      if (from !== undefined) {
        const { initFrom } = await import("./init-from.ts");
        finish(await initFrom(from, name, contextOf([], {})));
        return;
      }
      const { init } = await import("./init.ts");
      finish(init(name, contextOf([], {}).invocation.folder, shell.disk, terminal));
    });
  return program;
}

function embedCommand(program: Command, { contextOf, finish }: Shell): void {
  pagesCommand(
    program,
    "embed <descriptions...>",
    "Put the errors into OpenAPI descriptions that people own: components, and the responses of operations. " +
      "Nothing else in the files changes.",
  )
    .addOption(
      new Option(
        "--operations <which>",
        "table: those that the table or x-error-codes name; all: every one; none: components only " +
          "(default: table if anything names any, else all)",
      ).choices(["all", "table", "none"]),
    )
    .option("--remove", "take out what errtable put in")
    .action(async (files: string[], options: EmbedFlags) => {
      const { embedFiles } = await import("./embed.ts");
      const { remove = false, operations } = options;
      const words = [
        ...wordsOf(options),
        ...(operations === undefined ? [] : ["--operations", operations]),
        ...(remove ? ["--remove"] : []),
      ];
      const how = { operations, remove, ...howOf(options), words };
      finish(await embedFiles(files, how, contextOf(options.table ?? [], options)));
    });
}

interface PageFlags extends Options {
  readonly check?: boolean;
}

interface EmbedFlags extends PageFlags {
  readonly operations?: "all" | "table" | "none";
  readonly remove?: boolean;
}

function injectCommand(program: Command, { contextOf, finish }: Shell): void {
  pagesCommand(
    program,
    "inject <pages...>",
    "Fill the blocks between errtable:begin and errtable:end in pages that people own: Markdown, MDX, AsciiDoc, " +
      "reStructuredText, HTML. Nothing else in them changes.",
  ).action(async (files: string[], options: PageFlags) => {
    const { injectPages } = await import("./inject.ts");
    const how = { ...howOf(options), words: wordsOf(options) };
    finish(await injectPages(files, how, contextOf(options.table ?? [], options)));
  });
}

/** A command that changes parts of files that people own. */
function pagesCommand(program: Command, usage: string, description: string): Command {
  return program
    .command(usage)
    .description(description)
    .option("--table <file...>", "the tables, instead of those of the configuration")
    .option("--config <file>", CONFIG_HELP)
    .option("--check", "fail if anything would change")
    .option("--dry-run", "show, as a patch, what would change, and write nothing")
    .option("--force", "give up hand edits of what errtable put in")
    .addOption(formatOption())
    .option("--fail-on-warnings", "exit 1 where there are only warnings");
}

function howOf({ check = false, dryRun = false, force = false }: PageFlags) {
  const mode = check ? "check" : dryRun ? "dry-run" : "write";
  return { force, mode } as const;
}

/** What has to be said again to run the same command. */
function wordsOf({ table = [], config }: PageFlags): readonly string[] {
  return [...table.flatMap((one) => ["--table", one]), ...(config === undefined ? [] : ["--config", config])];
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

// The commands and their options. Each command loads its own code, and ends with an exit code.
import { Command, Option } from "commander";
import { showControlsInLines } from "../../diagnostic/unseen.ts";
import type { Options } from "../session/command-line.ts";
import { reportOutcome } from "../session/reporting.ts";
import type { Session } from "../session/session.ts";
import type { Shell } from "../session/shell.ts";
import { examplesOf } from "./help-examples.ts";
import { listCommands, withDepfile } from "./program-builds.ts";
import { cleanCommand } from "./program-clean.ts";
import { completionCommands } from "./program-completion.ts";
import { initCommand } from "./program-init.ts";
import {
  buildCommand,
  configOption,
  pagesCommand,
  repeatedOption,
  tablesCommand,
  targetsCommand,
} from "./program-options.ts";
import { refactorCommands } from "./program-refactor.ts";
import { reportRun, WATCH_HELP, watchCommand } from "./program-watch.ts";

const EXAMPLES = `Examples:
  errtable init                                    start a table in this folder
  errtable lint                                    check the tables of errtable.config.yaml
  errtable generate                                make everything that the configuration asks for
  errtable generate my.errors.yaml --out errors/   make everything of one table, without a configuration
  errtable check                                   fail if anything is out of date (for CI)
  errtable diff                                    show the changes that generate would make
  errtable breaking --against main                 fail if programs would break by changes since then
  errtable explain AliasNotFound                   explain a code, or a rule
  curl -i … | errtable decode -                    recognise the error in an answer, a log line or a message
  errtable embed openapi.yaml                      put the errors into an API description
  errtable inject docs/                            fill the blocks that are marked in your pages
`;

const EXIT_CODES = `
Exit codes: 0 fine, 1 errors in a file, or nothing decoded, 2 usage, configuration, or a file that cannot be read,
3 files out of date, 4 something is in the way of writing,
5 programs would break, 70 a bug in errtable, 130 interrupted.`;

const ANSWER_FORMAT = new Option("--format <format>", "how the answer is shown")
  .choices(["text", "json"])
  .default("text");

export function buildProgram(shell: Shell): Command {
  const { open, finish, terminal } = shell;
  const program = new Command("errtable")
    .description("One YAML file is your API's error table; everything that must agree with it is compiled from it.")
    .version(shell.version())
    .exitOverride()
    .configureOutput({ writeOut: terminal.out, writeErr: (text) => terminal.err(showControlsInLines(text)) })
    .configureHelp({ sortSubcommands: false })
    .addHelpText("before", EXAMPLES)
    .addHelpText("after", EXIT_CODES)
    .showHelpAfterError("(errtable --help shows examples)");

  initCommand(program, shell);
  tablesCommand(program, "lint", "Check tables; write nothing without --fix.")
    .option("--fix", "correct the findings that have one remedy, and change nothing else in the tables")
    .option("--dry-run", "with --fix: show the changes as a patch, and write nothing")
    .addOption(new Option("--watch", WATCH_HELP).conflicts(["fix", "dryRun"]))
    .action(async (tables: string[], options: Options) => {
      const { lint } = await import("../verbs/lint.ts");
      if (options.watch)
        return watchCommand(shell, tables, options, async (session) => {
          await lint(session);
          return new Map();
        });
      finish(await lint(open(tables, options), options));
    });
  buildCommand(program, "generate", "Make everything that the tables ask for.")
    .option("--dry-run", "report the changes, and write nothing")
    .option("--force", "overwrite files that were generated and then edited by hand")
    .addOption(new Option("--watch", WATCH_HELP).conflicts(["dryRun", "force", "depfile"]))
    .action(async (tables: string[], options: Options) => {
      const { generate } = await import("../verbs/generate.ts");
      if (options.watch)
        return watchCommand(shell, tables, options, async (one) => reportRun(one, "generate", await generate(one, {})));
      const session = open(tables, options);
      const verb = options.dryRun ? "dry-run" : "generate";
      finish(
        await withDepfile(session, options, "generate", async () =>
          reportOutcome(session, verb, await generate(session, options)),
        ),
      );
    });
  buildCommand(program, "check", "Fail if anything is out of date.")
    .addOption(new Option("--watch", WATCH_HELP).conflicts(["depfile", "changed"]))
    .option("--changed <commit>", "check only the targets and pages that a change since a commit can reach")
    .action(async (tables: string[], options: Options) => {
      const { check } = await import("../verbs/check.ts");
      if (options.watch)
        return watchCommand(shell, tables, options, async (one) => reportRun(one, "check", await check(one)), {
          seesOutputs: true,
        });
      const run = (session: Session) =>
        withDepfile(session, options, "check", async () => reportOutcome(session, "check", await check(session)));
      const session = open(tables, options);
      if (options.changed === undefined) return finish(await run(session));
      const { checkChanged } = await import("../verbs/check-changed.ts");
      finish(await checkChanged(options.changed, session, (only) => open(tables, { ...options, only }), run));
    });
  targetsCommand(program, "diff", "Show, as a patch, the changes that generate would make.")
    .option("--exit-code", "exit 3 where there is a difference")
    .action(async (tables: string[], options: Options) => {
      const { diff } = await import("../verbs/diff.ts");
      const session = open(tables, options);
      finish(await reportOutcome(session, "diff", await diff(session, options)));
    });
  breakingCommand(program, shell);
  refactorCommands(program, shell);
  const explaining = configOption(program.command("explain [name]")).description(
    "Explain a code of the table, a name in generated code, or a rule; without a name, list the rules.",
  );
  repeatedOption(
    explaining,
    "--table <file>",
    "the table to look the code up in, instead of those of the configuration",
  )
    .addOption(ANSWER_FORMAT)
    .action(async (name: string | undefined, { format, ...options }: Options) => {
      const { explain } = await import("../verbs/explain.ts");
      finish(await explain(name, open(options.table ?? [], options), format === "json" ? "json" : "text"));
    });
  const decoding = configOption(program.command("decode [text...]")).description(
    "Recognise an error: a body, an HTTP response, a log line, a message, a file of one, or - for stdin.",
  );
  repeatedOption(decoding, "--table <file>", "the table to decode with, instead of those of the configuration")
    .addOption(ANSWER_FORMAT)
    .action(async (words: string[], options: Options) => {
      const { decode } = await import("../verbs/decode.ts");
      const { TEXT_LIMIT } = await import("../../decode/pasted-text.ts");
      const format = options.format === "json" ? "json" : "text";
      const text = await shell.textOf(words, TEXT_LIMIT + 1);
      finish(await decode(text, open(options.table ?? [], { config: options.config }), format));
    });
  cleanCommand(program, shell);
  embedCommand(program, shell);
  injectCommand(program, shell);
  listCommands(program, shell);
  program
    .command("lsp")
    .description("Serve editors: the Language Server Protocol over stdin and stdout.")
    .option("--stdio", "the transport, which is always this one")
    .addOption(new Option("--clientProcessId <id>", "the process of the editor").hideHelp())
    .action(async () => {
      const { serveEditors } = await import("../verbs/lsp.ts");
      serveEditors(shell.stdio(), shell.version());
    });
  program
    .command("merge-driver [files...]")
    .description(
      "Merge tables, generated files, pages and descriptions for Git, which names the base, both sides and the path.",
    )
    .option("--install", "set it up in this clone, for the files that .gitattributes gives merge=errtable")
    .action(async (files: string[], { install }: { readonly install?: boolean }) => {
      const session = open([], {});
      if (install) return finish(await (await import("../verbs/install-driver.ts")).installDriver(session));
      if (files.length === 4) {
        const { mergeForGit } = await import("../verbs/merge-driver.ts");
        return finish(await mergeForGit(files, session));
      }
      terminal.err("Git calls it with four files. To set it up: errtable merge-driver --install\n");
      finish(2);
    });
  completionCommands(program, shell);
  for (const command of program.commands) command.addHelpText("before", examplesOf(command.name()));
  return program;
}

function breakingCommand(program: Command, { open, finish }: Shell): void {
  tablesCommand(program, "breaking", "Compare tables with an older version, and fail if programs would break.")
    .requiredOption(
      "--against <baseline>",
      "the older version: a branch, tag or commit (main, v1.2.0), a file, a folder, or a package (npm:my-errors@^1)",
    )
    .addOption(
      new Option("--for <whom>", "wire: programs that read bodies; source: programs that use generated code; all: both")
        .choices(["wire", "source", "all"])
        .default("all"),
    )
    .addOption(
      new Option("--fail-on <level>", "the lowest level that fails").choices(["major", "dangerous"]).default("major"),
    )
    .option(
      "--since <baseline>",
      "a later version, such as main: breaks that it has already, or that break it alone, are notes",
    )
    .option(
      "--changelog <file>",
      "write the changes for people into a file in Markdown, and one for each other language",
    )
    .option("--prove", "compile a program of the old version with the new types, and show the errors of the compiler")
    .option("--accept <reason>", "write the breaks with the reason into the file of accepted breaks beside each table")
    .action(async (tables: string[], options: Options) => {
      const { breaking } = await import("../breaking/breaking.ts");
      finish(await breaking(open(tables, options), options));
    });
}

function embedCommand(program: Command, { open, finish }: Shell): void {
  pagesCommand(
    program,
    "embed <descriptions...>",
    "Put the errors into OpenAPI descriptions that people own: components, and the responses of operations. " +
      "Nothing else in the files changes.",
  )
    .addOption(
      new Option(
        "--operations <which>",
        "table: the operations that the table or x-error-codes name; all: every one; none: components only " +
          "(default: table if anything names any, else all)",
      ).choices(["all", "table", "none"]),
    )
    .option("--remove", "take out errtable's text")
    .action(async (files: string[], options: Options) => {
      const { embedFiles } = await import("../verbs/embed.ts");
      finish(await embedFiles(files, options, open(options.table ?? [], options)));
    });
}

function injectCommand(program: Command, { open, finish }: Shell): void {
  pagesCommand(
    program,
    "inject <pages...>",
    "Fill the blocks between errtable:begin and errtable:end in pages that people own: Markdown, MDX, AsciiDoc, " +
      "reStructuredText, HTML; a folder stands for all of its pages. Nothing else in them changes.",
  ).action(async (files: string[], options: Options) => {
    const { injectPages } = await import("../verbs/inject.ts");
    finish(await injectPages(files, options, open(options.table ?? [], options)));
  });
}

// The commands that change tables, and their options.
import type { Command } from "commander";
import type { Options } from "../session/command-line.ts";
import type { Shell } from "../session/shell.ts";
import { changeCommand, repeatedOption } from "./program-options.ts";

const TABLE_HELP = "the table that is meant, where several have the code; without a configuration, the table";

export function refactorCommands(program: Command, { open, finish }: Shell): void {
  changeCommand(
    program,
    "rename <from> <to>",
    "Give a code a new name in every table and translation, and list the old one as retired; a case is named Code.case.",
    TABLE_HELP,
  )
    .option("--since <version>", "the version since which the old code is retired, instead of the table's own")
    .option("--no-retire", "do not list the old code as retired: it never shipped")
    .action(async (from: string, to: string, options: Options) => {
      const { rename } = await import("../refactor/rename.ts");
      finish(await rename(from, to, options, open(options.table ?? [], options)));
    });
  changeCommand(
    program,
    "retire <code>",
    "Take a code out of every table and translation, and list it as retired.",
    TABLE_HELP,
  )
    .option("--replaced-by <code>", "the code that takes its place")
    .option("--reason <text>", "the reason, in Markdown")
    .option("--since <version>", "the version since which it is retired, instead of the table's own")
    .action(async (code: string, options: Options) => {
      const { retire } = await import("../refactor/retire.ts");
      finish(await retire(code, options, open(options.table ?? [], options)));
    });
  changeCommand(
    program,
    "bump [step]",
    "Give a table its next version: major, minor, patch, or a version.",
    "the table, where the configuration has several",
  )
    .option(
      "--against <baseline>",
      "without a step: the version that the changes since this one ask for (see breaking)",
    )
    .action(async (step: string | undefined, options: Options) => {
      const { bump } = await import("../refactor/bump.ts");
      const advise =
        options.against === undefined ? undefined : (await import("../breaking/advise-versions.ts")).adviseVersions;
      finish(await bump(step, options, open(options.table ?? [], options), advise));
    });
  const migrating = changeCommand(
    program,
    "migrate <sources...>",
    "Move TypeScript and JavaScript from retired and deprecated codes to those that replace them; a folder stands for its sources.",
    "the table, instead of those of the configuration",
  );
  repeatedOption(migrating, "--code <code>", "only this old code; may be repeated");
  repeatedOption(
    migrating,
    "--rename <old=new>",
    "a code that was renamed without a trace in the table; may be repeated",
  ).action(async (sources: string[], options: Options) => {
    const { migrate } = await import("../refactor/migrate.ts");
    finish(await migrate(sources, options, open(options.table ?? [], options)));
  });
}

// The commands that change tables, and their options.
import type { Command } from "commander";
import type { Options } from "../session/command-line.ts";
import type { Shell } from "../session/shell.ts";
import { changeCommand } from "./program-options.ts";

const TABLE_HELP = "the table that is meant, where several have the code; without a configuration, the tables";

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
    "the tables, where the configuration has several",
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
  changeCommand(
    program,
    "migrate <sources...>",
    "Move TypeScript and JavaScript from retired and deprecated codes to those that replace them; a folder stands for its sources.",
    "the tables, instead of those of the configuration",
  )
    .option("--code <code...>", "only these old codes")
    .option("--rename <old=new...>", "codes that were renamed without a trace in the table")
    .action(async (sources: string[], options: Options) => {
      const { migrate } = await import("../refactor/migrate.ts");
      finish(await migrate(sources, options, open(options.table ?? [], options)));
    });
}

// The command clean, and its options.
import type { Command } from "commander";
import type { Options } from "../session/command-line.ts";
import type { Shell } from "../session/shell.ts";
import { configOption } from "./program-options.ts";

export function cleanCommand(program: Command, { open, finish, person }: Shell): void {
  configOption(program.command("clean"))
    .description("Delete the files of targets that left the configuration or moved, after a yes; never others.")
    .option("--dry-run", "show the files, and delete nothing")
    .option("--yes", "ask nothing")
    .option("--force", "delete generated files, too, that were edited by hand")
    .option("--quiet", "no words of success")
    .action(async (options: Options) => {
      const { clean } = await import("../verbs/clean.ts");
      finish(await clean(open([], options), options, person()));
    });
}

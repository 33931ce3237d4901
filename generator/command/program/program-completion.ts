// The commands for the completion of command lines in shells.
import { Argument, type Command } from "commander";
import { COMPLETION_SCRIPTS, SHELLS, type ShellName } from "../completion/completion-scripts.ts";
import type { Shell } from "../session/shell.ts";

export function completionCommands(program: Command, { open, finish, terminal }: Shell): void {
  program
    .command("completion")
    .description("Print the script by which a shell completes errtable's commands, options, codes, rules and targets.")
    .addArgument(new Argument("<shell>", "the shell").choices(SHELLS))
    .action((shell: ShellName) => {
      terminal.out(COMPLETION_SCRIPTS[shell]);
      finish(0);
    });
  program
    .command("complete [words...]", { hidden: true })
    .description("List the words that may end a command line, one a line, as the scripts ask for them.")
    .option("--bash <breaks>", "the words are one line of bash, which breaks words at these characters")
    .action(async (words: string[], { bash }: { readonly bash?: string }) => {
      const { answerShell } = await import("../completion/complete.ts");
      terminal.out(await answerShell(program, words, bash, (table, config) => open(table, { config })));
      finish(0);
    });
}

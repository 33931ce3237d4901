// The commands and options for the engines of builds.
import { type Command, Option } from "commander";
import type { ExitCode } from "../../output/run/outcome.ts";
import type { Options } from "../session/command-line.ts";
import type { Session } from "../session/session.ts";
import type { Shell } from "../session/shell.ts";
import type { ListFormat } from "../verbs/list-files.ts";
import { configOption, selectionOptions } from "./program-options.ts";

export function listCommands(program: Command, shell: Shell): void {
  listCommand(program, shell, "inputs", "List the files that generate reads, for the engine of a build.");
  listCommand(program, shell, "outputs", "List the files that generate makes, for the engine of a build.");
}

type ListOptions = Omit<Options, "format"> & { readonly format: ListFormat };

function listCommand(program: Command, { open, finish }: Shell, name: "inputs" | "outputs", description: string): void {
  selectionOptions(configOption(program.command(`${name} [tables...]`).description(description)))
    .addOption(new Option("--format <format>", "how they are listed").choices(["lines", "json"]).default("lines"))
    .action(async (tables: string[], { format, ...options }: ListOptions) => {
      const { listFiles } = await import("../verbs/list-files.ts");
      finish(await listFiles(name, open(tables, options), format));
    });
}

/** The code of dependency files is loaded only where one is asked for. */
export async function withDepfile(
  session: Session,
  options: Options,
  verb: "generate" | "check",
  run: () => Promise<ExitCode>,
): Promise<ExitCode> {
  if (options.depfile === undefined && options.depfileTarget === undefined) return run();
  const { runWithDepfile } = await import("../verbs/depfile.ts");
  return runWithDepfile(session, options, verb, run);
}

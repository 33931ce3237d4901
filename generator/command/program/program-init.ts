// The command that starts a table and its configuration.
import type { Command } from "commander";
import type { Shell } from "../session/shell.ts";

export function initCommand(program: Command, { open, finish, terminal, disk, person }: Shell): void {
  program
    .command("init [name]")
    .description(
      "Start a table, such as MyService, and its configuration in this folder, or the configuration of a table that is there; never overwrites.",
    )
    .option("--yes", "ask nothing: take the name of the folder, a flat body and every product")
    .option("--from <file>", "make the table of an API description, a schema, a service model, or the tables of a page")
    .option("--columns <columns>", "where the columns of a page are not recognised: code=2,status=1,message=3")
    .action(
      async (
        name: string | undefined,
        { from, columns, yes }: { readonly from?: string; readonly columns?: string; readonly yes?: boolean },
      ) => {
        const session = open([], {});
        const { init } = await import("../init/init.ts");
        if (from === undefined && columns !== undefined) {
          terminal.err("--columns says where a page has its codes: name the page with --from.\n");
          return finish(2);
        }
        if (from === undefined)
          return finish(
            await init(name, { folder: session.folder, fs: disk, terminal, streams: yes ? undefined : person() }),
          );
        const { initFrom } = await import("../init/init-from.ts");
        finish(await initFrom({ from, name, columns }, session));
      },
    );
}

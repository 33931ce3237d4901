// Fills the blocks that people marked in their pages with the errors of tables.
import type { Configuration } from "../config/config.ts";
import { hasErrors } from "../diagnostic/diagnostic.ts";
import type { InjectRequest } from "../owned/pages/inject-page.ts";
import { type Context, type ExitCode, openOrExplain, tell } from "./context.ts";
import { spliceFiles } from "./splice.ts";

export interface InjectOptions {
  readonly force: boolean;
  readonly mode: "write" | "dry-run" | "check";
  /** The options of this run, as people may type them; without those that keep it from writing. */
  readonly words: readonly string[];
}

export async function injectPages(
  files: readonly string[],
  options: InjectOptions,
  context: Context,
): Promise<ExitCode> {
  const { invocation, host, terminal } = context;
  if (invocation.config === undefined && invocation.tables.length === 0) {
    terminal.err(
      'There is no errtable.config.yaml here or in "spec".\nName a table: errtable inject docs/*.md --table my.errors.yaml\n',
    );
    return 2;
  }
  const project = await openOrExplain(context);
  if (project === undefined) return 2;
  const { check } = await import("../compile.ts");
  const { tables: paths, severities } = project;
  const { diagnostics, models } = check({ tables: paths, targets: [], severities, onStage: terminal.progress }, host);
  if (hasErrors(diagnostics)) {
    await tell(diagnostics, context, "narration", []);
    return 1;
  }
  const tables = [...models].map(([path, model]) => ({ model, options: optionsOf(path, project) }));
  const { inject } = await import("../owned/pages/inject-page.ts");
  const bare: string[] = [];
  const exit = await spliceFiles(
    {
      files,
      plan: async (source) => {
        const injected = await inject(source, { tables, force: options.force });
        if (!injected.hasMarkers && injected.diagnostics.length === 0) bare.push(source.path);
        return injected;
      },
      mode: options.mode,
      command: ["inject", ...files, ...options.words],
    },
    diagnostics,
    context,
  );
  return tellBare(bare, new Set(files).size, context) && exit === 0 ? 2 : exit;
}

/** As the fragments are that the configuration's own target makes. */
function optionsOf(path: string, { targets }: Configuration): InjectRequest["tables"][number]["options"] {
  for (const { tablePath, product } of targets) {
    if (tablePath === path && product.kind === "docs") return product.options;
  }
  return {};
}

/** Pages without a marker; whether there is none with one, so that nothing can have been meant. */
function tellBare(bare: readonly string[], files: number, { terminal }: Context): boolean {
  if (bare.length === 0) return false;
  const names = bare.slice(0, 5).join(", ") + (bare.length > 5 ? ` and ${bare.length - 5} more` : "");
  terminal.err(`No markers in ${names}.\n`);
  if (bare.length < files) return false;
  terminal.err(
    "Write where the errors are to stand, on lines of their own: <!-- errtable:begin --> and <!-- errtable:end -->\n",
  );
  return true;
}

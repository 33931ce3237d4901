// Puts the errors of tables into API descriptions that people own, or takes them out again.
import type { Configuration } from "../config/config.ts";
import { type Diagnostic, hasErrors } from "../diagnostic/diagnostic.ts";
import type { SourceFile } from "../diagnostic/source.ts";
import type { Embedded, EmbedRequest } from "../owned/description/embed-description.ts";
import type { EmbeddedTable, OperationsMode } from "../owned/description/table-components.ts";
import { type Context, type ExitCode, openOrExplain, tell } from "./context.ts";
import { spliceFiles } from "./splice.ts";

export interface EmbedOptions {
  readonly operations: OperationsMode | undefined;
  readonly remove: boolean;
  readonly force: boolean;
  readonly mode: "write" | "dry-run" | "check";
  /** The options of this run, as people may type them; without those that keep it from writing. */
  readonly words: readonly string[];
}

export async function embedFiles(files: readonly string[], options: EmbedOptions, context: Context): Promise<ExitCode> {
  const opened = await openTables(options, context);
  if (typeof opened === "number") return opened;
  const { tables, diagnostics } = opened;
  const { embed } = await import("../owned/description/embed-description.ts");
  const { operations: mode, remove, force } = options;
  const missing = missingNames(tables, remove ? 0 : new Set(files).size);
  const request: EmbedRequest = { tables, mode, remove, force, onNamed: missing.found };
  return spliceFiles(
    {
      files,
      plan: (source) => missing.after(source, embed(source, request)),
      mode: options.mode,
      command: ["embed", ...files, ...options.words],
    },
    diagnostics,
    context,
  );
}

interface Opened {
  readonly tables: readonly EmbeddedTable[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Whoever takes out what errtable put in needs no table for it. */
async function openTables({ remove }: EmbedOptions, context: Context): Promise<Opened | ExitCode> {
  const { invocation, host, terminal } = context;
  if (remove && invocation.config === undefined && invocation.tables.length === 0)
    return { tables: [], diagnostics: [] };
  if (invocation.config === undefined && invocation.tables.length === 0) {
    terminal.err(
      'There is no errtable.config.yaml here or in "spec".\nName a table: errtable embed api.yaml --table my.errors.yaml\n',
    );
    return 2;
  }
  const project = await openOrExplain(context);
  if (project === undefined) return 2;
  const { check } = await import("../compile.ts");
  const { tables: paths, severities } = project;
  const { diagnostics, models } = check({ tables: paths, targets: [], severities }, host);
  if (hasErrors(diagnostics)) {
    await tell(diagnostics, context, "narration", []);
    return 1;
  }
  const tables = [...models].map(([path, model]) => ({ model, options: optionsOf(path, project) }));
  const names = tables.map(({ model }) => model.name);
  const twice = names.find((name, index) => names.indexOf(name) < index);
  if (twice === undefined) return { tables, diagnostics };
  terminal.err(`Two tables have the name "${twice}": what is in a description could be of either.\nRename one.\n`);
  return 2;
}

/** As the components are that the configuration's own target makes. */
function optionsOf(path: string, { targets }: Configuration): EmbeddedTable["options"] {
  for (const { tablePath, product } of targets) {
    if (tablePath === path && product.kind === "openapi") return product.options;
  }
  return {};
}

/** Operations and tags that a table lists, and that none of the descriptions has: told with the last of them. */
function missingNames(tables: readonly EmbeddedTable[], files: number) {
  const listed = new Map(
    tables.map(({ model }) => [model.name, new Set(model.operations.map(({ name }) => name).filter(isOne))]),
  );
  let left = files;
  return {
    found: (table: string, name: string): void => {
      listed.get(table)?.delete(name);
    },
    after(source: SourceFile, embedded: Embedded): Embedded {
      left -= 1;
      if (left !== 0 || embedded.text === undefined) return embedded;
      const place = { source, span: { start: 0, end: 0 } };
      const help = "Correct the name in the table, or embed into the description that has it.";
      const findings = [...listed].flatMap(([table, names]) =>
        [...names].map((name): Diagnostic => {
          const message = `No operation or tag is called "${name}", which the table "${table}" lists.`;
          return { code: "embed-unknown-operation", severity: "warning", message, help, place };
        }),
      );
      return { ...embedded, diagnostics: [...embedded.diagnostics, ...findings] };
    },
  };
}

function isOne(name: string): boolean {
  return name !== "*";
}

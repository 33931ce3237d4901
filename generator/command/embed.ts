// Puts the errors of tables into API descriptions that people own, or takes them out again.
import type { Diagnostic } from "../diagnostic/diagnostic.ts";
import { createHinter } from "../diagnostic/suggest.ts";
import type { ExitCode } from "../output/outcome.ts";
import type { EmbeddedTable } from "../owned/description/table-components.ts";
import { namesTables, type Options } from "./command-line.ts";
import { type OwnedTable, openOwnedTables, readOwnedFiles, updateOwnedFiles } from "./owned-files.ts";
import { reportProblem } from "./reporting.ts";
import type { Session } from "./session.ts";

export async function embedFiles(names: readonly string[], options: Options, session: Session): Promise<ExitCode> {
  const opened = await openTables(options, session);
  if (typeof opened === "number") return opened;
  const { tables, diagnostics } = opened;
  const { embed } = await import("../owned/description/embed-description.ts");
  const { operations: mode, remove = false, force = false } = options;
  const missing = new Map(tables.map(({ model }) => [model.name, operationNames(model.operations)]));
  const known = new Set<string>();
  const onNamed = (table: string, name: string) => void missing.get(table)?.delete(name);
  const onName = (name: string) => void known.add(name);
  const { files, unreadable } = readOwnedFiles(session, names, options);
  const request = { tables, mode, remove, force, onNamed, onName };
  const edits = files.map((file) => [file, embed(file.source, request)] as const);
  const isWhole = unreadable.length === 0 && edits.every(([, { text }]) => text !== undefined);
  const unknown = isWhole && !remove && mode !== "none" ? unknownNames(tables, missing, known) : [];
  return updateOwnedFiles(session, edits, { command: "embed", files: names, options }, [
    ...diagnostics,
    ...unreadable,
    ...unknown,
  ]);
}

/** Removing errtable's text needs no table. */
async function openTables({ remove }: Options, session: Session) {
  if (remove && !namesTables(session)) return { tables: [], diagnostics: [] };
  const opened = await openOwnedTables(session, "openapi", "errtable embed api.yaml --table my.errors.yaml");
  if (typeof opened === "number") return opened;
  const names = opened.tables.map(({ model }) => model.name);
  const twice = names.find((name, index) => names.indexOf(name) < index);
  if (twice === undefined) return opened;
  const message = `Two tables have the name "${twice}", so errtable cannot tell their parts of a description apart.`;
  await reportProblem(session, { message, help: "Rename one." });
  return 2;
}

function operationNames(operations: EmbeddedTable["model"]["operations"]): Set<string> {
  return new Set(operations.map(({ name }) => name).filter((name) => name !== "*"));
}

/** Operations and tags that a table lists and no description of the run has. */
function unknownNames(
  tables: readonly OwnedTable<unknown>[],
  missing: ReadonlyMap<string, ReadonlySet<string>>,
  known: ReadonlySet<string>,
): readonly Diagnostic[] {
  const hint = createHinter(known);
  return tables.flatMap(({ model, table }) =>
    [...(missing.get(model.name) ?? [])].map((name): Diagnostic => {
      const owner = table.tables.find((one) => Object.hasOwn(one.table.operations ?? {}, name)) ?? table.root;
      const { source, keySpan } = owner.document;
      const message = `No description has an operation or a tag "${name}".`;
      const beside = Object.keys(owner.table.operations ?? {});
      const help = hint(name, beside) ?? "Correct the name, or name the description that has it in the same run.";
      const place = { source, span: keySpan(["operations", name]) };
      return { code: "embed-unknown-operation", severity: "warning", message, help, place };
    }),
  );
}

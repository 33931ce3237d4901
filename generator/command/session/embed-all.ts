// Descriptions of people become those with the errors of their tables, and findings about operations that none of them has.
import type { Diagnostic } from "../../diagnostic/diagnostic.ts";
import type { SourceFile } from "../../diagnostic/source.ts";
import { createHinter } from "../../diagnostic/suggest.ts";
import type { Problem } from "../../output/run/outcome.ts";
import { type Embedded, embed } from "../../owned/description/embed-description.ts";
import type { EmbeddedTable, OperationsMode } from "../../owned/description/table-components.ts";
import type { ResolvedTable } from "../../reader/table/resolve.ts";

export interface EmbedJob {
  readonly source: SourceFile;
  /** Tables with different names. */
  readonly tables: readonly (EmbeddedTable & { readonly table: ResolvedTable })[];
  readonly mode: OperationsMode | undefined;
}

export interface AllEmbedded {
  /** In the order of the jobs. */
  readonly embedded: readonly Embedded[];
  /** Operations and tags that a table lists and no description has; none where a description has errors. */
  readonly unknown: readonly Diagnostic[];
}

export function embedAll(
  jobs: readonly EmbedJob[],
  { remove, force }: { readonly remove: boolean; readonly force: boolean },
): AllEmbedded {
  const asking = jobs.filter(({ mode }) => mode !== "none").flatMap(({ tables }) => tables);
  const missing = new Map(asking.map(({ model }) => [model.name, operationNames(model.operations)]));
  const known = new Set<string>();
  const onNamed = (table: string, name: string) => void missing.get(table)?.delete(name);
  const onName = (name: string) => void known.add(name);
  const embedded = jobs.map(({ source, tables, mode }) =>
    embed(source, { tables, mode, remove, force, onNamed, onName }),
  );
  const isWhole = embedded.every(({ text }) => text !== undefined);
  return { embedded, unknown: isWhole && !remove ? unknownNames(asking, missing, known) : [] };
}

/** Why two tables cannot go into one description. */
export function nameTwice(names: readonly string[]): Problem | undefined {
  const twice = names.find((name, index) => names.indexOf(name) < index);
  if (twice === undefined) return undefined;
  const message = `Two tables have the name "${twice}", so errtable cannot tell their parts of a description apart.`;
  return { message, help: "Rename one." };
}

function operationNames(operations: EmbeddedTable["model"]["operations"]): Set<string> {
  return new Set(operations.map(({ name }) => name).filter((name) => name !== "*"));
}

/** Operations and tags that a table lists and no description of the run has. */
function unknownNames(
  tables: EmbedJob["tables"],
  missing: ReadonlyMap<string, ReadonlySet<string>>,
  known: ReadonlySet<string>,
): readonly Diagnostic[] {
  const hint = createHinter(known);
  // Several descriptions may have the same table.
  const unique = new Map(tables.map((one) => [one.model.name, one]));
  return [...unique.values()].flatMap(({ model, table }) =>
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

// The argument of --against becomes the old versions of tables, by name.
import { resolve } from "node:path";
import { buildModels, readTables } from "../compile.ts";
import { type Diagnostic, hasErrors } from "../diagnostic/diagnostic.ts";
import type { Baselines } from "../evolution/baseline.ts";
import { placesIn } from "../evolution/table-places.ts";
import type { Problem } from "../output/outcome.ts";
import type { CommandContext } from "./command-line.ts";

export interface BaselineFailure extends Problem {
  /** The findings in the old tables, which are the reason. */
  readonly diagnostics: readonly Diagnostic[];
}

/** A failure where there is nothing that could be compared. */
export async function readBaselines(
  against: string,
  { folder, host }: Pick<CommandContext, "folder" | "host">,
): Promise<Baselines | BaselineFailure> {
  const path = resolve(folder, against);
  const { tables, diagnostics } = readTables({ tables: [path], targets: [] }, host);
  if (hasErrors(diagnostics)) {
    const help = "Correct it, or name another version with --against.";
    return { message: `The baseline "${against}" cannot be read.`, help, diagnostics };
  }
  const models = buildModels(tables);
  return new Map(
    Array.from(models, ([file, model]) => {
      const table = tables.get(file);
      return [model.name, { label: against, model, ...(table && { placeOf: placesIn(table) }) }];
    }),
  );
}

// Texts of tables in these tests become tables and models: those of examples lack their first lines.
import { hasErrors } from "../../generator/diagnostic/diagnostic.ts";
import { buildModel } from "../../generator/model/build.ts";
import type { Model } from "../../generator/model/model.ts";
import { memoryHost } from "../../generator/reader/host.ts";
import { loadTable } from "../../generator/reader/table/load.ts";
import type { ResolvedTable } from "../../generator/reader/table/resolve.ts";
import { resolveTable } from "../../generator/reader/table/resolve-tables.ts";
import { runRules } from "../../generator/rules/run.ts";
import { resolveFiles } from "../helpers/resolve.ts";

export function exampleTable(text: string): ResolvedTable {
  const name = /^name:/m.test(text) ? "" : "name: Example\n";
  return resolveFiles({ "example.errors.yaml": `errtable: 1\n${name}${text}` });
}

/** Undefined for a table with errors, of which nothing is made. */
export function soundModel(name: string, text: string): Model | undefined {
  const { value } = loadTable(`/${name}`, memoryHost({ [name]: text }));
  if (value === undefined) return undefined;
  const table = resolveTable(value);
  return hasErrors(runRules(table)) ? undefined : buildModel(table);
}

// A table that is not there is told of at the place of the configuration that names it.
import { resolve } from "node:path";
import type { Diagnostic } from "../diagnostic/diagnostic.ts";
import type { Place } from "../diagnostic/source.ts";
import type { Host } from "../reader/host.ts";
import type { ConfigFile } from "./config-chain.ts";

/** A name as it is spelled. */
interface TableName {
  readonly name: string;
  readonly place: Place;
}

/** The first name of a table, by its absolute path. */
export type NameOf = (tablePath: string) => TableName | undefined;

/** Patterns name no table, so that a table of a pattern is always there. */
export function namesIn({ data, folder, placeOf }: ConfigFile): NameOf {
  const names = [
    ...(data.tables ?? []).map((table, index) => [table, ["tables", index]] as const),
    ...(data.targets ?? []).map(({ table }, index) => [table, ["targets", index, "table"]] as const),
    ...(data.descriptions ?? []).flatMap(({ tables = [] }, index) =>
      tables.map((table, at) => [table, ["descriptions", index, "tables", at]] as const),
    ),
  ];
  return (path) => {
    const [name, at] = names.find(([table]) => resolve(folder, table) === path) ?? [];
    return name === undefined || at === undefined ? undefined : { name, place: placeOf(at) };
  };
}

/** `diagnostics` are of the tables of a configuration. */
export function tellMissing(
  diagnostics: readonly Diagnostic[],
  { tables, nameOf }: { readonly tables: readonly string[]; readonly nameOf: NameOf },
  { show }: Pick<Host, "show">,
): readonly Diagnostic[] {
  if (!diagnostics.some(isMissing)) return diagnostics;
  const named = new Map(tables.map((path) => [show(path), path]));
  return diagnostics.map((one): Diagnostic => {
    const found = isMissing(one) ? nameOf(named.get(one.place.source.path) ?? "") : undefined;
    if (found === undefined) return one;
    const { name, place } = found;
    return { ...one, place, message: `There is no table "${name}".`, help: "The path is relative to this file." };
  });
}

/** A name in a file that is there has a text around it. */
function isMissing({ code, place }: Diagnostic): boolean {
  return code === "missing-file" && place.source.text === "";
}

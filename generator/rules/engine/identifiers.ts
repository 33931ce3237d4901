// The entries of a table with their names in generated code, and with the places that the names come from.
import { memoize } from "../../diagnostic/memoize.ts";
import { chosenNames } from "../../model/chosen-names.ts";
import { type ChosenName, errorNameOf } from "../../model/naming.ts";
import type { ResolvedError, ResolvedTable } from "../../reader/table/resolve.ts";
import { inEntry, keyOf } from "./places.ts";
import type { FindingPlace } from "./rule.ts";

export interface NamedEntry extends ChosenName {
  readonly entry: ResolvedError;
  readonly errorName: string;
  /** The field that sets the name, or the code that it is derived from. */
  readonly place: FindingPlace;
  readonly isWritten: boolean;
}

/** Without the entries that have no name. */
export const namedEntries = memoize((table: ResolvedTable): readonly NamedEntry[] => {
  const names = chosenNames(table);
  const named: NamedEntry[] = [];
  for (const entry of table.errors.values()) {
    const name = names.get(entry.code);
    if (name !== undefined) named.push(nameEntry(entry)(name));
  }
  return named;
});

/** An entry of a table that has been named before mostly has the same name again. */
const nameEntry = memoize((entry: ResolvedError) =>
  memoize((name: ChosenName): NamedEntry => {
    const isWritten = entry.spec.identifier !== undefined;
    const place = isWritten ? inEntry(entry, "identifier") : keyOf(entry);
    return { ...name, errorName: errorNameOf(name.identifier), entry, isWritten, place };
  }),
);

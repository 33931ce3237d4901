// A resolved table becomes the names of its errors in generated code.
import { memoize, recallBy } from "../diagnostic/memoize.ts";
import type { LoadedTable, ResolvedTable } from "../reader/table/resolve.ts";
import { type ChosenName, chooseIdentifiers } from "./naming.ts";

/** By code. The rules and the model ask for the names of the same table. */
export const chosenNames = memoize(({ root, errors }: ResolvedTable): ReadonlyMap<string, ChosenName> => {
  const parts: (string | undefined)[] = [root.table.name];
  for (const { code, spec } of errors.values()) parts.push(code, spec.identifier);
  return namesBy(root, parts);
});

/** The name of the table, and then each code with its written identifier. */
const namesBy = recallBy<LoadedTable, string | undefined, ReadonlyMap<string, ChosenName>>(
  ([table = "", ...written]) => {
    const codes = Array.from({ length: written.length / 2 }, (_, index) => ({
      code: written[2 * index] ?? "",
      identifier: written[2 * index + 1],
    }));
    return chooseIdentifiers(codes, table);
  },
);

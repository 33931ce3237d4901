// A resolved table becomes the names of its errors in generated code.
import { memoize } from "../diagnostic/memoize.ts";
import type { ResolvedTable } from "../reader/table/resolve.ts";
import { type ChosenName, chooseIdentifiers } from "./naming.ts";

/** By code. The rules and the model ask for the names of the same table. */
export const chosenNames = memoize(({ root, errors }: ResolvedTable): ReadonlyMap<string, ChosenName> => {
  const codes = Array.from(errors.values(), ({ code, spec }) => ({ code, identifier: spec.identifier }));
  return chooseIdentifiers(codes, root.table.name);
});

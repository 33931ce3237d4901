// An entry becomes the identifier of its generated code, with the place that the identifier comes from.
import { errorNameOf, identifierOf } from "../../model/naming.ts";
import type { ResolvedError } from "../../reader/table/resolve.ts";
import { inEntry, keyOf } from "./places.ts";
import type { FindingPlace } from "./rule.ts";

export interface EntryNames {
  readonly identifier: string;
  readonly errorName: string;
  /** The field that sets it, or the code that it is derived from. */
  readonly place: FindingPlace;
}

/** Several rules ask for the names of the same entries. */
const known = new WeakMap<ResolvedError, EntryNames>();

export function namesOf(entry: ResolvedError): EntryNames {
  const names = known.get(entry) ?? findNames(entry);
  known.set(entry, names);
  return names;
}

function findNames(entry: ResolvedError): EntryNames {
  const { identifier: written } = entry.spec;
  const identifier = written ?? identifierOf(entry.code);
  const place = written === undefined ? keyOf(entry) : inEntry(entry, "identifier");
  return { identifier, errorName: errorNameOf(identifier), place };
}

// Short functions by which rules name places, numbers and lists.
import type { LoadedTable, ResolvedError, ResolvedTranslation } from "../../reader/table/resolve.ts";
import type { FindingPlace } from "./rule.ts";

/** The key of an entry: its code. */
export function keyOf({ owner, path }: ResolvedError): FindingPlace {
  return { document: owner.document, path, at: "key" };
}

/** A value inside of an entry. */
export function inEntry({ owner, path }: ResolvedError, ...steps: readonly (string | number)[]): FindingPlace {
  return { document: owner.document, path: [...path, ...steps] };
}

/** The key of a value inside of an entry. */
export function keyInEntry(error: ResolvedError, ...steps: readonly (string | number)[]): FindingPlace {
  return { ...inEntry(error, ...steps), at: "key" };
}

/** A part of the message of an entry or of its translation. */
export function inMessage(
  owner: ResolvedError | ResolvedTranslation,
  part?: { readonly offset: number; readonly length: number },
): FindingPlace {
  const document = "owner" in owner ? owner.owner.document : owner.document;
  return { document, path: [...owner.path, "message"], ...(part === undefined ? {} : { part }) };
}

/** A value at the top of a table. */
export function inTable(
  { document }: Pick<LoadedTable, "document">,
  ...path: readonly (string | number)[]
): FindingPlace {
  return { document, path };
}

/** "3 errors", "1 error". */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

/** Quoted, the first few of them. */
export function list(names: readonly string[], most = 3): string {
  const quoted = names.slice(0, most).map((name) => `"${name}"`);
  const rest = names.length - quoted.length;
  if (rest > 0) return `${quoted.join(", ")} and ${rest} more`;
  return quoted.length < 2 ? quoted.join("") : `${quoted.slice(0, -1).join(", ")} and ${quoted.at(-1)}`;
}

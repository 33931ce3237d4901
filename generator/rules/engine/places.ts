// Short functions by which rules name places, numbers and lists, and find repetitions.
import { caseName } from "../../diagnostic/case-name.ts";
import { didYouMean } from "../../diagnostic/suggest.ts";
import type { LoadedTable, ResolvedCase, ResolvedError, ResolvedTranslation } from "../../reader/table/resolve.ts";
import type { Path } from "../../text/json/pointer.ts";
import type { FindingPlace } from "./rule.ts";

/** The name of an entry or of a case in messages: "OperationDenied", "OperationDenied.quota". */
export function labelOf({ code, name }: ResolvedCase): string {
  return caseName(code, name);
}

/** The key of an entry or of a case: its code, or its name. */
export function keyOf({ owner, path }: ResolvedCase): FindingPlace {
  return { document: owner.document, path, at: "key" };
}

/** A value inside of an entry or a case: of the nearest layer that has the field. */
export function inEntry({ owner, path, layers }: ResolvedCase, ...steps: Path): FindingPlace {
  const layer =
    layers.find(({ fields }) => holds(fields, steps)) ?? layers.find(({ fields }) => holds(fields, steps.slice(0, 1)));
  return { document: owner.document, path: [...(layer?.path ?? path), ...steps] };
}

/** Whether the first two steps lead to a value of the fields: some fields of a case complete those of its row. */
function holds(fields: object, [field, member]: Path): boolean {
  if (field === undefined || !Object.hasOwn(fields, field)) return false;
  const value = (fields as Readonly<Record<string, unknown>>)[field];
  return member === undefined || (typeof value === "object" && value !== null && Object.hasOwn(value, member));
}

/** The key of a value inside of an entry or a case. */
export function keyInEntry(error: ResolvedCase, ...steps: Path): FindingPlace {
  return { ...inEntry(error, ...steps), at: "key" };
}

/** A part of the message of an entry, of a case, or of a translation. */
export function inMessage(owner: ResolvedCase | ResolvedTranslation, part?: FindingPlace["part"]): FindingPlace {
  const place = "owner" in owner ? inEntry(owner, "message") : inTranslation(owner);
  return { ...place, ...(part === undefined ? {} : { part }) };
}

function inTranslation({ document, path }: ResolvedTranslation): FindingPlace {
  return { document, path: [...path, "message"] };
}

/** A value at the top of a table or of a translation. */
export function inTable({ document }: Pick<LoadedTable, "document">, ...path: Path): FindingPlace {
  return { document, path };
}

/** The key of a value at the top of a table or of a translation. */
export function keyInTable(table: Pick<LoadedTable, "document">, ...path: Path): FindingPlace {
  return { ...inTable(table, ...path), at: "key" };
}

/** The cases that a rule concerns; in their place the entry, if it concerns the entry and all cases of it. */
export function concerned(
  entries: readonly ResolvedError[],
  concerns: (one: ResolvedCase) => boolean,
): readonly ResolvedCase[] {
  return entries.flatMap((entry) => {
    const cases = entry.cases.filter(concerns);
    return cases.length === entry.cases.length && concerns(entry) ? [entry] : cases;
  });
}

/** Each item with the key of an earlier one, and the first item that has the key. */
export function* repetitions<Item>(
  items: Iterable<Item>,
  key: (item: Item) => string,
): Iterable<readonly [Item, Item]> {
  const firsts = new Map<string, Item>();
  for (const item of items) {
    const known = key(item);
    const first = firsts.get(known);
    if (first === undefined) firsts.set(known, item);
    else yield [item, first];
  }
}

/** The name, if it is not among those of its map or list yet. */
export function freeName(name: string | undefined, beside: readonly string[]): string | undefined {
  return name === undefined || beside.includes(name) ? undefined : name;
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

/** The known name that was probably meant, or all of them: "There is "a" and "b"." */
export function nearest(name: string, known: readonly string[], intro: string, none: string): string {
  return didYouMean(name, known) ?? (known.length === 0 ? none : `${intro} ${list(known, 10)}.`);
}

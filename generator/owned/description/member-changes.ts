// Changes of a description as data: members of mappings that are set or removed, and the data that results.
import { groupBy } from "../../diagnostic/group-by.ts";
import { isObject, type Json, type JsonObject } from "../../text/json/value.ts";

/** The keys that lead from the root of a description to a value. */
export type MemberPath = readonly string[];

/** Sets or removes a member of the mapping at `at`, which exists; a key without a value counts as an empty mapping. */
export interface MemberChange {
  readonly at: MemberPath;
  readonly name: string;
  /** Absent where the member is removed. */
  readonly value?: Json;
}

/** The changes of each mapping, the innermost mappings first. */
export function byMapping(
  changes: readonly MemberChange[],
): readonly (readonly [MemberPath, readonly MemberChange[]])[] {
  return [...groupBy(changes, ({ at }) => JSON.stringify(at)).values()]
    .map((group) => [group[0]?.at ?? [], group] as const)
    .toSorted(([a], [b]) => b.length - a.length);
}

/** The members that changes set, as one object. */
export function membersSet(changes: readonly MemberChange[]): JsonObject {
  return Object.fromEntries<Json>(
    changes.flatMap(({ name, value }) => (value === undefined ? [] : [[name, value] as const])),
  );
}

/** The data after the changes. Without its last member, a flow mapping is {} and a block mapping is null. */
export function applyChanges(data: Json, changes: readonly MemberChange[], isFlow: (at: MemberPath) => boolean): Json {
  const copies = new Set<Json>();
  return byMapping(changes).reduce<Json>((whole, [at, own]) => changeAt(whole, at, own, isFlow(at), copies), data);
}

/** Copies the values on the way to a change, each once for all changes: aliases share other values in memory. */
function changeAt(
  data: Json,
  [step, ...rest]: MemberPath,
  changes: readonly MemberChange[],
  isFlow: boolean,
  copies: Set<Json>,
): Json {
  const members = copies.has(data) ? (data as Record<string, Json>) : { ...(isObject(data) ? data : {}) };
  copies.add(members);
  if (step !== undefined) {
    members[step] = changeAt(members[step] ?? null, rest, changes, isFlow, copies);
    return members;
  }
  for (const { name, value } of changes) {
    if (value === undefined) delete members[name];
    else members[name] = value;
  }
  return isFlow || Object.keys(members).length > 0 ? members : null;
}

/** Whether two values are equal; the order of members does not count. Values that aliases share are compared once. */
export function isSameData(a: Json | undefined, b: Json | undefined, known = new Map<unknown, unknown>()): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return Object.is(a, b);
  if (known.get(a) === b) return true;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const names = Object.keys(a);
  if (names.length !== Object.keys(b).length) return false;
  for (const name of names) {
    if (!Object.hasOwn(b, name) || !isSameData((a as JsonObject)[name], (b as JsonObject)[name], known)) return false;
  }
  known.set(a, b);
  return true;
}

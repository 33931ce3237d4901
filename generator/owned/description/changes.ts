// What is to change in a description, as data: members of maps that are set or removed, and what the whole is then.
import { isObject, type Json, type JsonObject } from "../../text/json/value.ts";

export type Path = readonly string[];

/** A member of the map at `at`, which is there; a map without any entries counts as one. */
export interface Change {
  readonly at: Path;
  readonly name: string;
  /** Absent where the member is to go. */
  readonly value?: Json;
}

/** Changes by the map that they are in, the innermost maps first. */
export function byMap(changes: readonly Change[]): readonly (readonly [Path, readonly Change[]])[] {
  const maps = new Map<string, { readonly at: Path; readonly changes: Change[] }>();
  for (const change of changes) {
    const key = JSON.stringify(change.at);
    const beside = maps.get(key);
    if (beside === undefined) maps.set(key, { at: change.at, changes: [change] });
    else beside.changes.push(change);
  }
  return [...maps.values()].map((map) => [map.at, map.changes] as const).toSorted(([a], [b]) => b.length - a.length);
}

/** The data with the changes; `isFlow` tells what a map is without its last member: {} in brackets, nothing otherwise. */
export function applyChanges(data: Json, changes: readonly Change[], isFlow: (at: Path) => boolean): Json {
  const copies = new Set<Json>();
  return byMap(changes).reduce<Json>((whole, [at, own]) => changeAt(whole, at, own, isFlow(at), copies), data);
}

type Members = Record<string, Json>;

/** Parts that several places share in memory stay as they are: what leads to a change is copied, once for all changes. */
function changeAt(
  data: Json,
  [step, ...rest]: Path,
  changes: readonly Change[],
  isFlow: boolean,
  copies: Set<Json>,
): Json {
  const members: Members = copies.has(data) ? (data as Members) : { ...(isObject(data) ? data : {}) };
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

/** Members in any order. */
export function sameData(a: Json | undefined, b: Json | undefined): boolean {
  return isSame(a, b, undefined);
}

/** Values that aliases stand for are compared once, however often they come up. */
export function sameSharedData(a: Json, b: Json): boolean {
  return isSame(a, b, new Map());
}

type Known = Map<unknown, unknown> | undefined;

function isSame(a: Json | undefined, b: Json | undefined, known: Known): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return Object.is(a, b);
  if (known?.get(a) === b) return true;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const names = Object.keys(a);
  if (names.length !== Object.keys(b).length) return false;
  for (const name of names) {
    if (!Object.hasOwn(b, name) || !isSame((a as JsonObject)[name], (b as JsonObject)[name], known)) return false;
  }
  known?.set(a, b);
  return true;
}

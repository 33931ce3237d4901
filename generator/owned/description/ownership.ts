// The parts of a description that errtable wrote: components name their table and have a hash, operations list their statuses.
import { hash } from "node:crypto";
import { compareText } from "../../diagnostic/diagnostic.ts";
import { isObject, type Json, type JsonObject } from "../../text/json/value.ts";
import { type MemberChange, type MemberPath, membersSet } from "./member-changes.ts";

/**
 * On a component: "<table> <hash of the component without this member>". On an operation and on the description itself:
 * the mappings in it that errtable added, and removes when they are empty, such as "responses" and "components/headers".
 * Programs take any member of `components` for a map of components, so that no mark stands there.
 */
const MARK = "x-errtable";

/** On an operation: the statuses whose responses come from this table. */
export function statusesMark(table: string): string {
  return `${MARK}-${table}`;
}

/** The tables that have responses in an operation. */
export function tablesOf(operation: JsonObject): readonly string[] {
  return Object.keys(operation).flatMap((name) => (name.startsWith(`${MARK}-`) ? [name.slice(MARK.length + 1)] : []));
}

export function withMark(component: JsonObject, table: string): JsonObject {
  return { ...component, [MARK]: `${table} ${hashOf(component)}` };
}

/** The table that a component comes from; undefined for a component that errtable did not write. */
export function ownerOf(component: Json | undefined): string | undefined {
  return readMark(component)?.table;
}

/** Whether somebody changed a component after errtable wrote it. */
export function isEdited(component: Json | undefined): boolean {
  const mark = readMark(component);
  return mark !== undefined && mark.hash !== hashOf(component as JsonObject);
}

export function wordsOf(mark: Json | undefined): readonly string[] {
  return typeof mark === "string" ? mark.split(" ").filter((word) => word !== "") : [];
}

/** Sets or removes a mark; no change where the mark is as it should be. */
export function markChanges(
  parent: JsonObject,
  at: MemberPath,
  name: string,
  words: Iterable<string>,
): readonly MemberChange[] {
  const value = [...words].join(" ");
  if (value === (parent[name] ?? "")) return [];
  return [{ at, name, ...(value === "" ? {} : { value }) }];
}

/** The mappings in `parent` that errtable added. */
export function addedMappings(parent: JsonObject): Set<string> {
  return new Set(wordsOf(parent[MARK]));
}

/** The mappings that errtable added to the description; marks of `components` itself are of earlier versions. */
export function addedToDescription(data: JsonObject, components: JsonObject): Set<string> {
  const inner = [...addedMappings(components)].map((name) => `components/${name}`);
  return new Set([...addedMappings(data), ...inner]);
}

/** Takes the mark of an earlier version out of `components`. */
export function oldMarkChanges(components: JsonObject): readonly MemberChange[] {
  return Object.hasOwn(components, MARK) ? [{ at: ["components"], name: MARK }] : [];
}

/** Changes the mark that names the added mappings. */
export function addedChanges(parent: JsonObject, at: MemberPath, added: Iterable<string>): readonly MemberChange[] {
  return markChanges(parent, at, MARK, [...added].toSorted(compareText));
}

/**
 * Changes of mappings in `parent`, by their names. A missing mapping is added as a whole. A mapping that errtable added is
 * removed with its last member. `added` are the mappings that errtable added, each after `prefix`; it is updated.
 */
export function changesWithin(
  parent: JsonObject,
  at: MemberPath,
  inner: Readonly<Record<string, readonly MemberChange[]>>,
  added: Set<string>,
  prefix = "",
): readonly MemberChange[] {
  return Object.entries(inner).flatMap(([name, own]): readonly MemberChange[] => {
    const present = parent[name];
    if (present === undefined) {
      if (own.length === 0) return [];
      added.add(prefix + name);
      return [{ at, name, value: membersSet(own) }];
    }
    if (!added.has(prefix + name) || !isEmptied(present, own, at.length + 1)) return own;
    added.delete(prefix + name);
    return [{ at, name }];
  });
}

function isEmptied(present: Json, changes: readonly MemberChange[], depth: number): boolean {
  if (present !== null && !isObject(present)) return false;
  const own = changes.filter(({ at }) => at.length === depth);
  return own.length === Object.keys(present ?? {}).length && own.every(({ value }) => value === undefined);
}

function readMark(component: Json | undefined): { readonly table: string; readonly hash: string } | undefined {
  const [table, digest, ...more] = isObject(component) ? wordsOf(component[MARK]) : [];
  return table === undefined || digest === undefined || more.length > 0 ? undefined : { table, hash: digest };
}

/** The hash is of the data: the order of members and the layout do not count, because formatters change them. */
function hashOf({ [MARK]: _, ...component }: JsonObject): string {
  const canonical = JSON.stringify(component, (_name, value: Json) =>
    isObject(value) ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))) : value,
  );
  return hash("sha256", canonical, "hex").slice(0, 16);
}

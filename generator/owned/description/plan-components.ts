// The components that a description has and should have become changes. Components of other people, and edited ones, stay.
import { refTo } from "../../products/openapi/component-names.ts";
import { type JsonObject, objectOf } from "../../text/json/value.ts";
import type { Reporter } from "./embed-findings.ts";
import { isSameData, type MemberChange, type MemberPath } from "./member-changes.ts";
import { addedChanges, addedToDescription, changesWithin, isEdited, oldMarkChanges, ownerOf } from "./ownership.ts";
import { COMPONENT_KINDS, type ComponentKind, type ComponentsByKind } from "./table-components.ts";

interface ComponentsRequest {
  readonly data: JsonObject;
  /** The components of each table of this run, with their marks. */
  readonly intended: readonly (readonly [table: string, components: ComponentsByKind])[];
  /** Whether this run may change or remove components of a table. */
  isIncluded(table: string): boolean;
  readonly force: boolean;
  readonly report: Reporter;
}

/** The changes, and references to the components that are removed. */
export function planComponents(request: ComponentsRequest): {
  readonly changes: readonly MemberChange[];
  readonly removed: readonly string[];
} {
  const { data, intended, report } = request;
  const components = objectOf(data["components"]);
  const byKind = COMPONENT_KINDS.map((kind) => {
    const named = joinKind(kind, intended, report);
    return [kind, planKind(kind, objectOf(components[kind]), named, request)] as const;
  });
  const removed = byKind.flatMap(([kind, changes]) =>
    changes.flatMap(({ name, value }) => (value === undefined ? [refTo(kind, name)] : [])),
  );
  const added = addedToDescription(data, components);
  const kinds = changesWithin(components, ["components"], Object.fromEntries(byKind), added, "components/");
  const changes = changesWithin(data, [], { components: [...kinds, ...oldMarkChanges(components)] }, added);
  return { changes: [...changes, ...addedChanges(data, [], added)], removed };
}

/** The components of all tables; a name that two tables have is an error. */
function joinKind(kind: ComponentKind, tables: ComponentsRequest["intended"], report: Reporter) {
  const joined = new Map<string, JsonObject>();
  for (const [table, own] of tables) {
    for (const [name, component] of own[kind]) {
      const owner = ownerOf(joined.get(name));
      if (owner === undefined) joined.set(name, component);
      else reportTaken(["components", kind, name], owner, table, report);
    }
  }
  return joined;
}

function planKind(
  kind: ComponentKind,
  present: JsonObject,
  intended: ReadonlyMap<string, JsonObject>,
  { isIncluded, force, report }: ComponentsRequest,
): readonly MemberChange[] {
  const at = ["components", kind];
  const changes: MemberChange[] = [];
  for (const [name, component] of Object.entries(present)) {
    const owner = ownerOf(component);
    const value = intended.get(name);
    // A component may move from one table of this run to another.
    const isFree = owner !== undefined && isIncluded(owner);
    if (value !== undefined && owner !== ownerOf(value) && !isFree)
      reportTaken([...at, name], owner, ownerOf(value) ?? "", report);
    if (!isFree || isSameData(component, value)) continue;
    if (isEdited(component) && !force) {
      const message = `"${name}" was edited by hand, and would be ${value === undefined ? "removed" : "replaced"}.`;
      const help = `Change the table "${owner}" instead, or give the edit up with --force.`;
      report("embed-edited", [...at, name], message, help);
    }
    changes.push({ at, name, ...(value === undefined ? {} : { value }) });
  }
  const missing = [...intended].filter(([name]) => !Object.hasOwn(present, name));
  return [...changes, ...missing.map(([name, value]) => ({ at, name, value }))];
}

/** A suffix would not do: names of components become names of types in other people's code. */
function reportTaken(at: MemberPath, owner: string | undefined, table: string, report: Reporter): void {
  const whose = owner === undefined ? "was not written by errtable" : `comes from the table "${owner}"`;
  const message = `"${at.at(-1)}" ${whose}, and "${table}" has a component of that name.`;
  const help = 'Rename one of them, or give the names of the table a "prefix": an option of its openapi target.';
  report("embed-name-taken", at, message, help);
}

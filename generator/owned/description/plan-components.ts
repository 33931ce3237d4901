// The components that a description has and should have become changes. Components of other people, and edited ones, stay.
import type { Diagnostic } from "../../diagnostic/diagnostic.ts";
import { refTo } from "../../products/openapi/component-names.ts";
import { isObject, type JsonObject } from "../../text/json/value.ts";
import type { Reporter } from "./embed-findings.ts";
import { isSameData, type MemberChange } from "./member-changes.ts";
import { changesWithin, isEdited, ownerOf } from "./ownership.ts";
import { COMPONENT_KINDS, type ComponentKind, type ComponentsByKind } from "./table-components.ts";

export interface ComponentsRequest {
  readonly data: JsonObject;
  /** The components of all tables of this run, with their marks. */
  readonly intended: ComponentsByKind;
  /** Whether this run may change or remove components of a table. */
  isIncluded(table: string): boolean;
  readonly force: boolean;
  readonly report: Reporter;
}

export interface PlannedComponents {
  readonly changes: readonly MemberChange[];
  readonly findings: readonly Diagnostic[];
  /** References to the components that are removed. */
  readonly removed: readonly string[];
}

export function planComponents(request: ComponentsRequest): PlannedComponents {
  const { data } = request;
  const components = isObject(data["components"]) ? data["components"] : {};
  const findings: Diagnostic[] = [];
  const byKind = COMPONENT_KINDS.map((kind) => {
    const present = isObject(components[kind]) ? components[kind] : {};
    return [kind, planKind(kind, present, request, findings)] as const;
  });
  const removed = byKind.flatMap(([kind, changes]) =>
    changes.flatMap(({ name, value }) => (value === undefined ? [refTo(kind, name)] : [])),
  );
  const inside = changesWithin(components, ["components"], Object.fromEntries(byKind));
  return { changes: changesWithin(data, [], { components: inside }), findings, removed };
}

function planKind(
  kind: ComponentKind,
  present: JsonObject,
  { intended, isIncluded, force, report }: ComponentsRequest,
  findings: Diagnostic[],
): readonly MemberChange[] {
  const at = ["components", kind];
  const changes: MemberChange[] = [];
  for (const [name, component] of Object.entries(present)) {
    const owner = ownerOf(component);
    const value = intended[kind].get(name);
    // A component may move from one table of this run to another.
    const isFree = owner !== undefined && isIncluded(owner);
    if (value !== undefined && owner !== ownerOf(value) && !isFree)
      findings.push(report(...takenName([...at, name], name, owner, ownerOf(value) ?? "")));
    if (!isFree || isSameData(component, value)) continue;
    if (isEdited(component) && !force)
      findings.push(report(...edited([...at, name], name, owner, value === undefined)));
    changes.push({ at, name, ...(value === undefined ? {} : { value }) });
  }
  const missing = [...intended[kind]].filter(([name]) => !Object.hasOwn(present, name));
  return [...changes, ...missing.map(([name, value]) => ({ at, name, value }))];
}

type Finding = Parameters<Reporter>;

/** A suffix would not do: names of components become names of types in other people's code. */
export function takenName(at: readonly string[], name: string, owner: string | undefined, table: string): Finding {
  const whose = owner === undefined ? "was not written by errtable" : `comes from the table "${owner}"`;
  const help = 'Rename one of them, or give the names of the table a "prefix": an option of its openapi target.';
  return ["embed-name-taken", at, `"${name}" ${whose}, and "${table}" has a component of that name.`, help];
}

function edited(at: readonly string[], name: string, owner: string, isRemoved: boolean): Finding {
  const message = `"${name}" was edited by hand, and would be ${isRemoved ? "removed" : "replaced"}.`;
  const help = `Change the table "${owner}" instead, or give the edit up with --force.`;
  return ["embed-edited", at, message, help];
}

// The components that a description has and those that it should have become changes; what people own, or edited, stays.
import type { Diagnostic } from "../../diagnostic/diagnostic.ts";
import type { FindingId } from "../../diagnostic/kinds.ts";
import { isObject, type Json, type JsonObject } from "../../text/json/value.ts";
import type { Change, Path } from "./changes.ts";
import { sameData } from "./changes.ts";
import { isEdited, MARK, ownerOf, wordsOf } from "./ownership.ts";
import { KINDS, type Kind } from "./table-components.ts";

export interface ComponentsRequest {
  readonly data: JsonObject;
  /** By kind and name: marked, of all tables of this run. */
  readonly wanted: Readonly<Record<Kind, ReadonlyMap<string, JsonObject>>>;
  /** Whether components of this table are errtable's to change or remove in this run. */
  isMeant(table: string): boolean;
  readonly force: boolean;
  report(code: FindingId, at: Path, message: string, help: string): Diagnostic;
}

export interface PlannedComponents {
  readonly changes: readonly Change[];
  readonly findings: readonly Diagnostic[];
  /** Names of components that were there for a table of this run and go. */
  readonly removed: ReadonlySet<string>;
}

export function planComponents(request: ComponentsRequest): PlannedComponents {
  const { data } = request;
  const components = isObject(data["components"]) ? data["components"] : {};
  const made = new Set(wordsOf(components[MARK]));
  const inside: Change[] = [];
  const findings: Diagnostic[] = [];
  const removed = new Set<string>();
  let left = Object.keys(components).filter((name) => name !== MARK).length;
  for (const kind of KINDS) {
    const present = isObject(components[kind]) ? components[kind] : {};
    const changes = planKind(kind, present, request, findings);
    for (const { name, value } of changes) if (value === undefined) removed.add(`#/components/${kind}/${name}`);
    const rest = Object.keys(present).length - changes.filter(({ value }) => value === undefined).length;
    const isSetting = changes.some(({ value }) => value !== undefined);
    if (components[kind] === undefined && isSetting) {
      inside.push({ at: ["components"], name: kind, value: membersOf(changes) });
      made.add(kind);
      left += 1;
    } else if (made.has(kind) && rest === 0 && !isSetting && components[kind] !== undefined) {
      inside.push({ at: ["components"], name: kind });
      made.delete(kind);
      left -= 1;
    } else inside.push(...changes);
  }
  const mark = KINDS.filter((kind) => made.has(kind)).join(" ");
  if (mark !== (components[MARK] ?? "")) inside.push(markChange(["components"], mark));
  return { changes: inRoot(data, inside, left === 0), findings, removed };
}

/** The map that all components are in comes and goes with them, where errtable made it. */
function inRoot(data: JsonObject, inside: readonly Change[], isEmpty: boolean): readonly Change[] {
  if (inside.length === 0) return [];
  const made = new Set(wordsOf(data[MARK]));
  if (data["components"] === undefined) {
    made.add("components");
    return [
      { at: [], name: "components", value: membersOf(inside) },
      { at: [], name: MARK, value: [...made].join(" ") },
    ];
  }
  if (!isEmpty || !made.has("components")) return inside;
  made.delete("components");
  return [{ at: [], name: "components" }, markChange([], [...made].join(" "))];
}

function planKind(
  kind: Kind,
  present: JsonObject,
  { wanted, isMeant, force, report }: ComponentsRequest,
  findings: Diagnostic[],
): readonly Change[] {
  const at: Path = ["components", kind];
  const changes: Change[] = [];
  for (const [name, component] of Object.entries(present)) {
    const owner = ownerOf(component);
    const news = wanted[kind].get(name);
    // What moves from one table of this run to another changes hands.
    const isFree = owner !== undefined && isMeant(owner);
    if (news !== undefined && owner !== ownerOf(news) && !isFree)
      findings.push(report(...takenName([...at, name], name, owner, ownerOf(news) ?? "")));
    if (!isFree || sameData(component, news)) continue;
    if (isEdited(component) && !force) findings.push(report(...edited(at, name, owner, news !== undefined)));
    changes.push({ at, name, ...(news === undefined ? {} : { value: news }) });
  }
  const missing = [...wanted[kind]].filter(([name]) => !Object.hasOwn(present, name));
  return [...changes, ...missing.map(([name, value]) => ({ at, name, value }))];
}

type Finding = Parameters<ComponentsRequest["report"]>;

/** Never a suffix: names of components become names of types in other people's code. */
export function takenName(at: Path, name: string, owner: string | undefined, table: string): Finding {
  const whose = owner === undefined ? "is not errtable's" : `is of the table "${owner}"`;
  const help = 'Rename one of them, or give the names of the table a "prefix": an option of its openapi target.';
  return ["embed-name-taken", at, `"${name}" ${whose}, and "${table}" has a component of that name.`, help];
}

function edited(at: Path, name: string, owner: string, isWanted: boolean): Finding {
  const deed = isWanted ? "replaced" : "removed";
  const help = `Change the table of "${owner}" instead, or give the edit up with --force.`;
  return ["embed-edited", [...at, name], `"${name}" was edited by hand, and is about to be ${deed}.`, help];
}

export function markChange(at: Path, text: string): Change {
  return { at, name: MARK, ...(text === "" ? {} : { value: text }) };
}

export function membersOf(changes: readonly Change[]): Json {
  return Object.fromEntries<Json>(
    changes.flatMap(({ name, value }) => (value === undefined ? [] : [[name, value] as const])),
  );
}

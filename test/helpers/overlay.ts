// Applies an Overlay 1.0 as its specification says, for the JSONPaths (RFC 9535) that errtable writes.
import { isDeepStrictEqual } from "node:util";
import type { Json, JsonObject } from "../../generator/text/json/value.ts";

interface Action {
  readonly target: string;
  readonly update?: Json;
  readonly remove?: boolean;
}

/** Where a value stands: the object that holds it, and its name there; the root stands in an object of its own. */
interface Node {
  readonly holder: Record<string, Json>;
  readonly name: string;
}

export function applyOverlay(document: JsonObject, overlay: JsonObject): JsonObject {
  const root: Record<string, Json> = { $: structuredClone(document) };
  for (const { target, update, remove } of overlay["actions"] as unknown as readonly Action[]) {
    for (const { holder, name } of select(target, root)) {
      if (remove === true) delete holder[name];
      else holder[name] = merge(holder[name], structuredClone(update ?? {}));
    }
  }
  return root["$"] as JsonObject;
}

/** Objects are merged, lists grow, and anything else is replaced. */
function merge(value: Json | undefined, update: Json): Json {
  if (Array.isArray(value) && Array.isArray(update)) return [...(value as Json[]), ...(update as Json[])];
  if (!isRecord(value) || !isRecord(update)) return update;
  const merged: Record<string, Json> = { ...value };
  for (const [name, member] of Object.entries(update))
    merged[name] = Object.hasOwn(value, name) ? merge(value[name], member) : member;
  return merged;
}

export function select(path: string, root: Record<string, Json>): readonly Node[] {
  let rest = path.replace(/^\$/, "");
  let nodes: readonly Node[] = [{ holder: root, name: "$" }];
  while (rest !== "") {
    const [segment = "", member, quoted, filter] = SEGMENT.exec(rest) ?? [];
    if (segment === "") throw new Error(`What is ${rest}?`);
    rest = rest.slice(segment.length);
    const name = member ?? (quoted === undefined ? undefined : textOf(quoted));
    nodes = nodes.flatMap(({ holder, name: at }) => {
      const value = holder[at];
      if (!isRecord(value)) return [];
      const names = name === undefined || name === "*" ? Object.keys(value) : [name];
      return names
        .filter((one) => Object.hasOwn(value, one) && (filter === undefined || holds(filter, value[one] ?? null, root)))
        .map((one) => ({ holder: value, name: one }));
    });
  }
  return nodes;
}

const TEXT = String.raw`'(?:[^'\\]|\\.)*'`;
const SEGMENT = new RegExp(String.raw`^(?:\.(\w+|\*)|\[(${TEXT})\]|\[\?\(((?:${TEXT}|[^'])*?)\)\])`);
const CONDITION = new RegExp(String.raw`^(!?)([@$](?:\.\w+|\[${TEXT}\])*)$`);
const COMPARISON = new RegExp(String.raw`^(@(?:\.\w+)*) == (${TEXT}|\$(?:\.\w+|\[${TEXT}\])+)$`);

function holds(filter: string, value: Json, root: Record<string, Json>): boolean {
  const conditions = filter.match(new RegExp(`(?:${TEXT}|[^'&])+`, "g")) ?? [];
  return conditions.every((one) => {
    const condition = one.trim();
    const [, left, right] = COMPARISON.exec(condition) ?? [];
    if (left !== undefined && right !== undefined) {
      const expected = right.startsWith("'") ? textOf(right) : valueAt(right, value, root);
      return isDeepStrictEqual(valueAt(left, value, root), expected);
    }
    const [, not, query] = CONDITION.exec(condition) ?? [];
    if (query === undefined) throw new Error(`What is ${condition}?`);
    return (valueAt(query, value, root) !== undefined) === (not === "");
  });
}

function valueAt(query: string, value: Json, root: Record<string, Json>): Json | undefined {
  const base = query.startsWith("@") ? { $: value } : root;
  const [node] = select(`$${query.slice(1)}`, base);
  return node?.holder[node.name];
}

function textOf(literal: string): string {
  return literal
    .slice(1, -1)
    .replaceAll(/\\(?:u([\da-f]{4})|(.))/g, (_, unit: string | undefined, sign: string) =>
      unit === undefined ? sign : String.fromCharCode(Number.parseInt(unit, 16)),
    );
}

function isRecord(value: Json | undefined): value is Record<string, Json> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

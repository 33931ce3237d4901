// A value of a JSON file knows its path, so that a file of another form is told by its places and never crashes its reader.
import type { Path } from "../text/json/pointer.ts";
import { isList, isObject, type Json, type JsonObject, type JsonSchema, recordOf } from "../text/json/value.ts";

export interface JsonNode {
  /** Undefined where its parent lacks it. */
  readonly value: Json | undefined;
  readonly name: string | number;
  readonly parent: JsonNode | undefined;
  /** Shared by all nodes of a file. */
  readonly faults: JsonFault[];
}

export interface JsonFault {
  readonly path: Path;
  /** "a text", "a list". */
  readonly expected: string;
}

export function rootNode(value: Json): JsonNode {
  return { value, name: "", parent: undefined, faults: [] };
}

export function rootOf(node: JsonNode): JsonNode {
  return node.parent === undefined ? node : rootOf(node.parent);
}

/** A member of an object; only the object's own members count. */
export function memberOf(parent: JsonNode, name: string): JsonNode {
  const { value, faults } = parent;
  return { value: isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined, name, parent, faults };
}

export function textOf(node: JsonNode): string {
  return typeof node.value === "string" ? node.value : fault(node, "a text", "");
}

export function wordOf<const Word extends string>(node: JsonNode, words: readonly [Word, ...Word[]]): Word {
  const word = words.find((one) => one === node.value);
  return word ?? fault(node, words.map((one) => JSON.stringify(one)).join(" or "), words[0]);
}

export function integerOf(node: JsonNode): number {
  return Number.isSafeInteger(node.value) ? Number(node.value) : fault(node, "an integer", 0);
}

export function textOrNumberOf(node: JsonNode): string | number {
  const { value } = node;
  return typeof value === "string" || typeof value === "number" ? value : fault(node, "a text or a number", "");
}

export function truthOf(node: JsonNode): boolean {
  return typeof node.value === "boolean" ? node.value : fault(node, "true or false", false);
}

export function objectIn(node: JsonNode): JsonObject {
  return isObject(node.value) ? node.value : fault(node, "an object", {});
}

/** A body, which is a list where its places begin with positions. */
export function bodyIn(node: JsonNode): Json {
  const { value } = node;
  return isObject(value) || isList(value) ? value : fault(node, "an object or a list", {});
}

export function schemaIn(node: JsonNode): JsonSchema {
  const { value } = node;
  return typeof value === "boolean" || isObject(value) ? value : fault(node, "a JSON Schema", true);
}

export function anythingIn(node: JsonNode): Json {
  return node.value === undefined ? fault(node, "a value", null) : node.value;
}

export function itemsOf<Value>(node: JsonNode, read: (item: JsonNode) => Value): readonly Value[] {
  const { value, faults } = node;
  if (value === undefined || !isList(value)) return fault(node, "a list", []);
  return value.map((item, name) => read({ value: item, name, parent: node, faults }));
}

/** A record whose names come from people. */
export function valuesOf<Value>(node: JsonNode, read: (item: JsonNode) => Value): Readonly<Record<string, Value>> {
  return recordOf(Object.keys(objectIn(node)).map((name) => [name, read(memberOf(node, name))]));
}

/** A member that may be absent; it is absent in the result, too. */
export function maybe<const Name extends string, Value>(
  name: Name,
  node: JsonNode,
  read: (member: JsonNode) => Value,
): { readonly [N in Name]?: Value } {
  return node.value === undefined ? {} : ({ [name]: read(node) } as { readonly [N in Name]?: Value });
}

function fault<Value>(node: JsonNode, expected: string, instead: Value): Value {
  node.faults.push({ path: pathOf(node), expected });
  return instead;
}

function pathOf({ name, parent }: JsonNode): Path {
  return parent === undefined ? [] : [...pathOf(parent), name];
}

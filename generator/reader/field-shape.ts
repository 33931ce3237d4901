// The schema of a field becomes a value of the right shape, as YAML, for the help of findings.
import { isRecord } from "../text/json/value.ts";
import { flowText, type Shape } from "./shape-text.ts";
import { scalarText } from "./yaml/edits.ts";

export interface Grammar {
  readonly $ref?: string;
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly pattern?: string;
  readonly patternErrorMessage?: string;
  readonly anyOf?: readonly Grammar[];
  readonly allOf?: readonly Grammar[];
  readonly items?: Grammar;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Grammar>>;
  readonly additionalProperties?: Grammar | boolean;
  readonly propertyNames?: Grammar;
  readonly if?: Grammar;
  readonly then?: Grammar;
  readonly else?: Grammar;
}

/** Stands for a text that only the author knows. */
const ANY_TEXT = "…";

/** The shapes that the field may have, each with the given value in it where it fits. */
export function shapesOf(schema: Grammar, given: unknown, root: Grammar): readonly Shape[] {
  // A list of one item may be meant as the item.
  const value: unknown = Array.isArray(given) && given.length === 1 && schema.type !== "array" ? given[0] : given;
  const branches = schema.anyOf ?? [schema];
  const meant = branches.filter((branch) => accepts(branch, value, root));
  // A schema that is true or false says little.
  const telling = branches.filter((branch) => branch.type !== "boolean" || branches.length === 1);
  const shapes = (meant.length > 0 ? meant.slice(0, 1) : telling).map((branch) => shapeOf(branch, value, root));
  return [...new Map(shapes.map((shape) => [flowText(shape), shape])).values()].filter((shape) => shape !== ANY_TEXT);
}

function shapeOf(written: Grammar, given: unknown, root: Grammar): Shape {
  const schema = resolved(written, root);
  if (schema.anyOf !== undefined) {
    const isMeant = (branch: Grammar): boolean => accepts(branch, given, root) || hasFieldOf(branch, given, root);
    return shapeOf(schema.anyOf.find(isMeant) ?? schema.anyOf[0] ?? {}, given, root);
  }
  if (accepts(schema, given, root)) return typeof given === "string" ? wordOf(given) : String(given);
  if (schema.type === "array") return itemsOf(schema.items ?? {}, given, root);
  return schema.type === "object" ? mapOf(schema, given, root) : leafOf(schema);
}

/** The names of a map, the items of a list, or one item. */
function itemsOf(items: Grammar, given: unknown, root: Grammar): readonly Shape[] {
  // A map may be meant as the item.
  const isItem = (items.anyOf ?? [items]).some((branch) => hasFieldOf(branch, given, root));
  const offered = isItem || typeof given !== "object" || given === null ? [given] : Object.values(namesOf(given));
  const fitting = offered.filter((item) => accepts(items, item, root)).slice(0, MOST_SHOWN);
  return (fitting.length === 0 ? [offered[0]] : fitting).map((item) => shapeOf(items, item, root));
}

const MOST_SHOWN = 5;

/** A value of a file, and the schema that it has to fit. */
export interface Described {
  readonly value: unknown;
  readonly schema: Grammar;
}

/** Says where a field that is unknown here has its place: in a field beside it, at the top of the file, or in a row. */
export function placeOfField(name: string, here: Described, file: Described): string | undefined {
  const { schema: root } = file;
  const top = resolved(branchOf(root, file.value) ?? root, root);
  const isHolder = (field: Grammar): boolean => resolved(field, root).properties?.[name] !== undefined;
  const holder = [here.schema, ...(here.schema.allOf ?? []).map((one) => branchOf(one, here.value) ?? {})]
    .flatMap(({ properties = {} }) => Object.entries(properties))
    .find(([, field]) => (field.anyOf ?? [field]).some(isHolder));
  if (holder !== undefined) return `It is a field of "${holder[0]}": write it there.`;
  if (here.schema !== top && isHolder(top)) return "It is a field of the whole file: it stands at the top level.";
  const { additionalProperties: row } = resolved(top.properties?.["errors"] ?? {}, root);
  return typeof row === "object" && isHolder(row) ? "It is a field of an error: write it there." : undefined;
}

/** The branch of a condition which asks for fields that are there, or for their values. */
function branchOf({ if: condition, then, else: otherwise }: Grammar, value: unknown): Grammar | undefined {
  const { required = [], properties = {} } = condition ?? {};
  const holds = required.every((name) => {
    const { const: only } = properties[name] ?? {};
    return isRecord(value) && value[name] !== undefined && (only === undefined || value[name] === only);
  });
  return holds ? then : otherwise;
}

/** Whether the value is a map with a field of the schema. */
function hasFieldOf(schema: Grammar, value: unknown, root: Grammar): boolean {
  const { properties } = resolved(schema, root);
  return isRecord(value) && Object.keys(value).some((name) => properties?.[name] !== undefined);
}

/** The items of a list, and the names of a map. */
function namesOf(given: object): readonly unknown[] {
  return Array.isArray(given) ? given : Object.keys(given);
}

/** With the required members, or else with those that are given, or with the one that is most likely meant. */
function mapOf(schema: Grammar, given: unknown, root: Grammar): Shape {
  const { properties = {}, required = [], additionalProperties } = schema;
  if (typeof additionalProperties === "object") return entriesOf(schema, additionalProperties, given, root);
  const names = Object.keys(properties);
  const needed = names.filter((name) => required.includes(name));
  const kept = isRecord(given) ? names.filter((name) => accepts(properties[name] ?? {}, given[name], root)) : [];
  const isSchema = names.includes("$ref");
  // A schema has its type first, and any other map a text about it.
  const usual = isSchema ? ["type"] : [...new Set(["description", ...names])].filter((name) => names.includes(name));
  const offered = (needed.length > 0 ? needed : usual).filter((name) => accepts(properties[name] ?? {}, given, root));
  const [holder] = offered.toSorted((a, b) => strictness(properties[b]) - strictness(properties[a]));
  const shown = [...new Set([...kept, ...needed])];
  if (shown.length === 0) shown.push(holder ?? usual[0] ?? "name");
  const fields = shown.map((name): [string, Shape] => {
    if (isSchema && holder === undefined) return [name, "object"];
    const own = kept.includes(name) && isRecord(given) ? given[name] : name === holder ? given : undefined;
    return [name, shapeOf(properties[name] ?? {}, own, root)];
  });
  return new Map(fields);
}

/** The entries of a map with names of the author, which a list or a word may hold. */
function entriesOf({ propertyNames = {} }: Grammar, entry: Grammar, given: unknown, root: Grammar): Shape {
  const items: readonly unknown[] = Array.isArray(given) ? given : [given];
  const names: Grammar = { type: "string", ...propertyNames };
  const named = items.slice(0, MOST_SHOWN).flatMap((item): (readonly [string, unknown])[] => {
    if (accepts(names, item, root)) return [[String(item), undefined]];
    const { code, name, ...fields } = isRecord(item) ? item : {};
    const word = [code, name].find((one) => accepts(names, one, root));
    return word === undefined ? [] : [[String(word), fields]];
  });
  const entries = named.length === 0 ? [["name", undefined] as const] : named;
  return new Map(entries.map(([name, value]) => [scalarText(name), shapeOf(entry, value, root)]));
}

/** A field of few values that takes the given one is the field that is meant. */
function strictness(schema: Grammar = {}): number {
  if (schema.enum !== undefined) return 2;
  return schema.pattern === undefined ? 0 : 1;
}

/** Addresses and pointers need no quotes. */
function wordOf(text: string): string {
  return /^(?:\.{0,2}\/|https?:\/)[\w./:~-]*[\w/]$/.test(text) ? text : scalarText(text);
}

/** Whether the value is a scalar that the field can have. */
export function accepts(written: Grammar, value: unknown, root: Grammar): boolean {
  const schema = resolved(written, root);
  if (schema.anyOf !== undefined) return schema.anyOf.some((branch) => accepts(branch, value, root));
  if (schema.enum !== undefined) return schema.enum.includes(value);
  if (schema.type === "integer") return Number.isInteger(value) && isInRange(Number(value), schema);
  if (schema.type !== typeof value || typeof value === "object") return false;
  return typeof value !== "string" || (value !== "" && new RegExp(schema.pattern ?? "", "u").test(value));
}

function isInRange(value: number, { minimum = value, maximum = value }: Grammar): boolean {
  return minimum <= value && value <= maximum;
}

function leafOf({ type, enum: values = [], const: only, minimum = 0, patternErrorMessage = "" }: Grammar): string {
  const [value = only] = values;
  if (value !== undefined) return typeof value === "string" ? scalarText(value) : JSON.stringify(value);
  if (type === "boolean") return "true";
  // The smallest status is no error.
  if (type === "integer" || type === "number") return String(minimum === 100 ? 404 : Math.max(1, minimum));
  const [, example] = /(?:such as|like) (\S+?)[.,]?(?: |$)/.exec(patternErrorMessage) ?? [];
  return example ?? (patternErrorMessage.includes("address") ? "https://example.com" : ANY_TEXT);
}

function resolved(schema: Grammar, root: Grammar): Grammar {
  const { $ref, allOf: [first] = [] } = schema;
  // Conditions may stand beside the type.
  if (first !== undefined && schema.type === undefined) return resolved(first, root);
  if ($ref === undefined) return schema;
  const target = $ref
    .split("/")
    .slice(1)
    .reduce<unknown>((value, name) => (value as Readonly<Record<string, unknown>>)[name], root);
  return resolved(target as Grammar, root);
}

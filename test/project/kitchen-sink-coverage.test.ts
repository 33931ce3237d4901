// The kitchen sink uses every field of the language: each property, each enumerated value, each alternative of a value and each
// place for fields of people's own stands in it, or, where a table can have only one of them, in the tables beside it.
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";

type Schema = { readonly [keyword: string]: unknown };

const folders = ["cases/kitchen-sink", "cases/placeholders", "corpora/servers"].map(
  (name) => new URL(`../${name}/`, import.meta.url),
);
const schema = JSON.parse(readFileSync(new URL("../../spec/errtable.schema.json", import.meta.url), "utf8")) as Schema;
const files = folders.flatMap((folder) => readdirSync(folder).map((name) => new URL(name, folder)));
const documents = files
  .filter(({ pathname }) => pathname.endsWith(".errors.yaml"))
  .map((file) => parse(readFileSync(file, "utf8")) as unknown);

test("every property, enumerated value and alternative of the schema is used", () => {
  const declared = new Set<string>();
  declare(schema, "#", declared);
  const used = new Set<string>();
  for (const document of documents) use(document, schema, "#", used);
  expect([...used].filter((name) => !declared.has(name))).toEqual([]);
  expect([...declared].filter((name) => !used.has(name))).toEqual([]);
});

test("every object of the language takes fields of people's own", () => {
  const closed = [...objects(schema, "#")].filter(([, node]) => node["additionalProperties"] === false);
  expect(closed.length).toBeGreaterThan(15);
  expect(closed.filter(([, node]) => !Object.hasOwn(object(node["patternProperties"]), "^x-"))).toEqual([]);
});

/** A schema and all below it, definitions too, by their pointers. */
function* objects(node: unknown, pointer: string): Iterable<readonly [string, Schema]> {
  if (!isObject(node)) return;
  yield [pointer, node];
  for (const [child, at] of children(node, pointer)) yield* objects(child, at);
  for (const [name, child] of Object.entries(object(node["definitions"]))) yield* objects(child, `${pointer}/${name}`);
}

test("the walk finds what is not used", () => {
  const declared = new Set<string>();
  declare(schema, "#", declared);
  const used = new Set<string>();
  use({ errtable: 1, name: "One", errors: { A: { status: 404 } } }, schema, "#", used);
  expect(used).toContain("#/definitions/entry/properties/status");
  expect(used).not.toContain("#/definitions/entry/properties/retry");
  expect(declared).toContain("#/definitions/entry/properties/retry=throttled");
  expect(declared).toContain("#/definitions/entry/properties/status/anyOf/1");
  expect(declared).toContain("#/definitions/entry/patternProperties/^x-");
  expect(declared.size).toBeGreaterThan(100);
});

/** Every property, pattern of properties, enumerated value and alternative below a schema, by its pointer. */
function declare(node: unknown, pointer: string, into: Set<string>): void {
  if (!isObject(node)) return;
  for (const value of list(node["enum"])) into.add(`${pointer}=${String(value)}`);
  for (const name of Object.keys(object(node["properties"]))) {
    // The head of the schema names "translates" only to tell a translation from a table.
    if (!pointer.endsWith("/if")) into.add(`${pointer}/properties/${name}`);
  }
  for (const pattern of Object.keys(object(node["patternProperties"])))
    into.add(`${pointer}/patternProperties/${pattern}`);
  for (const at of list(node["anyOf"]).keys()) into.add(`${pointer}/anyOf/${at}`);
  for (const [child, at] of children(node, pointer)) declare(child, at, into);
  for (const [name, child] of Object.entries(object(node["definitions"])))
    declare(child, `${pointer}/definitions/${name}`, into);
}

/** The subschemas of a schema that are not definitions, each with its pointer. */
function children(node: Schema, pointer: string): readonly (readonly [unknown, string])[] {
  return [
    ...["if", "then", "else", "items", "additionalProperties"].map((key) => [node[key], `${pointer}/${key}`] as const),
    ...["allOf", "anyOf", "oneOf"].flatMap((key) =>
      list(node[key]).map((child, at) => [child, `${pointer}/${key}/${at}`] as const),
    ),
    ...Object.entries(object(node["properties"])).map(
      ([name, child]) => [child, `${pointer}/properties/${name}`] as const,
    ),
  ];
}

/** Records what a value uses of a schema; a branch counts where the value's type fits it. */
function use(value: unknown, node: unknown, pointer: string, into: Set<string>): void {
  if (!isObject(node) || !fits(value, node["type"])) return;
  const reference = node["$ref"];
  if (typeof reference === "string") use(value, follow(reference), reference, into);
  if (list(node["enum"]).includes(value)) into.add(`${pointer}=${String(value)}`);
  if (isObject(node["if"])) {
    const branch = isObject(value) && "translates" in value ? "then" : "else";
    use(value, node[branch], `${pointer}/${branch}`, into);
  }
  for (const key of ["allOf", "anyOf", "oneOf"])
    list(node[key]).forEach((child, at) => {
      if (key === "anyOf" && isObject(child) && fits(value, typeOf(child))) into.add(`${pointer}/anyOf/${at}`);
      use(value, child, `${pointer}/${key}/${at}`, into);
    });
  if (Array.isArray(value)) for (const item of value) use(item, node["items"], `${pointer}/items`, into);
  if (isObject(value)) useMembers(value, node, pointer, into);
}

function useMembers(value: Schema, node: Schema, pointer: string, into: Set<string>): void {
  const properties = object(node["properties"]);
  const patterns = Object.keys(object(node["patternProperties"]));
  for (const [name, member] of Object.entries(value)) {
    for (const pattern of patterns)
      if (new RegExp(pattern, "u").test(name)) into.add(`${pointer}/patternProperties/${pattern}`);
    if (Object.hasOwn(properties, name)) {
      into.add(`${pointer}/properties/${name}`);
      use(member, properties[name], `${pointer}/properties/${name}`, into);
    } else use(member, node["additionalProperties"], `${pointer}/additionalProperties`, into);
  }
}

/** The type that a schema states, itself or by its reference. */
function typeOf({ type, $ref }: Schema): unknown {
  return typeof $ref === "string" ? object(follow($ref))["type"] : type;
}

function fits(value: unknown, type: unknown): boolean {
  if (type === undefined) return true;
  if (type === "null") return value === null;
  if (type === "integer" || type === "number") return typeof value === "number";
  if (type === "array") return Array.isArray(value);
  if (type === "object") return isObject(value);
  return type === typeof value;
}

function follow(reference: string): unknown {
  return reference
    .split("/")
    .slice(1)
    .reduce<unknown>((node, token) => object(node)[token], schema);
}

function isObject(value: unknown): value is Schema {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function object(value: unknown): Schema {
  return isObject(value) ? value : {};
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

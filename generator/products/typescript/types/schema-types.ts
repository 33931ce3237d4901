// A JSON Schema becomes the narrowest TypeScript type that still holds every value the schema allows.
import { listedTypes } from "../../../schema/keywords.ts";
import { isList, type Json, type JsonObject, type JsonSchema, listOf } from "../../../text/json/value.ts";
import { numberLiteral } from "../printer/typescript-literal.ts";
import {
  type Base,
  literalType,
  type MemberShape,
  member,
  NEVER,
  NUMBER,
  named,
  type TypeShape,
  UNKNOWN,
} from "../printer/typescript-type.ts";

/** Keywords without a counterpart among types (`not`, `if`, `minimum` …) are left to the guards. */
export function schemaType(schema: JsonSchema): TypeShape {
  if (typeof schema === "boolean") return schema ? UNKNOWN : NEVER;
  const types = listedTypes(schema);
  let type = types === undefined ? UNKNOWN : union(types.map((name) => typeOfKind(name, schema)));
  if (Object.hasOwn(schema, "const")) type = meet(type, valueType(schema["const"] as Json));
  if (Array.isArray(schema["enum"])) type = meet(type, union((schema["enum"] as readonly Json[]).map(valueType)));
  for (const part of listOf<JsonSchema>(schema["allOf"])) type = meet(type, schemaType(part));
  for (const keyword of ["anyOf", "oneOf"])
    if (Array.isArray(schema[keyword])) type = meet(type, union(listOf<JsonSchema>(schema[keyword]).map(schemaType)));
  return type;
}

/** A type that holds all values which both types hold. */
export function meet(a: TypeShape, b: TypeShape): TypeShape {
  if (isName(a, "unknown") || isName(b, "never")) return b;
  if (isName(b, "unknown") || isName(a, "never")) return a;
  if (multiplies(a, b)) return a;
  if (a.kind === "union") return union(a.members.map((member) => meet(member, b)));
  if (b.kind === "union") return union(b.members.map((member) => meet(a, member)));
  if (baseOf(a) !== baseOf(b)) return NEVER;
  if (a.kind === "object" && b.kind === "object") return mergeObjects(a.members, b.members, a.index ?? b.index);
  // Of two literals only equal ones meet; a literal says more than the name of its kind, a shape more than a bare one.
  if (a.kind === "name" && b.kind === "name") {
    if (a.base === "object") return isOpenRecord(a) ? b : a;
    if (a.text === b.text || b.text === b.base) return a;
    return a.text === a.base ? b : NEVER;
  }
  if (a.kind === "tuple" && b.kind === "tuple") return mergeTuples(a, b);
  return a.kind === "name" ? b : a;
}

type TupleShape = TypeShape & { readonly kind: "tuple" };

function mergeTuples(a: TupleShape, b: TupleShape): TypeShape {
  const length = Math.max(a.items.length, b.items.length);
  const itemAt = ({ items, rest = NEVER }: TupleShape, position: number): TypeShape => items[position] ?? rest;
  const items = Array.from({ length }, (_, position) => meet(itemAt(a, position), itemAt(b, position)));
  const rest = meet(a.rest ?? NEVER, b.rest ?? NEVER);
  const required = Math.max(a.required, b.required);
  return { kind: "tuple", items, required, ...(isName(rest, "never") ? {} : { rest }) };
}

const MAX_ALTERNATIVES = 16;
const MAX_SIZE = 1024;

/**
 * Whether all alternatives of one type with all of the other would be too much to print. Then only the first type
 * counts, which still holds all values.
 */
function multiplies(a: TypeShape, b: TypeShape): boolean {
  const [left, right] = [shapesIn(a), shapesIn(b)];
  if (left <= 1 && right <= 1) return false;
  if (left > 1 && right > 1 && left * right > MAX_ALTERNATIVES) return true;
  return right * sizeOf(a) + left * sizeOf(b) > MAX_SIZE;
}

/** How many alternatives have members or items; those without do not multiply. */
function shapesIn(type: TypeShape): number {
  if (type.kind !== "union") return type.kind === "name" ? 0 : 1;
  return type.members.filter((member) => member.kind !== "name").length;
}

function sizeOf(type: TypeShape): number {
  return partsOf(type).reduce((size, part) => size + sizeOf(part), 1);
}

function partsOf(type: TypeShape): readonly TypeShape[] {
  switch (type.kind) {
    case "name":
      return [];
    case "reference":
      return type.arguments;
    case "union":
      return type.members;
    case "array":
      return [type.item];
    case "tuple":
      return type.rest === undefined ? type.items : [...type.items, type.rest];
    case "object":
      return [...type.members.map((member) => member.type), ...(type.index === undefined ? [] : [type.index])];
    default:
      return type satisfies never;
  }
}

export function union(types: readonly TypeShape[]): TypeShape {
  const members = new Map<string, TypeShape>();
  for (const type of types) {
    for (const member of type.kind === "union" ? type.members : [type]) members.set(keyOf(member), member);
  }
  if ([...members.values()].some((member) => isName(member, "unknown"))) return UNKNOWN;
  const bare = new Set([...members.values()].map((member) => (isBare(member) ? baseOf(member) : undefined)));
  const left = [...members.values()].filter(
    (member) =>
      !isName(member, "never") &&
      (isBare(member) || member.kind !== "name" || member.base === undefined || !bare.has(member.base)),
  );
  return left.length === 0 ? NEVER : left.length === 1 ? (left[0] as TypeShape) : { kind: "union", members: left };
}

/** Equal for types that are the same. */
function keyOf(type: TypeShape): string {
  return type.kind === "name" ? type.text : JSON.stringify(type);
}

function typeOfKind(kind: string, schema: JsonObject): TypeShape {
  if (kind === "integer") return NUMBER;
  if (kind === "object") return objectType(schema);
  return kind === "array" ? arrayType(schema) : named(kind, kind as Base);
}

function objectType(schema: JsonObject): TypeShape {
  const properties = (schema["properties"] ?? {}) as Readonly<Record<string, JsonSchema>>;
  const required = new Set((schema["required"] ?? []) as readonly string[]);
  const names = new Set([...Object.keys(properties), ...required]);
  const others = schema["additionalProperties"] as JsonSchema | undefined;
  const patterns = Object.hasOwn(schema, "patternProperties");
  const rest = others === undefined || patterns ? UNKNOWN : schemaType(others);
  const members = [...names].toSorted().map((name): MemberShape => {
    const isRequired = required.has(name);
    const own = Object.hasOwn(properties, name) ? properties[name] : undefined;
    return own === undefined ? { name, type: rest, required: isRequired } : schemaMember(name, own, isRequired);
  });
  if (members.length > 0) return { kind: "object", members };
  if (isName(rest, "unknown")) return named("Readonly<Record<string, unknown>>", "object");
  if (isName(rest, "never")) return named("Readonly<Record<string, never>>", "object");
  return { kind: "object", members, index: rest };
}

function arrayType(schema: JsonObject): TypeShape {
  const items = schema["items"] as JsonSchema | readonly JsonSchema[] | undefined;
  if (!Array.isArray(items)) return { kind: "array", item: schemaType((items ?? true) as JsonSchema) };
  const shapes = (items as readonly JsonSchema[]).map(schemaType);
  const least = typeof schema["minItems"] === "number" ? schema["minItems"] : 0;
  const rest = schemaType((schema["additionalItems"] ?? true) as JsonSchema);
  const required = Math.min(least, shapes.length);
  return { kind: "tuple", items: shapes, required, ...(isName(rest, "never") ? {} : { rest }) };
}

/** The type that holds just this value, or one with its shape. */
function valueType(value: Json): TypeShape {
  if (value === null) return named("null", "null");
  if (typeof value === "string") return literalType(value);
  if (typeof value === "boolean") return named(String(value), "boolean");
  if (typeof value === "number") return named(numberLiteral(value), "number");
  if (isList(value)) return { kind: "array", item: union(value.map(valueType)) };
  const members = Object.keys(value).toSorted();
  if (members.length === 0) return named("Readonly<Record<string, never>>", "object");
  return { kind: "object", members: members.map((name) => member(name, valueType(value[name] as Json))) };
}

export function schemaMember(name: string, schema: JsonSchema, required: boolean): MemberShape {
  const text = typeof schema === "object" ? (schema["description"] ?? schema["title"]) : undefined;
  return { name, type: schemaType(schema), required, doc: typeof text === "string" ? text : undefined };
}

function mergeObjects(a: readonly MemberShape[], b: readonly MemberShape[], index: TypeShape | undefined): TypeShape {
  const members = new Map(a.map((member) => [member.name, member]));
  for (const member of b) {
    const known = members.get(member.name);
    if (known === undefined) members.set(member.name, member);
    else {
      const required = member.required || known.required;
      const doc = known.doc ?? member.doc;
      members.set(member.name, { name: member.name, type: meet(known.type, member.type), required, doc });
    }
  }
  const all = [...members.values()].toSorted((left, right) => (left.name < right.name ? -1 : 1));
  return { kind: "object", members: all, ...(all.length === 0 && index !== undefined && { index }) };
}

function baseOf(type: TypeShape): Base | undefined {
  if (type.kind === "name") return type.base;
  if (type.kind === "object") return "object";
  return type.kind === "array" || type.kind === "tuple" ? "array" : undefined;
}

function isName(type: TypeShape, text: string): boolean {
  return type.kind === "name" && type.text === text && type.base === undefined;
}

function isOpenRecord(type: TypeShape): boolean {
  return type.kind === "name" && type.text.endsWith("unknown>>");
}

/** The name of a whole kind, which holds all literals of that kind. */
function isBare(type: TypeShape): boolean {
  return type.kind === "name" && type.base !== undefined && type.text === type.base;
}

// Two schemas of an object become the differences of its members, down to the innermost ones.
import { canonical } from "../../schema/conforms.ts";
import { isNote } from "../../schema/keywords.ts";
import { heldParts, isTuple } from "../../schema/members.ts";
import { isSeenInTypes } from "../../schema/shown-by-types.ts";
import { subschemas } from "../../schema/walk.ts";
import { relationOf } from "../../schema/within.ts";
import { witnessOf } from "../../schema/witness.ts";
import { isPosition, type Path } from "../../text/json/pointer.ts";
import {
  entriesOf,
  isList,
  isObject,
  type Json,
  type JsonObject,
  type JsonSchema,
  listOf,
} from "../../text/json/value.ts";

export type SchemaChangeKind =
  | "removed"
  | "added"
  /** Added, and every body has it. */
  | "demanded"
  /** Every body had it, and some lack it now. */
  | "optional"
  /** Some bodies lacked it, and every one has it now. */
  | "required"
  /** It allows values that it refused. */
  | "widened"
  /** It refuses values that it allowed. */
  | "narrowed"
  /** It does both. */
  | "changed"
  /** Nothing shows a value that is treated in another way, and nothing proves that there is none. */
  | "unproven";

export interface SchemaChange {
  readonly kind: SchemaChangeKind;
  /** The names and positions that lead to the member; none for the object itself. */
  readonly at: Path;
  readonly old?: JsonSchema;
  readonly new?: JsonSchema;
  /** A value that one of the schemas allows and the other one refuses. */
  readonly witness?: Json;
  /** Whether types do not show that values come or go. */
  readonly isUnseen?: boolean;
}

export function schemaChanges(old: JsonSchema, after: JsonSchema): readonly SchemaChange[] {
  return [...differences(old, after, [])];
}

function* differences(old: JsonSchema, after: JsonSchema, at: Path): Iterable<SchemaChange> {
  if (canonical(old) === canonical(after)) return;
  if (isPlain(old) && isPlain(after) && isTuple(old) === isTuple(after)) yield* memberDifferences(old, after, at);
  else {
    const value = valueDifference(old, after);
    if (value !== undefined) yield { ...value, at, old, new: after, isUnseen: !isSeenInTypes(old, after) };
    // A member without conditions comes and goes without a value that shows it.
    const [before, now] = [declaredIn(old), declaredIn(after)];
    for (const name of before) if (!now.has(name)) yield { kind: "removed", at: [...at, name] };
    for (const name of now) if (!before.has(name) && value === undefined) yield { kind: "added", at: [...at, name] };
  }
}

function* memberDifferences(old: JsonObject, after: JsonObject, at: Path): Iterable<SchemaChange> {
  const [before, now] = [membersOf(old), membersOf(after)];
  const rest = ({ type, additionalProperties = true }: JsonObject) =>
    type === "object" ? { type, additionalProperties } : { type: type ?? "object" };
  const others = at.length === 0 ? undefined : valueDifference(rest(old), rest(after));
  // Bodies have members with names, and types show no others beside them.
  if (others !== undefined) yield { ...others, at, old, new: after, isUnseen: true };
  for (const [name, schema] of before) {
    const same = now.get(name);
    const own = [...at, name];
    if (same === undefined) {
      yield { kind: "removed", at: own, old: schema };
      continue;
    }
    if (isNeeded(old, name) !== isNeeded(after, name))
      yield {
        kind: isNeeded(after, name) ? "required" : "optional",
        at: own,
        old: isNeeded(old, name),
        new: isNeeded(after, name),
      };
    yield* differences(schema, same, own);
  }
  const isClosed = at.length > 0 && old["additionalProperties"] === false;
  for (const [name, schema] of now) {
    if (before.has(name)) continue;
    const own = [...at, name];
    yield { kind: isNeeded(after, name) ? "demanded" : "added", at: own, new: schema };
    if (isClosed && others === undefined)
      yield { kind: "widened", at, old, new: after, witness: { [name]: null }, isUnseen: true };
  }
}

/** Undefined where both allow the same values. */
function valueDifference(old: JsonSchema, after: JsonSchema): Pick<SchemaChange, "kind" | "witness"> | undefined {
  const relation = relationOf(old, after);
  if (relation === "equal") return undefined;
  const more = relation === "narrower" ? undefined : witnessOf(after, old);
  const less = relation === "wider" ? undefined : witnessOf(old, after);
  // Null is a value as well.
  const witness = more === undefined ? less : more;
  const shown = witness === undefined ? {} : { witness };
  if (relation === "wider" || (more !== undefined && less === undefined)) return { kind: "widened", ...shown };
  if (relation === "narrower" || (less !== undefined && more === undefined)) return { kind: "narrowed", ...shown };
  return more === undefined ? { kind: "unproven" } : { kind: "changed", ...shown };
}

/** The declared members of an object, or the described items of a tuple. */
function membersOf(schema: JsonObject): ReadonlyMap<string | number, JsonSchema> {
  if (!isTuple(schema)) return new Map(entriesOf<JsonSchema>(schema["properties"]));
  const described = heldParts(schema).filter((part) => part.schema !== true);
  return new Map(described.map((part) => [part.token, part.schema]));
}

function isNeeded(schema: JsonObject, name: string | number): boolean {
  return isPosition(name) ? name < Number(schema["minItems"] ?? 0) : listOf(schema["required"]).includes(name);
}

/** An object that says nothing but its members, or a tuple that says nothing but its items. */
function isPlain(schema: JsonSchema): schema is JsonObject {
  if (!isObject(schema)) return false;
  const { type, items, minItems = 0 } = schema;
  const keywords = isList(items) ? PLAIN_TUPLE : PLAIN_OBJECT;
  if (type !== (isList(items) ? "array" : "object") || Number(minItems) > listOf(items).length) return false;
  return Object.keys(schema).every((keyword) => keywords.has(keyword) || isNote(keyword));
}

const PLAIN_OBJECT: ReadonlySet<string> = new Set(["type", "properties", "required", "additionalProperties"]);
const PLAIN_TUPLE: ReadonlySet<string> = new Set(["type", "items", "minItems"]);

/** The names of members that an object's schema and its alternatives declare. */
function declaredIn(schema: JsonSchema): ReadonlySet<string> {
  const names = Array.from(subschemas(schema), (inner) => {
    // Alternatives of the same object, not members of its members.
    const isSame = inner.path.every((step) => typeof step === "number" || IN_PLACE.has(String(step)));
    return isSame ? entriesOf(inner.schema["properties"]).map(([name]) => name) : [];
  });
  return new Set(names.flat());
}

const IN_PLACE: ReadonlySet<string> = new Set(["allOf", "anyOf", "oneOf", "if", "then", "else"]);

// The members of bodies whose values a constant may fix: common members, and members of the items of common lists.
import { memberTokens } from "../../model/body-layout.ts";
import type { ResolvedTable } from "../../reader/table/resolve.ts";
import { listedTypes } from "../../schema/keywords.ts";
import { ITEM } from "../../schema/members.ts";
import { type Path, pointerText } from "../../text/json/pointer.ts";
import { entriesOf, isObject, type Json, type JsonObject, type JsonSchema, listOf } from "../../text/json/value.ts";
import { readable } from "./body.ts";

export interface ConstantMember {
  /** As a table names it. */
  readonly key: string;
  readonly schema: JsonObject;
}

export function constantMembers({ root }: ResolvedTable): readonly ConstantMember[] {
  return Object.entries(root.table.body?.properties ?? {}).flatMap(([key, written]) => {
    const schema = objectSchemaOf(readable(written as JsonSchema));
    if (!hasOnly(schema, ["array", "object"])) return [{ key, schema }];
    const list = [...memberTokens(key), ITEM];
    return isObject(schema["items"]) ? membersIn(schema["items"], list) : [];
  });
}

/** The item itself where it may be a plain value, and the plain members of an item that is an object. */
function membersIn(schema: JsonObject, at: Path): readonly ConstantMember[] {
  const inner = entriesOf(schema["properties"]).flatMap(([name, member]) =>
    membersIn(objectSchemaOf(member), [...at, name]),
  );
  const isPlain = inner.length === 0 && !hasOnly(schema, ["array", "object"]);
  return isPlain ? [{ key: pointerText(at), schema }] : inner;
}

/** The values that the schema of the member lists, or shows. */
export function valuesOfMember({ schema }: ConstantMember): readonly Json[] {
  const { const: value, enum: values, example, examples } = schema;
  if (value !== undefined) return [value];
  if (values !== undefined) return listOf(values);
  return listedTypes(schema)?.includes("boolean") === true
    ? [true, false]
    : [...(example === undefined ? [] : [example]), ...listOf(examples)];
}

/** What the table says of the member. */
export function memberWords({ key, schema }: ConstantMember): string {
  const { type, description, enum: values } = schema;
  const types = [type ?? []].flat().join(" | ");
  const lines = [types === "" ? key : `${key}: ${types}`];
  if (typeof description === "string") lines.push(description.trim());
  if (values !== undefined)
    lines.push(
      `One of ${listOf(values)
        .map((value) => JSON.stringify(value))
        .join(", ")}.`,
    );
  return lines.join("\n");
}

function objectSchemaOf(schema: Json | undefined): JsonObject {
  return isObject(schema) ? schema : {};
}

function hasOnly(schema: JsonObject, types: readonly string[]): boolean {
  const listed = listedTypes(schema);
  return listed?.every((type) => types.includes(type)) === true;
}

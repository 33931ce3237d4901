// The JSON Schemas of a table with their places, and a walk over what they hold.

import type { ResolvedTable } from "../../reader/table/resolve.ts";
import type { SpecDocument } from "../../reader/yaml/document.ts";
import type { Path } from "../../text/json/pointer.ts";
import type { JsonObject, JsonSchema } from "../../text/json/value.ts";

export interface PlacedSchema {
  readonly document: SpecDocument;
  readonly path: Path;
  readonly schema: JsonSchema;
}

/** Body members, details and headers. */
export function* schemasOf({ tables, entries }: ResolvedTable): Iterable<PlacedSchema> {
  for (const { document, table } of tables) {
    for (const [name, schema] of Object.entries(table.body?.properties ?? {})) {
      yield { document, path: ["body", "properties", name], schema: schema as JsonSchema };
    }
  }
  for (const { owner, path, spec } of entries) {
    const { document } = owner;
    if (spec.details !== undefined) yield { document, path: [...path, "details"], schema: spec.details as JsonSchema };
    for (const [name, { schema }] of Object.entries(spec.headers ?? {})) {
      if (schema !== undefined) {
        yield { document, path: [...path, "headers", name, "schema"], schema: schema as JsonSchema };
      }
    }
  }
}

/** A schema and every schema inside of it; references are not followed. */
export function* subschemas(
  schema: JsonSchema,
  path: Path,
): Iterable<{ readonly schema: JsonObject; readonly path: Path }> {
  if (typeof schema === "boolean") return;
  yield { schema, path };
  for (const [keyword, value] of Object.entries(schema)) {
    const isMap = MAPS.has(keyword);
    if (!isMap && !SCHEMAS.has(keyword)) continue;
    if (!isMap && !Array.isArray(value)) yield* subschemas(value as JsonSchema, [...path, keyword]);
    else {
      for (const [name, inner] of Object.entries(value as JsonObject)) {
        // A dependency may be a list of names.
        if (Array.isArray(inner)) continue;
        yield* subschemas(inner as JsonSchema, [...path, keyword, isMap ? name : Number(name)]);
      }
    }
  }
}

const MAPS: ReadonlySet<string> = new Set(["$defs", "definitions", "dependencies", "patternProperties", "properties"]);
const SCHEMAS: ReadonlySet<string> = new Set([
  "additionalItems",
  "additionalProperties",
  "allOf",
  "anyOf",
  "contains",
  "else",
  "if",
  "items",
  "not",
  "oneOf",
  "propertyNames",
  "then",
]);

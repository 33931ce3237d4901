// The one walk over JSON Schema: the schemas that a schema holds, and copies in which they are replaced.
import type { Path } from "../text/json/pointer.ts";
import { isList, isObject, type Json, type JsonObject, type JsonSchema, recordOf } from "../text/json/value.ts";
import { holds } from "./keywords.ts";

/** Steps from a schema to one that it holds directly: its keyword, then a name or an index where there are several. */
export type SchemaPath = readonly [keyword: string, ...Path];

/** A copy of the schema in which every schema that it holds directly is replaced. */
export function mapSchemas(schema: JsonObject, change: (inner: JsonSchema, path: SchemaPath) => Json): JsonObject {
  const result: Record<string, Json> = {};
  for (const [keyword, value] of Object.entries(schema)) {
    const content = holds(keyword);
    if (content === "map" && isObject(value)) {
      const members = Object.entries(value).map(([name, inner]) => {
        // A dependency may be a list of names.
        return [name, isList(inner) ? inner : change(inner as JsonSchema, [keyword, name])] as const;
      });
      result[keyword] = recordOf(members);
    } else if (content === "schemas") {
      result[keyword] = isList(value)
        ? value.map((inner, index) => change(inner as JsonSchema, [keyword, index]))
        : change(value as JsonSchema, [keyword]);
    } else result[keyword] = value;
  }
  return result;
}

export interface InnerSchema {
  readonly schema: JsonSchema;
  readonly path: SchemaPath;
}

/** The schemas that a schema holds directly. */
export function innerSchemas(schema: JsonObject): readonly InnerSchema[] {
  const found: InnerSchema[] = [];
  mapSchemas(schema, (inner, path) => {
    found.push({ schema: inner, path });
    return inner;
  });
  return found;
}

/** A schema and every schema inside of it, booleans left out; references are not followed. */
export function* subschemas(
  schema: JsonSchema,
  path: Path = [],
): Iterable<{ readonly schema: JsonObject; readonly path: Path }> {
  if (typeof schema === "boolean") return;
  yield { schema, path };
  for (const inner of innerSchemas(schema)) yield* subschemas(inner.schema, [...path, ...inner.path]);
}

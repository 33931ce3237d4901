// A table becomes the list of its JSON Schemas, each with its place.
import type { ResolvedTable } from "../../reader/table/resolve.ts";
import type { SpecDocument } from "../../reader/yaml/document.ts";
import type { Path } from "../../text/json/pointer.ts";
import type { JsonSchema } from "../../text/json/value.ts";
import { inEntry } from "./places.ts";

export interface PlacedSchema {
  readonly document: SpecDocument;
  readonly path: Path;
  readonly schema: JsonSchema;
}

/** The schemas of body members, details and headers. */
export function* tableSchemas({ tables, cases }: ResolvedTable): Iterable<PlacedSchema> {
  for (const { document, table } of tables) {
    for (const [name, schema] of Object.entries(table.body?.properties ?? {})) {
      yield { document, path: ["body", "properties", name], schema: schema as JsonSchema };
    }
    for (const [name, schema] of Object.entries(table.body?.response?.properties ?? {})) {
      yield { document, path: ["body", "response", "properties", name], schema: schema as JsonSchema };
    }
  }
  for (const one of cases) {
    const { spec } = one;
    if (spec.details !== undefined) yield { ...inEntry(one, "details"), schema: spec.details as JsonSchema };
    for (const [name, { schema }] of Object.entries(spec.headers ?? {})) {
      if (schema !== undefined) {
        yield { ...inEntry(one, "headers", name, "schema"), schema: schema as JsonSchema };
      }
    }
  }
}

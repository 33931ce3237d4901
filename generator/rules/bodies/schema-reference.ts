// Checks that references in schemas name definitions of the same schema and do not run in a circle.
import type { SpecDocument } from "../../reader/yaml/document.ts";
import { holds } from "../../schema/keywords.ts";
import { inlineRefs, type RefProblem } from "../../schema/refs.ts";
import { subschemas } from "../../schema/walk.ts";
import type { Path } from "../../text/json/pointer.ts";
import { inEntry, nearest } from "../engine/places.ts";
import { defineRule, type Finding } from "../engine/rule.ts";
import { tableSchemas } from "../engine/schemas.ts";

export const schemaReference = defineRule({
  id: "schema-reference",
  scope: "error",
  severity: "error",
  required: true,
  summary: "A `$ref` names a definition of its own schema and does not run in a circle.",
  explanation:
    "Products hold schemas without references, so each reference is replaced by its definition: `#/definitions/X` or `#/$defs/X` of the " +
    "same schema. Other files and addresses are never read, and a schema that contains itself has no end.",
  example: {
    wrong:
      "errors:\n  TooMany:\n    status: 400\n    solution: Send fewer.\n    details:\n      type: object\n" +
      "      definitions: { Limit: { type: integer } }\n      properties: { limit: { $ref: '#/definitions/Limits' } }\n",
    right:
      "errors:\n  TooMany:\n    status: 400\n    solution: Send fewer.\n    details:\n      type: object\n" +
      "      definitions: { Limit: { type: integer } }\n      properties: { limit: { $ref: '#/definitions/Limit' } }\n",
  },
  *check(table) {
    for (const { document, path, schema } of tableSchemas(table)) {
      for (const problem of inlineRefs(schema).problems) {
        const [message, help] = describe(problem);
        const at = problem.kind === "too-large" ? "key" : "value";
        yield { document, path: [...path, ...problem.path], at, message, help };
      }
      for (const inner of subschemas(schema, path)) {
        for (const [keyword, value] of Object.entries(inner.schema)) {
          if (holds(keyword) !== "data") continue;
          for (const at of references(value, [...inner.path, keyword])) yield referenceInData(document, at);
        }
      }
    }
    for (const one of table.cases) {
      for (const [name, example] of Object.entries(one.spec.examples ?? {})) {
        for (const member of ["properties", "details"] as const) {
          const { document, path } = inEntry(one, "examples", name, member);
          for (const at of references(example[member], path)) yield referenceInData(document, at);
        }
      }
    }
  },
});

function referenceInData(document: SpecDocument, path: Path): Finding {
  return {
    document,
    path,
    at: "key",
    message: 'Programs that read the products would follow a member "$ref" in a value as a reference.',
    help: "Leave the member out, or give it another name.",
  };
}

function* references(value: unknown, path: Path): Iterable<Path> {
  if (typeof value !== "object" || value === null) return;
  for (const [name, inner] of Object.entries(value)) {
    const at = [...path, Array.isArray(value) ? Number(name) : name];
    if (name === "$ref") yield at;
    else yield* references(inner, at);
  }
}

function describe({ kind, ref, known }: RefProblem): readonly [message: string, help: string] {
  switch (kind) {
    case "external":
      return [
        `The reference "${ref}" leads out of this schema.`,
        "Other files are never read: copy the definition into the schema and name it #/definitions/….",
      ];
    case "unknown":
      return [
        `The reference "${ref}" leads to no definition of this schema.`,
        nearest(ref, known, "There is", "The schema has no definitions."),
      ];
    case "recursive":
      return [
        `The reference "${ref}" leads back to itself.`,
        "Products hold schemas without references; let the inner value be any value.",
      ];
    case "too-large":
      return [
        "With its references in place the schema would be many times its size.",
        "Let definitions name each other less often.",
      ];
    default:
      return kind satisfies never;
  }
}

// Checks that patterns are regular expressions.
import { subschemas } from "../../schema/walk.ts";
import { inEntry } from "../engine/places.ts";
import { defineRule, type Finding } from "../engine/rule.ts";
import { tableSchemas } from "../engine/schemas.ts";

export const invalidPattern = defineRule({
  id: "invalid-pattern",
  scope: "error",
  severity: "error",
  required: true,
  summary: "Patterns are regular expressions of ECMA-262 with Unicode.",
  explanation:
    "Validators of every language read the pattern, so it has to be a regular expression in the strict form that JSON Schema " +
    "requires: in Unicode mode a backslash may only stand before a character with a special meaning.",
  example: {
    wrong:
      "errors:\n  NotFound:\n    status: 404\n    message: no order '%s'\n    params: { id: { pattern: '[A-Z+' } }\n    solution: Check it.\n",
    right:
      "errors:\n  NotFound:\n    status: 404\n    message: no order '%s'\n    params: { id: { pattern: '[A-Z]+' } }\n    solution: Check it.\n",
  },
  *check(table) {
    for (const entry of table.cases) {
      for (const [name, { pattern }] of Object.entries(entry.spec.params ?? {})) {
        if (pattern !== undefined) yield* checkPattern(pattern, inEntry(entry, "params", name, "pattern"));
      }
    }
    for (const { document, path: start, schema: whole } of tableSchemas(table)) {
      for (const { schema, path } of subschemas(whole, start)) {
        const { pattern, patternProperties } = schema;
        if (typeof pattern === "string") yield* checkPattern(pattern, { document, path: [...path, "pattern"] });
        for (const key of Object.keys(patternProperties ?? {})) {
          yield* checkPattern(key, { document, path: [...path, "patternProperties", key], at: "key" });
        }
      }
    }
  },
});

function* checkPattern(pattern: string, place: Omit<Finding, "message">): Iterable<Finding> {
  try {
    new RegExp(pattern, "u");
  } catch (error) {
    const reason = error instanceof Error ? error.message.replace(/^.*\/u?: /s, "") : "it cannot be read";
    yield { ...place, message: `The pattern is not a regular expression: ${reason}.`, help: "Correct the pattern." };
  }
}

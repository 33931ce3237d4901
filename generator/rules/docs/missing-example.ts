// Checks that every error has an example, its own or one made from its schemas.

import { memberKey } from "../../model/body-layout.ts";
import { sampleOf } from "../../schema/sample.ts";
import type { JsonObject, JsonSchema } from "../../text/json/value.ts";
import { readable, readableMembers } from "../engine/body.ts";
import { keyInEntry, keyInTable, list } from "../engine/places.ts";
import { defineRule } from "../engine/rule.ts";

export const missingExample = defineRule({
  id: "missing-example",
  scope: "error",
  severity: "warning",
  summary: "Every error has an example of its body.",
  explanation:
    "An error without examples gets one that is made from the examples, defaults and types of its members. If no value can be made " +
    "for a required member, for example a string with a pattern, the error has no example in the docs and in " +
    "the OpenAPI components. Give the member an example.",
  example: {
    wrong:
      "errors:\n  Gone:\n    status: 410\n    description: Gone.\n    solution: Search.\n" +
      "    details: { type: object, properties: { id: { type: string, pattern: ^c-\\d+$ } }, required: [id] }\n",
    right:
      "errors:\n  Gone:\n    status: 410\n    description: Gone.\n    solution: Search.\n" +
      "    details: { type: object, properties: { id: { type: string, pattern: ^c-\\d+$, example: c-7 } }, required: [id] }\n",
  },
  everywhere: (errors, table) => ({
    message: `No values can be made up for the details of the ${errors} errors of "${table}", so none has an example.`,
    help: 'Give an "example" to the required members of the details.',
  }),
  reads: ["body"],
  *check(table) {
    const { root, cases } = table;
    const needing = cases.filter(({ spec }) => Object.keys(spec.examples ?? {}).length === 0);
    const unmadeMembers = readableMembers(table).filter(
      ({ required, schema }) => required && sampleOf(schema) === undefined,
    );
    for (const { at } of needing.length === 0 ? [] : unmadeMembers) {
      const name = memberKey(at);
      yield {
        ...keyInTable(root, "body", "properties", name),
        message: `No value can be made up for "${name}", so the errors have no examples.`,
        help: `Give "${name}" an "example".`,
      };
    }
    for (const entry of needing) {
      const details = readable(entry.spec.details as JsonSchema | undefined);
      if (typeof details !== "object" || sampleOf(details) !== undefined) continue;
      const names = unmade(details);
      yield {
        ...keyInEntry(entry, "details"),
        message: `No values can be made up for the details of "${entry.code}", so it has no example.`,
        help: names.length === 0 ? 'Add "examples" with details to the error.' : `Give an "example" to ${list(names)}.`,
      };
    }
  },
});

/** The required members that no value can be made up for. */
function unmade(schema: JsonObject | undefined): readonly string[] {
  const properties = (schema?.["properties"] ?? {}) as JsonObject;
  const required = (schema?.["required"] ?? []) as readonly string[];
  return required.filter((name) => sampleOf((properties[name] ?? true) as JsonSchema) === undefined);
}

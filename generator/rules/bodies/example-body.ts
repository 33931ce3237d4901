// Checks that the body of an example fits the schemas of its members.

import { memberKey, memberTokens } from "../../model/body-layout.ts";
import { placedValues } from "../../model/placed-values.ts";
import type { ResolvedCase, ResolvedTable } from "../../reader/table/resolve.ts";
import { violations } from "../../schema/conforms.ts";
import { sampleOf } from "../../schema/sample.ts";
import type { Path } from "../../text/json/pointer.ts";
import type { Json, JsonObject, JsonSchema } from "../../text/json/value.ts";
import { membersSchema, readable, readableMembers } from "../engine/body.ts";
import { inEntry, keyInEntry, keyInTable, labelOf, nearest } from "../engine/places.ts";
import { defineRule, type Finding } from "../engine/rule.ts";

export const exampleBody = defineRule({
  id: "example-body",
  scope: "error",
  severity: "error",
  required: true,
  summary: "Examples fit the schemas of the body's members and of the details.",
  explanation:
    "Every example becomes a response body in the documentation, and readers copy it, so the schemas have to allow it. " +
    "Correct the value, or the schema. Required members that an example leaves out get a value from their own examples, " +
    "defaults and types where that is possible.",
  example: {
    wrong:
      "errors:\n  TooMany:\n    status: 400\n    description: Too many.\n    solution: Send fewer.\n" +
      "    details: { type: object, properties: { limit: { type: integer } } }\n" +
      "    examples: { one: { details: { limit: ten } } }\n",
    right:
      "errors:\n  TooMany:\n    status: 400\n    description: Too many.\n    solution: Send fewer.\n" +
      "    details: { type: object, properties: { limit: { type: integer } } }\n" +
      "    examples: { one: { details: { limit: 10 } } }\n",
  },
  reads: ["body", "placeholders"],
  *check(table) {
    const common = membersSchema(table);
    yield* checkMembers(table);
    for (const entry of table.cases) {
      const details = readable(entry.spec.details as JsonSchema | undefined);
      const examples = Object.entries(entry.spec.examples ?? {});
      for (const [name, { properties, details: given }] of examples) {
        const at = ["examples", name];
        yield* checkPart(entry, [...at, "properties"], common, atPlaces(properties as JsonObject | undefined));
        yield* checkPart(entry, [...at, "details"], details, given as JsonObject | undefined);
        yield* checkNames(entry, name, table);
      }
      if (examples.length === 0) yield* checkPart(entry, ["details"], details, undefined);
    }
  },
});

/** The examples inside of member schemas are checked once, not for every example that uses them. */
function* checkMembers(table: ResolvedTable): Iterable<Finding> {
  const { root } = table;
  for (const { at, schema } of readableMembers(table)) {
    const name = memberKey(at);
    const sample = sampleOf(schema);
    const [first] = sample === undefined ? [] : violations(schema, sample);
    if (first === undefined) continue;
    yield {
      ...keyInTable(root, "body", "properties", name),
      message: `The example in the schema of "${name}" does not fit the schema: ${subject(first.path)} ${first.message}.`,
      help: "Correct the example or the schema.",
    };
  }
}

/** The values of common members as one body: a name or a pointer says where each stands. */
function atPlaces(properties: JsonObject | undefined): Json | undefined {
  if (properties === undefined) return undefined;
  const values = Object.entries(properties).map(([key, value]) => ({ at: memberTokens(key), value }));
  return placedValues(values);
}

function* checkPart(
  entry: ResolvedCase,
  steps: Path,
  schema: JsonSchema | undefined,
  given: Json | undefined,
): Iterable<Finding> {
  if (schema === undefined) return;
  const [kind = "", name = ""] = steps;
  const isMadeUp = given === undefined;
  const isCommon = steps.at(-1) === "properties";
  const whose = kind === "examples" ? `the example "${name}"` : `the example that is made up for "${labelOf(entry)}"`;
  const place = inEntry(entry, ...steps);
  const sample = sampleOf(schema, given as JsonObject | undefined);
  if (sample === undefined) {
    // An error without examples of its own may go without one.
    if (kind !== "examples") return;
    yield {
      ...place,
      message: `The example "${name}" leaves out members, and their schemas offer no value.`,
      help: `Give the required members in "${steps.at(-1)}" of the example.`,
    };
    return;
  }
  for (const { path, message } of violations(schema, sample)) {
    if (isMadeUp && isCommon && path.length > 0) continue;
    yield {
      ...inEntry(entry, ...steps, ...path),
      message: `In ${whose} ${subject(path)} ${message}.`,
      help: isMadeUp ? "Correct the example in the schema." : "Correct the value or the schema.",
    };
  }
}

function* checkNames(entry: ResolvedCase, name: string, { root }: ResolvedTable): Iterable<Finding> {
  const example = entry.spec.examples?.[name];
  const known = Object.keys(root.table.body?.properties ?? {});
  for (const member of Object.keys(example?.properties ?? {})) {
    if (known.includes(member)) continue;
    yield {
      ...keyInEntry(entry, "examples", name, "properties", member),
      message: `The example "${name}" gives "${member}", which is no common member of the body.`,
      help: nearest(member, known, "There is", 'Describe it in "body.properties".'),
    };
  }
  if (example?.details !== undefined && entry.spec.details === undefined) {
    yield {
      ...keyInEntry(entry, "examples", name, "details"),
      message: `The example "${name}" gives details, but "${labelOf(entry)}" has none.`,
      help: 'Describe them in "details" of the error.',
    };
  }
}

function subject(path: Path): string {
  return path.length === 0 ? "the value" : `"${path.join(".")}"`;
}

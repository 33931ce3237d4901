// Made-up draft-07 schemas of every keyword that the language accepts, and values that hit them often.
import fc from "fast-check";
import type { Json, JsonSchema } from "../../generator/text/json/value.ts";

const NAMES = ["a", "b", "x-c", "1"] as const;
const name = fc.constantFrom(...NAMES);
const small = fc.integer({ min: 0, max: 3 });
const number = fc.constantFrom(-1, 0, 0.5, 1, 1.5, 2, 3);
const text = fc.constantFrom("", "a", "ab", "abc", "é", "x-c");

export const jsonValue: fc.Arbitrary<Json> = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    { weight: 2, arbitrary: fc.oneof(fc.constant(null), fc.boolean(), number, text) },
    { weight: 1, arbitrary: fc.array(tie("value"), { maxLength: 3 }) },
    { weight: 2, arbitrary: members(tie("value")) as fc.Arbitrary<Json> },
  ),
})).value;

const TYPES = ["array", "boolean", "integer", "null", "number", "object", "string"] as const;

export const jsonSchema: fc.Arbitrary<JsonSchema> = fc.letrec<{ schema: JsonSchema }>((tie) => ({
  schema: fc.oneof(
    { maxDepth: 3 },
    { weight: 1, arbitrary: fc.boolean() },
    { weight: 8, arbitrary: keywords(tie("schema")) },
  ),
})).schema;

/** An object schema, as the details of an error are. */
export const detailsSchema = jsonSchema
  .filter((schema) => typeof schema === "object")
  .map((schema) => ({ ...(schema as object), type: "object" }) as unknown as JsonSchema);

function keywords(schema: fc.Arbitrary<JsonSchema>): fc.Arbitrary<JsonSchema> {
  const schemas = fc.array(schema, { minLength: 1, maxLength: 3 });
  const pairs: readonly (readonly [string, fc.Arbitrary<unknown>])[] = [
    ["type", fc.oneof(fc.constantFrom(...TYPES), fc.uniqueArray(fc.constantFrom(...TYPES), { minLength: 1 }))],
    ["type", fc.constant("object")],
    ["enum", fc.array(jsonValue, { minLength: 1, maxLength: 4 })],
    ["const", jsonValue],
    ["multipleOf", fc.constantFrom(0.5, 1, 2)],
    ...["maximum", "exclusiveMaximum", "minimum", "exclusiveMinimum"].map((each) => [each, number] as const),
    ...["maxLength", "minLength", "maxItems", "minItems"].map((each) => [each, small] as const),
    ...["maxProperties", "minProperties"].map((each) => [each, small] as const),
    ["pattern", fc.constantFrom("^a", "b$", "^[\\w-.]+$", "é")],
    ["format", fc.constantFrom("date-time", "uuid", "made-up")],
    ["items", fc.oneof(schema, schemas)],
    ["additionalItems", schema],
    ["uniqueItems", fc.boolean()],
    ["contains", schema],
    ["required", fc.uniqueArray(name, { maxLength: 2 })],
    ["properties", members(schema)],
    ["properties", members(schema)],
    ["patternProperties", fc.dictionary(fc.constantFrom("^x-", "z"), schema, { maxKeys: 2 })],
    ["additionalProperties", schema],
    ["propertyNames", schema],
    ["dependencies", members(fc.oneof(schema, fc.uniqueArray(name, { maxLength: 2 })))],
    ["if", schema],
    ["then", schema],
    ["else", schema],
    ["allOf", schemas],
    ["anyOf", schemas],
    ["oneOf", schemas],
    ["not", schema],
    ["title", text.filter((each) => each !== "")],
    ["description", fc.constant("A <b>value</b>.")],
    ["example", jsonValue],
    ["default", jsonValue],
    ["contentEncoding", fc.constant("base64")],
    ["readOnly", fc.boolean()],
  ];
  return fc
    .uniqueArray(fc.nat(pairs.length - 1), { maxLength: 4 })
    .chain((picked) => {
      const chosen = picked.map((index) => pairs[index] as (typeof pairs)[number]);
      return fc.tuple(...chosen.map(([keyword, value]) => value.map((each) => [keyword, each] as const)));
    })
    .map((entries) => Object.fromEntries(entries) as JsonSchema);
}

function members<Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Readonly<Record<string, Value>>> {
  return fc
    .uniqueArray(fc.tuple(name, value), { maxLength: 3, selector: ([each]) => each })
    .map((entries) => Object.fromEntries(entries));
}

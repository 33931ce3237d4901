// The forms that a table's schemas take: JSON Schema 2020-12 says the same yes and no, OpenAPI never refuses what the table allows.
import { Ajv } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { jsonSchema2020 } from "../../generator/schema/draft2020.ts";
import { spellNull } from "../../generator/schema/openapi-null.ts";
import { openapiSchema } from "../../generator/schema/openapi-schema.ts";
import { spellVersion } from "../../generator/schema/openapi-version.ts";
import type { Json, JsonObject, JsonSchema } from "../../generator/text/json/value.ts";
import { jsonSchema, jsonValue } from "../helpers/json-schemas.ts";

const TEXTS = { description: (text: string) => text.toUpperCase(), isSafeTitle: (text: string) => text !== "abc" };
const RUNS = 100;
/** The schemas of schemas take longest to compile, so that all runs share them. */
const OF_2020 = new Ajv2020({ strict: true, strictTuples: false, unevaluated: false });
const LENIENT = new Ajv({ strict: false, validateFormats: false });
const LENIENT_2020 = new Ajv2020({ strict: false, validateFormats: false });
const NULL: JsonObject = { enum: [null] };

describe("JSON Schema 2020-12", () => {
  test("says yes and no as draft-07 does", () => {
    fc.assert(
      fc.property(jsonSchema, fc.array(jsonValue, { minLength: 1, maxLength: 8 }), (schema, values) => {
        const before = verdictOf(schema);
        const after = OF_2020.compile(jsonSchema2020(schema) as object);
        for (const value of values) expect(after(value)).toBe(before(value));
      }),
      { numRuns: RUNS },
    );
  });
});

describe("OpenAPI", () => {
  test("never refuses what the table allows", () => {
    fc.assert(
      fc.property(jsonSchema, fc.array(jsonValue, { minLength: 1, maxLength: 8 }), (schema, values) => {
        const before = verdictOf(schema);
        const after = LENIENT.compile(openapiSchema(schema, TEXTS));
        for (const value of values) if (before(value)) expect(after(value)).toBe(true);
      }),
      { numRuns: RUNS },
    );
  });

  test.each(["any", "3.0", "3.1"] as const)("never refuses in version %s what the table allows", (version) => {
    const ajv = version === "3.1" ? LENIENT_2020 : LENIENT;
    fc.assert(
      fc.property(jsonSchema, fc.array(jsonValue, { minLength: 1, maxLength: 8 }), (schema, values) => {
        const isAllowed = verdictOf(schema);
        const allows = ajv.compile(spellVersion(openapiSchema(schema, TEXTS), version));
        for (const value of values) if (isAllowed(value)) expect(allows(value)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  test.each(["3.0", "3.1"] as const)("says null as %s does, and allows the same", (version) => {
    fc.assert(
      fc.property(jsonSchema, fc.array(jsonValue, { minLength: 1, maxLength: 8 }), (schema, values) => {
        const portable = openapiSchema(schema, TEXTS);
        const spelled = spellNull(portable, version);
        const [allows, allowsStill] = [portable, spelled].map((one) => LENIENT.compile(one));
        for (const value of [null, ...values]) expect(allowsStill?.(value)).toBe(allows?.(value));
      }),
      { numRuns: 30 },
    );
  });

  test.each<readonly [string, JsonObject, JsonObject, JsonObject]>([
    ["null", NULL, { type: "string", nullable: true, enum: [null] }, { type: "null", enum: [null] }],
    [
      "a nullable string",
      { anyOf: [{ type: "string", maxLength: 3 }, NULL], description: "D" },
      { description: "D", type: "string", maxLength: 3, nullable: true },
      { description: "D", anyOf: [{ type: "string", maxLength: 3 }, { type: "null" }] },
    ],
    [
      "one of several types, or null",
      { anyOf: [{ type: "string" }, { type: "integer" }, NULL] },
      { anyOf: [{ type: "string", nullable: true }, { type: "integer" }] },
      { anyOf: [{ type: "string" }, { type: "integer" }, { type: "null" }] },
    ],
    [
      "a list of values",
      { properties: { enum: { enum: ["a", null] } } },
      { properties: { enum: { type: "string", nullable: true, enum: ["a", null] } } },
      { properties: { enum: { type: ["string", "null"], enum: ["a", null] } } },
    ],
  ])("says %s as its versions do", (_, portable, older, newer) => {
    expect(spellNull(portable, "any")).toBe(portable);
    expect(spellNull(portable, "3.0")).toEqual(older);
    expect(spellNull(portable, "3.1")).toEqual(newer);
  });

  test("refuses the lists without an item that the table demands", () => {
    const contains = fc.record({ contains: jsonSchema }, { requiredKeys: ["contains"] });
    let refused = 0;
    fc.assert(
      fc.property(contains, fc.array(jsonValue, { maxLength: 3 }), ({ contains: item }, list) => {
        const allows = LENIENT.compile(openapiSchema({ contains: item }, TEXTS));
        const some = LENIENT.compile(openapiSchema(item, TEXTS));
        const holds = list.some((one) => some(one));
        if (!holds) refused += 1;
        expect(allows(list)).toBe(holds);
        expect(allows({})).toBe(true);
      }),
      { numRuns: RUNS },
    );
    expect(refused).toBeGreaterThan(10);
  });

  test("holds nothing but what 3.0, 3.1 and 3.2 read alike", () => {
    fc.assert(
      fc.property(jsonSchema, (schema) => {
        expectPortable(spellVersion(openapiSchema(schema, TEXTS), "any"));
      }),
      { numRuns: RUNS },
    );
  });

  test.each<readonly [string, JsonSchema, Json]>([
    ["a constant", { const: "a" }, { type: "string", enum: ["a"] }],
    ["null", { type: "null" }, { enum: [null] }],
    [
      "a nullable string",
      { type: ["string", "null"], maxLength: 3 },
      { anyOf: [{ type: "string", maxLength: 3 }, { enum: [null] }] },
    ],
    [
      "bounds of integers",
      { type: "integer", exclusiveMinimum: 0, exclusiveMaximum: 9.5 },
      { type: "integer", minimum: 1, maximum: 9 },
    ],
    ["bounds of numbers", { type: "number", exclusiveMinimum: 0, minimum: -1 }, { type: "number", minimum: 0 }],
    [
      "a tuple",
      { type: "array", items: [{ type: "string" }, { type: "integer" }], additionalItems: false },
      { type: "array", items: { anyOf: [{ type: "string" }, { type: "integer" }] }, maxItems: 2 },
    ],
    [
      "a tuple that goes on",
      { type: "array", items: [{ type: "string" }], additionalItems: { type: "integer" }, minItems: 1 },
      { type: "array", items: { anyOf: [{ type: "string" }, { type: "integer" }] }, minItems: 1 },
    ],
    [
      "an item of a list",
      { type: "array", contains: { const: "a" } },
      { type: "array", items: {}, not: { type: "array", items: { not: { type: "string", enum: ["a"] } } } },
    ],
    ["an array of anything", { type: "array" }, { type: "array", items: {} }],
    ["a map", { type: "object" }, { type: "object", additionalProperties: true }],
    [
      "names by pattern",
      { type: "object", properties: { a: true }, patternProperties: { "^x-": false }, additionalProperties: false },
      { type: "object", properties: { a: {} }, additionalProperties: true },
    ],
    ["alternatives, one of which is anything", { anyOf: [{ type: "string" }, true] }, {}],
    ["alternatives that are alike", { oneOf: [{ type: "string" }, { type: "string" }] }, { type: "string" }],
    [
      "what cannot be denied exactly",
      { type: "string", not: { type: "number", exclusiveMinimum: 1 } },
      { type: "string" },
    ],
    ["a pattern that no validator reads", { type: "string", pattern: "^[\\w-.]+$" }, { type: "string" }],
    [
      "texts",
      { type: "string", title: "abc", description: "d", examples: ["x", "y"] },
      { description: "D", type: "string", example: "x" },
    ],
  ])("%s", (_, schema, expected) => {
    expect(spellVersion(openapiSchema(schema, TEXTS), "any")).toEqual(expected);
  });

  test.each<readonly [string, JsonSchema, Json]>([
    [
      "a tuple",
      { type: "array", items: [{ type: "string" }, { type: "integer" }], additionalItems: false },
      {
        type: "array",
        prefixItems: [{ type: "string" }, { type: "integer" }],
        items: { anyOf: [{ type: "string" }, { type: "integer" }] },
        maxItems: 2,
      },
    ],
    [
      "a tuple that goes on",
      { type: "array", items: [{ type: "string" }], minItems: 1 },
      { type: "array", prefixItems: [{ type: "string" }], items: { anyOf: [{}, { type: "null" }] }, minItems: 1 },
    ],
  ])("%s in 3.1", (_, schema, expected) => {
    expect(spellVersion(openapiSchema(schema, TEXTS), "3.1")).toEqual(expected);
  });
});

/** Patterns that need the "u" flag to be off are left out, because validators turn it on. */
const UNCHECKED = new Ajv({ strict: false, validateFormats: false, validateSchema: false });

function verdictOf(schema: JsonSchema): (value: Json) => boolean {
  const readable = JSON.parse(
    JSON.stringify(schema).replaceAll('"pattern":"^[\\\\w-.]+$"', '"$comment":""'),
  ) as JsonSchema;
  return UNCHECKED.compile(readable);
}

const PORTABLE = new Set([
  ...["type", "enum", "multipleOf", "minimum", "maximum", "minLength", "maxLength", "pattern", "items", "minItems"],
  ...["maxItems", "uniqueItems", "required", "properties", "additionalProperties", "minProperties", "maxProperties"],
  ...["allOf", "anyOf", "not", "title", "description", "format", "default", "deprecated", "example"],
]);

function expectPortable(schema: Json): void {
  expect(typeof schema).toBe("object");
  const object = schema as Record<string, Json>;
  for (const [keyword, value] of Object.entries(object)) {
    expect(PORTABLE, keyword).toContain(keyword);
    if (keyword === "type") expect(typeof value === "string" && value !== "null").toBe(true);
    if (keyword === "properties") for (const member of Object.values(value as object)) expectPortable(member);
    if (keyword === "items" || keyword === "not") expectPortable(value);
    if (keyword === "additionalProperties" && typeof value !== "boolean") expectPortable(value);
    if (keyword === "anyOf" || keyword === "allOf") {
      const parts = value as readonly Json[];
      for (const part of parts) expectPortable(part);
      expect(new Set(parts.map((part) => JSON.stringify(part))).size).toBe(parts.length);
      expect(parts.some((part) => JSON.stringify(part) === "{}")).toBe(false);
      expect(parts.length > 1 || (keyword === "allOf" && Object.keys(object).length > 1)).toBe(true);
    }
  }
  if (object["type"] === "array") expect(object).toHaveProperty("items");
}

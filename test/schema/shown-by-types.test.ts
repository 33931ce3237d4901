// What a type shows of a schema is all that makes the type, and no more.
import fc from "fast-check";
import { expect, test } from "vitest";
import { schemaType } from "../../generator/products/typescript/types/schema-types.ts";
import { isSeenInTypes, shownByTypes } from "../../generator/schema/shown-by-types.ts";
import type { JsonSchema } from "../../generator/text/json/value.ts";
import { jsonSchema } from "../helpers/json-schemas.ts";
import { runs } from "../helpers/thorough.ts";
import "../helpers/seeds.ts";

const text = { type: "string" };

test.each<[string, JsonSchema, JsonSchema, boolean]>([
  ["a length", text, { type: "string", maxLength: 3 }, false],
  ["a pattern", { type: "string", pattern: "^a" }, { type: "string", pattern: "^b" }, false],
  ["integers and numbers", { type: "integer" }, { type: "number", minimum: 1 }, false],
  ["values in another order", { enum: ["a", "b"] }, { enum: ["b", "a"] }, false],
  ["a value more", { enum: ["a"] }, { enum: ["b", "a"] }, true],
  ["a type more", text, { type: ["string", "null"] }, true],
  ["the least number of items", { type: "array", items: text }, { type: "array", items: text, minItems: 1 }, false],
  [
    "the least number in a tuple",
    { type: "array", items: [text] },
    { type: "array", items: [text], minItems: 1 },
    true,
  ],
  ["a condition", text, { type: "string", not: { const: "a" } }, false],
  [
    "the rest beside members",
    { type: "object", properties: { a: text } },
    { type: "object", properties: { a: text }, additionalProperties: false },
    false,
  ],
  ["the rest alone", { type: "object" }, { type: "object", additionalProperties: text }, true],
])("%s", (_, old, after, isSeen) => {
  expect(isSeenInTypes(old, after)).toBe(isSeen);
});

test("schemas that show the same have one type", () => {
  fc.assert(
    fc.property(jsonSchema, (schema) => {
      expect(typeText(shownByTypes(schema))).toBe(typeText(schema));
    }),
    { numRuns: runs(300) },
  );
});

/** Without texts, and with alternatives in one order. */
function typeText(schema: JsonSchema): string {
  return JSON.stringify(schemaType(schema), (key, value: unknown) => {
    if (key === "doc") return undefined;
    if (key !== "members" || !Array.isArray(value)) return value;
    return value
      .map((each) => JSON.stringify(each, (inner, one: unknown) => (inner === "doc" ? undefined : one)))
      .toSorted();
  });
}

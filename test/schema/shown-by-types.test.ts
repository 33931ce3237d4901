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

/** Without texts, and with alternatives in one order, at any depth. */
function typeText(schema: JsonSchema): string {
  return JSON.stringify(inOneOrder(schemaType(schema)));
}

function inOneOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOneOrder);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).filter(([key]) => key !== "doc");
  return Object.fromEntries(
    entries.map(([key, inner]) => {
      const ordered = inOneOrder(inner);
      const isSorted = key === "members" && Array.isArray(ordered);
      return [key, isSorted ? ordered.map((each) => JSON.stringify(each)).toSorted() : ordered];
    }),
  );
}

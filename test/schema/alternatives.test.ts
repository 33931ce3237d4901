// Alternatives that differ in one value become one schema, and no other alternatives do.
import { expect, test } from "vitest";
import { fewestAlternatives } from "../../generator/schema/alternatives.ts";
import type { Json, JsonObject } from "../../generator/text/json/value.ts";

test("that differ in the value of one member, however deep, become one", () => {
  const schemas = ["a", "b", "a", "c"].map((value) => inside({ code: { const: value }, kind: { const: 1 } }));
  expect(fewestAlternatives(schemas)).toEqual([inside({ code: { enum: ["a", "b", "c"] }, kind: { const: 1 } })]);
});

test("that differ in several members stay apart", () => {
  const schemas = [
    inside({ code: { const: "a" }, kind: { const: 1 } }),
    inside({ code: { const: "b" }, kind: { const: 2 } }),
    inside({ code: { const: "c" }, kind: { const: 2 } }),
  ];
  expect(fewestAlternatives(schemas)).toEqual([schemas[0], inside({ code: { enum: ["b", "c"] }, kind: { const: 2 } })]);
});

test("that differ in other keywords or in the names of members stay apart", () => {
  const schemas: JsonObject[] = [
    inside({ code: { const: "a" } }),
    inside({ other: { const: "a" } }),
    inside({ code: { type: "string" } }),
    { ...inside({ code: { const: "b" } }), required: [] },
    // A member may be called like a keyword.
    inside({ const: { type: "string" } }),
    inside({ const: { type: "number" } }),
  ];
  expect(fewestAlternatives(schemas)).toEqual(schemas);
});

function inside(properties: Readonly<Record<string, Json>>): JsonObject {
  return {
    type: "object",
    required: ["error"],
    properties: { error: { type: "object", required: Object.keys(properties), properties } },
  };
}

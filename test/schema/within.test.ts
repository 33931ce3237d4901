// The relation of two schemas is proven, never guessed: no value contradicts it.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fits } from "../../generator/schema/conforms.ts";
import { isWithin, relationOf } from "../../generator/schema/within.ts";
import { witnessOf } from "../../generator/schema/witness.ts";
import { isObject, type Json, type JsonObject, type JsonSchema } from "../../generator/text/json/value.ts";
import { jsonSchema, jsonValue } from "../helpers/json-schemas.ts";
import { runs } from "../helpers/thorough.ts";
import "../helpers/seeds.ts";

const text = { type: "string" };
const closed = (properties: JsonObject) => ({ type: "object", properties, additionalProperties: false });

describe.each<[string, JsonSchema, JsonSchema, string]>([
  ["the same words in another order", { type: "string", maxLength: 3 }, { maxLength: 3, type: "string" }, "equal"],
  ["another description", { type: "string" }, { type: "string", description: "New." }, "equal"],
  ["a type less", { type: ["string", "null"] }, text, "narrower"],
  ["a type more", text, { type: ["string", "null"] }, "wider"],
  ["integers and numbers", { type: "integer" }, { type: "number" }, "wider"],
  ["another type", text, { type: "integer" }, "incomparable"],
  ["a value more", { enum: ["a"] }, { enum: ["a", "b"] }, "wider"],
  ["a value instead of a list", { enum: ["a", "b"] }, { const: "b" }, "narrower"],
  ["a list instead of a type", text, { enum: ["a"] }, "narrower"],
  ["a lower maximum", { type: "integer", maximum: 9 }, { type: "integer", maximum: 8 }, "narrower"],
  ["a bound that excludes", { type: "number", minimum: 0 }, { type: "number", exclusiveMinimum: 0 }, "narrower"],
  ["no bound", { type: "string", minLength: 1 }, text, "wider"],
  ["another pattern", { type: "string", pattern: "^a" }, { type: "string", pattern: "^b" }, "incomparable"],
  ["a pattern less", { type: "string", pattern: "^a" }, text, "wider"],
  ["a multiple", { type: "integer", multipleOf: 2 }, { type: "integer", multipleOf: 6 }, "narrower"],
  ["items", { type: "array", items: text }, { type: "array", items: { type: ["string", "null"] } }, "wider"],
  ["items of a tuple", { type: "array", items: [text, text] }, { type: "array", items: [text] }, "wider"],
  ["an alternative more", { anyOf: [text] }, { anyOf: [text, { type: "null" }] }, "wider"],
  ["alternatives as types", { anyOf: [text, { type: "null" }] }, { type: ["string", "null"] }, "equal"],
  ["parts instead of the whole", { allOf: [text, { minLength: 1 }] }, { type: "string", minLength: 1 }, "equal"],
  ["a member that must be there", { type: "object" }, { type: "object", required: ["a"] }, "narrower"],
  [
    "a member more",
    { type: "object", properties: { a: text } },
    { type: "object", properties: { a: text, b: text } },
    "equal",
  ],
  ["a member more in a closed object", closed({ a: text }), closed({ a: text, b: text }), "wider"],
  [
    "a map",
    { type: "object", additionalProperties: text },
    { type: "object", additionalProperties: { type: ["string", "integer"] } },
    "wider",
  ],
  ["nothing more", text, false, "narrower"],
  ["everything", text, true, "wider"],
])("%s", (_, old, after, relation) => {
  test(`is ${relation}`, () => {
    expect(relationOf(old, after)).toBe(relation);
    const back = { narrower: "wider", wider: "narrower", equal: "equal", incomparable: "incomparable" }[relation];
    expect(relationOf(after, old)).toBe(back);
  });

  test("has witnesses where it is not equal", () => {
    if (relation === "wider" || relation === "incomparable") expect(tellsApart(after, old)).toBe(true);
    if (relation === "narrower" || relation === "incomparable") expect(tellsApart(old, after)).toBe(true);
  });
});

/** Whether the witness is a value that one schema allows and the other one refuses. */
function tellsApart(allowing: JsonSchema, refusing: JsonSchema): boolean {
  const witness = witnessOf(allowing, refusing);
  return witness !== undefined && fits(allowing, witness) && !fits(refusing, witness);
}

/** A schema, and the same one with a part left out or put in the place of another one. */
const pair = fc.tuple(jsonSchema, jsonSchema, fc.nat(), fc.boolean()).map(([one, other, at, isSwapped]) => {
  const edited = edit(one, other, at);
  return isSwapped ? ([edited, one] as const) : ([one, edited] as const);
});

test("no value contradicts a proof", () => {
  let proven = 0;
  fc.assert(
    fc.property(pair, fc.array(jsonValue, { minLength: 20, maxLength: 30 }), ([inner, outer], values) => {
      const isProven = isWithin(inner, outer, "any");
      if (isProven) proven += 1;
      for (const value of values) if (isProven && fits(inner, value)) expect(fits(outer, value)).toBe(true);
      if (isProven) expect(witnessOf(inner, outer)).toBeUndefined();
    }),
    { numRuns: runs(400) },
  );
  expect(proven).toBeGreaterThan(runs(40));
});

test("a schema is equal to itself, and to itself with other notes", () => {
  fc.assert(
    fc.property(jsonSchema, (schema) => {
      expect(relationOf(schema, schema)).toBe("equal");
      if (isObject(schema)) expect(relationOf(schema, { ...schema, title: "T", $comment: "C" })).toBe("equal");
    }),
    { numRuns: 100 },
  );
});

const HOLDS_ONE: ReadonlySet<string> = new Set(["not", "if", "then", "items", "additionalProperties", "contains"]);

function edit(schema: JsonSchema, other: JsonSchema, at: number): JsonSchema {
  if (!isObject(schema)) return other;
  const names = Object.keys(schema);
  const name = names[at % (names.length + 1)];
  if (name === undefined) return isObject(other) ? { ...schema, ...other } : { anyOf: [schema, other] };
  const value: Json | undefined = schema[name];
  if (isObject(value) && HOLDS_ONE.has(name)) return { ...schema, [name]: edit(value, other, at >> 2) as Json };
  return Object.fromEntries(Object.entries(schema).filter(([each]) => each !== name));
}

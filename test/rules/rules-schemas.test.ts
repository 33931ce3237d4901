// Schemas are interpreted as ajv compiles them, references mean what they meant, and no pattern hangs.
import { Ajv } from "ajv";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { runRules } from "../../generator/rules/run.ts";
import { violations } from "../../generator/schema/conforms.ts";
import { matchesPattern } from "../../generator/schema/pattern.ts";
import { inlineRefs } from "../../generator/schema/refs.ts";
import type { Json, JsonObject, JsonSchema } from "../../generator/text/json/value.ts";
import { resolveText } from "../helpers/resolve.ts";

describe("schemas", () => {
  // ajv takes numbers from 1e21 on for no multiple of anything.
  const isOfOrdinarySize = (value: unknown): boolean => !/\de\+/.test(JSON.stringify(value));
  const json = (fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<Json>).filter(isOfOrdinarySize);
  const small = fc.integer({ min: 0, max: 3 });
  const name = fc.constantFrom("a", "b", "c");
  const schemaOf: (depth: number) => fc.Arbitrary<JsonSchema> = fc.memo((depth) => {
    if (depth <= 1) return fc.oneof(fc.boolean(), fc.constantFrom<JsonSchema>({ type: "string" }, { minimum: 1 }));
    const inner = schemaOf(depth - 1);
    const list = fc.array(inner, { minLength: 1, maxLength: 2 });
    const keywords: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
      type: fc.constantFrom("string", "integer", "number", "object", "array", "null", "boolean", ["string", "null"]),
      enum: fc.array(json, { minLength: 1, maxLength: 3 }),
      const: json,
      minimum: small,
      exclusiveMaximum: small,
      multipleOf: fc.constantFrom(1, 2, 0.5),
      minLength: small,
      maxLength: small,
      pattern: fc.constantFrom("^a+$", "b", "^[a-z]{2}-?$", "^(a|b)c?$"),
      items: fc.oneof(inner, list),
      additionalItems: inner,
      uniqueItems: fc.boolean(),
      contains: inner,
      minItems: small,
      required: fc.uniqueArray(name, { maxLength: 2 }),
      properties: fc.dictionary(name, inner, { maxKeys: 2 }),
      patternProperties: fc.dictionary(fc.constantFrom("^a", "b$"), inner, { maxKeys: 1 }),
      additionalProperties: inner,
      propertyNames: inner,
      minProperties: small,
      maxProperties: small,
      dependencies: fc.dictionary(name, fc.oneof(inner, fc.array(name, { maxLength: 1 })), { maxKeys: 1 }),
      allOf: list,
      anyOf: list,
      oneOf: list,
      not: inner,
      if: inner,
      else: inner,
    };
    const all = [...Object.entries(keywords), ["then", inner] as const];
    const pairs = all.map(([keyword, of]) => fc.tuple(fc.constant(keyword), of));
    return fc
      .uniqueArray(fc.oneof(...pairs), { minLength: 1, maxLength: 4, selector: ([keyword]) => keyword })
      .map((entries) => Object.fromEntries(entries) as JsonObject);
  });
  const schema = schemaOf(3);

  const value = fc.oneof(
    json,
    fc.dictionary(name, json, { maxKeys: 3 }) as fc.Arbitrary<Json>,
    fc.constantFrom<Json>(
      "aa",
      "b",
      "ab-",
      0.5,
      2,
      [1, 1],
      [
        { a: 1, b: 2 },
        { b: 2, a: 1 },
      ],
    ),
  );

  test("a value fits exactly when ajv says so", () => {
    fc.assert(
      fc.property(schema, value, (given, one) => {
        // Beside a list of items ajv lets an empty list pass "contains".
        fc.pre(!/"contains"/.test(JSON.stringify(given)) || !/"items"/.test(JSON.stringify(given)));
        const ajv = new Ajv({ strict: false, validateSchema: false, validateFormats: false, logger: false });
        // To ajv objects without a prototype equal no others.
        const [plain, same] = JSON.parse(JSON.stringify([given, one])) as [object, Json];
        let fits: unknown;
        try {
          fits = ajv.validate(plain, same);
        } catch (error) {
          // To compare objects, ajv calls their own toString and valueOf, which are no functions here; it has no verdict then.
          expect(String(error)).toMatch(/(?:toString|valueOf) is not a function/);
          fc.pre(false);
        }
        expect(violations(given, one).length === 0).toBe(fits);
      }),
      { numRuns: 400 },
    );
  });

  test("a member that JavaScript has its own idea of is a member like any other", () => {
    const schema = JSON.parse('{ "required": ["__proto__"], "properties": { "__proto__": { "type": "integer" } } }');
    expect(violations(schema, {})).toEqual([{ path: [], message: 'must have "__proto__"' }]);
    expect(violations(schema, JSON.parse('{ "__proto__": 1 }'))).toEqual([]);
    expect(violations(schema, JSON.parse('{ "__proto__": "a" }'))).toEqual([
      { path: ["__proto__"], message: "must be an integer" },
    ]);
    expect(violations({ required: ["toString"] }, {})).toHaveLength(1);
    expect(violations({ items: [true], contains: true }, [])).toHaveLength(1);
  });

  test("what is wrong stands at a place of the value", () => {
    fc.assert(
      fc.property(schema, value, (given, one) => {
        for (const { path, message } of violations(given, one)) {
          expect(message).not.toBe("");
          let at: unknown = one;
          for (const step of path) {
            expect(Object.hasOwn(at as object, step)).toBe(true);
            at = (at as Record<string | number, unknown>)[step];
          }
        }
      }),
    );
  });

  test("references in place mean what they meant", () => {
    const root: JsonObject = {
      type: "object",
      definitions: { Limit: { type: "integer", minimum: 1 }, "a/b": { $ref: "#/$defs/Text" } },
      $defs: { Text: { type: "string", description: "A text." } },
      properties: {
        limit: { $ref: "#/definitions/Limit", description: "The limit." },
        least: { $ref: "#/definitions/Limit", maximum: 9, allOf: [{ multipleOf: 2 }] },
        text: { $ref: "#/definitions/a~1b" },
        $ref: { type: "null" },
      },
      enum: [{ $ref: "#/no/reference" }, { limit: 1 }],
    };
    expect(inlineRefs(root)).toEqual({
      problems: [],
      schema: {
        type: "object",
        properties: {
          limit: { type: "integer", minimum: 1, description: "The limit." },
          least: { maximum: 9, allOf: [{ type: "integer", minimum: 1 }, { multipleOf: 2 }] },
          text: { type: "string", description: "A text." },
          $ref: { type: "null" },
        },
        enum: [{ $ref: "#/no/reference" }, { limit: 1 }],
      },
    });
  });

  test("definitions that double each other are refused without being written out", () => {
    const definitions: Record<string, Json> = { D0: { type: "string" } };
    for (let index = 1; index < 60; index += 1) {
      const ref = { $ref: `#/definitions/D${index - 1}` };
      definitions[`D${index}`] = { type: "object", properties: { a: ref, b: ref } };
    }
    const { problems } = inlineRefs({ definitions, properties: { all: { $ref: "#/definitions/D59" } } });
    expect(problems.map(({ kind }) => kind)).toEqual(["too-large"]);
  });
});

describe("patterns", () => {
  test.each([
    ["^[A-Z]{2}-[0-9]{4}$", "AB-1234", true],
    ["^[A-Z]{2}-[0-9]{4}$", "AB-12345", false],
    ["^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$", "6f9619ff-8b86-d011-b42d-00c04fc964fz", false],
    ["^\\d+(\\.\\d+)?$", "1.x", false],
    ["^\\p{L}+$", "42", false],
    ["(", "anything", true],
  ])("%s on %s: %s", (pattern, text, matches) => {
    expect(matchesPattern(pattern, text)).toBe(matches);
  });

  test.each([
    "^(a+)+$",
    "^(a|a)*$",
    "^(a?){40}$",
    "(?:a+)*b",
    "^((a|b)c?)+$",
    "a*a*a*a*a*a*b",
    "(a{1,30}){1,30}$",
    "^(a)\\1*\\1*\\1*\\1*b$",
    "(?=(a+))*b",
    "[a-z]+[a-z]+[a-z]+[a-z]+@",
  ])("%s is not tried on a text where it would hang, and counts as matched", (pattern) => {
    expect(matchesPattern(pattern, `${"a".repeat(5_000)}!`)).toBe(true);
  });
});

test.each([
  ["a default", "details: { type: object, properties: { x: { default: { $ref: ./secret.yaml } } } }"],
  [
    "an example of a schema",
    "details: { type: object, properties: { x: { type: array, items: { example: [{ $ref: x }] } } } }",
  ],
  [
    "the details of an example",
    "details: { type: object }, examples: { a: { details: { x: { $ref: ./secret.yaml } } } }",
  ],
])("a member $ref in %s is no reference, and none may come of it", (_, field) => {
  const found = runRules(resolveText(`errors: { X: { status: 400, ${field} } }\n`));
  expect(found.filter(({ code }) => code === "schema-reference")).toHaveLength(1);
});

test("a member that is named like a keyword is a schema", () => {
  const text =
    "details: { type: object, properties: { default: { $ref: '#/definitions/a' } }, definitions: { a: { type: string } } }";
  const found = runRules(resolveText(`errors: { X: { status: 400, ${text} } }\n`));
  expect(found.filter(({ code }) => code === "schema-reference")).toEqual([]);
});

test("members of whole objects that details may be collide with the body's own", () => {
  const details = "details: { type: object, anyOf: [{ const: { code: 1 } }, { enum: [{ a: 1 }, { message: 2 }] }] }";
  const found = runRules(resolveText(`errors: { X: { status: 400, ${details} } }\n`));
  const collisions = found.filter(({ code }) => code === "details-collision").map(({ message }) => message);
  expect(collisions.toSorted()).toEqual([
    expect.stringContaining('hold "code"'),
    expect.stringContaining('hold "message"'),
  ]);
});

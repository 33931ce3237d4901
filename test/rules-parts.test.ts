// The parts that rules are made of, each against an independent way to the same answer.
import { Ajv } from "ajv";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { violations } from "../generator/model/conforms.ts";
import { inlineRefs } from "../generator/model/inline-refs.ts";
import type { Json, JsonObject, JsonSchema } from "../generator/model/json.ts";
import { errorNameOf, identifierOf } from "../generator/model/naming.ts";
import { matchesPattern } from "../generator/model/pattern.ts";
import { readTemplate } from "../generator/model/template.ts";
import { findAmbiguities } from "../generator/rules/ambiguity.ts";
import { createSuggester, didYouMean } from "../generator/suggest.ts";

describe("identifiers", () => {
  test.each([
    ["AliasNotFound", "AliasNotFound"],
    ["InvalidAccessKeyID", "InvalidAccessKeyID"],
    ["InvalidParameter.Alias", "InvalidParameterAlias"],
    ["ER_DUP_ENTRY", "ErDupEntry"],
    ["TIMEOUT", "Timeout"],
    ["resource_not_found", "ResourceNotFound"],
    ["40013", "E40013"],
    ["42P01", "E42P01"],
    ["1.10", "E1_10"],
    ["https://errors.example.com/out-of-credit", "HttpsErrorsExampleComOutOfCredit"],
    ["Café.Fermé", "CafeFerme"],
    ["余额不足", ""],
    ["__proto__", "Proto"],
    ["!", ""],
  ])("%s becomes %s", (code, identifier) => {
    expect(identifierOf(code)).toBe(identifier);
  });

  test("are ASCII PascalCase or empty, and stay what they are", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 40 }), (code) => {
        const identifier = identifierOf(code);
        expect(identifier).toMatch(/^(?:[A-Z][A-Za-z0-9_]*)?$/);
        if (identifier !== "" && /[a-z]/.test(identifier) && !identifier.includes("_")) {
          expect(identifierOf(identifier)).toBe(identifier);
        }
      }),
    );
  });

  test.each([
    ["AliasNotFound", "AliasNotFoundError"],
    ["InternalServerError", "InternalServerError"],
    ["ErrorError", "Error"],
    ["ErrorCode", "ErrorCodeError"],
  ])("%s is called %s", (identifier, name) => {
    expect(errorNameOf(identifier)).toBe(name);
  });
});

describe("did you mean", () => {
  const names = ["AliasNotFound", "ServiceNotFound", "status", "message", "params"];

  test.each([
    ["AliasNotFond", "AliasNotFound"],
    ["AliasNtoFound", "AliasNotFound"],
    ["alias_not_found", "AliasNotFound"],
    ["STATUS", "status"],
    ["messages", "message"],
    ["param", "params"],
    ["zebra", undefined],
    ["st", undefined],
    ["", undefined],
  ])("%s: %s", (name, meant) => {
    expect(createSuggester(names)(name)).toBe(meant);
    expect(didYouMean(name, names)).toBe(meant === undefined ? undefined : `Did you mean "${meant}"?`);
  });

  test("many unknown names over many candidates take bounded time", () => {
    const suggest = createSuggester(Array.from({ length: 20_000 }, (_, index) => `SomeLongErrorCode${index}`));
    const start = performance.now();
    for (let index = 0; index < 20_000; index += 1) suggest(`SomeLongErrorKode${index}`);
    expect(performance.now() - start).toBeLessThan(10_000);
    expect(suggest("SOMELONGERRORCODE7")).toBe("SomeLongErrorCode7");
  });
});

describe("schemas", () => {
  const json = fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<Json>;
  const small = fc.integer({ min: 0, max: 3 });
  const name = fc.constantFrom("a", "b", "c", "__proto__");
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
        const ajv = new Ajv({ strict: false, validateSchema: false, validateFormats: false, logger: false });
        expect(violations(given, one).length === 0).toBe(ajv.validate(given as object, one));
      }),
      { numRuns: 400 },
    );
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
  ])("%s does not hang", (pattern) => {
    const start = performance.now();
    matchesPattern(pattern, `${"a".repeat(5_000)}!`);
    expect(performance.now() - start).toBeLessThan(1_000);
  });
});

describe("messages that read like others", () => {
  const piece = fc.constantFrom("alias ", "alias", " of ", "'%s'", "%s", "%d", " is ", "x", "7", " ", "foo bar", "%c");
  const template = fc.array(piece, { minLength: 1, maxLength: 5 }).map((pieces) => pieces.join(""));

  test("are those that every template finds in every message", () => {
    fc.assert(
      fc.property(fc.array(template, { minLength: 2, maxLength: 12 }), (texts) => {
        const templates = texts.map((text) => readTemplate(text).template);
        const told = new Set(findAmbiguities(templates).flatMap(({ index, others }) => [index, ...others]));
        const isLoose = templates.map(({ verdict, tokens }) => {
          const words = tokens.some((token) => token.kind === "literal" && /[A-Za-z0-9]/.test(token.text));
          return verdict === "opaque" || !words;
        });
        const expressions = templates.map(({ tokens }) => {
          const parts = tokens.map((token) => {
            if (token.kind === "literal") return token.text.replace(/[^\w\s]/g, "\\$&");
            return { s: "[^]+", c: "[^]" }[token.conversion as string] ?? "[0-9]+";
          });
          return new RegExp(`^${parts.join("")}$`);
        });
        const samples = templates.map(({ tokens }) =>
          tokens
            .map((token) => (token.kind === "literal" ? token.text : "sc".includes(token.conversion) ? "\uE000" : "7"))
            .join(""),
        );
        const expected = new Set<number>();
        for (const [own, sample] of samples.entries()) {
          for (const [other, expression] of expressions.entries()) {
            if (own === other || isLoose[own] || isLoose[other] || !expression.test(sample)) continue;
            // Of two that match each other the later is told, with the earlier beside it.
            expected.add(own).add(other);
          }
        }
        for (const index of told) expect(expected).toContain(index);
        expect(told.size > 0).toBe(expected.size > 0);
      }),
      { numRuns: 300 },
    );
  });

  test("50,000 alike templates take time in proportion", () => {
    const texts = Array.from({ length: 50_000 }, (_, index) => `x${index % 224} %s y${Math.floor(index / 224)}`);
    const templates = texts.map((text) => readTemplate(text).template);
    const start = performance.now();
    expect(findAmbiguities(templates)).toEqual([]);
    expect(performance.now() - start).toBeLessThan(10_000);
  });
});

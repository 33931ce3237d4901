// YAML and JSON that is printed reads back as the same value in every reader, and Prettier leaves it alone.
import fc from "fast-check";
import { check } from "prettier";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { renderJson } from "../../generator/text/json/json.ts";
import type { Json } from "../../generator/text/json/value.ts";
import { renderYaml } from "../../generator/text/yaml.ts";

const TRICKY = [
  "",
  "e0",
  "E+10",
  " ",
  "yes",
  "No",
  "on",
  "OFF",
  "y",
  "null",
  "Null",
  "~",
  "true",
  "1e3",
  "0x1F",
  "0o17",
  "017",
  "1_000",
  "12:30:45",
  "2026-11-23",
  "2001-12-14t21:59:43.10-05:00",
  ".inf",
  "-.INF",
  ".nan",
  "<<",
  "=",
  "-",
  "- a",
  "?",
  "? a",
  ":",
  "a:",
  "a: b",
  "a:b",
  "a #b",
  "#a",
  "a#b",
  "&a",
  "*a",
  "!a",
  "|",
  ">",
  "%",
  "@a",
  "`a`",
  "'a'",
  '"a"',
  "it's",
  "say \"hi\" to 'them'",
  "a\\b",
  "a\\'b\"",
  "{a}",
  "[a]",
  "a, b",
  "---",
  "...",
  "a\n",
  "a\nb",
  "a\n\nb\n",
  "a\n\n",
  "\na",
  " a\nb",
  "a \nb",
  "a\n b",
  "a\n\tb",
  "a\n \nb",
  "a\r\nb",
  "a\tb",
  "a\n---\nb",
  "a\n# b",
  "\ufeffa",
  "a\u0085b",
  "a\u2028b\nc",
  "a\u00a0",
  "\u3000a",
  "\u0000",
  "\u007f",
  "\ud800",
  "\udc00a",
  "😀",
  "中文：说明",
  "é: è",
  "a  b",
  "</script><!-- <SCRIPT",
  "__proto__",
  "constructor",
  "40013",
  "x".repeat(200),
  `${"word ".repeat(40)}end`,
] as const;

const text = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...TRICKY) },
  { weight: 1, arbitrary: fc.string({ unit: "binary" }) },
  { weight: 1, arbitrary: fc.string() },
  {
    weight: 2,
    arbitrary: fc.string({ unit: fc.constantFrom("a", " ", "\n", ":", "#", "-", '"', "'", "\\", "é", "中") }),
  },
);
const scalar = fc.oneof(
  text,
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }).filter((value) => !Object.is(value, -0)),
  fc.boolean(),
  fc.constant(null),
);
const json = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    { weight: 3, arbitrary: scalar },
    { weight: 2, arbitrary: fc.array(tie("value"), { maxLength: 5 }) },
    { weight: 1, arbitrary: fc.array(fc.integer(), { maxLength: 40 }) },
    { weight: 1, arbitrary: fc.array(text, { maxLength: 6 }) },
    { weight: 3, arbitrary: fc.dictionary(text, tie("value"), { maxKeys: 5 }).map((o) => ({ ...o })) },
  ),
})).value;

describe("YAML", () => {
  test("a string is a string to readers of YAML 1.1 and 1.2, as a value, an item and a key", () => {
    for (const value of TRICKY) {
      for (const data of [{ a: value }, [value], { [value]: 1 }, [[value, { b: value }]], value]) {
        const printed = renderYaml(data);
        expect(parse(printed)).toEqual(data);
        expect(parse(printed, { version: "1.1" })).toEqual(data);
      }
    }
  });

  test("any value reads back as it was, in YAML 1.1 and 1.2", () => {
    fc.assert(
      fc.property(json, (value) => {
        const printed = renderYaml(value);
        expect(parse(printed)).toEqual(value);
        expect(parse(printed, { version: "1.1" })).toEqual(value);
      }),
      { numRuns: 500 },
    );
  });

  test("Prettier has nothing to change", async () => {
    await fc.assert(
      fc.asyncProperty(json, async (value) => {
        const printed = renderYaml(value);
        expect(await check(printed, { parser: "yaml" }), printed).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test("reads like something that a person wrote", () => {
    expect(
      renderYaml({
        schemas: { $ref: "#/components/schemas/A", list: ["a", "yes", 1, null], empty: {}, none: [] },
        "404": { description: 'First line.\n\nSecond: it\'s "quoted".', "x-code": "it's" },
        nested: [{ a: 1, b: ["x"] }, [[], [1]], {}],
      }),
    ).toBe(
      [
        '"404":',
        "  description: |-",
        "    First line.",
        "",
        '    Second: it\'s "quoted".',
        "  x-code: it's",
        "schemas:",
        '  $ref: "#/components/schemas/A"',
        "  list:",
        "    - a",
        '    - "yes"',
        "    - 1",
        "    - null",
        "  empty: {}",
        "  none: []",
        "nested:",
        "  - a: 1",
        "    b:",
        "      - x",
        "  - - []",
        "    - - 1",
        "  - {}",
        "",
      ].join("\n"),
    );
  });

  test("a key of more than 1,024 characters is written with its question mark", () => {
    const value = { ["k".repeat(3000)]: { a: ["b"] }, after: 1 };
    expect(parse(renderYaml(value))).toEqual(value);
  });
});

describe("JSON", () => {
  test("any value reads back as it was, and holds nothing that ends a script", () => {
    fc.assert(
      fc.property(json, (value) => {
        const printed = renderJson(value);
        expect(JSON.parse(printed)).toEqual(value);
        expect(printed).not.toMatch(/<\/|<!--|<script|[\u2028\u2029]/i);
      }),
      { numRuns: 500 },
    );
  });

  test("Prettier has nothing to change", async () => {
    await fc.assert(
      fc.asyncProperty(json, async (value) => {
        const printed = renderJson(value);
        expect(await check(printed, { parser: "json" }), printed).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

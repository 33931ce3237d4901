// A difference in layout alone is told from one in content: it is never taken for one where the content differs.
import fc from "fast-check";
import { format, type Options } from "prettier";
import { describe, expect, test } from "vitest";
import { differsOnlyInLayout } from "../../generator/output/layout-difference.ts";
import { modelOfFile } from "../helpers/model-fixtures.ts";
import { EVERY_PART, productOf } from "../helpers/typescript-product.ts";

const MODEL = modelOfFile("spec/function-compute.errors.yaml");

describe("a formatter's work is layout", () => {
  test.each<Options>([
    { printWidth: 120 },
    { printWidth: 100, bracketSpacing: false },
    { singleQuote: true, useTabs: true },
    { semi: false, trailingComma: "none" },
    { arrowParens: "avoid", tabWidth: 4 },
  ])("%j", async (options) => {
    for (const language of ["ts", "js"] as const) {
      for (const [path, text] of await productOf(MODEL, { ...EVERY_PART, language }))
        expect(differsOnlyInLayout(path, await format(text, { ...options, filepath: path }), text), path).toBe(true);
    }
  });

  test("in JSON, too", () => {
    const value = { a: [1, 2.5, { b: "c  d" }], e: null };
    expect(differsOnlyInLayout("a.json", JSON.stringify(value), JSON.stringify(value, null, 4))).toBe(true);
  });
});

test.each([
  ["a.ts", "const a = b;\n(c)();", "const a = b(c)();"],
  ["a.ts", "return a;", "return\na;"],
  ["a.ts", 'f("a  b");', 'f("a b");'],
  ["a.ts", "f(`a\n b`);", "f(`a\nb`);"],
  ["a.ts", "x = a + +b;", "x = a ++b;"],
  ["a.ts", "x = a || b;", "x = a | b;"],
  ["a.ts", "x = [a, ,];", "x = [a,];"],
  ["a.ts", "x = (a, b);", "x = a, b;"],
  ["a.ts", "x = /a  b/;", "x = /a b/;"],
  ["a.ts", 'x = "a\'b";', "x = 'a\"b';"],
  ["a.ts", "// a b\nc;", "// a c\nb;"],
  ["a.ts", "// a\nb;", "// a b;"],
  ["a.ts", "ab;", "a b;"],
  ["a.json", '{"a": "b c"}', '{"a": "b  c"}'],
  ["a.json", "[1, 2]", "[12]"],
  ["a.md", "a  \nb", "a\nb"],
  ["a.yaml", "a:\n  b: c", "a:\nb: c"],
])("%s: %j is not %j", (path, before, after) => {
  expect(differsOnlyInLayout(path, before, after)).toBe(false);
});

test("a change of any letter in a product is no layout", async () => {
  const files = [...(await productOf(MODEL, EVERY_PART))];
  fc.assert(
    fc.property(fc.constantFrom(...files), fc.nat(), ([path, text], at) => {
      const letters = [...text.matchAll(/[a-z\d]/g)];
      const { index = 0 } = letters[at % letters.length] ?? {};
      expect(differsOnlyInLayout(path, `${text.slice(0, index)}q_${text.slice(index + 1)}`, text)).toBe(false);
    }),
    { numRuns: 60 },
  );
});

// A difference in layout alone is told from one in content: it is never taken for one where the content differs.
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { extname, join } from "node:path";
import fc from "fast-check";
import { format, type Options } from "prettier";
import { describe, expect, test } from "vitest";
import { differsOnlyInLayout } from "../../generator/output/plan/layout-difference.ts";
import { goldenProducts, HOUSE_STYLES, inStyle, withHandEdit } from "../helpers/house-styles.ts";
import { modelOfFile } from "../helpers/model-fixtures.ts";
import { isThorough } from "../helpers/thorough.ts";
import { EVERY_PART, productOf, scratchFolder } from "../helpers/typescript-product.ts";

const MODEL = modelOfFile("spec/function-compute.errors.yaml");
const TYPESCRIPT = productOf(MODEL, EVERY_PART);
const JAVASCRIPT = productOf(MODEL, { ...EVERY_PART, language: "js" });

describe("a formatter's work is layout", () => {
  test.each<[Options, typeof TYPESCRIPT]>([
    [{ printWidth: 120 }, TYPESCRIPT],
    [{ printWidth: 100, bracketSpacing: false }, JAVASCRIPT],
    [{ singleQuote: true, useTabs: true }, TYPESCRIPT],
    [{ semi: false, trailingComma: "none", quoteProps: "consistent" }, TYPESCRIPT],
    [{ arrowParens: "avoid", tabWidth: 4 }, JAVASCRIPT],
  ])("%j", async (options, product) => {
    const turn = JSON.stringify(options).length % 3;
    const files = [...(await product)].filter((_, index) => isThorough || index % 3 === turn);
    for (const [path, text] of files)
      expect(differsOnlyInLayout(path, await format(text, { ...options, filepath: path }), text), path).toBe(true);
  });

  // The nightly tests take every style for every file.
  test.each(["json", "md", "mdx", "html", "yaml"])(
    "in products that are %s, and a hand edit is none",
    async (extension) => {
      const files = goldenProducts(new RegExp(`\\.${extension}$`)).filter(
        ([, text]) => text.length < (extension === "html" ? 1e6 : 10_000),
      );
      expect(files.length).toBeGreaterThan(5);
      for (const [index, [path, text]] of files.entries()) {
        const formatted = await inStyle(path, text, HOUSE_STYLES[index % HOUSE_STYLES.length]);
        expect(differsOnlyInLayout(path, formatted, text), path).toBe(true);
        const edited = withHandEdit(formatted, index * 7919);
        expect(differsOnlyInLayout(path, edited, text), edited).toBe(false);
      }
    },
  );

  test("and so is the work of Biome", async () => {
    const folder = scratchFolder();
    const golden = goldenProducts(/\.(?:[jt]s|html)$/).filter(([, text]) => text.length < 70_000);
    const files = [...golden, ...(await TYPESCRIPT)];
    for (const [index, [path, text]] of files.entries()) writeFileSync(join(folder, `${index}${extname(path)}`), text);
    const quotes = {
      quoteStyle: "single",
      semicolons: "asNeeded",
      arrowParentheses: "asNeeded",
      trailingCommas: "none",
    };
    const formatter = { lineWidth: 60, indentStyle: "tab", bracketSpacing: false };
    const html = { formatter: { enabled: true } };
    writeFileSync(join(folder, "biome.json"), JSON.stringify({ formatter, javascript: { formatter: quotes }, html }));
    const biome = join(import.meta.dirname, "../../node_modules/@biomejs/biome/bin/biome");
    const { status, stderr } = spawnSync(process.execPath, [biome, "format", "--write", "."], { cwd: folder });
    expect(status, String(stderr)).toBe(0);
    let changed = 0;
    for (const [index, [path, text]] of files.entries()) {
      const formatted = readFileSync(join(folder, `${index}${extname(path)}`), "utf8");
      if (formatted !== text) changed += 1;
      expect(differsOnlyInLayout(path, formatted, text), path).toBe(true);
    }
    expect(changed).toBeGreaterThan(files.length / 2);
  });
});

test.each([
  ["a.ts", "if (a) return b;\nelse c();", "if (a) {\n  return b;\n} else {\n  c();\n}"],
  ["a.ts", "for (const a of b) if (a) return c;", "for (const a of b) {\n  if (a) {\n    return c;\n  }\n}"],
  ["a.ts", "type A = B extends C ? D extends E ? 1 : 2 : 3;", "type A = B extends C ? (D extends E ? 1 : 2) : 3;"],
  ["a.ts", "type A = `${B & C}`;", "type A = `${\n  & B\n  & C\n}`;"],
  ["a.ts", "f(-.5, 1.50, 0XF, 1.0E3);", "f(-0.5, 1.5, 0xf, 1e3);"],
  ["a.json", '{"a": [1]}', '{\n  "a": [\n    1,\n  ],\n}'],
])("%s: %j is %j", (path, before, after) => {
  expect(differsOnlyInLayout(path, before, after)).toBe(true);
});

test.each([
  ["a.ts", "const a = b;\n(c)();", "const a = b(c)();"],
  ["a.ts", "return a;", "return\na;"],
  ["a.ts", "if (a); b;", "if (a) b;"],
  ["a.ts", "if (a) { b; c; }", "if (a) b; c;"],
  ["a.ts", "if (a) { if (b) c; } else d;", "if (a) if (b) c; else d;"],
  ["a.ts", "x = a ? (b, c) : d;", "x = a ? b, c : d;"],
  ["a.ts", "a;\n[b](c);", "a\n[b](c);"],
  ["a.ts", "f(() => ({}));", "f(() => {});"],
  ["a.ts", "f((a) => (a, b));", "f((a) => a, b);"],
  ["a.ts", "for (;a;) b;", "for (a;) b;"],
  ["a.ts", 'f("a  b");', 'f("a b");'],
  ["a.ts", "f(`a\n b`);", "f(`a\nb`);"],
  ["a.ts", "f(0.5);", "f(0.05);"],
  ["a.ts", "f(10);", "f(1);"],
  ["a.ts", "f(a.b5);", "f(a.b05);"],
  ["a.ts", "x = a + +b;", "x = a ++b;"],
  ["a.ts", "x = a || b;", "x = a | b;"],
  ["a.ts", "x = [a, ,];", "x = [a,];"],
  ["a.ts", "x = (a, b);", "x = a, b;"],
  ["a.ts", "x = /a  b/;", "x = /a b/;"],
  ["a.ts", "x = () => /a  b/;", "x = () => /a b/;"],
  ["a.ts", "typeof /a  b/;", "typeof /a b/;"],
  ["a.ts", 'x = "a\'b";', "x = 'a\"b';"],
  ["a.ts", "x = `a${`b c`}`;", "x = `a${`bc`}`;"],
  ["a.ts", "x = `a ${b}`;", "x = `a${b}`;"],
  ["a.ts", 'x = a ? "b" : c;', "x = a ? b : c;"],
  ["a.ts", 'x = { "a-b": c };', "x = { a-b: c };"],
  ["a.ts", "// a b\nc;", "// a c\nb;"],
  ["a.ts", "// a\nb;", "// a b;"],
  ["a.ts", "ab;", "a b;"],
  ["a.json", '{"a": "b c"}', '{"a": "b  c"}'],
  ["a.json", "[1, 2]", "[12]"],
  ["a.md", "a  \nb", "a\nb"],
  ["a.md", "a\\\nb", "a\nb"],
  ["a.md", "a\n\nb", "a\nb"],
  ["a.md", "- a\n  - b", "- a\n- b"],
  ["a.md", "- a\n- b", "- a b"],
  ["a.md", "> a\n\nb", "> a b"],
  ["a.md", "`a_b`", "`a*b`"],
  ["a.md", "a \\* b", "a * b"],
  ["a.md", "| a |\n| - |\n| b |\n| c |", "| a |\n| - |\n| b | c |"],
  ["a.md", "```a```\n\nb", "```a```\nb"],
  ["a.html", "<p>a<b>b</b></p>", "<p>ab</p>"],
  ["a.html", '<a href="b c">', '<a href="bc">'],
  ["a.html", "<pre>a\n  b</pre>", "<pre>a\nb</pre>"],
  ["a.html", "<!-- a -->", "<!-- A -->"],
  ["a.html", "<style>a .b{}</style>", "<style>a.b{}</style>"],
  ["a.html", "<style>a{b:.5}</style>", "<style>a{b:.05}</style>"],
  ["a.html", "<style>a{b:' c'}</style>", "<style>a{b:'c'}</style>"],
  ["a.html", "<script>f('a  b')</script>", "<script>f('a b')</script>"],
  ["a.html", "<script>f(`a (${b})`)</script>", "<script>f(`a ${b}`)</script>"],
  ["a.yaml", "a:\n  b: c", "a:\nb: c"],
  ["a.yaml", 'a: "1"', "a: 1"],
  ["a.yaml", "a: 1 # b", "a: 1 # c"],
  ["a.yaml", "# b\na: 1", "a: 1"],
  ["a.yaml", "# b\na: 1\nc: 2", "a: 1\n# b\nc: 2"],
  ["a.yaml", "a: 1\nb: 2", "b: 2\na: 1"],
  ["a.yaml", "a: [b, c]", "a: [[b], c]"],
  ["a.yaml", "a: |\n  b\n  # c", "a: >\n  b\n  # c"],
  ["a.yaml", "a: &b c", "a: c"],
  ["a.yaml", "a: b", "a: b\n---\nc: d"],
  ["a.yaml", "a: [", "a: ["],
])("%s: %j is not %j", (path, before, after) => {
  expect(differsOnlyInLayout(path, before, after)).toBe(false);
});

test("a letter more in a product is no layout", async () => {
  const files = [...(await TYPESCRIPT)];
  fc.assert(
    fc.property(fc.constantFrom(...files), fc.nat(), ([path, text], at) => {
      expect(differsOnlyInLayout(path, withHandEdit(text, at), text)).toBe(false);
    }),
    { numRuns: 60 },
  );
});

// The plain YAML reader and the library agree: on all that the plain reader takes, data and places are the same.
import { deepStrictEqual } from "node:assert";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse, stringify } from "yaml";
import { parseAnyYaml } from "../../generator/reader/yaml/full-yaml.ts";
import type { Node } from "../../generator/reader/yaml/node.ts";
import { readPlainYaml } from "../../generator/reader/yaml/plain-yaml.ts";

const ROOT = join(import.meta.dirname, "../..");
const files = ["spec", "test/cases", "generated"]
  .flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" }).map((name) => join(folder, name)),
  )
  .filter((name) => name.endsWith(".yaml"));

describe("what is plain", () => {
  test("every YAML file of spec and generated", () => {
    const plain = files.filter((name) => name.startsWith("spec") || name.startsWith("generated"));
    expect(plain.length).toBeGreaterThan(3);
    for (const name of plain) {
      const text = readFileSync(join(ROOT, name), "utf8");
      expect(agreed(text, name)?.data, name).toEqual(parse(text));
    }
  });

  test.each([
    ["scalars of every type", "a: 1\nb: -2.5\nc: true\nd: 1.0.0\ne: 2026-11-23\nf: http://x.y/?z#w\n"],
    ["lists below their key, and maps in them", "a:\n- b: 1\n  c:\n    - d\n- e\n"],
    ["brackets over several lines", "a: { b: [1, 'x'],\n  c: {} } # d\n"],
    ["a text over several lines", "a: one\n  two\n  three\nb: four\n"],
    ["quoted texts with escapes, over several lines", "a: \"b \\\"c\\\" \\\\\\n\\\n  d\n  e\"\nb: 'it''s\n  f'\n"],
    ["block scalars", "a: |\n  b\n    c\n\n  d\n\nb: >-\n  e\n  f\n\n\n  g\nc: |+\n  h\n\n"],
    ["comments everywhere", "# a\nb: # c\n  # d\n  e: f # g\n# h\n"],
  ])("%s", (_, text) => {
    expect(agreed(text)?.data).toEqual(parse(text));
  });
});

test.each([
  ["nothing", "\n"],
  ["a root that is no map", "- a\n"],
  ["tabs", "a:\tb\n"],
  ["CRLF", "a: b\r\n"],
  ["anchors, aliases, tags and merges", "a: &b c\n"],
  ["documents", "---\na: b\n"],
  ["explicit keys", "? a\n: b\n"],
  ["keys that are no strings", "null: a\n"],
  ["a key that stands twice", "a: b\na: c\n"],
  ["null", "a:\nb: c\n"],
  ["numbers of other forms", "a: 0x1F\n"],
  ["long integers", "a: 9007199254740993\n"],
  ["escapes by number", 'a: "\\u0041"\n'],
  ["a colon in a text", "a: b: c\n"],
  ["lines that are indented by themselves", "a: b\n\n  c: d\n"],
  ["depth of indents", `${Array.from({ length: 3000 }, (_, indent) => `${" ".repeat(indent)}a:`).join("\n")} b\n`],
  ["depth of brackets", `a: ${"[".repeat(60)}${"]".repeat(60)}\n`],
])("left to the library: %s", (_, text) => {
  expect(readPlainYaml(text)).toBeUndefined();
});

describe("agreement", () => {
  test("on every YAML file of the project", () => {
    expect(files.length).toBeGreaterThan(50);
    for (const name of files) agreed(readFileSync(join(ROOT, name), "utf8"), name);
  });

  test("on whatever the library writes", () => {
    const json = fc.dictionary(fc.stringMatching(/^[A-Za-z.]{1,8}$/), fc.jsonValue({ maxDepth: 3 }), { minKeys: 1 });
    const style = fc.record({
      lineWidth: fc.constantFrom(0, 20, 80),
      indentSeq: fc.boolean(),
      singleQuote: fc.boolean(),
      defaultStringType: fc.constantFrom("PLAIN", "QUOTE_DOUBLE", "QUOTE_SINGLE", "BLOCK_LITERAL", "BLOCK_FOLDED"),
      collectionStyle: fc.constantFrom("any", "block", "flow"),
    });
    fc.assert(
      fc.property(json, style, (value, options) => void agreed(stringify(value, options as object))),
      {
        numRuns: 500,
      },
    );
  });

  test("on anything that is put together from pieces of YAML", () => {
    const text = fc.array(fc.constantFrom(...PIECES), { maxLength: 12 }).map((pieces) => pieces.join(""));
    const start = fc.constantFrom("", "a: ", "a:\n  ", "a:\n  - ", "a: {", "a: [", "b: 1\na: ");
    fc.assert(
      fc.property(start, text, (first, rest) => void agreed(`${first}${rest}\n`)),
      { numRuns: 20_000 },
    );
  });
});

const PIECES = [
  ...[
    "a",
    "b: ",
    "c:",
    ": ",
    ":",
    "- ",
    "-",
    "? ",
    " ",
    "  ",
    "    ",
    "\n",
    "\n\n",
    "\n ",
    "\n  ",
    "\n    ",
    "\n- ",
    "\n  - ",
  ],
  ...["{", "}", "[", "]", "{ ", " }", ", ", ",", "'", "''", '"', '\\"', "\\\\", "\\n", "\\\n", "# ", " #", "\n  # c\n"],
  ...[
    "|\n",
    "|-\n",
    "|+\n",
    ">\n",
    ">-\n",
    "|2\n",
    "1",
    "-1",
    ".5",
    "1.0.0",
    "0x1",
    "true",
    "Null",
    "~",
    "é",
    "%",
    "&",
    "*",
    "!",
  ],
  ...[
    "---",
    "\n...\n",
    "<<: ",
    "__proto__: ",
    "b: c\n",
    "  d: e\n",
    "'f': ",
    '"g": ',
    "x y",
    "h#i",
    "j:k",
    "\t",
    "\r\n",
  ],
];

/** The plain reading, if there is one; the library has to read the same. */
function agreed(text: string, path = ""): Node | undefined {
  const plain = readPlainYaml(text);
  // The matchers of vitest do not tell a member __proto__ from a prototype.
  if (plain !== undefined)
    deepStrictEqual({ root: plain, diagnostics: [] }, parseAnyYaml({ path, text }), path || undefined);
  return plain;
}

// Pieces of a text that are read by themselves are what they are in the whole text, and an error in one leaves the others as they are.
import { deepStrictEqual } from "node:assert";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readYamlParts } from "../../generator/reader/yaml/document.ts";
import { parseAnyYaml } from "../../generator/reader/yaml/full-yaml.ts";
import type { Node } from "../../generator/reader/yaml/node.ts";
import { readPieces } from "../../generator/reader/yaml/pieces.ts";

const ROOT = join(import.meta.dirname, "../..");
const texts = ["spec", "test/cases"]
  .flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" }).map((name) => join(folder, name)),
  )
  .filter((name) => /\.errors\.yaml$/.test(name))
  .map((name) => ({ name, text: readFileSync(join(ROOT, name), "utf8") }));

/** Without the way in which a node was moved. */
function plain(node: Node | undefined): unknown {
  if (node === undefined) return undefined;
  const { start, end, data, pairs, items, isInteger } = node;
  return {
    ...{ start, end, data, isInteger },
    pairs: pairs?.map(({ key, value }) => [plain(key), plain(value)]),
    items: items?.map(plain),
  };
}

test("the tree of the pieces is the tree of the text", () => {
  let count = 0;
  for (const { name, text } of texts) {
    for (const path of [name, `${name} with CRLF`]) {
      const source = { path, text: path === name ? text : text.replaceAll("\n", "\r\n") };
      const whole = parseAnyYaml(source);
      const pieces = readPieces(source);
      if (whole.root === undefined || whole.diagnostics.length > 0 || pieces === undefined) continue;
      count += 1;
      deepStrictEqual([plain(pieces.root), pieces.diagnostics], [plain(whole.root), []], path);
    }
  }
  expect(count).toBeGreaterThan(150);
});

test.each([
  ["a word without a colon", "  New\n", "Implicit map keys need to be followed by map values."],
  ["a row further left", " New: 1\n", "All mapping items must start at the same column."],
  ["a quote that is not closed", '  New: "a\n', 'Missing closing "quote.'],
  [
    "a bracket that is not closed",
    "  New: [a\n",
    "Flow sequence in block collection must be sufficiently indented and end with a ].",
  ],
])("%s leaves the rows beside it as they are", (_, row, message) => {
  const text = `errors:\n  B: 2\n${row}  C: 3\nname: X\n`;
  const { value, diagnostics } = readYamlParts({ path: "x", text });
  expect(value?.data).toMatchObject({ name: "X", errors: { B: 2, C: 3 } });
  expect(diagnostics.map((one) => one.message)).toEqual([`This is not YAML: ${message}`]);
});

test("an error in a field at the top leaves the rows as they are", () => {
  const text = 'name: X\noperations:\n  Get: [A\nerrors:\n  A: {}\ntitle: "x\n';
  const { value, diagnostics, broken } = readYamlParts({ path: "x", text });
  expect(value?.data).toMatchObject({ name: "X", errors: { A: {} } });
  expect(diagnostics.map(({ place }) => text.slice(0, place.span.start).split("\n").length)).toEqual([3, 6]);
  expect(broken).toEqual([["operations"], ["title"]]);
});

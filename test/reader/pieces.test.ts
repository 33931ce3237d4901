// Pieces of a text that are read by themselves are what they are in the whole text, and an error in one leaves the others as they are.
import { deepStrictEqual } from "node:assert";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import "../helpers/seeds.ts";
import { readYamlParts } from "../../generator/reader/yaml/document.ts";
import { parseAnyYaml } from "../../generator/reader/yaml/full-yaml.ts";
import type { Node } from "../../generator/reader/yaml/node.ts";
import { type PieceMemory, readPieces } from "../../generator/reader/yaml/pieces.ts";
import { membersOf } from "../../generator/text/json/listed-members.ts";
import { runs } from "../helpers/thorough.ts";

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

test("a text that is read after others has the tree and the members that it has by itself", () => {
  const start =
    'errtable: 1\nname: X\nerrors:\n  A: { status: 404 }\n  "7": {}\n  B:\n    status: 404\n  "12": { message: a }\n  C: {}\ntitle: x\n';
  const parts = [
    "\n",
    " ",
    "a",
    ":",
    "7",
    '"',
    "{",
    "  A: {}\n",
    "  D: 1\n",
    "errors:\n",
    " E: 1\n",
    "# x\n",
    "title: y\n",
  ];
  const anyEdit = fc.record({ at: fc.nat(), drop: fc.nat({ max: 12 }), text: fc.constantFrom("", ...parts) });
  fc.assert(
    fc.property(fc.array(anyEdit, { minLength: 1, maxLength: 10 }), (edits) => {
      const memory: PieceMemory = {};
      let text = start;
      readPieces({ path: "x", text }, memory);
      for (const { at, drop, text: put } of edits) {
        const from = at % (text.length + 1);
        text = text.slice(0, from) + put + text.slice(from + drop);
        const source = { path: "x", text };
        const [kept, fresh] = [readPieces(source, memory), readPieces(source)];
        deepStrictEqual([plain(kept?.root), kept?.diagnostics], [plain(fresh?.root), fresh?.diagnostics]);
        const rows = (kept?.root?.data as { readonly errors?: Readonly<Record<string, unknown>> } | undefined)?.errors;
        if (typeof rows === "object" && rows !== null) deepStrictEqual(membersOf(rows), Object.entries(rows));
      }
    }),
    { numRuns: runs(60) },
  );
});

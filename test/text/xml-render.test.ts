// Values become XML that the reader of responses reads back, with texts for numbers.
import fc from "fast-check";
import { expect, test } from "vitest";
import { parseBody } from "../../generator/runtime/responses/xml.ts";
import type { Json, JsonObject } from "../../generator/text/json/value.ts";
import { xmlText } from "../../generator/text/xml-text.ts";

test("elements are indented, and characters of markup are references", () => {
  const body = { Error: { Code: "A", Message: "a < b & c > d", Items: { Item: ["x", "y"] }, None: null, Count: 2 } };
  expect(xmlText(body)).toBe(
    [
      "<Error>",
      "  <Code>A</Code>",
      "  <Message>a &lt; b &amp; c &gt; d</Message>",
      "  <Items>",
      "    <Item>x</Item>",
      "    <Item>y</Item>",
      "  </Items>",
      "  <None/>",
      "  <Count>2</Count>",
      "</Error>",
      "",
    ].join("\n"),
  );
});

test.each<readonly [string, JsonObject]>([
  ["a name with a space", { "a b": "x" }],
  ["a name that begins with a digit", { "1": "x" }],
  ["a name of XML itself", { xmlns: "x" }],
  ["markup as a name, inside", { a: { "b><script": "x" } }],
  ["a control character", { a: "\u0001" }],
  ["half of a character", { a: "\ud800" }],
])("%s has no form in XML", (_, body) => {
  expect(xmlText(body)).toBeUndefined();
});

const name = fc.stringMatching(/^[a-wyzA-WYZ_][\w.-]{0,8}$/);
const text = fc.string({ unit: "binary", maxLength: 12 });
const { value } = fc.letrec<{ value: Json; object: JsonObject }>((tie) => ({
  value: fc.oneof({ maxDepth: 3 }, text, fc.integer(), fc.boolean(), tie("object")),
  object: fc.dictionary(name, tie("value"), { minKeys: 1, maxKeys: 3, noNullPrototype: true }) as never,
}));

test("printed XML is read back", () => {
  fc.assert(
    fc.property(name, value, (root, inner) => {
      const printed = xmlText({ [root]: inner });
      if (printed !== undefined) expect(parseBody(printed)).toEqual({ [root]: textsOf(inner) });
    }),
    { numRuns: 500 },
  );
});

/** As XML has it: blanks around texts do not count. */
function textsOf(own: Json): unknown {
  if (typeof own !== "object" || own === null) return String(own ?? "").trim();
  return Object.fromEntries(Object.entries(own as JsonObject).map(([key, inner]) => [key, textsOf(inner)]));
}

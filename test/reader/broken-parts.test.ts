// A mistake of form in one part of a table hides no finding of another part, and makes no finding that is not there.
import { describe, expect, test } from "vitest";
import { readTables } from "../../generator/compile.ts";
import { memoryHost } from "../../generator/reader/host.ts";

/** The semantic findings that the other row always has. */
const OTHER = ['params-mismatch "%d"', 'unknown-group "zz"'];

const ROWS: readonly (readonly [string, string, readonly string[]])[] = [
  ["a value of another type", "{ status: 404, description: [1], message: '%s', group: no }", ["wrong-type"]],
  ["a text for a number", '{ status: "404", group: no }', ["wrong-type"]],
  ["a list for a row", "[1]", ["wrong-type"]],
  ["an empty row", "", ["wrong-type"]],
  ["a key that stands twice", "{ status: 404, status: 405, group: no }", ["duplicate-key"]],
  ["an alias", "{ status: 404, description: *other }", ["yaml-alias"]],
  ["an anchor", "{ status: 404, description: &it text }", ["yaml-anchor"]],
  ["a tag", "{ status: 404, description: !!binary text }", ["yaml-tag"]],
  ["an infinite number", "{ status: .inf }", ["yaml-number"]],
  ["an open bracket", "{ status: 404, description: text", ["yaml-syntax"]],
  ["an open quote", '\n    status: 404\n    description: "text\n    group: no', ["yaml-syntax"]],
  ["a colon in a text", "\n    status: 404\n    description: one: two", ["yaml-syntax"]],
  ["a tab", "\n    status: 404\n\tdescription: text", ["yaml-syntax"]],
  ["a bracket too many", "{ status: 404 }}", ["yaml-syntax"]],
];

describe.each([
  ["above", (row: string) => `  Broken: ${row}\n`, ""],
  ["below", () => "", (row: string) => `  Broken: ${row}\n`],
  ["in quotes", (row: string) => `  "Broken": ${row}\n`, ""],
] as const)("a broken row %s", (_, above, below) => {
  test.each(ROWS)("with %s", (_name, row, own) => {
    const before = above(row);
    const after = below === "" ? "" : below(row);
    const good =
      "  Good: { status: 404, message: '%s of %d', params: { it: {} }, group: zz, description: It., solution: Wait. }\n";
    const uses = "operations: { Get: [Broken, Good] }\nretired: { Old: { replacedBy: Broken } }\n";
    const found = findingsIn({
      "shop.errors.yaml": `errtable: 1\nname: Shop\ngroups: { a: { title: A } }\nerrors:\n${before}${good}${after}${uses}`,
      "shop.de.errors.yaml":
        "errtable: 1\ntranslates: ./shop.errors.yaml\nlocale: de\nerrors:\n  Broken: { description: Weg. }\n  Good: { description: Gut., solution: Warte., message: '%s und %d' }\n",
    });
    expect(found.map(({ short }) => short).filter((short) => OTHER.includes(short))).toEqual(OTHER);
    const others = found.filter(({ short }) => !OTHER.includes(short)).map(({ code }) => code);
    expect([...new Set(others)]).toEqual(own);
  });
});

test.each([
  ["retry: throttled", "retry: throtled"],
  ["status: 429", "status: 4290"],
  ["audience: public", "audience: publik"],
  ["type: integer", "type: integr"],
  ["format: uuid", "format: 1"],
  ["identifier: TooMany", "identifier: too-many"],
])("a misspelt value is one finding: %s", (right, wrong) => {
  const table =
    "errtable: 1\nname: Shop\nversion: 1.0.0\nerrors:\n  Quota:\n    identifier: TooMany\n    status: 429\n    retry: throttled\n    since: 1.0.0\n    audience: public\n    message: wait %d s for %s\n    params: { seconds: { type: integer, example: 3 }, id: { format: uuid, example: 123e4567-e89b-42d3-a456-426614174000 } }\n    description: The quota is used up.\n    solution: Wait.\n    headers: { Retry-After: {} }\n";
  const found = findingsIn({ "shop.errors.yaml": table.replace(right, wrong) });
  expect(found.map(({ code }) => code)).toEqual([expect.stringMatching(/^(?:invalid-value|wrong-type|out-of-range)$/)]);
});

describe("fields at the top", () => {
  const rows =
    "errors:\n  Good: { status: 404, message: '%s of %d', params: { it: {} }, description: It., solution: Wait. }\n";

  test.each([
    ["groups: [1]", rows.replace("status", "group: a, status")],
    ["body: { code: 1, message: /message }", rows],
    ["operations: { Get: Good }", rows],
    ["retired: 1", `${rows}operations: { Get: [Good] }\n`],
    ["imports: ./other.errors.yaml", `${rows}operations: { Get: [Good, FromOther] }\n`],
    ["name: 1", rows],
    ["documentation: [1]", rows],
    ["version: one", rows],
  ])("%s", (field, rest) => {
    const name = field.startsWith("name") ? "" : "name: Shop\n";
    const found = findingsIn({ "shop.errors.yaml": `errtable: 1\n${name}${field}\n${rest}` });
    const codes = found.map(({ code }) => code);
    expect(codes).toContain("params-mismatch");
    expect(
      codes.filter((code) => code !== "params-mismatch").every((code) => /^(wrong-type|invalid-value)$/.test(code)),
    ).toBe(true);
    expect(codes).toHaveLength(2);
  });

  test("messages are not read where nobody knows how", () => {
    const found = findingsIn({ "shop.errors.yaml": `errtable: 1\nname: Shop\nplaceholders: 1\n${rows}` });
    expect(found.map(({ code }) => code)).toEqual(["wrong-type"]);
  });

  test("without any form there is nothing to check", () => {
    for (const text of ["errors: 1", "- 1", "errors:\n  - 1", "1: {", "errors: { A: { status: 404 }"]) {
      const found = findingsIn({ "shop.errors.yaml": `errtable: 1\nname: Shop\n${text}\n` });
      expect(found.length, text).toBeGreaterThan(0);
    }
  });
});

test("an import that is broken hides nothing but findings about codes", () => {
  const found = findingsIn({
    "shop.errors.yaml":
      "errtable: 1\nname: Shop\nimports: [./lost.errors.yaml]\nerrors:\n  Good: { status: 404, message: '%s of %d', params: { it: {} }, solution: Wait. }\noperations: { Get: [Good, Lost] }\n",
  });
  expect(found.map(({ code }) => code)).toEqual(["missing-file", "params-mismatch"]);
});

test("a finding of syntax stands in its own row", () => {
  const [found] = findingsIn({
    "shop.errors.yaml":
      'errtable: 1\nname: Shop\nerrors:\n  A:\n    status: 404\n    description: "open\n\n  B: { status: 404, description: It., solution: Wait. }\n',
  });
  expect(found).toMatchObject({ code: "yaml-syntax", line: 6 });
});

test("a comment is not unused where its row was not checked", () => {
  const found = findingsIn({
    "shop.errors.yaml":
      'errtable: 1\nname: Shop\nerrors:\n  # errtable-ignore missing-solution: none\n  A: { status: "404", description: It. }\n  B: { status: 404, description: It., solution: Wait. }\n',
  });
  expect(found.map(({ code }) => code)).toEqual(["wrong-type"]);
});

function findingsIn(files: Readonly<Record<string, string>>) {
  const { diagnostics, tables } = readTables({ tables: ["/shop.errors.yaml"], targets: [] }, memoryHost(files));
  // Nothing is made of such a table.
  expect(tables.size).toBe(0);
  return diagnostics.map(({ code, message, place: { source, span } }) => ({
    code,
    short: `${code} ${/"(?:%d|zz)"/.exec(message)?.[0] ?? message}`,
    line: source.text.slice(0, span.start).split("\n").length,
  }));
}

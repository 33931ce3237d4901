// Any value may stand at any field: a table has findings, and reading it never fails.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readTables } from "../../generator/compile.ts";
import { memoryHost } from "../../generator/reader/host.ts";
import { validateLanguage } from "../../generator/reader/validators.gen.js";
import { runs } from "../helpers/thorough.ts";

interface Grammar {
  readonly definitions: Readonly<Record<string, { readonly properties: Readonly<Record<string, object>> }>>;
}

const { definitions } = validateLanguage.schema() as Grammar;
const fieldsOf = (name: string) => Object.keys(definitions[name]?.properties ?? {});

const ROW_FIELDS = [...fieldsOf("entry"), "x-own", "unknown"];
const FIELDS = {
  row: ROW_FIELDS,
  defaults: ROW_FIELDS,
  body: [...fieldsOf("body"), ...ROW_FIELDS],
  case: ROW_FIELDS,
  top: [...fieldsOf("table"), "translates"],
} as const;

const WORDS = ["/a", "/code", "/a/b", "x", "", "object", "string", "%s of %d", "{a}", "1.0.0", "never", "integer"];
const NAMES = [
  ...ROW_FIELDS,
  ...fieldsOf("param"),
  ...fieldsOf("body"),
  "properties",
  "required",
  "$ref",
  "a",
  "__proto__",
];

const { tree: anyJson } = fc.letrec<{ readonly tree: unknown }>((tie) => ({
  tree: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.constantFrom<unknown>(null, true, 0, -1, 1.5, 404, ...WORDS),
    fc.array(tie("tree"), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...NAMES), tie("tree"), { maxKeys: 4 }),
  ),
}));

const TABLE = {
  errtable: 1,
  name: "Any",
  defaults: {},
  body: { code: "/code", message: "/message", properties: { kind: { type: "string" } } },
  groups: { a: {} },
  tags: { a: {} },
  errors: {
    X: {
      status: 404,
      message: "%s of %d",
      params: { a: {}, b: {} },
      details: { type: "object", properties: { left: { type: "integer" } } },
      constants: { kind: "x" },
      examples: { one: { params: { a: "x", b: 1 }, details: { left: 1 } } },
      cases: { first: { status: 403 }, second: { constants: { kind: "y" } } },
    },
    Y: { status: 500, description: "It.", solution: "Wait." },
  },
  operations: { Get: ["X", { code: "X", case: "first" }] },
};

type Part = keyof typeof FIELDS;

function withField(part: Part, field: string, value: unknown): string {
  const table = structuredClone(TABLE) as Record<string, unknown> & typeof TABLE;
  const maps = {
    row: table.errors.X,
    defaults: table.defaults,
    body: table.body,
    case: table.errors.X.cases.first,
    top: table,
  };
  (maps[part] as Record<string, unknown>)[field] = value;
  return JSON.stringify(table);
}

function findingsIn(text: string) {
  const { diagnostics } = readTables(
    { tables: ["/any.errors.yaml"], targets: [] },
    memoryHost({ "any.errors.yaml": text }),
  );
  return diagnostics;
}

describe.each(Object.keys(FIELDS) as Part[])("a field of %s", (part) => {
  test("may have any value", () => {
    fc.assert(
      fc.property(fc.constantFrom(...FIELDS[part]), anyJson, (field, value) => {
        for (const { message, help, place } of findingsIn(withField(part, field, value))) {
          expect([message, help]).not.toContain("");
          expect(place.span.end).toBeGreaterThanOrEqual(place.span.start);
        }
      }),
      { numRuns: runs(150) },
    );
  });
});

test("a field that does not belong to the defaults is unknown, and no row has it", () => {
  const rows = "errors: { A: { status: 404, description: It., solution: Wait. } }";
  for (const field of [
    "params: x",
    "params: [a]",
    "details: 5",
    "description: [x]",
    "at: 5",
    "examples: 1",
    "cases: x",
  ]) {
    const found = findingsIn(`errtable: 1\nname: Any\ndefaults: { ${field} }\n${rows}\n`);
    expect(
      found.map(({ code }) => code),
      field,
    ).toEqual(["unknown-field"]);
  }
});

test("a type that is no word is one finding", () => {
  const found = findingsIn(
    "errtable: 1\nname: Any\nerrors:\n  X: { message: m, solution: s, details: { type: { a: 1 } }, examples: { e: { details: {} } } }\n",
  );
  expect(found.map(({ code }) => code)).toEqual(["invalid-value"]);
});

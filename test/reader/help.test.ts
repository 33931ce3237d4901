// A help works when it is followed literally, and says where the value stands.
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { fixTables } from "../../generator/command/verbs/lint-fix.ts";
import { readTables } from "../../generator/compile.ts";
import { memoryHost } from "../../generator/reader/host.ts";
import { validateLanguage } from "../../generator/reader/validators.gen.js";

interface Grammar {
  readonly definitions: Readonly<Record<string, { readonly properties: Readonly<Record<string, object>> }>>;
}

const HEAD = "errtable: 1\nname: Any\n";
const TEXTS = "description: It., solution: Wait.";
const ROWS = `errors: { A: { status: 404, ${TEXTS} } }\n`;
const { definitions } = validateLanguage.schema() as Grammar;

const FORMS = {
  entry: (field: string) => `${HEAD}errors: { A: { ${field} } }\n`,
  case: (field: string) => `${HEAD}errors: { A: { cases: { one: { ${field} } } } }\n`,
  param: (field: string) => `${HEAD}errors: { A: { params: { one: { ${field} } } } }\n`,
  link: (field: string) => `${HEAD}errors: { A: { links: [{ ${field} }] } }\n`,
  example: (field: string) => `${HEAD}errors: { A: { examples: { one: { ${field} } } } }\n`,
  body: (field: string) => `${HEAD}body: { ${field} }\n${ROWS}`,
  table: (field: string) => `${HEAD}${field}\n${field.startsWith("errors") ? "" : ROWS}`,
} as const;

const WRONG = ["[]", "[a, b]", "{}", "{ a: 1 }", "text", "/a/b", "https://x.y/z", "5", "true", "~", '"1"', "yes"];

function findingsIn(text: string) {
  return readTables({ tables: ["/t.errors.yaml"], targets: [] }, memoryHost({ "t.errors.yaml": text })).diagnostics;
}

function fixed(text: string): string | undefined {
  const request = { tables: ["/t.errors.yaml"], targets: [] };
  return fixTables(request, memoryHost({ "t.errors.yaml": text }), "/").files[0]?.[1];
}

/** The first shape of an example, in the flow style of the rows here. */
function flowOf(example: readonly string[] | undefined): string | undefined {
  if (example === undefined) return undefined;
  const other = example.indexOf("# or");
  const lines = other < 0 ? example : example.slice(0, other);
  // The key, and a line for each of its fields or items.
  expect(lines.every((line, index) => index === 0 || /^ {2}\S/.test(line))).toBe(true);
  expect(lines.length > 1 || !lines[0]?.endsWith(":")).toBe(true);
  const [[name, value] = ["", undefined]] = Object.entries(
    parse(lines.join("\n")) as Readonly<Record<string, unknown>>,
  );
  return `${name}: ${JSON.stringify(value)}`;
}

const GRAMMAR = /^(?:unknown-field|missing-field|wrong-type|invalid-value)$/;

describe.each(Object.keys(FORMS) as (keyof typeof FORMS)[])("a field of %s", (part) => {
  const fields = Object.keys(definitions[part]?.properties ?? {}).filter((name) => !/^(?:errtable|name)$/.test(name));

  test.each(fields)("%s", (name) => {
    for (const value of WRONG) {
      const about = findingsIn(FORMS[part](`${name}: ${value}`)).filter(({ code, message }) => {
        return /^(?:wrong-type|invalid-value)$/.test(code) && message.startsWith(`"${name}" `);
      });
      for (const { code, help = "", example, fix } of about) {
        expect(help, `${name}: ${value}`).toMatch(code === "wrong-type" ? /^[A-Z].*\.$/s : /./);
        const [, inline] = /^Write `(.*?)`/.exec(help) ?? [];
        const written = inline ?? flowOf(example);
        const scalar = fix?.[0]?.text;
        const next = written?.replaceAll("…", "text") ?? (scalar === undefined ? undefined : `${name}: ${scalar}`);
        if (next === undefined) continue;
        const left = findingsIn(FORMS[part](next)).filter((one) => GRAMMAR.test(one.code));
        const own = left.filter(({ message }) => !/ has no "/.test(message) || part === "table");
        expect(
          own.map(({ message }) => message),
          `${name}: ${value} → ${next}`,
        ).toEqual([]);
      }
    }
  });
});

describe("the help", () => {
  const row = (fields: string) => `${HEAD}errors: { A: { ${TEXTS} ${fields} } }\n`;
  const INTEGERS = `${HEAD}body: { code: { at: /c, type: integer }, message: /m }\n`;

  test.each([
    ["a text for the version of the language", `errtable: "1"\nname: Any\n${ROWS}`, "Write it without quotes: 1."],
    ["a newer version of the language", `errtable: 2\nname: Any\n${ROWS}`, "Install a newer version of errtable."],
    ["a version that there never was", `errtable: 0\nname: Any\n${ROWS}`, "Write 1."],
    ["a version in part", `${HEAD}version: 1.0\n${ROWS}`, "Expected a semantic version such as 1.0.0."],
    ["yes", `${HEAD}body: { code: { at: /c, optional: yes }, message: /m }\n${ROWS}`, "Write true."],
    ["tags in a map", row(", tags: { a: 1 }"), ["tags:", "  - a"]],
    [
      "a delay without its unit",
      `${HEAD}body: { code: /c, message: /m, retryAfter: /d }\n${ROWS}`,
      ["retryAfter:", "  at: /d"],
    ],
    [
      "params in a list",
      row(", message: '%s %s', params: [a, b]"),
      ["params:", "  a: { description: … }", "  b: { description: … }"],
    ],
    ["one param in a word", row(", message: '%s', params: a"), ["params:", "  a: { description: … }"]],
    ["links without titles", row(", links: [https://x.y/z]"), ["title: …", "url: https://x.y/z"]],
    ["a link", row(", links: https://x.y/z"), ["links:", "  - { title: …, url: https://x.y/z }"]],
    ["deprecated: true", row(", deprecated: true"), ["deprecated:", "  since: …"]],
    [
      "rows in a list",
      `${HEAD}errors:\n  - { code: NotFound, status: 404, message: It is gone. }\n  - { name: "A b", status: no }\n`,
      ["errors:", '  NotFound: { status: 404, message: "It is gone." }', '  "A b": { description: … }'],
    ],
    [
      "rows in a list of codes",
      `${HEAD}errors: [A, B]\n`,
      ["errors:", "  A: { description: … }", "  B: { description: … }"],
    ],
    [
      "one answer of an operation",
      `${HEAD}operations: { Get: { code: A, status: 404 } }\n${ROWS}`,
      ["Get:", "  - { code: A, status: 404 }"],
    ],
    ["no cases", row(", cases: {}"), ["cases:", "  name: { description: … }"]],
    [
      "a field that is there",
      row(", messge: a, message: b"),
      'Remove it: "message", which is like it, is there already.',
    ],
    ["a schema without its type", row(", details: { properties: {} }"), "Add `type: object`."],
    [
      "half a code",
      `${INTEGERS}errors: { 1.5: { ${TEXTS}, identifier: It } }\n`,
      "1.5 is no code: the codes of this table are integers. Write the whole number that bodies hold.",
    ],
    [
      "half a success code",
      `${HEAD}body: { code: { at: /c, type: integer, success: [1.5] }, message: /m }\nerrors: {}\n`,
      "1.5 is no code: the codes of this table are integers. Write the whole number that bodies hold.",
    ],
    ["a hexadecimal code", `${INTEGERS}errors: { 0x10: { ${TEXTS}, identifier: It } }\n`, "Write 16."],
    [
      "a code that is there",
      `${INTEGERS}errors: { 16: { ${TEXTS}, identifier: It }, 0x10: {} }\n`,
      "Remove it: 16 is there already.",
    ],
    [
      "a hexadecimal code of a table of texts",
      `${HEAD}errors: { 0x10: { ${TEXTS} } }\n`,
      'Write it in quotes: "0x10".',
    ],
  ])("for %s", (_, text, help) => {
    const shown = findingsIn(text).map((one) => one.example ?? one.help);
    expect(shown).toEqual([help]);
  });

  test.each([
    ["a hexadecimal code", `${INTEGERS}errors: { 0x10: { ${TEXTS}, identifier: It } }\n`, "0x10", "16"],
    ["a code with an exponent", `${INTEGERS}errors: { 1e3: { ${TEXTS}, identifier: It } }\n`, "1e3", "1000"],
    ["yes", `${HEAD}body: { code: { at: /c, optional: yes }, message: /m }\n${ROWS}`, "yes", "true"],
    ["a version of the language", `errtable: "1"\nname: Any\n${ROWS}`, '"1"', "1"],
  ])("is a fix for %s", (_, text, from, to) => {
    expect(fixed(text)).toBe(text.replace(from, to));
    expect(findingsIn(text.replace(from, to))).toEqual([]);
  });

  test.each([
    `${HEAD}version: 1.0\n${ROWS}`,
    `${INTEGERS}errors: { 1.5: { ${TEXTS}, identifier: It } }\n`,
    `${HEAD}body: { code: { at: /c, type: integer, success: [1.5] }, message: /m }\nerrors: {}\n`,
  ])("is no fix that leads to another finding: %j", (text) => {
    expect(fixed(text)).toBeUndefined();
  });
});

describe("a name that is like one beside it is to be removed, not renamed", () => {
  const table = `${HEAD}tags: { card: {} }\noperations: { Get: [NotFound, NotFond] }\nerrors: { NotFound: { ${TEXTS}, tags: [card, crad] } }\n`;
  const translation =
    "errtable: 1\ntranslates: ./t.errors.yaml\nlocale: de\ntags: { card: { title: K }, crad: { title: K } }\n" +
    "errors: { NotFound: { description: Es., solution: Warten. }, NotFond: { solution: Warten. } }\n";
  const files = { "t.errors.yaml": table, "t.de.errors.yaml": translation };
  const request = { tables: ["/t.errors.yaml"], targets: [] };

  test("in operations, in lists of tags, and in translations", () => {
    const found = readTables(request, memoryHost(files)).diagnostics.filter(({ code }) => /^unknown-/.test(code));
    expect(found.map(({ code, help = "" }) => [code, /^Remove it: "(\w+)"/.exec(help)?.[1]])).toEqual([
      ["unknown-tag", "card"],
      ["unknown-translation", "NotFound"],
      ["unknown-code", "NotFound"],
      ["unknown-tag", "card"],
    ]);
    expect(fixTables(request, memoryHost(files), "/").files).toEqual([]);
  });
});

describe("one fault is one finding", () => {
  test.each([
    ["an empty name", `${HEAD}errors: { A: { ${TEXTS}, identifier: "" } }\n`, "invalid-value"],
    [
      "an unknown type",
      `${HEAD}placeholders: "{name}"\nerrors: { A: { message: "x {b}", params: { b: { type: boolean, example: x } }, ${TEXTS} } }\n`,
      "invalid-value",
    ],
    [
      "a misspelt tag of the defaults",
      `${HEAD}tags: { card: {} }\ndefaults: { tags: [crad] }\nerrors: { A: { ${TEXTS} }, B: { ${TEXTS} } }\n`,
      "unknown-tag",
    ],
    [
      "an unknown group of the defaults",
      `${HEAD}defaults: { group: card }\nerrors: { A: { ${TEXTS} }, B: { ${TEXTS} } }\n`,
      "unknown-group",
    ],
  ])("%s", (_, text, code) => {
    expect(findingsIn(text).map((one) => one.code)).toEqual([code]);
  });

  test("and other findings of its row stay", () => {
    const text = `${HEAD}errors: { A: { ${TEXTS}, identifier: "", group: no, typo: 1 } }\n`;
    expect(new Set(findingsIn(text).map(({ code }) => code))).toEqual(
      new Set(["invalid-value", "unknown-group", "unknown-field"]),
    );
  });
});

test.each([
  [`${HEAD}errors: { 40013: ~ }\n`, '"40013" must be'],
  [
    `${HEAD}body: { code: /c, message: /m, aliases: [{ code: /d }, { message: /x }] }\n${ROWS}`,
    'Item 2 of "aliases" has no',
  ],
  [
    `${HEAD}errors: { A: { ${TEXTS}, links: [{ title: x, url: "https://x.y" }, { url: "https://x.y" }] } }\n`,
    'Item 2 of "links" has no',
  ],
  [
    `${HEAD}errors: { 7: { typo: 1, ${TEXTS} } }\nbody: { code: { at: /c, type: integer }, message: /m }\n`,
    'The error "7" has no field',
  ],
])("items of lists have numbers, and names are names: %j", (text, start) => {
  expect(findingsIn(text).map(({ message }) => message.slice(0, start.length))).toContain(start);
});

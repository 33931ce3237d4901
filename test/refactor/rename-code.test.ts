// A code that is renamed or retired changes in every place that names it; every other byte of every file stays.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { releaseOfEnd } from "../../generator/model/version.ts";
import { memoryHost } from "../../generator/reader/host.ts";
import { loadTable } from "../../generator/reader/table/load.ts";
import type { LoadedTable } from "../../generator/reader/table/resolve.ts";
import { specFiles } from "../../generator/reader/table/spec-files.ts";
import { codePlaces } from "../../generator/refactor/code-places.ts";
import { errorOfName, type Refactoring } from "../../generator/refactor/refactoring.ts";
import { type RenameRequest, renameCode } from "../../generator/refactor/rename-code.ts";
import { renameMember } from "../../generator/refactor/rename-member.ts";
import { type RetireRequest, retireCode } from "../../generator/refactor/retire-code.ts";
import { anyTableFiles } from "../helpers/any-table.ts";
import { modelOfFiles } from "../helpers/model-fixtures.ts";

type Files = Readonly<Record<string, string>>;

function load(files: Files): readonly LoadedTable[] {
  const host = memoryHost(files);
  const read = specFiles(host);
  const names = Object.keys(files).filter((name) => !/\.(?:de|zh-CN)\.errors\.ya?ml$/.test(name));
  return names.flatMap((name) => loadTable(`/${name}`, host, read).value ?? []);
}

/** The files after the change, or the ids and messages of the findings. */
function apply(
  files: Files,
  change: (tables: readonly LoadedTable[]) => {
    value: Refactoring | undefined;
    diagnostics: readonly { code: string; message: string }[];
  },
) {
  const { value, diagnostics } = change(load(files));
  if (value === undefined) return diagnostics.map(({ code, message }) => `${code}: ${message}`);
  return { ...files, ...Object.fromEntries(value.files.map(({ source, text }) => [source.path, text])) };
}

function rename(files: Files, from: string, to: string, rest: Partial<RenameRequest> = {}) {
  return apply(files, (tables) => renameCode(tables, { from: errorOfName(tables, from), to, ...rest }));
}

function retire(files: Files, code: string, rest: Partial<RetireRequest> = {}) {
  return apply(files, (tables) => retireCode(tables, { code, ...rest }));
}

const SHOP: Files = {
  "common.errors.yaml": `# Common to all.
errtable: 1
name: Common
version: 2.3.0

errors:
  # Nobody is logged in.
  Unauthorized: { status: 401, solution: Log in., deprecated: { replacedBy: "Denied.quota" } } # old

  'Denied':
    status: 403
    solution: Wait.
    cases:
      quota: { message: "no quota" }
      closed: { message: "it is closed" }
`,
  "common.de.errors.yaml": `errtable: 1
translates: ./common.errors.yaml
locale: de
errors:
  Denied: { solution: Warten Sie., cases: { closed: { message: zu } } }
  "Denied.quota": { message: kein Kontingent }
`,
  "shop.errors.yaml": `errtable: 1
name: Shop
version: 1.4.0
imports: [./common.errors.yaml]
errors:
  Gone: { status: 410, solution: Denied is no word of a place. }
operations:
  "*": [Unauthorized, 'Denied', Gone]
  Buy: # all
    - Denied.quota # the first
    - { code: Denied, case: closed, description: Denied. }
    - Gone
retired:
  Forbidden: { since: 1.0.0, replacedBy: Denied }
`,
};

test.each<[string, boolean, boolean, string]>([
  ["1.4.2", false, true, "2.0.0"],
  ["1.4.2", true, true, "1.5.0"],
  ["0.4.2", false, true, "0.5.0"],
  ["0.4.2", true, true, "0.4.3"],
  ["2.0.0", false, false, "2.0.0"],
  ["2.0.0-rc.1", false, true, "2.0.0"],
])("a code of %s (deprecated: %s, released: %s) ends with %s", (version, wasAnnounced, isReleased, end) => {
  expect(releaseOfEnd(version, { wasAnnounced, isReleased })).toBe(end);
});

describe("rename", () => {
  test("changes the table, its translation, and the tables that import it", () => {
    expect(rename(SHOP, "Denied", "Refused")).toEqual({
      "common.errors.yaml": `${SHOP["common.errors.yaml"]?.replace('"Denied.quota"', '"Refused.quota"').replace("'Denied'", "'Refused'")}
retired:
  Denied: { since: 2.3.0, replacedBy: Refused }
`,
      "common.de.errors.yaml": SHOP["common.de.errors.yaml"]?.replaceAll("Denied", "Refused"),
      "shop.errors.yaml": SHOP["shop.errors.yaml"]
        ?.replaceAll("Denied", "Refused")
        .replace("Refused is no word", "Denied is no word")
        .replace("description: Refused.", "description: Denied."),
    });
  });

  test("of a case leaves the code", () => {
    expect(rename(SHOP, "Denied.quota", "limit")).toEqual({
      ...SHOP,
      "common.errors.yaml": SHOP["common.errors.yaml"]
        ?.replace('"Denied.quota"', '"Denied.limit"')
        .replace("quota: {", "limit: {"),
      "common.de.errors.yaml": SHOP["common.de.errors.yaml"]?.replace("Denied.quota", "Denied.limit"),
      "shop.errors.yaml": SHOP["shop.errors.yaml"]?.replace("Denied.quota", "Denied.limit"),
    });
  });

  test.each([
    ["Denid", "Refused", 'refactor-unknown-code: The code "Denid" is not in any table.'],
    ["Forbidden", "Refused", 'refactor-unknown-code: The code "Forbidden" is retired already.'],
    ["Denied", "Gone", 'refactor-name-taken: The code "Gone" is there already.'],
    ["Denied", "Denied", 'refactor-name-taken: The code "Denied" is there already.'],
    [
      "Gone",
      "Forbidden",
      'refactor-name-taken: The code "Forbidden" is retired, and a retired code is never used again.',
    ],
    ["Gone", "Denied.quota", 'refactor-name-taken: "Denied.quota" names a case of "Denied".'],
    ["Denied.quota", "closed", 'refactor-name-taken: The error "Denied" has a case "closed" already.'],
  ])("refuses %s for %s", (from, to, finding) => {
    expect(rename(SHOP, from, to)).toEqual([finding]);
  });

  test("asks for the table where two have the code", () => {
    const files = { ...SHOP, "other.errors.yaml": "errtable: 1\nname: Other\nerrors: { Gone: { status: 410 } }\n" };
    expect(rename(files, "Gone", "Left")).toEqual([
      'refactor-ambiguous-code: Several tables have the code "Gone": "shop.errors.yaml", "other.errors.yaml".',
    ]);
    expect(rename(files, "Gone", "Left", { owner: "other.errors.yaml" })).toEqual({
      ...files,
      "other.errors.yaml":
        "errtable: 1\nname: Other\nerrors: { Left: { status: 410 } }\nretired:\n  Gone: { replacedBy: Left }\n",
    });
  });

  test.each<[name: string, before: string, from: string, to: string, after: string]>([
    [
      "integers",
      'errors:\n  40013: { status: 400 }\noperations: { A: [40013, "40013"] }\n',
      "40013",
      "40014",
      'errors:\n  40014: { status: 400 }\noperations: { A: [40014, "40014"] }\nretired:\n  40013: { replacedBy: 40014 }\n',
    ],
    [
      "the greatest integer",
      "errors:\n  4242: { status: 400 }\noperations: { A: [4242] }\n",
      "4242",
      "9007199254740991",
      "errors:\n  9007199254740991: { status: 400 }\noperations: { A: [9007199254740991] }\nretired:\n  4242: { replacedBy: 9007199254740991 }\n",
    ],
    [
      "line ends of Windows",
      "errors:\r\n  A: { status: 400 } # a\r\n",
      "A",
      "B",
      "errors:\r\n  B: { status: 400 } # a\r\nretired:\r\n  A: { replacedBy: B }\r\n",
    ],
    [
      "no line end",
      "errors:\n  A: { status: 400 }",
      "A",
      "B",
      "errors:\n  B: { status: 400 }\nretired:\n  A: { replacedBy: B }",
    ],
    [
      "names that need quotes",
      "errors:\n  A: { status: 400 }\noperations: { X: [A] }\n",
      "A",
      "no: yes, {#}",
      'errors:\n  "no: yes, {#}": { status: 400 }\noperations: { X: ["no: yes, {#}"] }\nretired:\n  A: { replacedBy: "no: yes, {#}" }\n',
    ],
    [
      "names that need none any more",
      'errors:\n  "1": { status: 400 }\n',
      "1",
      "B",
      'errors:\n  B: { status: 400 }\nretired:\n  "1": { replacedBy: B }\n',
    ],
    [
      "retired codes in their order",
      "errors:\n  K: { status: 400 }\nretired:\n  A: {}\n  # z\n  Z: {}\n",
      "K",
      "B",
      "errors:\n  B: { status: 400 }\nretired:\n  A: {}\n  K: { replacedBy: B }\n  # z\n  Z: {}\n",
    ],
    [
      "retired codes in the order of time",
      "errors:\n  K: { status: 400 }\nretired:\n  Z: { since: 1.0.0 }\n  A:\n    since: 2.0.0\n  # end\n",
      "K",
      "B",
      "errors:\n  B: { status: 400 }\nretired:\n  Z: { since: 1.0.0 }\n  A:\n    since: 2.0.0\n  # end\n  K:\n    replacedBy: B\n",
    ],
    [
      "retired codes in brackets",
      "errors: { A: { status: 400 } }\nretired: { }\n",
      "A",
      "B",
      "errors: { B: { status: 400 } }\nretired: { A: { replacedBy: B }  }\n",
    ],
  ])("keeps the style of %s", (_, before, from, to, after) => {
    const head = before.includes("\r") ? "errtable: 1\r\nname: Own\r\n" : "errtable: 1\nname: Own\n";
    expect(rename({ "a.errors.yaml": head + before }, from, to)).toEqual({ "a.errors.yaml": head + after });
  });

  test("of any code of any table keeps the table, and back again every byte", () => {
    fc.assert(
      fc.property(anyTableFiles, fc.nat(), (files, choice) => {
        const [table] = load(files);
        const codes = Object.keys(table?.table.errors ?? {});
        const code = codes[choice % codes.length] ?? "";
        const other =
          /^-?\d+$/.test(code) && files["any.errors.yaml"]?.includes('"type":"integer"') ? "987654321" : "Quxqux";
        const renamed = rename(files, code, other, { retire: false }) as Files;
        expect(sameModulo(modelOfFiles(files), code)).toEqual(sameModulo(modelOfFiles(renamed), other));
        expect(rename(renamed, other, code, { retire: false })).toEqual(files);
        const retired = rename(files, code, other, { since: "1.0.0" }) as Files;
        expect(modelOfFiles(retired).retired.find((one) => one.code === code)).toMatchObject({
          since: "1.0.0",
          replacedBy: other,
        });
        if (!files["any.errors.yaml"]?.includes('"retired":{}'))
          expect(rename(retired, other, code, { retire: false })).toEqual(files);
      }),
      { numRuns: 12 },
    );
  });
});

/** Without the names, which change, and the orders that follow from them. */
function sameModulo(model: ReturnType<typeof modelOfFiles>, code: string) {
  const name = (value: string): string => (value === code ? "§" : value);
  const errors = model.errors.map(
    ({ identifier: _, errorName: _1, wireCode: _2, documentation: _3, order: _4, cases, ...error }) => ({
      ...error,
      code: name(error.code),
      deprecated: error.deprecated && { ...error.deprecated, replacedBy: name(error.deprecated.replacedBy ?? "") },
      cases: cases.map(({ examples: _, ...one }) => one),
    }),
  );
  const operations = model.operations.map((operation) => ({
    ...operation,
    answers: operation.answers.map((answer) => JSON.stringify({ ...answer, code: name(answer.code) })).toSorted(),
  }));
  const retired = model.retired.map((one) => ({ ...one, replacedBy: name(one.replacedBy ?? "") }));
  return JSON.parse(
    JSON.stringify({ ...model, errors: errors.map((one) => JSON.stringify(one)).toSorted(), operations, retired }),
  );
}

describe("retire", () => {
  test("takes the row, its texts and its answers out, and leads all others to the replacement", () => {
    expect(retire(SHOP, "Denied", { replacedBy: "Unauthorized", reason: "Yes: one." })).toEqual({
      "common.errors.yaml": `# Common to all.
errtable: 1
name: Common
version: 2.3.0

errors:
  # Nobody is logged in.
  Unauthorized: { status: 401, solution: Log in., deprecated: { replacedBy: "Unauthorized" } } # old

retired:
  Denied: { since: 2.3.0, replacedBy: Unauthorized, reason: "Yes: one." }
`,
      "common.de.errors.yaml": "errtable: 1\ntranslates: ./common.errors.yaml\nlocale: de\nerrors: {}\n",
      "shop.errors.yaml": `errtable: 1
name: Shop
version: 1.4.0
imports: [./common.errors.yaml]
errors:
  Gone: { status: 410, solution: Denied is no word of a place. }
operations:
  "*": [Unauthorized, Gone]
  Buy: # all
    - Gone
retired:
  Forbidden: { since: 1.0.0, replacedBy: Unauthorized }
`,
    });
  });
});

test("places are those of the code, with the cases where they write it", () => {
  const tables = load(SHOP);
  const places = codePlaces(tables, { code: "Denied" });
  expect(
    places.map(({ source, path, role, writes }) => `${source.path} ${path.join("/")} ${role} ${writes}`),
  ).toMatchInlineSnapshot(`
    [
      "common.de.errors.yaml errors/Denied translation code",
      "common.de.errors.yaml errors/Denied.quota translation both",
      "common.errors.yaml errors/Unauthorized/deprecated/replacedBy replacement both",
      "common.errors.yaml errors/Denied row code",
      "shop.errors.yaml operations/*/1 answer code",
      "shop.errors.yaml operations/Buy/0 answer both",
      "shop.errors.yaml operations/Buy/1/code answer code",
      "shop.errors.yaml retired/Forbidden/replacedBy replacement code",
    ]
  `);
  for (const { source, span } of places) expect(source.text.slice(span.start, span.end)).toContain("Denied");
});

test("a group of an imported table changes its name in every table that has it, and in no other one", () => {
  const files: Files = {
    "common.errors.yaml": "errtable: 1\nname: Common\ngroups: { access: {} } # all\nerrors: {}\n",
    "shop.errors.yaml": "errtable: 1\nname: Shop\nimports: [./common.errors.yaml]\nerrors:\n  A: { group: 'access' }\n",
    "parcels.errors.yaml":
      "errtable: 1\nname: Parcels\nimports: [./common.errors.yaml]\ndefaults: { group: access }\nerrors:\n  B: { cases: { one: { group: access } } }\n",
    "other.errors.yaml": "errtable: 1\nname: Other\ngroups: { access: {} }\nerrors:\n  C: { group: access }\n",
  };
  const { value } = renameMember(load(files), {
    kind: "group",
    from: "access",
    to: "entry",
    file: "shop.errors.yaml",
  });
  const after = Object.fromEntries((value ?? []).map(({ source, text }) => [source.path, text]));
  const { "other.errors.yaml": _, ...changed } = files;
  expect(after).toEqual(
    Object.fromEntries(Object.entries(changed).map(([name, text]) => [name, text.replaceAll("access", "entry")])),
  );
});

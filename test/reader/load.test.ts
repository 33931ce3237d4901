import { describe, expect, test } from "vitest";
import type { Diagnostic } from "../../generator/diagnostic/diagnostic.ts";
import { positionAt } from "../../generator/diagnostic/source.ts";
import type { Host } from "../../generator/reader/host.ts";
import { memoryHost } from "../../generator/reader/host.ts";
import { loadTable } from "../../generator/reader/table/load.ts";
import { resolveTable } from "../../generator/reader/table/resolve-tables.ts";
import { runRules } from "../../generator/rules/run.ts";

const OK = "errtable: 1\nname: A\nerrors: { X: { status: 404 } }\n";

describe("fields", () => {
  test.each([
    [
      "an unknown field, with a hint",
      "errtable: 1\nname: A\nerrors: { X: { status: 404, messge: x } }",
      ['unknown-field 3:29 The error "X" has no field named "messge".'],
    ],
    [
      "a missing field",
      "errtable: 1\nname: A\nbody: { message: /m }\nerrors: {}",
      ['missing-field 3:1 "body" has no "code".'],
    ],
    [
      "missing fields of the file",
      "name: A",
      ['missing-field 1:1 The file has no "errors".', 'missing-field 1:1 The file has no "errtable".'],
    ],
    [
      "a number where a string is due",
      "errtable: 1\nname: A\nerrors: { X: { status: 404, since: 1.2 } }",
      ['wrong-type 3:36 "since" must be a string; this is the number 1.2.'],
    ],
    [
      "a string where an integer is due",
      'errtable: 1\nname: A\nerrors: { X: { status: "404" } }',
      ['wrong-type 3:24 "status" must be an integer or a list; this is the string "404".'],
    ],
    [
      "an empty field",
      "errtable: 1\nname: A\nerrors: { X: { status: 404, message: } }",
      ['wrong-type 3:29 "message" must be a string; this is empty.'],
    ],
    [
      "a status out of range",
      "errtable: 1\nname: A\nerrors: { X: { status: 600 } }",
      ['invalid-value 3:24 "status" cannot be 600.'],
    ],
    [
      "an unknown retry",
      "errtable: 1\nname: A\nerrors: { X: { status: 400, retry: bakoff } }",
      ['invalid-value 3:36 "retry" cannot be "bakoff".'],
    ],
    [
      "a code with a space",
      'errtable: 1\nname: A\nerrors: { "X  Y": { status: 400 } }',
      ['invalid-value 3:11 The name "X  Y" is not allowed here.'],
    ],
    [
      "a wrong type deep within a schema, once",
      "errtable: 1\nname: A\nerrors: { X: { status: 400, details: { type: object, properties: { a: { items: { minimum: x } } } } } }",
      ['wrong-type 3:91 "minimum" must be a number; this is the string "x".'],
    ],
    [
      "a wrong item of a list of types, once",
      "errtable: 1\nname: A\nerrors: { X: { status: 400, details: { type: object, properties: { a: { type: [string, 4] } } } } }",
      ['wrong-type 3:88 Item 2 of "type" must be a string; this is the number 4.'],
    ],
    [
      "a schema within details",
      "errtable: 1\nname: A\nerrors: { X: { status: 400, details: { type: object, properties: { a: { typ: string } } } } }",
      ['unknown-field 3:73 "a" has no field named "typ".'],
    ],
    [
      "details that are no object schema",
      "errtable: 1\nname: A\nerrors: { X: { status: 400, details: { type: string } } }",
      ['invalid-value 3:46 "type" cannot be "string".'],
    ],
    [
      "another version of the language",
      "errtable: 2\nname: A\nerrors: {}",
      [
        "newer-version 1:11 The file is written in version 2 of errtable's language, and this errtable reads version 1.",
      ],
    ],
    ["a list", "- x", ["wrong-type 1:1 The file must be a map of names to values; this is a list."]],
    [
      "several at once",
      "errtable: 1\nname: a b\nerrors: { X: { status: 1, retry: 2, foo: 3 } }",
      [
        'invalid-value 2:7 "name" cannot be "a b".',
        'invalid-value 3:24 "status" cannot be 1.',
        'unknown-field 3:37 The error "X" has no field named "foo".',
        'wrong-type 3:34 "retry" must be a string; this is the number 2.',
      ],
    ],
  ])("%s", (_, text, expected) => {
    const { value, diagnostics } = load({ "a.errors.yaml": text });
    expect(value === undefined || diagnostics.length > 0).toBe(true);
    expect(shown(diagnostics)).toEqual(expected);
    for (const { help } of diagnostics) if (help !== undefined) expect(help).toMatch(/[.!…?]$/);
  });

  test("a text is quoted as it was written, not as the number that it was read as", () => {
    const { diagnostics } = load({ "a.errors.yaml": "errtable: 1\nname: A\ntitle: 1.10\nerrors: {}\n" });
    expect(diagnostics.map(({ help }) => help)).toEqual(['Write it in quotes: "1.10".']);
  });

  test("where only certain texts are allowed, these are named", () => {
    const text = "errtable: 1\nname: A\nerrors: { X: { status: 400, retry: true } }\n";
    const helps = load({ "a.errors.yaml": text }).diagnostics.map(({ help }) => help);
    expect(helps).toEqual(['Write "never", "backoff" or "throttled".']);
  });

  test("a message with thousands of directives is told", () => {
    const text = `errtable: 1\nname: A\nerrors: { X: { status: 400, message: "${"%y ".repeat(5000)}" } }\n`;
    const table = loadTable("/a.errors.yaml", memoryHost({ "a.errors.yaml": text })).value;
    if (table === undefined) throw new Error("The table is not loaded.");
    expect(runRules(resolveTable(table)).length).toBeGreaterThan(1000);
  });

  test("typing errors get a hint", () => {
    const { diagnostics } = load({
      "a.errors.yaml": "errtable: 1\nname: A\nerrors: { X: { status: 400, retry: bakoff, messge: x } }",
    });
    expect(diagnostics.map(({ help }) => help)).toEqual(['Did you mean "message"?', 'Did you mean "backoff"?']);
  });
});

describe("bytes", () => {
  test.each([
    ["a missing file", {}, "missing-file 1:1 There is no such file."],
    [
      "invalid UTF-8",
      { "a.errors.yaml": new Uint8Array([0x61, 0x0a, 0x62, 0xff, 0x63]) },
      "not-utf8 2:2 The file is not UTF-8: these bytes are no character.",
    ],
  ])("%s", (_, files, expected) => {
    expect(shown(load(files).diagnostics)).toEqual([expected]);
  });

  test.each([
    ["a byte order mark", `\ufeff${OK}`],
    ["CRLF", OK.replaceAll("\n", "\r\n")],
    ["JSON", '{ "errtable": 1, "name": "A", "errors": { "X": { "status": 404 } } }'],
    ["comments and document start", `# x\n---\n${OK}`],
  ])("%s is read", (_, text) => {
    const { value, diagnostics } = load({ "a.errors.yaml": text });
    expect(shown(diagnostics)).toEqual([]);
    expect(value?.table.errors["X"]?.status).toBe(404);
  });

  test.each([
    ["at the top of the file", "operations", "It is a field of the whole file: it stands at the top level."],
    ["nowhere", "foo", expect.stringMatching(/^The fields here are "status", /)],
  ])("the help for a field of an error that stands %s", (_, field, help) => {
    const { diagnostics } = load({
      "a.errors.yaml": `errtable: 1\nname: A\nerrors: { X: { status: 404, ${field}: 1 } }`,
    });
    expect(diagnostics.map((one) => one.help)).toEqual([help]);
  });

  test.each([
    ["of the file that stands in another one", "requestId: /id", 'It is a field of "body": write it there.'],
    [
      "of the body that stands in errors",
      "body: { code: /c, message: /m, constants: {} }",
      "It is a field of an error: write it there.",
    ],
  ])("the help for a field %s names that one", (_, line, help) => {
    const { diagnostics } = load({ "a.errors.yaml": `${OK}${line}\n` });
    expect(diagnostics.map((one) => one.help)).toEqual([help]);
  });

  test("the help for a field of a translation knows translations alone", () => {
    const { diagnostics } = load({
      "a.errors.yaml": OK,
      "a.de.errors.yaml":
        "errtable: 1\ntranslates: ./a.errors.yaml\nlocale: de\nerrors: { X: { status: 404, retry: never } }\n",
    });
    const help = 'The fields here are "message", "description", "solution", "links" and "cases".';
    expect(diagnostics.filter(({ code }) => code === "unknown-field").map((one) => one.help)).toEqual([help, help]);
  });

  test("columns do not count a byte order mark", () => {
    const { diagnostics } = load({ "a.errors.yaml": `\ufefferrtabl: 1\n` });
    expect(shown(diagnostics)).toContain('unknown-field 1:1 The file has no field named "errtabl".');
  });
});

describe("imports", () => {
  const importing = (...paths: readonly string[]): string =>
    `${OK}imports: [${paths.map((path) => path.replace(/^(?=\w+\.errors)/, "./")).join(", ")}]\n`;

  test("are read, each once", () => {
    const { value, diagnostics } = load({
      "a.errors.yaml": importing("./b.errors.yaml", "./sub/c.errors.yaml"),
      "b.errors.yaml": importing("./sub/c.errors.yaml"),
      "sub/c.errors.yaml": OK,
    });
    expect(diagnostics).toEqual([]);
    expect(value?.imports[0]?.imports[0]).toBe(value?.imports[1]);
  });

  test("a circle is told once, however many ways lead around", () => {
    const name = (index: number): string => `t${index}.errors.yaml`;
    const names = Array.from({ length: 60 }, (_, index) => name(index));
    const files = Object.fromEntries(names.map((own) => [own, importing(...names.filter((to) => to !== own))]));
    const tied = { "a.errors.yaml": importing(name(0), "b.errors.yaml"), "b.errors.yaml": importing("b.errors.yaml") };
    expect(shown(load({ ...files, ...tied }).diagnostics)).toEqual([
      'import-cycle 4:11 The imports run in a circle: "b.errors.yaml" imports "b.errors.yaml".',
      'import-cycle 4:11 The imports run in a circle: "t0.errors.yaml" imports "t1.errors.yaml" imports "t0.errors.yaml".',
    ]);
  });

  test("a long circle is shown by its beginning and its end", () => {
    const [first = "", ...rest] = Array.from({ length: 30 }, (_, index) => `t${index}.errors.yaml`);
    const files = Object.fromEntries([first, ...rest].map((own, index) => [own, importing(rest[index] ?? first)]));
    const { diagnostics } = load({ "a.errors.yaml": importing(first), ...files });
    const chain = ["t0", "t1", "t2", "t3", "t4"].map((base) => `"${base}.errors.yaml"`).join(" imports ");
    const end = '"t29.errors.yaml" imports "t0.errors.yaml"';
    expect(shown(diagnostics)).toEqual([
      `import-cycle 4:11 The imports run in a circle: ${chain} imports … imports ${end}.`,
    ]);
    expect(diagnostics[0]?.place.source.path).toBe("t29.errors.yaml");
  });

  test("a chain may be longer than calls can nest", () => {
    const names = ["a.errors.yaml", ...Array.from({ length: 20_000 }, (_, index) => `t${index}.errors.yaml`)];
    const files = Object.fromEntries(names.map((own, index) => [own, importing(names[index + 1] ?? "b.errors.yaml")]));
    const { value, diagnostics } = load({ ...files, "b.errors.yaml": OK });
    expect(diagnostics).toEqual([]);
    if (value === undefined) throw new Error("The table is not loaded.");
    const { tables } = resolveTable(value);
    expect([tables.length, tables[0]?.document.source.path]).toEqual([20_002, "b.errors.yaml"]);
  });

  test.each([
    [
      "a missing file",
      { "a.errors.yaml": importing("./b.errors.yaml") },
      ['missing-file 4:11 There is no file "./b.errors.yaml".'],
    ],
    [
      "itself",
      { "a.errors.yaml": importing("./a.errors.yaml") },
      ['import-cycle 4:11 The imports run in a circle: "a.errors.yaml" imports "a.errors.yaml".'],
    ],
    [
      "a circle",
      { "a.errors.yaml": importing("./b.errors.yaml"), "b.errors.yaml": importing("./a.errors.yaml") },
      [
        'import-cycle 4:11 The imports run in a circle: "a.errors.yaml" imports "b.errors.yaml" imports "a.errors.yaml".',
      ],
    ],
    [
      "a broken file",
      { "a.errors.yaml": importing("./b.errors.yaml"), "b.errors.yaml": "name: 1" },
      [
        'missing-field 1:1 The file has no "errors".',
        'missing-field 1:1 The file has no "errtable".',
        'wrong-type 1:7 "name" must be a string; this is the number 1.',
      ],
    ],
    [
      "an address",
      { "a.errors.yaml": importing("https://example.com/b.errors.yaml") },
      ['invalid-value 4:11 Item 1 of "imports" cannot be "https://example.com/b.errors.yaml".'],
    ],
  ])("%s", (_, files, expected) => {
    const { value, diagnostics } = load(files);
    // The rules check the rest, unless they need all codes.
    expect(value?.broken.fields).toEqual(new Set(["imports"]));
    expect(shown(diagnostics)).toEqual(expected);
  });
});

describe("translations", () => {
  const zh = "errtable: 1\ntranslates: ./a.errors.yaml\nlocale: zh-CN\nerrors: { X: { description: 没有 } }\n";

  test("lie beside their table", () => {
    const { value, diagnostics } = load({
      "a.errors.yaml": OK,
      "a.zh-CN.errors.yaml": zh,
      "a.core.errors.yaml": OK,
      "b.zh-CN.errors.yaml": zh.replace("./a", "./b"),
    });
    expect(shown(diagnostics)).toEqual([]);
    expect(value?.translations.map(({ document }) => document.source.path)).toEqual(["a.zh-CN.errors.yaml"]);
  });

  test("stand for their table when named themselves", () => {
    const files = { "a.errors.yaml": OK, "a.zh-CN.errors.yaml": zh };
    expect(loadTable("/a.zh-CN.errors.yaml", memoryHost(files)).value?.document.source.path).toBe("a.errors.yaml");
  });

  test.each([
    ["whose line is misspelt", zh.replace("translates", "translate"), "translation-name 2:1"],
    ["without the line", zh.replace(/translates.*\n/, ""), "translation-name 1:1"],
    ["that is a list", "- x\n", "translation-name 1:1"],
    ["that is null", "~\n", "translation-name 1:1"],
    ["that is empty", "", "empty-file 1:1"],
    ["in conflict", `<<<<<<< HEAD\n${zh}`, "merge-conflict 1:1"],
    ["with an open quote", "{ errtable: 1, 'translates': ./a.errors.yaml, locale: \"zh-CN }\n", "yaml-syntax 2:1"],
    ["that is not UTF-8", new Uint8Array([0xff]), "not-utf8 1:1"],
  ])("%s cannot be passed over", (_, text, expected) => {
    const { diagnostics } = load({ "a.errors.yaml": OK, "a.zh-CN.errors.yaml": text });
    expect(diagnostics.map(({ place }) => place.source.path)).toContain("a.zh-CN.errors.yaml");
    expect(shown(diagnostics).join("\n")).toContain(expected);
    expect(diagnostics.every(({ severity, help }) => severity === "error" && help !== undefined)).toBe(true);
  });

  test("an unfinished merge names the commands that join both sides", () => {
    const text = `<<<<<<< HEAD\n${OK}=======\n${OK}>>>>>>> other\n`;
    const [found] = load({ "a.errors.yaml": text }).diagnostics;
    expect(found?.help).toMatch(
      // On one line, as reports show it.
      /^.*"errtable merge-driver --install" and then "git checkout --merge a\.errors\.yaml" join.*$/,
    );
  });

  test.each(["missing", "folder", "denied", "other"] as const)("that cannot be read is told: %s", (failure) => {
    const host = memoryHost({ "a.errors.yaml": OK, "a.de.errors.yaml": zh });
    const read = (path: string) => (path.includes(".de.") ? { failure, detail: "" } : host.read(path));
    const { diagnostics } = loadTable("/a.errors.yaml", { ...host, read });
    expect(diagnostics.map(({ place }) => place.source.path)).toEqual(["a.de.errors.yaml"]);
  });

  test("a folder that cannot be listed is told", () => {
    const host: Host = {
      ...memoryHost({ "a.errors.yaml": OK }),
      list: () => ({ failure: "denied", detail: "EACCES" }),
    };
    expect(shown(loadTable("/a.errors.yaml", host).diagnostics)).toEqual([
      "unreadable-file 1:1 The folder cannot be listed, and translations may stand in it.",
    ]);
  });

  test("a table that has a name like one may be broken: it is not asked for", () => {
    const core = `${OK}bogus: 1\n`;
    expect(load({ "a.errors.yaml": OK, "a.core.errors.yaml": core }).diagnostics).toEqual([]);
    expect(load({ "a.errors.yaml": OK, "a.core.errors.yaml": "name: 1\n" }).diagnostics).toEqual([]);
  });

  test("one that its table does not find is checked and told its name", () => {
    const text = `${zh.replace("X", "Nope")}bogus: 1\n`;
    const named = (files: Readonly<Record<string, string>>): readonly Diagnostic[] => {
      const { value, diagnostics } = loadTable("/german.errors.yaml", memoryHost(files));
      return [...diagnostics, ...(value === undefined ? [] : runRules(resolveTable(value)))];
    };
    const found = named({ "a.errors.yaml": OK, "german.errors.yaml": text });
    expect(shown(found).filter((line) => !line.startsWith("missing-"))).toEqual([
      'translation-name 2:13 "german.errors.yaml" translates "a.errors.yaml", which does not find it.',
      'unknown-field 5:1 The file has no field named "bogus".',
      'unknown-translation 4:11 The code "Nope" is not in the table "A".',
    ]);
    expect(found.find(({ code }) => code === "translation-name")?.help).toContain('"a.zh-CN.errors.yaml"');
    expect(shown(named({ "german.errors.yaml": text }))).toEqual([
      'missing-file 2:13 There is no file "./a.errors.yaml".',
      'unknown-field 5:1 The file has no field named "bogus".',
    ]);
  });

  test.each([
    [
      "named for another locale",
      "a.de.errors.yaml",
      zh,
      ['translation-name 3:9 The file is named for "de", but its locale is "zh-CN".'],
    ],
    [
      "of another table",
      "a.zh-CN.errors.yaml",
      zh.replace("./a", "./b"),
      [
        'translation-name 2:13 "a.zh-CN.errors.yaml" is named like a translation of "a.errors.yaml", but it translates "./b.errors.yaml".',
      ],
    ],
    ["broken", "a.zh-CN.errors.yaml", `${zh}foo: 1\n`, ['unknown-field 5:1 The file has no field named "foo".']],
  ])("%s", (_, name, text, expected) => {
    expect(shown(load({ "a.errors.yaml": OK, [name]: text }).diagnostics)).toEqual(expected);
  });
});

function load(files: Readonly<Record<string, string | Uint8Array>>) {
  return loadTable("/a.errors.yaml", memoryHost(files));
}

function shown(diagnostics: readonly Diagnostic[]): readonly string[] {
  return diagnostics
    .map(({ code, message, place }) => {
      const { line, column } = positionAt(place.source, place.span.start);
      return `${code} ${line}:${column} ${message}`;
    })
    .toSorted();
}

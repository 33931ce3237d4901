// Templates with named placeholders: each dialect, its literal signs, what is wrong, the names of params, and reading back.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Value } from "../../generator/runtime/printf/param-values.ts";
import { compareArguments, templateArguments } from "../../generator/template/arguments.ts";
import { DIALECTS, type NamedPlaceholders, type Placeholders } from "../../generator/template/dialects.ts";
import { foreignPlaceholders } from "../../generator/template/foreign.ts";
import { formatTemplate, partsOf, readTemplate, type TemplateContext } from "../../generator/template/read-template.ts";
import { shownText } from "../../generator/template/shown-template.ts";
import type { Template } from "../../generator/template/template.ts";
import { parseTemplate } from "../helpers/parse-template.ts";

function template(text: string, placeholders: Placeholders, context: TemplateContext = {}): Template {
  const { template, problems } = readTemplate(text, { ...context, placeholders });
  expect(problems).toEqual([]);
  return template;
}

/** The params by name, in the order of the arguments. */
function names(one: Template): readonly (string | undefined)[] {
  return templateArguments(one).map(({ name }) => name?.param);
}

const ALL = Object.keys(DIALECTS) as NamedPlaceholders[];

function placeholder(placeholders: NamedPlaceholders, name: string): string {
  return DIALECTS[placeholders].opener + name + DIALECTS[placeholders].closer;
}

describe("every dialect", () => {
  test.each(ALL)("%s: names become params in the order of their first use, and may repeat", (dialect) => {
    const [user, file] = [placeholder(dialect, "user"), placeholder(dialect, "file")];
    const one = template(`no ${file} of ${user}, ${file}.`, dialect);
    expect(partsOf(one)).toEqual(["no ", [0, "%s"], " of ", [1, "%s"], ", ", [0, "%s"], "."]);
    expect(names(one)).toEqual(["file", "user"]);
    expect(templateArguments(one).map(({ text, offset }) => [text, offset])).toEqual([
      [file, 3],
      [user, 7 + file.length],
    ]);
  });

  test.each(ALL)("%s: described params come first, with their types", (dialect) => {
    const text = `${placeholder(dialect, "a")}, ${placeholder(dialect, "b")}, ${placeholder(dialect, "c")}: ${placeholder(dialect, "d")}`;
    const one = template(text, dialect, {
      params: { d: { type: "int64" }, c: { type: "number" }, b: { type: "integer" } },
    });
    expect(names(one)).toEqual(["d", "c", "b", "a"]);
    expect(partsOf(one)).toEqual([[3, "%s"], ", ", [2, "%d"], ", ", [1, "%n"], ": ", [0, "%d"]]);
  });

  test.each(ALL)("%s: a text without its signs is a text", (dialect) => {
    for (const text of ["", "plain", "a < b, 5 > 4", "at 12:30", "costs $5", "100% of it", "{ }"]) {
      expect(partsOf(template(text, dialect))).toEqual(text === "" ? [] : [text]);
    }
  });

  test.each(ALL)("%s: what it makes, it reads", (dialect) => {
    const text = fc.string({ unit: fc.constantFrom(..."ab {}<>$%:\\'é😀"), maxLength: 6 });
    const words = fc.constantFrom(" is ", ", ", ": ", " (", "' ", " of ");
    const name = fc.constantFrom("a", "b", "user_id", "C3");
    const slots = fc.array(fc.tuple(words, name), { minLength: 1, maxLength: 4 });
    let read = 0;
    fc.assert(
      fc.property(slots, fc.array(text, { minLength: 4, maxLength: 4 }), (pieces, values) => {
        const one = template(
          `${pieces.map(([word, written]) => word + placeholder(dialect, written)).join("")} .`,
          dialect,
        );
        const params = names(one);
        const given = values.slice(0, params.length);
        const message = formatTemplate(one, given);
        const parsed = parseTemplate(
          one,
          params.map(() => "string"),
          message,
        );
        if (one.verdict === "exact") expect(parsed).toEqual(given);
        if (parsed === undefined) return;
        read += 1;
        expect(parsed).toEqual(given);
      }),
      { numRuns: 500 },
    );
    expect(read).toBeGreaterThan(200);
  });

  test.each(ALL)("%s: any text can be read", (dialect) => {
    const unit = fc.constantFrom(..."{{}}$%<>:ab0_ .-,|", "\ud83d", "__proto__", dialect);
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 14 }), (written) => {
        const { template: one, problems } = readTemplate(written, { placeholders: dialect });
        let end = 0;
        one.tokens.forEach((token, index) => {
          expect(token.text).not.toBe("");
          expect(token.offset).toBe(end);
          const next = one.tokens[index + 1];
          end = next?.offset ?? written.length;
          if (token.kind === "directive") {
            expect(written.slice(token.offset, end)).toBe(token.text);
          } else expect(next?.kind).not.toBe("literal");
        });
        expect(end).toBe(written.length);
        for (const { offset, length, message, help } of problems) {
          expect(length).toBeGreaterThan(0);
          expect(offset + length).toBeLessThanOrEqual(written.length);
          expect(message).toMatch(/^["A-Z].*\.$/s);
          expect(help).toMatch(/^[A-Z].*\.$/);
        }
        const arguments_ = templateArguments(one).map(({ argument }) => argument);
        expect(arguments_).toEqual(arguments_.map((_, index) => index));
        expect(foreignPlaceholders(one)).toBeInstanceOf(Array);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe("literal signs", () => {
  const TEXTS: readonly (readonly [dialect: NamedPlaceholders, written: string, read: string])[] = [
    ["{name}", "{{name}} and {{", "{name} and {"],
    ["{name}", '{"a": {"b": 1}}', '{"a": {"b": 1}}'],
    ["{name}", '{{"a": {"b": 1}}}', '{"a": {"b": 1}}'],
    ["{name}", "} and { x }", "} and { x }"],
    ["${name}", "$${name} costs $5, {name}", "${name} costs $5, {name}"],
    ["%{name}", "100%% of %s, {name}", "100% of %s, {name}"],
    ["$name", "$$5 and $5 for $-", "$5 and $5 for $-"],
    ["%name%", "100%% and 5% of 20% left, %s", "100% and 5% of 20% left, %s"],
    ["<name>", "a <b, < c >, <>, <TIMESTAMP, INT>, <a href='x'>", "a <b, < c >, <>, <TIMESTAMP, INT>, <a href='x'>"],
    [":name", "https:x http://x:80 12:30 a::b :: :", "https:x http://x:80 12:30 a::b :: :"],
    ["{{name}}", "{name} {{}", "{name} {{}"],
  ];

  test.each(TEXTS)("%s: %j is the text %j", (dialect, written, read) => {
    expect(partsOf(template(written, dialect))).toEqual([read]);
  });

  test("signs beside a placeholder", () => {
    expect(partsOf(template("{{{a}}}", "{name}"))).toEqual(["{", [0, "%s"], "}"]);
    expect(partsOf(template('{"a":{"b":{c}}}', "{name}"))).toEqual(['{"a":{"b":', [0, "%s"], "}}"]);
    expect(partsOf(template("$$$a$$", "$name"))).toEqual(["$", [0, "%s"], "$"]);
    expect(partsOf(template("%a%%b%", "%name%"))).toEqual([
      [0, "%s"],
      [1, "%s"],
    ]);
    expect(partsOf(template("(:a):b, :c.", ":name"))).toEqual(["(", [0, "%s"], ")", [1, "%s"], ", ", [2, "%s"], "."]);
    expect(partsOf(template("{{ a }}, {{b}}", "{{name}}"))).toEqual([[0, "%s"], ", ", [1, "%s"]]);
  });
});

describe("problems", () => {
  const WRONG: readonly (readonly [dialect: NamedPlaceholders, text: string, marked: string, message: string])[] = [
    ["{name}", "only {n, number} left", "{n, number}", '"{n, number}" formats its value'],
    [
      "{name}",
      "{n, plural, one {# file} other {# files}}.",
      "{n, plural, one {# file} other {# files}}",
      '"{n, plural,',
    ],
    ["{name}", "{0:d} files", "{0:d}", '"{0:d}" formats its value'],
    ["{name}", "took {t!r}", "{t!r}", '"{t!r}" formats its value'],
    ["{name}", "no {", "", ""],
    ["{name}", "no {file", "{file", '"{file" starts a placeholder that never ends.'],
    ["{name}", "no {}", "{}", '"{}" has no name.'],
    ["{name}", "no {größe}", "{größe}", '"{größe}" is no placeholder'],
    ["{name}", "no {a+b}", "{a+b}", '"{a+b}" is no placeholder'],
    ["{name}", "no {__proto__}", "{__proto__}", 'No param can have the name of "{__proto__}".'],
    ["{name}", "no {01}", "{01}", 'No param can have the name of "{01}".'],
    ["{name}", "{user id} and {userId}", "{userId}", '"{user id}" and "{userId}" would both be the param "userId".'],
    ["{{name}}", "no {{file | upper}}", "{{file | upper}}", '"{{file | upper}}" formats its value'],
    ["${name}", "no ${file", "${file", '"${file" starts a placeholder that never ends.'],
    ["%{name}", "no %{}", "%{}", '"%{}" has no name.'],
    ["<name>", "half \ud83d <x>", "\ud83d", "The template has half of a character"],
  ];

  test.each(WRONG)("%s: %j", (placeholders, text, marked, message) => {
    const { problems } = readTemplate(text, { placeholders });
    expect(problems.map(({ offset, length }) => text.slice(offset, offset + length))).toEqual(
      marked === "" ? [] : [marked],
    );
    if (marked !== "") expect(problems[0]?.message).toContain(message);
  });

  test("a long broken placeholder is read once and quoted in part", () => {
    const { problems } = readTemplate("{a,".repeat(50_000), { placeholders: "{name}" });
    expect(problems.length).toBe(1);
    expect(problems[0]?.message.length).toBeLessThan(120);
  });
});

describe("names of params", () => {
  test("words are joined in camel case", () => {
    expect(names(template("<table-name> {x} <field names> <a.b_c>", "<name>"))).toEqual([
      "tableName",
      "fieldNames",
      "aB_c",
    ]);
  });

  test("numbers take the described params in order, and have names of their own beyond them", () => {
    const text = "{1} is not in {0} or {2}";
    expect(names(template(text, "{name}"))).toEqual(["arg0", "arg1", "arg2"]);
    expect(partsOf(template(text, "{name}"))).toEqual([[1, "%s"], " is not in ", [0, "%s"], " or ", [2, "%s"]]);
    const described = template(text, "{name}", { params: { list: {}, index: { type: "integer" } } });
    expect(names(described)).toEqual(["list", "index", "arg2"]);
    expect(partsOf(described)[0]).toEqual([1, "%d"]);
    expect(names(template(text, "{name}", { params: { arg1: { type: "integer" } } }))).toEqual([
      "arg1",
      "arg0",
      "arg2",
    ]);
  });
});

describe("verdict", () => {
  test.each([
    ["{a} is {a}", "exact"],
    ["{a} is {b}", "separable"],
    ["{a} is {b}, {a}", "separable"],
    ["{a}{b}!", "opaque"],
    ["{a}", "opaque"],
    ["line {n}: {a}", "exact"],
    ["line {x} of {a}", "exact"],
  ])("%s is %s", (text, verdict) => {
    const params = { n: { type: "integer" }, x: { type: "number" } } as const;
    expect(template(text, "{name}", { params }).verdict).toBe(verdict);
  });

  test("a repeated name has one text", () => {
    const one = template("no {a} in {b}, {a}", "{name}");
    const read = (message: string): readonly Value[] | undefined => parseTemplate(one, ["string", "string"], message);
    expect(read("no x in y, x")).toEqual(["x", "y"]);
    expect(read("no x in y, z")).toBeUndefined();
  });
});

describe("translations", () => {
  const original = template("no {file} of {user id} at {0}", "{name}", {
    params: { user: {}, file: { type: "integer" } },
  });
  const translated = (text: string) => readTemplate(text, { placeholders: "{name}", original }).template;

  test("have the arguments of the original by name, in any order", () => {
    const one = translated("{0}: {user id} hat {file} nicht, {file}");
    expect(partsOf(one)).toEqual([[0, "%s"], ": ", [2, "%s"], " hat ", [1, "%d"], " nicht, ", [1, "%d"]]);
    expect(compareArguments(original, one)).toEqual([]);
  });

  test("neither leave out a name nor add one", () => {
    const differences = compareArguments(original, translated("{user id} hat {datei} nicht um {0}"));
    expect(differences.map(({ original: before, translation }) => [before?.text, translation?.text])).toEqual([
      ["{file}", undefined],
      [undefined, "{datei}"],
    ]);
  });
});

describe("foreign placeholders", () => {
  const FOUND: readonly (readonly [own: Placeholders, text: string, setting: Placeholders])[] = [
    ["printf", "order {orderId} is gone", "{name}"],
    ["printf", "'{0}' expected", "{name}"],
    ["printf", "order {{ orderId }} is gone", "{{name}}"],
    ["printf", "order ${orderId} is gone", "${name}"],
    ["printf", "order %{orderId} is gone", "%{name}"],
    ["printf", "order <orderId> is gone", "<name>"],
    ["printf", "order :orderId is gone", ":name"],
    ["printf", "order ':orderId' is gone", ":name"],
    ["printf", "order $orderId is gone", "$name"],
    ["printf", "order %orderId% is gone", "%name%"],
    ["{name}", "order %s is gone", "printf"],
    ["{name}", "order '%1$s' is gone", "printf"],
    ["<name>", "{x} of <y>", "{name}"],
    ["%name%", "order %s is gone", "printf"],
  ];

  test.each(FOUND)("%s: %j", (placeholders, text, setting) => {
    const found = foreignPlaceholders(readTemplate(text, { placeholders }).template);
    expect(found.map((one) => one.placeholders)).toEqual([setting]);
    expect(text.slice(found[0]?.offset).startsWith(found[0]?.text ?? "?")).toBe(true);
  });

  test.each([
    'expected {"a": 1}, {a: 1} or {}',
    "write <br> or <b>bold</b>, not <strong>",
    "<Name>x</Name> is missing",
    "GET /orders/{id}/items/:item and https://example.com/{id}?a=:b",
    "at 12:30 on host:80, see std::vector",
    "costs $5 and $12.50; $ref, $filter and $HOME",
    "100%% of it, 5%%; %s%% and %d%%",
    "the pattern ^[a-z]{3}$ and \\d{2}",
    'the body has "enabled":true and "id":null',
  ])("none in %j", (text) => {
    expect(foreignPlaceholders(readTemplate(text).template)).toEqual([]);
  });

  test("none where the own placeholder has the name, behind a sign that is text", () => {
    expect(foreignPlaceholders(template('Variable "${name}" is never used.', "{name}"))).toEqual([]);
  });

  test.each(ALL)("none in a table of its own dialect: %s", (dialect) => {
    expect(foreignPlaceholders(template(`no ${placeholder(dialect, "file")} here`, dialect))).toEqual([]);
  });
});

describe("as readers see it", () => {
  test("params stand by name, in braces that the text does not have", () => {
    expect(shownText(template("100%% of %2$s, %1$d", "printf"), ["count", "file"])).toBe("100% of {file}, {count}");
    expect(shownText(template("write {x} for %s", "printf"), ["name"])).toBe("write {x} for {{name}}");
    expect(shownText(template("{{x}} of <user id>", "<name>"), ["userId"])).toBe("{{x}} of {{{userId}}}");
    expect(shownText(template("no values", "printf"), [])).toBe("no values");
  });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse, Scalar, stringify } from "yaml";
import { positionAt, type Span } from "../../generator/diagnostic/source.ts";
import { readYaml, type SpecDocument } from "../../generator/reader/yaml/document.ts";

describe("what is refused, and where", () => {
  test.each([
    ["an alias", "a: &x 1\nb: *x", ["yaml-anchor 1:4", "yaml-alias 2:4"]],
    ["an anchor", "a: &x\n  b: 1", ["yaml-anchor 1:4"]],
    ["an anchor on a key", "&k a: 1", ["yaml-anchor 1:1"]],
    ["a merge key", "a: { <<: { b: 1 } }", ["yaml-merge 1:6"]],
    ["a custom tag", "a: !secret x", ["yaml-tag 1:4"]],
    ["a standard tag", "a: !!str 1", ["yaml-tag 1:4"]],
    ["a fraction as key", "errors:\n  4.5: x", ["yaml-key 2:3"]],
    ["null as key", "~: x", ["yaml-key 1:1"]],
    ["a map as key", "? { a: 1 }\n: x", ["yaml-key 1:3"]],
    ["two documents", "a: 1\n---\nb: 2", ["yaml-documents 2:1"]],
    ["another version of YAML", "%YAML 1.1\n---\na: yes", ["yaml-version 1:1"]],
    ["a duplicate key", "a: 1\nb: 2\na: 3", ["duplicate-key 3:1"]],
    ["a duplicate key in other quotes", "a: 1\n'a': 3", ["duplicate-key 2:1"]],
    ["infinity", "a: .inf", ["yaml-number 1:4"]],
    ["an integer that would lose digits", "a: 9007199254740993", ["yaml-number 1:4"]],
    ["half a surrogate pair", 'a: "x\\uD800"', ["yaml-surrogate 1:4"]],
    ["half a surrogate pair in a key", '"\\uDC00": x', ["yaml-surrogate 1:1"]],
    ["a tab as indent", "a:\n\tb: 1", ["yaml-syntax 2:1"]],
    ["an open quote", 'a: "x', ["yaml-syntax 1:6"]],
    ["several mistakes that follow from one", "a:\n    b: 1\n   c: 2\n", ["yaml-syntax 3:1"]],
    ["mistakes on two lines", "a: %x\nb: @y\n", ["yaml-syntax 1:4", "yaml-syntax 2:4"]],
    ["a merge of two sides", "a: 1\n<<<<<<< HEAD\nb: 2\n=======\nb: 3\n>>>>>>> other\n", ["merge-conflict 2:1"]],
    [
      "two merges, with the lines that both sides had",
      "<<<<<<< HEAD\r\na: 1\r\n||||||| 1fa7f57\r\n=======\r\na: 2\r\n>>>>>>> other\r\nb: 1\r\n<<<<<<<\r\n=======\r\n>>>>>>> x (y: z)\r\n",
      ["merge-conflict 1:1", "merge-conflict 8:1"],
    ],
    ["a mark that a merge left", "a: 1\n=======\nb: 3\n", ["merge-conflict 2:1"]],
    ["signs that are text", "a: <<<<<<< HEAD\nb: [\n", ["yaml-syntax 3:1"]],
    ["nothing", "", ["empty-file 1:1"]],
    ["nothing but comments", "# x\n", ["empty-file 1:1"]],
  ])("%s", (_, text, expected) => {
    const { value, diagnostics } = read(text);
    expect(value).toBeUndefined();
    expect(diagnostics.map(({ code, place }) => `${code} ${at(text, place.span)}`)).toEqual(expected);
    for (const { help, message } of diagnostics) expect([message.at(-1), help?.at(-1)]).toEqual([".", "."]);
  });

  test("a duplicate key shows both places", () => {
    const [finding] = read("a: 1\nb: 2\na: 3").diagnostics;
    expect(finding?.related?.map(({ place }) => at("", place.span, place.source.text))).toEqual(["1:1"]);
  });

  test("deep nesting is a finding, not a crash", () => {
    for (const text of [
      "[".repeat(100_000),
      "[".repeat(200) + "]".repeat(200),
      "- ".repeat(50_000),
      "{a: ".repeat(30_000),
    ]) {
      const { value, diagnostics } = read(text);
      expect(value).toBeUndefined();
      expect(diagnostics.length).toBeGreaterThan(0);
    }
  });
});

describe("data", () => {
  test("any JSON value comes through, however it is written", () => {
    const json = fc.jsonValue({ maxDepth: 4, stringUnit: "grapheme" });
    fc.assert(
      fc.property(json, fc.boolean(), (value, asJson) => {
        if (value === null) return;
        const text = asJson ? JSON.stringify(value) : stringify(value, { aliasDuplicateObjects: false });
        expect(JSON.stringify(read(text).value?.data)).toBe(JSON.stringify(value));
      }),
    );
  });

  test.each(["9007199254740994", "9223372036854775808", "-9007199254740992", "0x20000000000000", "+9007199254740992"])(
    "the integer %s is beyond 2^53 and kept",
    (written) => expect(read(`a: ${written}`).value?.data).toEqual({ a: Number(written) }),
  );

  test.each(["1e21", "1E+300", "18446744073709551615.0", "9007199254740993e0"])("the float %s is read", (written) => {
    expect(read(`a: ${written}`).value?.data).toEqual({ a: Number(written) });
  });

  test.each(["9007199254740993", "18446744073709551615", "-9007199254740993", "0xffffffffffffffff"])(
    "the integer %s would lose digits, and the help is one that helps",
    (written) => {
      const { value, diagnostics } = read(`a: ${written}`);
      expect([value, diagnostics.length]).toEqual([undefined, 1]);
      const [, offered = ""] = /^Write (\S+) /.exec(diagnostics[0]?.help ?? "") ?? [];
      expect(read(`a: ${offered}`).value?.data).toEqual({ a: Number(written) });
    },
  );

  test("maps have no prototype and own __proto__", () => {
    const data = read("__proto__: { x: 1 }").value?.data as object;
    expect(Object.getPrototypeOf(data)).toBeNull();
    expect(Object.keys(data)).toEqual(["__proto__"]);
  });

  test("50,000 keys are read, for which the library's own check takes over a minute", () => {
    const text = Array.from({ length: 50_000 }, (_, index) => `k${index}: 1`).join("\n");
    expect(Object.keys(read(text).value?.data as object)).toHaveLength(50_000);
  });
});

describe("places", () => {
  const text = "errors:\n  A.B:\n    message: \"x \\u0041 \\\"%s\\\" 🙂\"\n    list: [one, 'it''s %d']\n";
  const document = read(text).value as SpecDocument;

  test("of keys, values, items and missing paths", () => {
    const shown = (span: Span): string => text.slice(span.start, span.end);
    expect(shown(document.keySpan(["errors", "A.B"]))).toBe("A.B");
    expect(shown(document.valueSpan(["errors", "A.B", "list", 0]))).toBe("one");
    expect(shown(document.valueSpan(["errors", "A.B", "list", "1"]))).toBe("'it''s %d'");
    expect(shown(document.valueSpan(["errors", "A.B", "nothing", "here"]))).toBe("A.B");
    expect(shown(document.valueSpan(["errors"]))).toBe("A.B:");
  });

  test("of a part of a string, through escapes", () => {
    const message = ["errors", "A.B", "message"];
    const value = 'x A "%s" 🙂';
    const part = (path: readonly (string | number)[], offset: number, length: number): string => {
      const { start, end } = document.partSpan(path, offset, length);
      return text.slice(start, end);
    };
    expect(part(message, value.indexOf("%s"), 2)).toBe("%s");
    expect(part(message, value.indexOf("A"), 1)).toBe("\\u0041");
    expect(part(message, value.indexOf("🙂"), 2)).toBe("🙂");
    expect(part(["errors", "A.B", "list", 1], "it's ".length, 2)).toBe("%d");
  });

  test("of a part of a string, for any single-line string", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", minLength: 1 }), fc.nat(), (value, seed) => {
        const source = `a: ${JSON.stringify(value)}`;
        const parsed = read(source).value;
        if (parsed === undefined) return;
        const offset = seed % value.length;
        const { start, end } = parsed.partSpan(["a"], offset, value.length - offset);
        expect(JSON.parse(`"${source.slice(start, end)}"`)).toBe(value.slice(offset));
      }),
    );
  });
});

describe("places in strings of several lines", () => {
  test.each([
    ["a literal block", "a: |\n  one\n    two %q\n\n  three\n"],
    ["a literal block with a comment and an indent of its own", "a: |2- # %q, no: %d\n    one\n   two %q three"],
    ["a folded block", "a: >-\n  one\n  two %q\n\n  three\n"],
    ["a folded block that keeps its end", "a: >+\n  one\n\n   two\n  %q\n\n\nb: 1\n"],
    ["a plain text", "a: one\n  two  %q\n\n  three\nb: 1\n"],
    ["single quotes", "a: 'it''s\n\n  two\n  %q'\n"],
    ["double quotes", 'a: "one \\x41\\u00e9\\U0001F642 \\\n  two\\\n\n\n  \\ \\t\\"%q\\\n  x\n  y"\n'],
    ["in brackets", "a: [one\n  two,\n  x %q\n  y]\n"],
    ["with carriage returns", "a: >\r\n  one\r\n  two %q\r\n"],
  ])("%s", (_, text) => {
    const document = read(text).value as SpecDocument;
    const { a: data } = document.data as { readonly a: string | readonly string[] };
    const path = typeof data === "string" ? ["a"] : ["a", 1];
    const offset = (typeof data === "string" ? data : (data[1] ?? "")).indexOf("%q");
    expect(document.partSpan(path, offset, 2)).toEqual({
      start: text.lastIndexOf("%q"),
      end: text.lastIndexOf("%q") + 2,
    });
  });

  test("every sign of any text, in any style", () => {
    const styles = ["BLOCK_FOLDED", "BLOCK_LITERAL", "QUOTE_DOUBLE", "QUOTE_SINGLE", "PLAIN"] as const;
    const word = fc.string({ unit: fc.constantFrom(..."ab%'\"\\#:é漢"), minLength: 1, maxLength: 8 });
    const space = fc.constantFrom(" ", " ", " ", "  ", "\n", "\n\n", "\n  ", "\t", "\u00a0");
    const value = fc
      .array(fc.tuple(space, word), { minLength: 1, maxLength: 20 })
      .map((parts) => parts.flat().join(""));
    fc.assert(
      fc.property(value, fc.constantFrom(...styles), (written, type) => {
        const scalar = new Scalar(written);
        scalar.type = type;
        const text = stringify({ key: [{ a: scalar }] }, { lineWidth: 24, minContentWidth: 0 });
        const document = read(text).value;
        // What the library writes is not always read as what it was given, nor as a text at all.
        const data = (document?.data as { key?: [{ a?: unknown }?] } | undefined)?.key?.[0]?.a;
        if (document === undefined || typeof data !== "string") return;
        for (const [index, sign] of [...data].entries()) {
          if (/[ \t\n]/.test(sign)) continue;
          const offset = [...data].slice(0, index).join("").length;
          const { start, end } = document.partSpan(["key", 0, "a"], offset, sign.length);
          const found = text.slice(start, end);
          const isEscape = found.startsWith("\\") && found !== "\\";
          expect(isEscape ? parse(`"${found}"`) : found.replace("''", "'")).toBe(sign);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe("comments", () => {
  const text = [
    "# mark one",
    "a: x # mark two",
    'b: "y # mark no"',
    "c: |",
    "  # mark no",
    "d: z# mark no",
    "e: # mark three",
    "  f: 1",
    "g:",
    "  # mark four",
    "",
    "  # other",
    "  - h: 1",
    "    i: 2",
  ].join("\n");
  const document = read(text).value as SpecDocument;

  test("only real ones", () => {
    expect(document.comments("mark").map((comment) => [comment.text, comment.ownLine])).toEqual([
      ["mark one", true],
      ["mark two", false],
      ["mark three", false],
      ["mark four", true],
    ]);
  });

  test("the entry that follows", () => {
    const entries = document.comments("mark").map(({ offset }) => document.entrySpanAt(offset));
    expect(entries.map((span) => span && text.slice(span.start, span.end).trimEnd())).toEqual([
      "a: x",
      'b: "y # mark no"',
      "f: 1",
      "- h: 1\n    i: 2",
    ]);
  });
});

function read(text: string) {
  return readYaml({ path: "x.errors.yaml", text });
}

function at(text: string, span: Span, inside = text): string {
  const { line, column } = positionAt({ path: "", text: inside }, span.start);
  return `${line}:${column}`;
}

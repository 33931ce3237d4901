// The engine that generated code carries: C's printf, and its inverse that answers only where one answer is possible.
import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import fc from "fast-check";
import { check } from "prettier";
import { describe, expect, test } from "vitest";
import { PRINTF } from "../../generator/products/typescript/runtime.gen.ts";
import { printedCharacters } from "../../generator/runtime/printf/directive.ts";
import type { Value } from "../../generator/runtime/printf/param-values.ts";
import type { Part, ValueType } from "../../generator/runtime/printf/parts.ts";
import { formatMessage, isPossibleMessage, readMessage } from "../../generator/runtime/printf/printf.ts";
import { stepsOf } from "../helpers/count-steps.ts";
import { hostileMessages, hostileParts, messageOfSize, slotTypes } from "../helpers/hostile-messages.ts";

/** What glibc prints on a 64-bit machine; integers are passed as long long. */
const PRINTED: readonly (readonly [directive: string, value: Value, text: string])[] = [
  ["%d", 0, "0"],
  ["%d", -7, "-7"],
  ["%d", 2147483648, "2147483648"],
  ["%i", 42, "42"],
  ["%5d", 42, "   42"],
  ["%5d", -42, "  -42"],
  ["%5d", 123456, "123456"],
  ["%-5d", 42, "42   "],
  ["%05d", 42, "00042"],
  ["%05d", -42, "-0042"],
  ["%-05d", 42, "42   "],
  ["%+d", 42, "+42"],
  ["%+d", 0, "+0"],
  ["%+d", -1, "-1"],
  ["% d", 42, " 42"],
  ["% d", -42, "-42"],
  ["%+ d", 5, "+5"],
  ["%.3d", 7, "007"],
  ["%.3d", -7, "-007"],
  ["%.3d", 1234, "1234"],
  ["%8.3d", 7, "     007"],
  ["%08.3d", 7, "     007"],
  ["%.0d", 0, ""],
  ["%.0d", 1, "1"],
  ["%3.0d", 0, "   "],
  ["%u", 7, "7"],
  ["%+u", 7, "7"],
  ["%x", 255, "ff"],
  ["%x", 0, "0"],
  ["%X", 255, "FF"],
  ["%#x", 255, "0xff"],
  ["%#x", 0, "0"],
  ["%#08x", 255, "0x0000ff"],
  ["%#X", 48879, "0XBEEF"],
  ["%o", 8, "10"],
  ["%#o", 8, "010"],
  ["%#o", 0, "0"],
  ["%#.0o", 0, "0"],
  ["%#.0x", 0, ""],
  ["%x", -1, "ffffffffffffffff"],
  ["%u", -1, "18446744073709551615"],
  ["%f", 1.5, "1.500000"],
  ["%f", -0, "-0.000000"],
  ["%f", 0.1, "0.100000"],
  ["%f", 1e22, "10000000000000000000000.000000"],
  ["%.0f", 0.5, "0"],
  ["%.0f", 1.5, "2"],
  ["%.0f", 2.5, "2"],
  ["%.0f", -0.4, "-0"],
  ["%.1f", 0.25, "0.2"],
  ["%.1f", 0.35, "0.3"],
  ["%.1f", 0.05, "0.1"],
  ["%.2f", 1.005, "1.00"],
  ["%.2f", 2.675, "2.67"],
  ["%.2f", 0.125, "0.12"],
  ["%#.0f", 3, "3."],
  ["%8.2f", -3.25, "   -3.25"],
  ["%-8.2f", 3.25, "3.25    "],
  ["%08.2f", -3.25, "-0003.25"],
  ["%+.1f", 2, "+2.0"],
  ["% .1f", 2, " 2.0"],
  ["%.20f", 0.1, "0.10000000000000000555"],
  ["%e", 0, "0.000000e+00"],
  ["%e", 12345.678, "1.234568e+04"],
  ["%e", 1e100, "1.000000e+100"],
  ["%e", 5e-324, "4.940656e-324"],
  ["%.0e", 2.5, "2e+00"],
  ["%.0e", 12345, "1e+04"],
  ["%#.0e", 5, "5.e+00"],
  ["%.3E", 0.00012345, "1.234E-04"],
  ["%.1e", 9.96, "1.0e+01"],
  ["%.1e", 9.94, "9.9e+00"],
  ["%.17e", 1e23, "9.99999999999999916e+22"],
  ["%12.2e", -1234.5, "   -1.23e+03"],
  ["%g", 0, "0"],
  ["%g", 100000, "100000"],
  ["%g", 1000000, "1e+06"],
  ["%g", 0.0001, "0.0001"],
  ["%g", 1e-5, "1e-05"],
  ["%g", 123456789, "1.23457e+08"],
  ["%g", 0.1, "0.1"],
  ["%g", 1e100, "1e+100"],
  ["%.3g", 1234.5, "1.23e+03"],
  ["%.3g", 0.00012345, "0.000123"],
  ["%#g", 1, "1.00000"],
  ["%.0g", 25, "2e+01"],
  ["%G", 1e-10, "1E-10"],
  ["%.10g", 0.1, "0.1"],
  ["%010g", -2.5, "-0000002.5"],
  ["%f", Number.POSITIVE_INFINITY, "inf"],
  ["%f", -Number.POSITIVE_INFINITY, "-inf"],
  ["%06.1f", Number.POSITIVE_INFINITY, "   inf"],
  ["%F", Number.POSITIVE_INFINITY, "INF"],
  ["%5e", Number.NaN, "  nan"],
  ["%5d", Number.NaN, "  NaN"],
  ["%d", -Number.POSITIVE_INFINITY, "-Infinity"],
  ["%s", "", ""],
  ["%s", "text", "text"],
  ["%6s", "abc", "   abc"],
  ["%6s", "abcdefgh", "abcdefgh"],
  ["%-6s", "abc", "abc   "],
  ["%.2s", "abc", "ab"],
  ["%.2s", "a", "a"],
  ["%6.2s", "abc", "    ab"],
  ["%-6.2s", "abc", "ab    "],
  ["%-.192s", "abc", "abc"],
  ["%.0s", "abc", ""],
  ["%3c", "x", "  x"],
  ["%-3c", "x", "x  "],
  ["%n", 1.5, "1.5"],
  ["%n", -3, "-3"],
  ["%n", 1e21, "1e+21"],
  ["%n", 5n, "5"],
  ["%q", "", '""'],
  ["%q", "it's", `"it's"`],
  ["%q", 'a "b" \\ c', '"a \\"b\\" \\\\ c"'],
  ["%q", "\u0007\b\f\n\r\t\v", '"\\a\\b\\f\\n\\r\\t\\v"'],
  ["%q", "\u0000\u001f\u007f\u0080\u00a0", '"\\x00\\x1f\\x7f\\u0080\\u00a0"'],
  ["%q", "日本 é 😀", '"日本 é 😀"'],
  ["%q", "\u200b\ue000\u{10ffff}", '"\\u200b\\ue000\\U0010ffff"'],
  ["%8q", "abc", '   "abc"'],
  ["%-8q", "abc", '"abc"   '],
  ["%d", 9223372036854775807n, "9223372036854775807"],
  ["%x", 18446744073709551615n, "ffffffffffffffff"],
];

describe("formatMessage", () => {
  test.each(PRINTED)("%s of %s as C prints it", (directive, value, text) => {
    expect(formatMessage([[0, directive]], [value])).toBe(text);
  });

  test("literal texts stand as they are, and params where their number says", () => {
    const parts: readonly Part[] = ["a %s ", [1, "%s"], " b ", [0, "%d"], " c ", [1, "%s"]];
    expect(formatMessage(parts, [7, "$&"])).toBe("a %s $& b 7 c $&");
  });

  test("widths and precisions count code points, never halves of them", () => {
    expect(formatMessage([[0, "%4s"]], ["😀é"])).toBe("  😀é");
    expect(formatMessage([[0, "%.1s"]], ["😀é"])).toBe("😀");
    expect(formatMessage([[0, "%c"]], ["😀é"])).toBe("😀");
  });

  test("every precision is exact, beyond what toFixed can do", () => {
    const text = formatMessage([[0, "%.1024f"]], [2 ** -1000]);
    expect(text).toHaveLength(1026);
    expect(text.slice(0, 320)).toMatch(/^0\.0{301}93326361850321/);
    expect(formatMessage([[0, "%.0f"]], [1e300])).toBe(BigInt(1e300).toString());
  });

  test("values of the wrong kind print something and never throw", () => {
    for (const directive of ["%d", "%x", "%f", "%c", "%5.2s"]) {
      for (const value of ["text", "", Number.NaN, 1.5, -1, 10n ** 400n, undefined as unknown as string]) {
        expect(formatMessage([[0, directive]], [value])).toBeTypeOf("string");
      }
    }
  });
});

describe("readMessage", () => {
  const ALIAS: readonly Part[] = ["alias '", [0, "%s"], "' of service '", [1, "%s"], "' does not exist"];
  const VERSION: readonly Part[] = ["version '", [0, "%d"], "' of service '", [1, "%s"], "' does not exist"];

  test("takes a message apart", () => {
    expect(readMessage(ALIAS, ["string", "string"], "alias 'a' of service 'b' does not exist")).toEqual(["a", "b"]);
    expect(readMessage(ALIAS, ["string", "string"], "alias '' of service '' does not exist")).toEqual(["", ""]);
    expect(readMessage(["no params"], [], "no params")).toEqual([]);
    expect(readMessage([[0, "%s"]], ["string"], "all of it")).toEqual(["all of it"]);
    expect(readMessage([[0, "%s"], "!"], ["string"], "!!")).toEqual(["!"]);
  });

  test("hands back nothing for other messages", () => {
    for (const message of ["", "alias '", "alias 'a' of service 'b' does not exist.", "alias 'a' does not exist"]) {
      expect(readMessage(ALIAS, ["string", "string"], message)).toBeUndefined();
    }
    expect(readMessage(["ab", [0, "%s"], "ba"], ["string"], "aba")).toBeUndefined();
    expect(readMessage(["no params"], [], "no param")).toBeUndefined();
  });

  test("refuses two possible divisions, and takes the only one that the numbers leave", () => {
    const twice = "' of service 'x' of service 'y' does not exist";
    expect(readMessage(ALIAS, ["string", "string"], `alias 'a${twice}`)).toBeUndefined();
    expect(readMessage(VERSION, ["integer", "string"], `version '12${twice}`)).toEqual([12, "x' of service 'y"]);
    const middle: readonly Part[] = [[0, "%s"], " (", [1, "%d"], ") of ", [2, "%s"]];
    const types = ["string", "integer", "string"] as const;
    expect(readMessage(middle, types, "f (x) (5) of y")).toEqual(["f (x)", 5, "y"]);
    expect(readMessage(middle, types, "f () (5) of y")).toEqual(["f ()", 5, "y"]);
    expect(readMessage(middle, types, "f (1) of (2) of y")).toBeUndefined();
    expect(readMessage([[0, "%c"], ": ", [1, "%s"]], ["string", "string"], ":: : ")).toEqual([":", ": "]);
    expect(readMessage([[0, "%s"], ": ", [1, "%c"]], ["string", "string"], "a: : 😀")).toEqual(["a: ", "😀"]);
  });

  test("a quoted text ends at its quotation mark, whatever stands in it", () => {
    const parts: readonly Part[] = [[0, "%q"], " of ", [1, "%s"]];
    const types = ["string", "string"] as const;
    expect(readMessage(parts, types, '"a of b" of c of d')).toEqual(["a of b", "c of d"]);
    expect(readMessage(parts, types, '"a\\" of \\"b" of c')).toEqual(['a" of "b', "c"]);
    expect(readMessage(parts, types, "a of b")).toBeUndefined();
    expect(readMessage([[0, "%s"], " of ", [1, "%q"]], types, 'a of "b of c"')).toEqual(["a", "b of c"]);
    expect(isPossibleMessage(parts, '"a of b')).toBe(false);
    expect(isPossibleMessage(parts, '"a of b" of c')).toBe(true);
  });

  test("a param that fills all gaps takes its share of the message", () => {
    const parts: readonly Part[] = [[0, "%s"], " is not ", [0, "%s"]];
    expect(readMessage(parts, ["string"], "x is not x is not x is not x")).toEqual(["x is not x"]);
    expect(readMessage(parts, ["string"], "x is not x is not y is not x")).toBeUndefined();
    expect(readMessage(["<", [0, "%s"], "> ", [0, "%s"], " <", [0, "%s"], ">"], ["string"], "<> > >  <> >")).toEqual([
      "> ",
    ]);
  });

  test("a message with two texts for one param is not possible", () => {
    const parts: readonly Part[] = ["no ", [0, "%s"], ": ", [0, "%s"], " is gone by ", [1, "%s"]];
    expect(isPossibleMessage(parts, "no a: a is gone by b")).toBe(true);
    expect(isPossibleMessage(parts, "no a: b is gone by b")).toBe(false);
  });

  test("a number that prints as nothing is a possible division", () => {
    const parts: readonly Part[] = [[0, "%s"], " (", [1, "%.0d"], ") ", [2, "%s"]];
    const types = ["string", "integer", "string"] as const;
    expect(readMessage(parts, types, "f (x) () y")).toEqual(["f (x)", 0, "y"]);
    expect(readMessage(parts, types, "f () (1) y")).toBeUndefined();
  });

  test("directives side by side have no division", () => {
    expect(
      readMessage(
        [
          [0, "%s"],
          [1, "%d"],
        ],
        ["string", "integer"],
        "a1",
      ),
    ).toBeUndefined();
    expect(readMessage([[0, "%s"], "", [1, "%d"]], ["string", "integer"], "a1")).toBeUndefined();
  });

  test("a param that stands twice has one value", () => {
    const parts: readonly Part[] = [[0, "%s"], " is not ", [0, "%s"]];
    expect(readMessage(parts, ["string"], "a is not a")).toEqual(["a"]);
    expect(readMessage(parts, ["string"], "a is not b")).toBeUndefined();
    expect(readMessage([[0, "%.3s"], ": ", [0, "%s"]], ["string"], "abc: abcdef")).toEqual(["abcdef"]);
    expect(readMessage([[0, "%d"], " = ", [0, "%#x"]], ["integer"], "255 = 0xff")).toEqual([255]);
    expect(readMessage([[0, "%d"], " = ", [0, "%#x"]], ["integer"], "255 = 0xfe")).toBeUndefined();
  });

  const SINGLE: readonly (readonly [directive: string, type: ValueType, text: string, value: Value | undefined])[] = [
    ["%d", "integer", "007", undefined],
    ["%d", "integer", "-0", undefined],
    ["%d", "integer", "+1", undefined],
    ["%d", "integer", "", undefined],
    ["%d", "integer", "1e3", undefined],
    ["%d", "integer", "٣", undefined],
    ["%d", "integer", " 1", undefined],
    ["%d", "integer", "9007199254740991", 9007199254740991],
    ["%d", "integer", "9007199254740992", undefined],
    ["%d", "integer", "-9007199254740993", undefined],
    ["%d", "int64", "9007199254740993", 9007199254740993n],
    ["%d", "int64", "-9223372036854775808", -9223372036854775808n],
    ["%d", "int64", "-9223372036854775809", undefined],
    ["%u", "int64", "18446744073709551615", 18446744073709551615n],
    ["%u", "int64", "18446744073709551616", undefined],
    ["%05d", "integer", "00042", 42],
    ["%05d", "integer", "000042", undefined],
    ["%05d", "integer", "-0042", -42],
    ["%5d", "integer", "   42", 42],
    ["%5d", "integer", "42   ", undefined],
    ["%-5d", "int64", "42   ", 42n],
    ["%.3d", "integer", "007", 7],
    ["%.0d", "integer", "", 0],
    ["%+d", "integer", "+1", 1],
    ["%x", "integer", "ff", 255],
    ["%x", "integer", "FF", undefined],
    ["%x", "integer", "0xff", undefined],
    ["%#X", "integer", "0XFF", 255],
    ["%x", "int64", "ffffffffffffffff", 18446744073709551615n],
    ["%o", "integer", "17", 15],
    ["%o", "integer", "18", undefined],
    ["%.2f", "number", "1.10", 1.1],
    ["%.2f", "number", "1.1", undefined],
    ["%.2f", "number", "0x10", undefined],
    ["%.2f", "number", "", undefined],
    ["%f", "number", "-0.000000", -0],
    ["%f", "number", "inf", Number.POSITIVE_INFINITY],
    ["%e", "number", "1.000000e+100", 1e100],
    ["%g", "number", "1e-05", 1e-5],
    ["%g", "number", "0.00001", undefined],
    ["%5s", "string", "  abc", undefined],
    ["%5s", "string", "abcde", "abcde"],
    ["%5s", "string", " abcde", " abcde"],
    ["%5s", "string", "abc", undefined],
    ["%-5s", "string", "abcd ", undefined],
    ["%-5s", "string", " abcd", " abcd"],
    ["%.3s", "string", "ab", "ab"],
    ["%.3s", "string", "abc", undefined],
    ["%.3s", "string", "abcd", undefined],
    ["%.2s", "string", "😀", "😀"],
    ["%c", "string", "😀", "😀"],
    ["%c", "string", "ab", undefined],
    ["%c", "string", "", undefined],
    ["%3c", "string", "   ", " "],
    ["%-3c", "string", "x  ", "x"],
    ["%s", "integer", "42", 42],
    ["%s", "integer", "042", undefined],
    ["%n", "number", "1.5", 1.5],
    ["%n", "number", "-0.25", -0.25],
    ["%n", "number", "1e+21", 1e21],
    ["%n", "number", "1.50", undefined],
    ["%n", "number", "Infinity", Number.POSITIVE_INFINITY],
    ["%n", "number", "", undefined],
    ["%q", "string", '"a"', "a"],
    ["%q", "string", '""', ""],
    ["%q", "string", '"a\\tb\\"c\\\\"', 'a\tb"c\\'],
    ["%q", "string", '"\\x00\\u200b\\U0010ffff"', "\0\u200b\u{10ffff}"],
    ["%q", "string", "a", undefined],
    ["%q", "string", '"a', undefined],
    ["%q", "string", '"a"b"', undefined],
    ["%q", "string", '"\\u0041"', undefined],
    ["%q", "string", '"\\UFFFFFFFF"', undefined],
    ["%q", "string", '"\\"', undefined],
    ["%8q", "string", '     "a"', "a"],
  ];

  test.each(SINGLE)("%s as %s of %j is %s", (directive, type, text, value) => {
    const expected = value === undefined ? undefined : [value];
    expect(readMessage([[0, directive]], [type], text)).toEqual(expected);
    expect(readMessage(["<", [0, directive], ">"], [type], `<${text}>`)).toEqual(expected);
  });

  test("whatever it reads makes the same message again", () => {
    const directive = fc
      .tuple(
        fc.subarray([..."-+ 0#"]).map((flags) => flags.join("")),
        fc.constantFrom("", "1", "4"),
        fc.constantFrom("", ".0", ".1", ".3"),
        fc.constantFrom(..."sdiuxXofeEgGcq"),
      )
      .map((pieces) => `%${pieces.join("")}`);
    const type = fc.constantFrom<ValueType>("string", "integer", "int64", "number");
    const text = fc.string({ unit: fc.constantFrom(...' 0017-+.eEfxX😀"\\'), maxLength: 5 });
    const slot = (param: number) => directive.map((written): Part => [param, written]);
    let read = 0;
    fc.assert(
      fc.property(slot(0), slot(1), fc.tuple(type, type), text, (first, second, types, message) => {
        for (const parts of [[first], [first, "0", second], [first, " ", second]]) {
          const values = readMessage(parts, types, message);
          if (values === undefined) continue;
          read += 1;
          expect(formatMessage(parts, values)).toBe(message);
        }
      }),
      { numRuns: 20_000 },
    );
    expect(read).toBeGreaterThan(300);
  });
});

test("quoted texts are read back, whatever stands in them", () => {
  const text = fc.string({
    unit: fc.oneof(fc.constantFrom(...'"\\ abnux\n\0', "\u{10ffff}"), fc.string({ unit: "binary" })),
  });
  fc.assert(
    fc.property(text, text, (first, second) => {
      const parts: readonly Part[] = [[0, "%q"], " ", [1, "%q"]];
      expect(readMessage(parts, ["string", "string"], formatMessage(parts, [first, second]))).toEqual([first, second]);
    }),
    { numRuns: 2_000 },
  );
});

test("numbers in their shortest form are read back", () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true }), (value) => {
      fc.pre(!Object.is(value, -0));
      const message = formatMessage([[0, "%n"]], [value]);
      expect(readMessage([[0, "%n"]], ["number"], message)).toEqual([value]);
      expect([...message].every((character) => printedCharacters("%n")?.includes(character))).toBe(true);
    }),
    { numRuns: 2_000 },
  );
});

test("printed characters are all that is ever printed", () => {
  const number = fc.oneof(fc.integer(), fc.double(), fc.bigInt({ min: -(2n ** 63n), max: 2n ** 64n - 1n }));
  fc.assert(
    fc.property(
      fc.subarray([..."-+ 0#"]),
      fc.constantFrom("", "30"),
      fc.constantFrom("", ".0", ".4"),
      fc.constantFrom(..."diuxXofFeEgG"),
      number,
      (flags, width, precision, conversion, value) => {
        // Only floating-point directives print what is no number.
        fc.pre(Number.isFinite(Number(value)) || !"diuxXo".includes(conversion));
        const directive = `%${flags.join("")}${width}${precision}${conversion}`;
        const allowed = printedCharacters(directive) ?? "";
        const text = formatMessage([[0, directive]], [value]);
        expect([...text].filter((character) => !allowed.includes(character))).toEqual([]);
      },
    ),
    { numRuns: 5_000 },
  );
});

describe("work is linear in the message", () => {
  const SMALL = 2 ** 11;
  const FACTOR = 16;
  /** A quadratic step would take 256 times as many. */
  const BOUND = 1.2 * FACTOR;

  test.each(hostileMessages)("$name", (hostile) => {
    for (const count of [1, 3, 8]) {
      const parts = hostileParts(hostile, count);
      const steps = (size: number): number => {
        const message = messageOfSize(hostile, size);
        return stepsOf(() => readMessage(parts, slotTypes(parts), message));
      };
      expect(steps(SMALL)).toBeGreaterThan(0);
      expect(steps(SMALL * FACTOR) / steps(SMALL)).toBeLessThan(BOUND);
    }
  });

  test("values of any length", () => {
    for (const [directive, type, text] of [
      ["%d", "integer", "1"],
      ["%d", "int64", "0"],
      ["%f", "number", "9"],
      ["%x", "int64", " "],
      ["%c", "string", "a"],
      ["%9s", "string", "😀"],
    ] as const) {
      const parts: readonly Part[] = ["<", [0, directive], ">"];
      const steps = (size: number): number => stepsOf(() => readMessage(parts, [type], `<${text.repeat(size)}>`));
      expect(steps(SMALL)).toBeGreaterThan(0);
      expect(steps(SMALL * FACTOR) / steps(SMALL)).toBeLessThan(BOUND);
    }
  });
});

describe("the text of the engine", () => {
  test("stands by itself", () => {
    const folder = resolve(import.meta.dirname, "../../generator/runtime/printf");
    for (const name of readdirSync(folder)) {
      const text = readFileSync(resolve(folder, name), "utf8");
      for (const [, from] of text.matchAll(/^(?:import|\}) [^;]*from "([^"]*)";$/gm))
        expect(from).toMatch(/^\.\/[a-z-]+\.ts$/);
      expect(text).not.toMatch(/\bimport\(|\brequire\(|process\.|console\./);
    }
  });

  test("is embedded as Prettier formats without any configuration", async () => {
    const embedded = PRINTF.map(({ ts }) => ts).join("\n\n");
    expect(await check(`${embedded}\n`, { parser: "typescript" })).toBe(true);
  });
});

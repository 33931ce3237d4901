// Message templates: what is read from their text, what is wrong with them, and what their verdict promises.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Value } from "../../generator/runtime/printf/param-values.ts";
import { compareArguments, templateArguments, valueType } from "../../generator/template/arguments.ts";
import { formatTemplate, partsOf, readTemplate } from "../../generator/template/read-template.ts";
import type { ParamType, Template, Verdict } from "../../generator/template/template.ts";
import { parseTemplate } from "../helpers/parse-template.ts";

function template(text: string): Template {
  const { template, problems } = readTemplate(text);
  expect(problems).toEqual([]);
  return template;
}

describe("tokens", () => {
  test("literals and directives, with their offsets", () => {
    expect(template("alias '%s': 100%% of %-5.2f").tokens).toEqual([
      { kind: "literal", text: "alias '", offset: 0 },
      { kind: "directive", text: "%s", offset: 7, argument: 0, conversion: "s", flags: "" },
      { kind: "literal", text: "': 100% of ", offset: 9 },
      {
        kind: "directive",
        text: "%-5.2f",
        offset: 21,
        argument: 1,
        conversion: "f",
        flags: "-",
        width: 5,
        precision: 2,
      },
    ]);
    expect(template("").tokens).toEqual([]);
    expect(template("%%").tokens).toEqual([{ kind: "literal", text: "%", offset: 0 }]);
  });

  test("positions pick arguments, and one argument may stand twice", () => {
    const positional = template("%2$s is not %1$d, %2$s!");
    expect(partsOf(positional)).toEqual([[1, "%s"], " is not ", [0, "%d"], ", ", [1, "%s"], "!"]);
    expect(templateArguments(positional).map(({ text, offset }) => [text, offset])).toEqual([
      ["%1$d", 12],
      ["%2$s", 0],
    ]);
  });

  test("C's length modifiers are dropped, flags are put in order, %c has no precision", () => {
    expect(partsOf(template("%hhd|%hd|%ld|%lld|%qd|%Lf|%jd|%zu|%Zu|%td|%ls"))).toEqual(
      ["%d", "%d", "%d", "%d", "%d", "%f", "%d", "%u", "%u", "%d", "%s"].flatMap((directive, index) =>
        index === 0 ? [[index, directive]] : ["|", [index, directive]],
      ),
    );
    expect(partsOf(template("%-.192s"))).toEqual([[0, "%-.192s"]]);
    expect(partsOf(template("%#0+-+x"))).toEqual([[0, "%-+0#x"]]);
    expect(partsOf(template("%.f"))).toEqual([[0, "%.0f"]]);
    expect(partsOf(template("%5.3c"))).toEqual([[0, "%5c"]]);
  });

  test("what Go prints with %v is a text, and with %q a quoted one", () => {
    expect(partsOf(template("%v: %+v, %-8v, %q, %-8q"))).toEqual([
      ...[[0, "%s"], ": ", [1, "%s"], ", ", [2, "%-8s"], ", "],
      ...[[3, "%q"], ", ", [4, "%-8q"]],
    ]);
  });

  test("every conversion has a type", () => {
    const types = [..."scvqdiuxXofFeEgG"].map((conversion) =>
      templateArguments(template(`%${conversion}`)).map((directive) => valueType(directive)),
    );
    expect(types.flat().join(" ")).toBe(
      "string string string string integer integer integer integer integer integer number number number number number number",
    );
  });
});

describe("problems", () => {
  const WRONG: readonly (readonly [text: string, marked: string, message: string])[] = [
    ["took %*d", "%*d", '"%*d" takes its width from an argument, which no param can name.'],
    ["took %.*f", "%.*f", '"%.*f" takes its precision from an argument, which no param can name.'],
    ["took %*2$d", "%*2$d", '"%*2$d" takes its width from an argument, which no param can name.'],
    ["bad %#v", "%#v", '"%#v" prints Go\'s syntax in a form that cannot be read back.'],
    ["bad %ly", "%ly", '"%ly" is no directive: there is no conversion "y".'],
    ["bad %+q or", "%+q", '"%+q" prints Go\'s syntax in a form that cannot be read back.'],
    ["bad %.3q or", "%.3q", '"%.3q" prints Go\'s syntax in a form that cannot be read back.'],
    ["bad %t.", "%t", '"%t" is no directive: there is no conversion "t".'],
    ["bad %ll", "%ll", '"%ll" is no directive: there is no conversion "l".'],
    ["bad %n", "%n", '"%n" is no directive: there is no conversion "n".'],
    ["50%", "%", '"%" starts a directive that never ends.'],
    ["50% – done", "%", '"%" starts a directive that never ends.'],
    ["50%!", "%", '"%" starts a directive that never ends.'],
    ["bad %-5", "%-5", '"%-5" starts a directive that never ends.'],
    ["bad %😀", "%", '"%" starts a directive that never ends.'],
    ["bad %(name)s", "%(name)s", '"%(name)s" has a name, as in Python or Ruby'],
    ["bad %<name>d", "%<name>d", '"%<name>d" has a name, as in Python or Ruby'],
    ["bad %(name)", "%", '"%" starts a directive that never ends.'],
    ["only 5% left", "% le", '"% le" is read as a directive, but "f" goes on like a word.'],
    ["100% sure", "% s", '"% s" is read as a directive, but "u" goes on like a word.'],
    ["bad %!s(MISSING) here", "%!s(MISSING)", 'A formatter leaves "%!s(MISSING)" where an argument is missing'],
    ["%!(EXTRA int=1)", "%!(EXTRA int=1)", 'A formatter leaves "%!(EXTRA int=1)"'],
    ["%!d(string=", "%!d(string=", 'A formatter leaves "%!d(string="'],
    ["%0$s", "%0$s", '"%0$s" asks for argument 0.'],
    ["%99999999999$s", "%99999999999$s", '"%99999999999$s" asks for argument 99999999999.'],
    ["%2000d", "%2000d", 'The width of "%2000d" is more than 1024.'],
    ["%.99999999999f", "%.99999999999f", 'The precision of "%.99999999999f" is more than 1024.'],
    ["%1$s %s", "%s", 'The template has directives with a position, such as "%1$s", and without one, such as "%s".'],
    ["%s %1$s", "%1$s", 'The template has directives with a position, such as "%1$s", and without one, such as "%s".'],
    ["%1$s %3$s", "%3$s", 'The directive "%3$s" prints argument 3, but nothing prints argument 2.'],
    ["%2$s", "%2$s", 'The directive "%2$s" prints argument 2, but nothing prints argument 1.'],
    ["%1$s %1$d", "%1$d", 'The directive "%1$d" prints argument 1 as an integer, but "%1$s" prints it as a string.'],
    ["half \ud83d %s", "\ud83d", "The template has half of a character"],
  ];

  test.each(WRONG)("%j", (text, marked, message) => {
    const { problems } = readTemplate(text);
    expect(problems.map(({ offset, length }) => text.slice(offset, offset + length))).toEqual([marked]);
    expect(problems[0]?.message).toContain(message);
    expect(problems[0]?.help).toMatch(/^[A-Z].*\.$/);
  });

  test("all are found, in the order of the text", () => {
    expect(readTemplate("%t %2$s %* %1$d %2$d %").problems.map(({ offset }) => offset)).toEqual([0, 8, 16, 21]);
  });

  test("what is no directive stays literal text, and the other directives keep their arguments", () => {
    expect(partsOf(readTemplate("%s %t %d %").template)).toEqual([[0, "%s"], " %t ", [1, "%d"], " %"]);
  });

  test("any text can be read: tokens are adjacent, literals neither empty nor neighbours, problems inside the text", () => {
    const text = fc.string({ unit: fc.constantFrom(..."%%%%sdvfc*.$-+ 0#12hlqL!()M😀", "\ud83d"), maxLength: 12 });
    fc.assert(
      fc.property(text, (written) => {
        const reading = readTemplate(written);
        const { tokens } = reading.template;
        tokens.forEach((token, index) => {
          expect(token.text).not.toBe("");
          const next = tokens[index + 1];
          if (token.kind === "directive") {
            expect(written.startsWith(token.text, token.offset)).toBe(true);
            expect(next?.offset ?? written.length).toBe(token.offset + token.text.length);
          } else {
            expect(next?.kind).not.toBe("literal");
            const rest = written.slice(token.offset, next?.offset);
            expect(rest.replaceAll("%%", "%").length).toBeLessThanOrEqual(token.text.length);
          }
        });
        for (const { offset, length } of reading.problems) {
          expect(length).toBeGreaterThan(0);
          expect(offset + length).toBeLessThanOrEqual(written.length);
        }
        const types = templateArguments(reading.template).map((directive) => valueType(directive));
        expect(parseTemplate(reading.template, types, "%s is no message %d")).not.toBeNull();
      }),
      { numRuns: 2_000 },
    );
  });
});

describe("translations", () => {
  const original = template("%s has %d of %.1f");

  test("may reorder, repeat and print in another way of the same type", () => {
    expect(compareArguments(original, template("%2$5x, %1$-10s, %2$d: %3$g"))).toEqual([]);
  });

  test("must have the same arguments of the same types", () => {
    const differences = (text: string) =>
      compareArguments(original, readTemplate(text).template).map(({ original: before, translation }) => [
        before?.text,
        translation?.text,
      ]);
    expect(differences("%s, %d")).toEqual([["%.1f", undefined]]);
    expect(differences("%s, %d, %f, %s")).toEqual([[undefined, "%s"]]);
    expect(differences("%s, %s, %f")).toEqual([["%d", "%s"]]);
    expect(compareArguments(original, template("%d, %s, %f"))).not.toEqual([]);
  });
});

describe("verdict", () => {
  const VERDICTS: readonly (readonly [text: string, verdict: Verdict])[] = [
    ["no params", "exact"],
    ["100%%", "exact"],
    ["%s", "opaque"],
    ["%d", "opaque"],
    ["a %s%s", "opaque"],
    ["a %d%s", "opaque"],
    ["%s.", "exact"],
    ["service '%s' does not exist", "exact"],
    ["'%s' against '%s' is not supported", "separable"],
    ["version '%d' of service '%s' does not exist", "exact"],
    ["alias '%s' of version '%d' does not exist", "exact"],
    ["%d of %s took %.1f s", "exact"],
    ["%d of %s by %s took %.1f s", "separable"],
    ["%s is %d of %s", "separable"],
    ["%c: %s", "exact"],
    ["%s: %c", "exact"],
    ["%2c: %s", "separable"],
    ["%d-%s", "separable"],
    ["%u-%s", "exact"],
    ["%x-%x", "exact"],
    ["%xa%s", "separable"],
    ["%X a%s", "exact"],
    ["%d %s", "exact"],
    ["%5d %s", "separable"],
    ["%05d %s", "exact"],
    ["%-05d %s", "separable"],
    ["% d %s", "separable"],
    ["%d0x%s", "exact"],
    ["%d0%s", "separable"],
    ["%f.%s", "separable"],
    ["%fin%s", "separable"],
    ["%1$s is %1$s", "exact"],
    ["%1$s is %2$s is %1$s", "separable"],
    ["%1$s is %1$5s", "separable"],
    ["%q is %s", "exact"],
    ["%q is %q is %q", "exact"],
    ["%s is %q is %s", "separable"],
    ["%5q is %s", "separable"],
    ["[%10s]", "separable"],
    ["[%-10s]", "separable"],
    ["[%.3s]", "separable"],
    ["[%.0s]", "opaque"],
    ["[%5d]", "exact"],
    ["[%.3f]", "exact"],
    ["[%5c]", "exact"],
    ["[%10q]", "exact"],
  ];

  test.each(VERDICTS)("%j is %s", (text, verdict) => {
    expect(template(text).verdict).toBe(verdict);
  });

  /** What a directive prints, told without the engine. */
  const LANGUAGES: Readonly<Record<string, (text: string) => boolean>> = {
    "%s": () => true,
    "%c": (text) => [...text].length === 1,
    "%d": (text) => /^(?:0|-?[1-9]\d*)$/.test(text),
    "%u": (text) => /^(?:0|[1-9]\d*)$/.test(text),
    "%x": (text) => /^(?:0|[1-9a-f][\da-f]*)$/.test(text),
    "%3d": (text) => /^ *(?:0|-?[1-9]\d*)$/.test(text) && (text.length === 3 || (text.length > 3 && text[0] !== " ")),
    "%02d": (text) => /^(?:0\d|-\d|-?[1-9]\d+)$/.test(text) && text !== "-0",
    "%-3s": (text) => [...text].length >= 3,
    "%.2s": (text) => [...text].length <= 2,
    "%.1f": (text) => /^(?:-?(?:0|[1-9]\d*)\.\d|-?inf|nan)$/.test(text),
  };
  const LOSSY = /[-.].*s/;

  /** How many divisions of the message there are, by trying all. */
  function countDivisions({ tokens }: Template, message: string, at = 0): number {
    const [token] = tokens.slice(at);
    if (token === undefined) return message === "" ? 1 : 0;
    const rest = { tokens, text: "", placeholders: "printf", verdict: "exact" } as const;
    if (token.kind === "literal") {
      return message.startsWith(token.text) ? countDivisions(rest, message.slice(token.text.length), at + 1) : 0;
    }
    let count = 0;
    let length = 0;
    for (const character of ["", ...message]) {
      length += character.length;
      if (LANGUAGES[token.text]?.(message.slice(0, length)) === true) {
        count += countDivisions(rest, message.slice(length), at + 1);
      }
    }
    return count;
  }

  const alphabet = fc.constantFrom(..."01-a .'in😀");
  const literal = fc.oneof(fc.constant(""), fc.string({ unit: alphabet, minLength: 1, maxLength: 2 }));
  const directive = fc.constantFrom(...Object.keys(LANGUAGES));
  const templates = fc
    .tuple(literal, fc.array(fc.tuple(directive, literal), { minLength: 1, maxLength: 3 }))
    .map(([head, slots]) => template(head + slots.flat().join("")));

  function valuesOf({ tokens }: Template): fc.Arbitrary<Value[]> {
    const values = tokens.flatMap((token): fc.Arbitrary<Value>[] => {
      if (token.kind === "literal") return [];
      if (token.conversion === "c") return [alphabet];
      if (token.conversion === "s") return [fc.string({ unit: alphabet, maxLength: 3 })];
      if (token.conversion === "f") return [fc.constantFrom(0, -1.5, 10, Number.POSITIVE_INFINITY)];
      return [token.conversion === "d" ? fc.integer({ min: -11, max: 110 }) : fc.constantFrom(0, 1, 10, 17, 161)];
    });
    return fc.tuple(...values);
  }

  function typesOf(one: Template): readonly ParamType[] {
    return templateArguments(one).map((each) => valueType(each));
  }

  const filled = templates.chain((one) => valuesOf(one).map((values) => ({ one, values })));

  test("exact promises that no message has two divisions", () => {
    let exact = 0;
    fc.assert(
      fc.property(templates, fc.string({ unit: alphabet, maxLength: 7 }), filled, (any, message, { one, values }) => {
        if (any.verdict === "exact") expect(countDivisions(any, message)).toBeLessThanOrEqual(1);
        if (one.verdict !== "exact") return;
        exact += 1;
        expect(countDivisions(one, formatTemplate(one, values))).toBe(1);
      }),
      { numRuns: 10_000 },
    );
    expect(exact).toBeGreaterThan(1_000);
  });

  test("exact templates read every message that they make, others that one or none", () => {
    let refused = 0;
    let read = 0;
    fc.assert(
      fc.property(filled, ({ one, values }) => {
        const message = formatTemplate(one, values);
        const parsed = parseTemplate(one, typesOf(one), message);
        const isLossy = one.tokens.some(({ kind, text }) => kind === "directive" && LOSSY.test(text));
        if (parsed === undefined) {
          refused += 1;
          expect(one.verdict).not.toBe("exact");
        } else {
          read += 1;
          expect(formatTemplate(one, parsed)).toBe(message);
          if (!isLossy) expect(parsed).toEqual(values);
        }
      }),
      { numRuns: 10_000 },
    );
    expect(Math.min(refused, read)).toBeGreaterThan(1_000);
  });

  test("what is read has one division only, and makes the same message", () => {
    let read = 0;
    const messages = fc.oneof(
      filled.map(({ one, values }) => [one, formatTemplate(one, values)] as const),
      fc.tuple(templates, fc.string({ unit: alphabet, maxLength: 7 })),
    );
    fc.assert(
      fc.property(messages, ([one, message]) => {
        const parsed = parseTemplate(one, typesOf(one), message);
        if (parsed === undefined) return;
        read += 1;
        expect(formatTemplate(one, parsed)).toBe(message);
        expect(countDivisions(one, message)).toBe(1);
      }),
      { numRuns: 10_000 },
    );
    expect(read).toBeGreaterThan(1_000);
  });

  test("int64 arguments are bigints on both ways", () => {
    const one = template("id %d of %x");
    const values = [-(2n ** 63n), 2n ** 64n - 1n];
    expect(parseTemplate(one, ["int64", "int64"], formatTemplate(one, values))).toEqual(values);
  });
});

// Findings on messages with named placeholders: names that differ, settings that are missing, translations.
import { describe, expect, test } from "vitest";
import { runRules } from "../../generator/rules/run.ts";
import { resolveFiles, resolveText } from "../helpers/resolve.ts";

interface Found {
  readonly code: string;
  readonly message: string;
  readonly help: string | undefined;
  /** The text at its place. */
  readonly marked: string;
}

function findings(table: ReturnType<typeof resolveText>, ...codes: readonly string[]): readonly Found[] {
  return runRules(table)
    .filter(({ code }) => codes.includes(code))
    .map(({ code, message, help, place: { source, span } }) => {
      return { code, message, help, marked: source.text.slice(span.start, span.end) };
    });
}

function table(placeholders: string, message: string, params = "{}"): ReturnType<typeof resolveText> {
  return resolveText(
    `placeholders: "${placeholders}"\nerrors:\n  Gone: { status: 404, message: "${message}", params: ${params}, solution: Wait. }\n`,
  );
}

describe("params-mismatch", () => {
  test("placeholders with names need no params", () => {
    expect(findings(table("{name}", "no {a} of {0}, {b}", "{ b: {} }"), "params-mismatch", "param-type")).toEqual([]);
  });

  test("a param that no placeholder names is a misspelling, or belongs to another dialect", () => {
    expect(findings(table("{name}", "no {stream}", "{ straem: {} }"), "params-mismatch")).toEqual([
      {
        code: "params-mismatch",
        message: 'The param "straem" is never shown: the message has no placeholder of this name.',
        help: 'Did you mean "stream"?',
        marked: "straem",
      },
    ]);
    const [other] = findings(table("<name>", "no {stream} of <x>", "{ stream: {} }"), "params-mismatch");
    expect(other?.help).toBe(
      '"{stream}" in the message is read with `placeholders: "{name}"` at the top of the table.',
    );
  });

  test("in a table of printf it names the setting that reads the placeholder", () => {
    const [found, ...others] = findings(table("printf", "no {stream}", "{ stream: {} }"), "params-mismatch");
    expect(others).toEqual([]);
    expect(found?.marked).toBe("stream");
    expect(found?.help).toBe(
      '"{stream}" in the message is read with `placeholders: "{name}"` at the top of the table.',
    );
  });

  test.each([
    ["[stream]", "[stream]"],
    ["#{stream}", "#{stream}"],
    ["(stream) of {{{stream}}}", "(stream)"],
    ["stream", undefined],
    ["{streams}", undefined],
  ])("signs of no dialect around the name of a param are told: %s", (message, written) => {
    const [found] = findings(table("printf", `no ${message}`, "{ stream: {} }"), "params-mismatch");
    expect(found?.help).toBe(
      written === undefined
        ? "Remove the param, or add a directive for it to the message."
        : `"${written}" in the message is text: write %s in its place.`,
    );
  });

  test("a percent sign that begins a placeholder of another dialect is told with its setting", () => {
    const found = findings(table("printf", "no %{stream} in 5% of cases", "{ stream: {} }"), "invalid-template");
    expect(found.map(({ help = "" }) => /placeholders: "%\{name\}"/.test(help))).toEqual([true, false]);
  });

  test("prototypes are no params", () => {
    expect(findings(table("{name}", "no {constructor} of {toString}"), "params-mismatch", "param-type")).toEqual([]);
  });
});

describe("types", () => {
  test("are those that the table says, and examples have them", () => {
    const params = '{ n: { type: integer, example: "3" }, f: { type: number, enum: [a] }, s: { enum: [a, b] } }';
    const found = findings(table("{name}", "{n} of {f} in {s}", params), "param-example", "param-type");
    expect(found.map(({ code, marked }) => [code, marked])).toEqual([
      ["param-type", "enum"],
      ["param-example", '"3"'],
    ]);
  });
});

describe("foreign-placeholder", () => {
  test("marks the first one, and names all of them with the setting of the first", () => {
    expect(findings(table("printf", "no {file} of %s, {user}", "{ a: {} }"), "foreign-placeholder")).toEqual([
      {
        code: "foreign-placeholder",
        message: '"{file}" and "{user}" are plain text here: placeholders of the table look like "%s".',
        help: 'If it stands for a value, write it as they are, or set `placeholders: "{name}"` at the top of the table.',
        marked: "{file}",
      },
    ]);
  });

  test("is found where the directive is broken, too, and in translations", () => {
    expect(findings(table("printf", "no %{file}"), "foreign-placeholder").map(({ marked }) => marked)).toEqual([
      "%{file}",
    ]);
    expect(findings(table("%name%", "no %s"), "foreign-placeholder")[0]?.help).toContain("`placeholders: printf`");
  });
});

describe("translations", () => {
  const original =
    'errtable: 1\nname: One\nplaceholders: "<name>"\nerrors:\n  Gone: { status: 404, message: "no <file> of <user id>", solution: Wait. }\n';
  const translated = (message: string) =>
    resolveFiles({
      "one.errors.yaml": original,
      "one.de.errors.yaml": `errtable: 1\ntranslates: ./one.errors.yaml\nlocale: de\nerrors: { Gone: { message: "${message}", solution: Warten. } }\n`,
    });

  test("are in the dialect of the table, in any order", () => {
    const table = translated("<user id> hat <file> nicht, <file>");
    expect(findings(table, "translation-arguments", "foreign-placeholder", "invalid-template")).toEqual([]);
  });

  test("have neither more nor fewer names", () => {
    const found = findings(translated("<user id> hat <datei> nicht"), "translation-arguments");
    expect(found.map(({ message, help }) => [message, help])).toEqual([
      ['The translation leaves out "<file>".', "Print it, for example with <file>."],
      ['"<datei>" is no placeholder of the original.', "Remove it, or write the name as the original does."],
    ]);
  });

  test("in another dialect they are found", () => {
    const [found] = findings(translated("{file} fehlt bei <file> von <user id>"), "foreign-placeholder");
    expect(found?.marked).toBe("{file}");
  });
});

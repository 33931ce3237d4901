// Reports say where and what, and never hand a terminal or a workflow a command that somebody wrote into a file.
import fc from "fast-check";
import { createColors } from "picocolors";
import { describe, expect, test } from "vitest";
import type { Diagnostic } from "../../generator/diagnostic/diagnostic.ts";
import { allKinds } from "../../generator/explain/all-kinds.ts";
import { explanationOf } from "../../generator/explain/explain-text.ts";
import { buildModel } from "../../generator/model/build.ts";
import { reportGithub } from "../../generator/report/github-report.ts";
import { reportJson } from "../../generator/report/json-report.ts";
import { reportText } from "../../generator/report/text-report.ts";
import { textWidth } from "../../generator/text/text-width.ts";
import { resolveText } from "../helpers/resolve.ts";

const plain = { colors: createColors(false) };
const colored = { colors: createColors(true) };

describe("text", () => {
  test("shows place, rule, line, help and what is related", () => {
    const text = "first: 1\nsecond: wrong\n";
    const source = { path: "my.errors.yaml", text };
    const report = reportText(
      [
        {
          code: "some-rule" as Diagnostic["code"],
          severity: "error",
          message: 'The value "wrong" is wrong.',
          help: "Correct it.",
          place: { source, span: spanOf(text, "wrong") },
          related: [{ message: "The first stands here.", place: { source, span: spanOf(text, "first") } }],
        },
      ],
      plain,
    );
    expect(report).toBe(
      [
        'my.errors.yaml:2:9 error[some-rule] The value "wrong" is wrong.',
        "    |",
        "  2 | second: wrong",
        "    |         ^^^^^",
        "  help: Correct it.",
        "  note: my.errors.yaml:1:1 The first stands here.",
        "    |",
        "  1 | first: 1",
        "    | ^^^^^",
        "",
        "  1 error[some-rule]",
        "1 error in 1 file.",
        "",
      ].join("\n"),
    );
  });

  test("errors come first, then the warnings of each rule together, those of rare rules first", () => {
    const source = { path: "a.yaml", text: "x".repeat(2000) };
    const findings = (code: string, severity: Diagnostic["severity"], count: number) =>
      Array.from({ length: count }, (_, start) => ({
        ...diagnosticAt(`This is ${code} ${start + 1}.`, source, { start, end: start + 1 }),
        code: code as Diagnostic["code"],
        severity,
      }));
    const all = [
      ...findings("common", "warning", 1234),
      ...findings("five", "warning", 5),
      ...findings("new", "warning", 1),
      ...findings("rare", "error", 1),
      ...findings("many", "error", 7),
    ];
    const shown = (report: string) => report.match(/This is \w+ \d+\./g);
    const names = (name: string, count: number) =>
      Array.from({ length: count }, (_, index) => `This is ${name} ${index + 1}.`);
    const report = reportText(all, plain);
    expect(shown(report)).toEqual(
      [names("rare", 1), names("many", 5), names("new", 1), names("five", 5), names("common", 5)].flat(),
    );
    expect(report).toContain(
      [
        "  help: Correct it.",
        "  also: a.yaml:1:2 This is common 2.",
        "  also: a.yaml:1:3 This is common 3.",
        "  also: a.yaml:1:4 This is common 4.",
        "  also: a.yaml:1:5 This is common 5.",
        "  and 1,229 more (--all)",
        "",
      ].join("\n"),
    );
    expect(report).toContain("\nmany: and 2 more (--all)\n");
    expect(report.match(/more/g)).toHaveLength(2);
    const counts = [
      "      7 error[many]",
      "      1 error[rare]",
      "  1,234 warning[common]",
      "      5 warning[five]",
      "      1 warning[new]",
      "8 errors and 1,240 warnings in 1 file.",
      "",
    ].join("\n");
    expect(report.endsWith(`\n\n${counts}`)).toBe(true);
    const whole = reportText(all, { ...plain, all: true });
    expect(shown(whole)).toHaveLength(1248);
    expect(whole).not.toContain("more");
    expect(whole.endsWith(`\n\n${counts}`)).toBe(true);
    // Programs get all of them.
    expect((JSON.parse(reportJson(all)) as { findings: unknown[] }).findings).toHaveLength(1248);
    expect(reportGithub(all).trimEnd().split("\n")).toHaveLength(1248);
    // Where warnings are not the result, each rule is told once.
    const brief = reportText(all.slice(0, 1240), { ...plain, brief: true });
    expect(brief).toBe(
      [
        "a.yaml:1:1 warning[new] This is new 1.",
        "  help: Correct it.",
        "",
        "a.yaml:1:1 warning[five] This is five 1.",
        "  help: Correct it.",
        "  and 4 more (--all)",
        "",
        "a.yaml:1:1 warning[common] This is common 1.",
        "  help: Correct it.",
        "  and 1,233 more (--all)",
        "",
        "1,240 warnings in 1 file.",
        "",
      ].join("\n"),
    );
    expect(shown(reportText(all, { ...plain, brief: true, all: true }))).toHaveLength(1248);
  });

  test("a help of its own stands below a finding, and the lines of the file that it speaks of below the help", () => {
    const source = { path: "a.yaml", text: "x y" };
    const [one, two] = [0, 2].map((start) => diagnosticAt(`At ${start}.`, source, { start, end: start + 1 }));
    if (one === undefined || two === undefined) throw new Error("There are two findings.");
    const example = ["params:", "  a: { description: … }"];
    const warnings = [one, { ...two, help: "Write it in this form.", example }].map((finding) => ({
      ...finding,
      severity: "warning" as const,
    }));
    expect(reportText(warnings, plain)).toContain(
      "  help: Correct it.\n  also: a.yaml:1:3 At 2.\n  help: Write it in this form.\n        params:\n          a: { description: … }\n",
    );
    const [, finding] = (JSON.parse(reportJson(warnings)) as { findings: readonly { example?: string }[] }).findings;
    expect(finding?.example).toBe("params:\n  a: { description: … }");
    expect(reportGithub(warnings)).toContain("Write it in this form.%0Aparams:%0A  a: { description: … }\n");
  });

  test("says nothing where there is nothing to say", () => {
    expect(reportText([], plain)).toBe("");
  });

  test.each([
    ["tabs", "\t\tkey:\tHERE", "HERE"],
    ["wide characters", "别名: 错误HERE", "HERE"],
    ["wide characters underlined", "别名: 错误", "错误"],
    ["combining marks", "e\u0301e\u0301: HERE", "HERE"],
    ["emoji", "🙂🙂: HERE", "HERE"],
    ["controls", "a\u001b[31mb: HERE", "HERE"],
    ["a long line", `${"x".repeat(500)} HERE ${"y".repeat(500)}`, "HERE"],
    ["a long wide line", `${"错".repeat(300)} HERE ${"误".repeat(300)}`, "HERE"],
    ["the end of a line", "key: value", ""],
  ])("the underline stands below the place: %s", (_, text, part) => {
    const [line = "", underline = ""] = frameOf(
      text,
      part === "" ? { start: text.length, end: text.length } : spanOf(text, part),
    );
    const carets = underline.slice(underline.indexOf("^"));
    const before = cellsBefore(line, part);
    expect(underline.indexOf("^")).toBe(before);
    expect(carets).toBe("^".repeat(Math.max(1, textWidth(part))));
    expect(textWidth(line)).toBeLessThanOrEqual(135);
  });

  test("of a place over several lines the first is underlined", () => {
    const [line, underline] = frameOf("one: {\n  two: 2 }\n", { start: 5, end: 17 });
    expect(line).toContain("one: {");
    expect(underline?.trim()).toBe("|      ^");
  });

  test("a file without a text has no frame", () => {
    const source = { path: "gone.errors.yaml", text: "" };
    const report = reportText([diagnosticAt("There is no such file.", source, { start: 0, end: 0 })], plain);
    expect(report.split("\n")[1]).toBe("  help: Correct it.");
  });

  test("nothing that a file holds reaches the terminal as a command", () => {
    fc.assert(
      fc.property(hostile, hostile, hostile, fc.nat(), fc.nat(), (text, message, path, start, length) => {
        const span = { start: start % (text.length + 1), end: (start % (text.length + 1)) + (length % 50) };
        const report = reportText([diagnosticAt(message, { path, text }, span)], plain);
        expect(report.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\u2028-\u202e\u2066-\u2069\u200e\u200f]/u);
        const ours = reportText([diagnosticAt(message, { path, text }, span)], colored);
        for (const part of ours.split("\u001b").slice(1)) expect(part).toMatch(/^\[\d+m/);
      }),
    );
  });
});

describe("json", () => {
  test("is one valid document also without findings", () => {
    expect(JSON.parse(reportJson([]))).toEqual({ findings: [], errors: 0, warnings: 0, notes: 0 });
  });

  test("holds lines and columns from 1 and the offset from 0", () => {
    const text = "错: 1\r\nkey: value\r\n";
    const source = { path: "a.yaml", text };
    const [finding] = (
      JSON.parse(reportJson([diagnosticAt("Wrong.", source, spanOf(text, "value"))])) as {
        findings: readonly unknown[];
      }
    ).findings;
    expect(finding).toEqual({
      file: "a.yaml",
      line: 2,
      column: 6,
      endLine: 2,
      endColumn: 11,
      offset: 11,
      rule: "some-rule",
      severity: "error",
      message: "Wrong.",
      help: "Correct it.",
    });
  });

  test("says what was said, whatever it was, without a control character", () => {
    fc.assert(
      fc.property(hostile, (message) => {
        const report = reportJson([diagnosticAt(message, { path: "a.yaml", text: "a" }, { start: 0, end: 1 })]);
        expect((JSON.parse(report) as { findings: [{ message: string }] }).findings[0].message).toBe(message);
        expect(report.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\u2028-\u202e]/u);
      }),
    );
  });
});

describe("github", () => {
  test("escapes what would end a property or a command", () => {
    const source = { path: "a,b:c%.yaml", text: "key: value" };
    expect(reportGithub([diagnosticAt("Not 5%:\nno, not at all.", source, { start: 5, end: 10 })])).toBe(
      "::error file=a%2Cb%3Ac%25.yaml,line=1,endLine=1,col=6,endColumn=11,title=some-rule::Not 5%25:%0Ano, not at all.%0ACorrect it.\n",
    );
  });

  test("a finding is one line", () => {
    fc.assert(
      fc.property(hostile, hostile, (message, path) => {
        const report = reportGithub([diagnosticAt(message, { path, text: "a" }, { start: 0, end: 1 })]);
        expect(report).toMatch(/^::error file=[^,:]*,line=1,endLine=1,col=1,endColumn=2,title=some-rule::[^\n\r]*\n$/);
      }),
    );
  });
});

describe("explain", () => {
  const table = resolveText(
    "errors:\n  AliasNotFound:\n    status: 404\n    message: alias '%s' does not exist\n    params: { alias: { description: The alias., example: prod } }\n" +
      "    description: There is none.\n    solution: Create it.\n    retry: never\noperations: { GetAlias: [AliasNotFound] }\n",
  );
  const request = { models: [buildModel(table)], colors: createColors(false) };

  test("every rule and every other kind of finding", () => {
    for (const { id, summary } of allKinds) {
      const { text, isKnown } = explanationOf({ ...request, name: id });
      expect(isKnown).toBe(true);
      expect(text).toContain(summary);
    }
    const list = explanationOf({ ...request, name: undefined }).text;
    for (const { id } of allKinds) expect(list).toContain(` ${id} `);
  });

  test("a rule with what is wrong and what is right", () => {
    const { text } = explanationOf({ ...request, name: "unknown-code" });
    expect(text).toMatch(/^unknown-code \(error, always\)\n/);
    expect(text).toContain("  GetAlias: [AliasNotFond]");
    expect(text).toContain("  GetAlias: [AliasNotFound]");
    expect(text).not.toContain("errtable-ignore unknown-code");
  });

  test("an error with its status, message, params and advice", () => {
    expect(explanationOf({ ...request, name: "AliasNotFound" })).toEqual({
      isKnown: true,
      text: [
        "AliasNotFound · 404 Not Found · Example",
        "Message: alias '{alias}' does not exist",
        "Meaning: There is none.",
        "What to do: Create it.",
        "Retry: never: the same request fails again.",
        "Operations: GetAlias",
        "Params:",
        '  alias (string) The alias. For example "prod".',
        "",
      ].join("\n"),
    });
  });

  test.each(["AliasNotFoundError", "Alias_Missing", "Alias_MissingError"])(
    "%s by its name in generated code",
    (name) => {
      const models = [
        buildModel(resolveText("errors:\n  Alias.Missing: { status: 404 }\n  AliasNotFound: { status: 404 }\n")),
      ];
      const { text } = explanationOf({ ...request, models, name });
      expect(text).toMatch(name.includes("_") ? /^Alias\.Missing · 404/ : /^AliasNotFound · 404/);
      const { text: hint } = explanationOf({ ...request, models, name: `${name}s` });
      expect(hint).toMatch(/Did you mean "Alias[._]?(?:Missing|NotFound)(?:Error)?"\?/);
    },
  );

  test("a code before the name of another code", () => {
    const models = [buildModel(resolveText("errors:\n  Gone: { status: 410 }\n  GoneError: { status: 410 }\n"))];
    expect(explanationOf({ ...request, models, name: "Gone" }).text).toMatch(/^Gone · [^\n]+\n$/);
    expect(explanationOf({ ...request, models, name: "GoneErrorError" }).text).toMatch(/^GoneError · [^\n]+\n$/);
  });

  test("a code without a table", () => {
    const { text } = explanationOf({ ...request, models: [], name: "OrderNotFound" });
    expect(text).toBe(
      'There is no rule "OrderNotFound". Name the table of a code with --table, or list the rules with errtable explain.\n',
    );
  });

  test("an unknown name with a hint", () => {
    expect(explanationOf({ ...request, name: "AliasNotFond" })).toEqual({
      isKnown: false,
      text: 'There is no rule and no code "AliasNotFond". Did you mean "AliasNotFound"?\n',
    });
  });
});

const hostile = fc.oneof(
  fc.string({ unit: "binary", maxLength: 60 }),
  fc
    .array(fc.constantFrom("\u001b[2J", "\u009b31m", "\u0007", "\r", "\n", "\t", "\u202e", "::", "%0A", "错", "a"), {
      maxLength: 12,
    })
    .map((parts) => parts.join("")),
);

function diagnosticAt(
  message: string,
  source: { path: string; text: string },
  span: { start: number; end: number },
): Diagnostic {
  return {
    code: "some-rule" as Diagnostic["code"],
    severity: "error",
    message,
    help: "Correct it.",
    place: { source, span },
  };
}

function spanOf(text: string, part: string): { start: number; end: number } {
  const start = text.indexOf(part);
  return { start, end: start + part.length };
}

/** The line of the source and the line below it, without what stands before the bar. */
function frameOf(text: string, span: { start: number; end: number }): readonly string[] {
  const report = reportText([diagnosticAt("Wrong.", { path: "a.yaml", text }, span)], plain);
  return report.split("\n").slice(2, 4);
}

function cellsBefore(line: string, part: string): number {
  return textWidth(part === "" ? line : line.slice(0, line.indexOf(part)));
}

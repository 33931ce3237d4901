// Reports for programs are accepted by the schemas of their formats, with findings and without, whatever the texts hold.
import { Ajv } from "ajv";
import fc from "fast-check";
import { createColors } from "picocolors";
import { describe, expect, test } from "vitest";
import type { Diagnostic } from "../../generator/diagnostic/diagnostic.ts";
import { kindOf } from "../../generator/explain/all-kinds.ts";
import { reportGitlab } from "../../generator/report/gitlab-report.ts";
import { reportJunit } from "../../generator/report/junit-report.ts";
import type { ReportContext } from "../../generator/report/report-context.ts";
import { reportSarif } from "../../generator/report/sarif-report.ts";
import { junitProblems, sarifProblems } from "../judges/reports/accept.ts";

const context: ReportContext = {
  colors: createColors(false),
  repositoryPath: (path) => `packages/a/${path}`,
  kindOf,
  version: "1.2.3",
};
const source = { path: "my errors#1.errors.yaml", text: "errors:\n  A: { status: 404 }\n  B: { status: 404 }\n" };
const problem = { message: "There is no table.", help: "Name one." };

function at(start: number, end: number, rest: Partial<Diagnostic> = {}): Diagnostic {
  return {
    code: "missing-solution",
    severity: "error",
    message: "It is wrong.",
    help: "Correct it.",
    place: { source, span: { start, end } },
    ...rest,
  };
}

const several = [
  at(10, 11, { related: [{ message: "The other one.", place: { source, span: { start: 31, end: 32 } } }] }),
  at(31, 32),
  at(31, 32, { code: "same-case", severity: "warning", fix: [{ start: 31, end: 32, text: "C" }] }),
  at(0, 0, { code: "missing-file", place: { source: { path: "gone.yaml", text: "" }, span: { start: 0, end: 0 } } }),
];
const hostile = fc
  .array(
    fc.constantFrom(
      "\u0000",
      "\u001b[2J",
      "\ud800",
      "\ufffe",
      "\r\n",
      "\t",
      "]]>",
      '"',
      "<a>",
      "&",
      "#",
      "%",
      "/",
      "错",
      "a",
    ),
    {
      maxLength: 12,
    },
  )
  .map((parts) => parts.join(""));
const hostileFindings = fc
  .tuple(hostile, hostile, hostile)
  .map(([path, message, text]) =>
    at(0, text.length, { message, place: { source: { path, text }, span: { start: 0, end: text.length } } }),
  );

/** Documents with no finding, one, several and hostile ones, and of a command that did nothing. */
function documents(report: (diagnostics: readonly Diagnostic[], context: ReportContext) => string): readonly string[] {
  return [
    report([], context),
    report([], { ...context, checked: ["a.errors.yaml"] }),
    report([], { ...context, problem }),
    report(several.slice(0, 1), context),
    report(several, { ...context, files: [at(0, 0, { code: "out-of-date" })], failOnWarnings: true }),
    ...fc.sample(fc.array(hostileFindings, { maxLength: 4 }), 60).map((findings) => report(findings, context)),
  ];
}

describe("sarif", () => {
  test("is a log of SARIF 2.1.0", () => {
    for (const text of documents(reportSarif)) {
      expect(sarifProblems(text), text).toBeUndefined();
      expect(text.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\u2028-\u202e]/u);
    }
  });

  test("the schema refuses a log that lacks a message", () => {
    const problems = sarifProblems(reportSarif(several, context).replace('"message"', '"massage"'));
    expect(JSON.stringify(problems)).toContain("should have required property 'message'");
  });

  test("holds rules, places in the repository, related places and fixes", () => {
    const [run] = (JSON.parse(reportSarif(several, context)) as { runs: [Run] }).runs;
    expect(run.tool.driver).toMatchObject({ name: "errtable", version: "1.2.3" });
    expect(run.tool.driver.rules.map(({ id }) => id)).toEqual(["missing-solution", "same-case", "missing-file"]);
    for (const rule of run.tool.driver.rules) {
      expect(rule.help.text).toContain(kindOf(rule.id)?.explanation);
      expect(rule).not.toHaveProperty("helpUri");
    }
    expect(run.results).toMatchObject([
      {
        ruleId: "missing-solution",
        ruleIndex: 0,
        level: "error",
        message: { text: "It is wrong.\nCorrect it." },
        locations: [
          {
            physicalLocation: {
              artifactLocation: { uri: "packages/a/my%20errors%231.errors.yaml", uriBaseId: "%SRCROOT%" },
              region: { startLine: 2, startColumn: 3, endLine: 2, endColumn: 4 },
            },
          },
        ],
        relatedLocations: [{ message: { text: "The other one." }, physicalLocation: { region: { startLine: 3 } } }],
      },
      { ruleIndex: 0 },
      {
        ruleIndex: 1,
        level: "warning",
        fixes: [{ artifactChanges: [{ replacements: [{ deletedRegion: { charOffset: 31, charLength: 1 } }] }] }],
      },
      { ruleIndex: 2, locations: [{ physicalLocation: { region: { startLine: 1 } } }] },
    ]);
  });

  test("says whether a run without results found nothing or did nothing", () => {
    const [done, failed] = [reportSarif([], context), reportSarif([], { ...context, problem })].map(
      (text) => (JSON.parse(text) as { runs: [Run] }).runs[0].invocations[0],
    );
    expect(done).toEqual({ executionSuccessful: true });
    expect(failed).toMatchObject({ executionSuccessful: false });
    expect(JSON.stringify(failed)).toContain("There is no table. Name one.");
  });

  test("has no more results than code scanning takes, errors first, and says how many it left out", () => {
    const all = [at(10, 11, { severity: "warning" }), ...several.slice(0, 2)];
    const text = reportSarif(all, context, 2);
    const [{ results, invocations }] = (JSON.parse(text) as { runs: [Run] }).runs;
    expect((results as readonly { readonly level: string }[]).map(({ level }) => level)).toEqual(["error", "error"]);
    expect(JSON.stringify(invocations)).toContain("1 finding is left out here, because code scanning takes");
    expect(sarifProblems(text)).toBeUndefined();
    expect(reportSarif(all, context, 3)).toBe(reportSarif(all, context));
  });
});

describe("junit", () => {
  test("fits the schema of Jenkins", async () => {
    expect(await junitProblems(documents(reportJunit))).toEqual([]);
    expect(await junitProblems([reportJunit([], context).replace("<testcase", "<testcasé")])).not.toEqual([]);
  });

  test("counts errors as failures, and warnings where they fail the command", () => {
    expect(reportJunit(several, context)).toContain('<testsuites name="errtable" tests="4" failures="3" errors="0">');
    expect(reportJunit(several, { ...context, failOnWarnings: true })).toContain('tests="4" failures="4" errors="0"');
    expect(reportJunit([], { ...context, problem })).toContain('tests="1" failures="0" errors="1"');
    expect(reportJunit([], { ...context, checked: ["a.yaml", "b.yaml"] })).toContain('tests="2" failures="0"');
  });
});

describe("gitlab", () => {
  const schema = {
    type: "array",
    items: {
      type: "object",
      required: ["description", "check_name", "fingerprint", "severity", "location"],
      properties: {
        description: { type: "string", minLength: 1 },
        check_name: { type: "string", minLength: 1 },
        fingerprint: { type: "string", pattern: "^[0-9a-f]{64}$" },
        severity: { enum: ["info", "minor", "major", "critical", "blocker"] },
        location: {
          type: "object",
          required: ["path", "lines"],
          properties: {
            path: { type: "string", pattern: "^packages/a/" },
            lines: { type: "object", required: ["begin"], properties: { begin: { type: "integer", minimum: 1 } } },
          },
        },
      },
    },
  };

  test("is a Code Quality report whose fingerprints differ, and stay when lines move", () => {
    const isReport = new Ajv().compile(schema);
    for (const text of documents(reportGitlab)) {
      const issues = JSON.parse(text) as readonly { readonly fingerprint: string }[];
      expect(isReport(issues.filter((issue) => "description" in issue && issue.description !== "")), text).toBe(true);
      expect(new Set(issues.map(({ fingerprint }) => fingerprint)).size).toBe(issues.length);
    }
    const moved = { ...source, text: `# A line.\n${source.text}` };
    const after = several.map((one) => ({
      ...one,
      place: { source: { ...moved, path: one.place.source.path }, span: one.place.span },
    }));
    const prints = (list: readonly Diagnostic[]) =>
      (JSON.parse(reportGitlab(list, context)) as { fingerprint: string }[]).map(({ fingerprint }) => fingerprint);
    expect(prints(after)).toEqual(prints(several));
  });
});

interface Run {
  readonly tool: { readonly driver: { readonly rules: readonly { id: string; help: { text: string } }[] } };
  readonly invocations: readonly unknown[];
  readonly results: readonly unknown[];
}

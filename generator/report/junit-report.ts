// Diagnostics as test suites in JUnit's XML: a suite per file, and a test case per finding or per file without any.
import type { Diagnostic } from "../diagnostic/diagnostic.ts";
import { groupBy } from "../diagnostic/group-by.ts";
import { positionAt } from "../diagnostic/source.ts";
import { showControls } from "../diagnostic/unseen.ts";
import { escapeAttribute, escapeXml } from "../text/xml-text.ts";
import { problemFinding } from "./outcome-findings.ts";
import type { ReportContext } from "./report-context.ts";

interface Suite {
  readonly name: string;
  readonly tests: number;
  readonly failures: number;
  readonly errors: number;
  readonly cases: readonly string[];
}

/** Findings that do not make the command fail are cases that pass, with the finding as their output. */
export function reportJunit(
  diagnostics: readonly Diagnostic[],
  { files = [], problem, checked = [], failOnWarnings = false }: Partial<ReportContext> = {},
): string {
  const found = groupBy([...diagnostics, ...files], ({ place }) => place.source.path);
  const isFailure = ({ severity }: Diagnostic): boolean =>
    severity === "error" || (severity === "warning" && failOnWarnings);
  const suites = [
    ...(problem === undefined ? [] : [problemSuite(problemFinding(problem))]),
    ...Array.from(found, ([path, group]) => findingsSuite(path, group, isFailure)),
    ...checked.filter((path) => !found.has(path)).map(cleanSuite),
  ];
  // Some programs take a report without a test for a run that broke off.
  const all = suites.length === 0 ? [cleanSuite("errtable")] : suites;
  const sum = (key: "tests" | "failures" | "errors"): number => all.reduce((count, suite) => count + suite[key], 0);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="errtable" tests="${sum("tests")}" failures="${sum("failures")}" errors="${sum("errors")}">`,
    ...all.flatMap(suiteLines),
    "</testsuites>",
    "",
  ].join("\n");
}

function suiteLines({ name, tests, failures, errors, cases }: Suite): readonly string[] {
  const counts = `tests="${tests}" failures="${failures}" errors="${errors}" skipped="0"`;
  return [`  <testsuite name="${attribute(name)}" ${counts}>`, ...cases, "  </testsuite>"];
}

function cleanSuite(name: string): Suite {
  const only = `    <testcase classname="${attribute(name)}" name="no findings"/>`;
  return { name, tests: 1, failures: 0, errors: 0, cases: [only] };
}

function problemSuite(finding: Diagnostic): Suite {
  const only = caseLines(finding, "errtable", "error");
  return { name: "errtable", tests: 1, failures: 0, errors: 1, cases: only };
}

function findingsSuite(
  name: string,
  group: readonly Diagnostic[],
  isFailure: (diagnostic: Diagnostic) => boolean,
): Suite {
  const cases = group.flatMap((one) => caseLines(one, name, isFailure(one) ? "failure" : "system-out"));
  return { name, tests: group.length, failures: group.filter(isFailure).length, errors: 0, cases };
}

function caseLines(
  { code, severity, message, help, example = [], place: { source, span } }: Diagnostic,
  file: string,
  element: "failure" | "error" | "system-out",
): readonly string[] {
  const { line, column } = positionAt(source, span.start);
  const place = source.text === "" ? source.path : `${source.path}:${line}:${column}`;
  const name = source.text === "" ? code : `${code} (${line}:${column})`;
  const lines = [`${place} ${severity}[${code}] ${message}`, ...(help === undefined ? [] : [help]), ...example];
  const text = lines.map((text) => escapeXml(spelled(text))).join("\n");
  const attributes = element === "system-out" ? "" : ` type="${attribute(code)}" message="${attribute(message)}"`;
  return [
    `    <testcase classname="${attribute(file)}" name="${attribute(name)}">`,
    `      <${element}${attributes}>${text}</${element}>`,
    "    </testcase>",
  ];
}

function attribute(text: string): string {
  return escapeAttribute(spelled(text));
}

/** XML has no form for two characters that are none. */
function spelled(text: string): string {
  return showControls(text).replace(/[\ufffe\uffff]/g, "\ufffd");
}

// Findings as a comment on a pull request: hostile names notify nobody and break no table.
import { expect, test } from "vitest";
import type { Diagnostic } from "../../generator/diagnostic/diagnostic.ts";
import { reportMarkdown } from "../../generator/report/markdown-report.ts";

const source = { path: "shop.errors.yaml", text: "errtable: 1\nname: Shop\n" };
const finding = (severity: Diagnostic["severity"], message: string, help = "Correct it."): Diagnostic => ({
  code: "code-removed",
  severity,
  message,
  help,
  place: { source, span: { start: 12, end: 16 } },
});

test("without findings it says so", () => {
  expect(reportMarkdown([])).toBe("<!-- errtable report -->\n\n### errtable: nothing to report\n");
});

test("counts, places, and a table for each severity", () => {
  const report = reportMarkdown([finding("error", 'The code "A" is gone.'), finding("note", "Another text.")]);
  expect(report).toContain("### errtable: 1 error and 1 note\n");
  expect(report).toMatch(/^\| Error +\| Place +\| Finding +\| What to do +\|$/m);
  expect(report).toMatch(
    /^\| `code-removed` +\| `shop\.errors\.yaml:2` +\| The code `A` is gone\. +\| Correct it\. +\|$/m,
  );
  expect(report).toMatch(/^\| Note /m);
});

test.each([
  'The code "@octo/team" is gone.',
  "See @octocat and #12.",
  'The code "a|b<img src=x>`" is gone.',
  '"\u202e\u0007" it.',
])("%j is shown, and nothing more", (message) => {
  const report = reportMarkdown([finding("error", message)]);
  const row = report.split("\n").find((line) => line.includes("code-removed")) ?? "";
  expect(row.match(/(?<!\\)\|/g)).toHaveLength(5);
  // Outside of code.
  const open = row.replaceAll(/<code[^>]*>.*?<\/code>|(`+)(?!`).*?\1/g, "");
  expect(open).not.toMatch(/[@#]\w|<img/);
  expect(["\u0007", "\u202e"].filter((sign) => report.includes(sign))).toEqual([]);
});

test("a comment has room for it", () => {
  const report = reportMarkdown(
    Array.from({ length: 5000 }, (_, index) => finding("error", `The code "E${index}" is gone.`)),
  );
  expect(report).toContain("And 4940 more.");
  expect(report.length).toBeLessThan(65_536);
});

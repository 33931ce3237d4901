// How much of a table is translated: counted, told by lint, and by the rule that asks for what is missing.

import { expect, test } from "vitest";
import { readTables } from "../../generator/compile.ts";
import { memoryHost } from "../../generator/reader/host.ts";
import { reportJson } from "../../generator/report/json-report.ts";
import { coverageOf } from "../../generator/rules/engine/coverage.ts";

const TABLE = `errtable: 1
name: Shop
groups: { stock: { title: Stock, description: What is there. }, unused: { title: Unused } }
errors:
  A: { status: 404, group: stock, message: "no '%s'", params: { id: {} }, description: Gone., solution: Look. }
  B: { status: 400, message: "%s", params: { all: {} }, description: Bad. }
  C: { status: 500, audience: internal, description: Ours., solution: None. }
`;

function covered(translation: string) {
  const host = memoryHost({
    "/t.errors.yaml": TABLE,
    "/t.de.errors.yaml": `errtable: 1\ntranslates: ./t.errors.yaml\nlocale: de\n${translation}`,
  });
  const { tables, diagnostics } = readTables({ tables: ["/t.errors.yaml"], targets: [] }, host);
  const [coverage] = [...tables.values()].flatMap((table) => [...coverageOf(table)]);
  const told = diagnostics.filter(({ code }) => code === "untranslated").map(({ message }) => message);
  return { texts: coverage?.texts, translated: coverage?.translated, told };
}

test("every text that readers see counts, and none that has nothing to translate", () => {
  expect(covered("errors: { A: { description: Weg., solution: Suchen. } }\n")).toEqual({
    texts: 6,
    translated: 2,
    told: [
      'The locale "de" covers 0 % of the errors of "Shop": 2 of 2 errors lack a text: "A" and "B". The group "stock" lacks a text.',
    ],
  });
  const whole = "groups: { stock: { title: Lager, description: Was da ist. } }\n";
  const errors = `errors: { A: { message: "kein '%s'", description: Weg., solution: Suchen. }, B: { description: Falsch. } }\n`;
  expect(covered(whole + errors)).toEqual({ texts: 6, translated: 6, told: [] });
  expect(covered(errors).told).toEqual([
    'The locale "de" covers 100 % of the errors of "Shop". The group "stock" lacks a text.',
  ]);
});

test("programs are told too", () => {
  const coverage = [{ table: "t.errors.yaml", locale: "de", texts: 6, translated: 2 }];
  expect(JSON.parse(reportJson([], { coverage }))).toEqual({
    findings: [],
    errors: 0,
    warnings: 0,
    notes: 0,
    coverage,
  });
});

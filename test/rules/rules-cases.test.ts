// Rules look at the texts of cases as they look at those of errors, and find what cases share once.
import { expect, test } from "vitest";
import { readTables } from "../../generator/compile.ts";
import { memoryHost } from "../../generator/reader/host.ts";

function found(rows: string, code: string): readonly string[] {
  const path = "/shop.errors.yaml";
  const host = memoryHost({ [path]: `errtable: 1\nname: Shop\nerrors:\n${rows}` });
  return readTables({ tables: [path], targets: [] }, host)
    .diagnostics.filter((one) => one.code === code)
    .map(({ place: { source, span } }) => source.text.slice(span.start, span.end));
}

test("placeholders of another kind are found in the messages of cases", () => {
  const rows = '  Gone: { status: 404, cases: { one: { message: "no {user}" }, two: { message: "no {shop}" } } }\n';
  expect(found(rows, "foreign-placeholder")).toEqual(["{user}", "{shop}"]);
});

test("a message that cases share has its finding once", () => {
  const rows =
    '  Gone: { message: "no {user}", cases: { one: { status: 404 }, two: { status: 410 }, three: { status: 403 } } }\n';
  expect(found(rows, "foreign-placeholder")).toEqual(["{user}"]);
});

test("an error needs no solution where each of its cases has one", () => {
  const one = "one: { status: 404, solution: Wait. }";
  expect(found(`  Gone: { cases: { ${one}, two: { status: 410, solution: Ask. } } }\n`, "missing-solution")).toEqual(
    [],
  );
  expect(found(`  Gone: { cases: { ${one}, two: { status: 410 } } }\n`, "missing-solution")).toEqual(["Gone"]);
});

test("texts of cases do not repeat the code either", () => {
  const rows =
    "  FileGone:\n    description: File gone.\n    cases:\n" +
    '      one: { status: 404, message: "FileGone: no" }\n      two: { status: 410, solution: File gone. }\n';
  expect(found(rows, "text-repeats-code")).toEqual(["File gone.", "FileGone", "File gone."]);
});

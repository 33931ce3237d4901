// Rules look at the texts of cases as they look at those of errors, and find what cases share once.
import { expect, test } from "vitest";
import { readTables } from "../../generator/compile.ts";
import type { Diagnostic } from "../../generator/diagnostic/diagnostic.ts";
import { memoryHost } from "../../generator/reader/host.ts";

function found(rows: string, code: string): readonly string[] {
  return findings(rows, code).map(({ place: { source, span } }) => source.text.slice(span.start, span.end));
}

function messages(rows: string, code: string): readonly string[] {
  return findings(rows, code).map(({ message }) => message);
}

function findings(rows: string, code: string): readonly Diagnostic[] {
  const path = "/shop.errors.yaml";
  const host = memoryHost({ [path]: `errtable: 1\nname: Shop\nerrors:\n${rows}` });
  return readTables({ tables: [path], targets: [] }, host).diagnostics.filter((one) => one.code === code);
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

test("what cases have of their error is said of the error once, and of a case where only that case is meant", () => {
  const cases =
    "cases: { one: { message: a }, two: { message: b, headers: { Retry-After: {} } }, three: { message: c } }";
  const busy = `  Busy: { status: 429, retry: throttled, ${cases} }\n`;
  expect(messages(busy, "throttled-without-retry-after")).toEqual([
    '"Busy.one" is throttled, but has no Retry-After header.',
    '"Busy.three" is throttled, but has no Retry-After header.',
  ]);
  const none = busy.replace(", headers: { Retry-After: {} }", "");
  expect(messages(none, "throttled-without-retry-after")).toEqual([
    '"Busy" is throttled, but has no Retry-After header.',
  ]);
  const wrong = none.replace("429", "404").replace("throttled", "backoff");
  expect(messages(wrong, "unlikely-backoff")).toEqual([
    '"Busy" may be tried again, but status 404 says that the request itself is wrong.',
  ]);
  expect(messages(none.replace("throttled", "never"), "unthrottled-429")).toEqual([
    '"Busy" has status 429, but is not "retry: throttled".',
  ]);
});

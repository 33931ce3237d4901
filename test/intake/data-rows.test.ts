// Lists and maps of errors in JSON and YAML become tables, by the names of their members.
import { expect, test } from "vitest";
import { read, readFile } from "./read.ts";

const ROWS = [
  { code: -1, name: "UNKNOWN_ERROR", message: "It failed.", retriable: false },
  { code: 3, name: "NOT_THERE", message: "Thing {name} is not there.", retriable: true, level: "high" },
];
const ERRORS = {
  [-1]: { identifier: "UnknownError", message: "It failed.", retry: "never" },
  3: { identifier: "NotThere", message: "Thing {name} is not there.", retry: "backoff" },
};

test.each([
  ["a list", "errors.json", ROWS],
  ["a list in an object", "errors.json", { version: 1, errors: ROWS }],
  ["a map by name", "errors.json", { UNKNOWN_ERROR: rowOf(0), NOT_THERE: rowOf(1) }],
  [
    "a list in YAML",
    "errors.yaml",
    `# Errors\n- { code: -1, name: UNKNOWN_ERROR, message: It failed., retriable: false }\n- code: 3\n  name: NOT_THERE\n  message: "Thing {name} is not there."\n  retriable: true\n  level: high\n`,
  ],
])("%s", (_, path, content) => {
  const { table, dropped } = read(path, content);
  expect(table.errors).toMatchObject(ERRORS);
  expect(table.placeholders).toBe("{name}");
  expect(table.body?.["code"]).toMatchObject({ type: "integer" });
  expect(dropped).toEqual([{ reason: "columns", name: "level" }]);
});

function rowOf(index: number): object {
  const { name: _, ...row } = ROWS[index] ?? {};
  return row;
}

test("a map by code, with lists of lines, statuses and what a table cannot have", () => {
  const { table, dropped } = read("codes.json", {
    DISK_FULL: { message: ["The disk is full.", "Delete files."], httpStatus: 507, more: { a: 1 } },
    DISK_GONE: { message: ["The disk is gone."], httpStatus: 404, constructor: null },
  });
  expect(table.errors).toEqual({
    DISK_FULL: { status: 507, message: "The disk is full. Delete files." },
    DISK_GONE: { status: 404, message: "The disk is gone." },
  });
  expect(dropped).toEqual([{ reason: "columns", name: "more" }]);
});

test("columns are asked for by their names", () => {
  const { table } = read(
    "codes.json",
    [
      { id: "E1", http: 404, words: "It is not there." },
      { id: "E2", words: "No." },
    ],
    {
      columns: "code=id,status=http,message=words",
    },
  );
  expect(table.errors).toEqual({ E1: { status: 404, message: "It is not there." }, E2: { message: "No." } });
});

test.each([
  ["a list without codes", [{ a: 1 }], "nothing-to-read", '--columns code=1. The first table has "a".'],
  ["a list of texts", ["E1", "E2"], "source-kind", "A list of errors has an object with a code for each"],
  ["a table", { errtable: 1, errors: { E1: { status: 404 } } }, "source-kind", "Copy the file"],
  ["an object of texts", { a: "b" }, "nothing-to-read", "An enum of codes"],
])("%s is refused", (_, content, code, help) => {
  const found = readFile("any.json", content);
  expect(found).toEqual([expect.objectContaining({ code, help: expect.stringContaining(help) })]);
});

// Function Compute's table says what its source says: status, code, message, description and solution, word for word.

import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { compileModels } from "../../generator/compile.ts";
import { memoryHost } from "../../generator/reader/host.ts";
import { flatErrors } from "../helpers/flat-error.ts";

interface Entry {
  readonly status: number;
  readonly message?: string;
  readonly description: string;
  readonly solution: string;
}

/** The source's rows; their columns are separated by single spaces, as the page's text shows them. */
const rows = read("test/corpora/seed/function-compute.txt").trimEnd().split("\n");
const table = parse(read("spec/function-compute.errors.yaml")) as {
  readonly source: unknown;
  readonly body: unknown;
  readonly errors: Readonly<Record<string, Entry>>;
};
const chinese = parse(read("spec/function-compute.zh-CN.errors.yaml")) as {
  readonly errors: Readonly<Record<string, Partial<Entry>>>;
};

test("the source has 15 rows", () => {
  expect(rows).toHaveLength(15);
});

test("the table's entries are the source's rows, in their order", () => {
  const entries = Object.entries(table.errors).map(([code, { status, message, description, solution }]) =>
    [status, code, message ?? "N/A", description, solution].join(" "),
  );
  expect(entries).toEqual(rows);
});

test("the columns of every entry end where the source's do", () => {
  for (const [code, entry] of Object.entries(table.errors)) {
    expect(entry.message ?? "", code).not.toContain("The error message returned");
    expect(entry.description, code).toMatch(/^The error message returned because [^.]+\.$/);
    expect(entry.solution, code).toMatch(/^[A-Z].*\.$/);
  }
});

test("only the row without a message has none", () => {
  const silent = Object.entries(table.errors).filter(([, entry]) => entry.message === undefined);
  expect(silent.map(([code]) => code)).toEqual(["ConcurrentUpdateError"]);
});

test("the table says where its facts come from, and reads both spellings of the body", () => {
  expect(table.source).toEqual({
    url: "https://www.alibabacloud.com/help/en/function-compute/latest/error-codes",
    retrieved: "2026-11-23",
  });
  expect(table.body).toEqual({
    mediaType: "application/json",
    code: "/errorCode",
    message: "/errorMessage",
    aliases: [{ code: "/ErrorCode", message: "/ErrorMessage" }],
  });
});

test("the Chinese translation is complete", () => {
  expect(Object.keys(chinese.errors)).toEqual(Object.keys(table.errors));
  for (const [code, entry] of Object.entries(table.errors)) {
    const translated = chinese.errors[code];
    expect(translated?.description, code).toMatch(/\p{Script=Han}.*。$/u);
    expect(translated?.solution, code).toMatch(/\p{Script=Han}.*。$/u);
    expect(directives(translated?.message), code).toEqual(directives(entry.message));
    if (entry.message !== undefined && entry.message !== "%s") {
      expect(translated?.message, code).toMatch(/\p{Script=Han}/u);
    }
  }
});

test("nothing is to be said against the table, and its model holds the source's rows", async () => {
  const files = ["spec/function-compute.errors.yaml", "spec/function-compute.zh-CN.errors.yaml"];
  const host = memoryHost(Object.fromEntries(files.map((path) => [path, read(path)])));
  const { diagnostics, models } = await compileModels({ tables: [`/${files[0]}`], targets: [] }, host);
  expect(diagnostics).toEqual([]);
  const errors = flatErrors({ errors: models.get(`/${files[0]}`)?.errors ?? [] }).toSorted((a, b) => a.order - b.order);
  expect(
    errors.map(({ status, code, template, description, solution }) =>
      [status, code, template?.text ?? "N/A", description, solution].join(" "),
    ),
  ).toEqual(rows);
  for (const { code, texts } of errors)
    expect(texts["zh-CN"]?.description, code).toBe(chinese.errors[code]?.description);
});

/** The arguments of a message with their conversions, in argument order: "1s", "2d". */
function directives(message: string | undefined): readonly string[] | undefined {
  const found = message?.matchAll(/%(?:(\d)\$)?([sd])/g);
  return found && Array.from(found, ([, position, conversion], at) => `${position ?? at + 1}${conversion}`).toSorted();
}

function read(path: string): string {
  return readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
}

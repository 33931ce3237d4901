// What is committed stays small enough to be reviewed: bytes per byte of the table, and lines per added code.
import { describe, expect, test } from "vitest";
import type { TypescriptOptions } from "../../../generator/products/options.gen.ts";
import { hunksOf } from "../../../generator/report/hunks.ts";
import { modelOfText } from "../../helpers/model-fixtures.ts";
import { sizeRow, sizeTable } from "../../helpers/size-table.ts";
import { TERSE_TABLES } from "../../helpers/terse-tables.ts";
import { productOf } from "../../helpers/typescript-product.ts";

/** Bytes of the default parts per byte of the table. */
async function sizeOf(table: string): Promise<number> {
  const files = await productOf(modelOfText(table));
  const bytes = [...files.values()].reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  return bytes / Buffer.byteLength(table);
}

describe.each([
  [226, 6],
  [2000, 3.5],
])("%d codes", (count, limit) => {
  const table = sizeTable(count);
  const model = modelOfText(table);

  test(`make at most ${limit} bytes per byte of the table`, async () => {
    expect(await sizeOf(table)).toBeLessThanOrEqual(limit);
  });

  test("one more code changes few lines, all in one place or beside a line of the same kind", async () => {
    const before = await productOf(model);
    const row = sizeRow(Math.floor(count / 2))
      .replace(/^ {2}\d+/, "  20404")
      .replace(/identifier: .*/, "identifier: Added");
    const after = await productOf(modelOfText(table + row));
    for (const [path, text] of after) {
      const lines = hunksOf(before.get(path) ?? "", text).flatMap((hunk) => hunk.lines);
      expect(lines.filter((line) => !line.startsWith(" ")).length, path).toBeLessThanOrEqual(12);
    }
  });
});

/** What is the same for all tables, and more for each code than rows of so few words have themselves. */
const LEAST: Readonly<Record<string, number>> = { "names with a constant": 6.5 };

describe.each(Object.entries(TERSE_TABLES))("%s", (kind, tableOf) => {
  test.each([
    [130, LEAST[kind] ?? 6],
    [226, 6],
    [2000, 3.5],
  ])("of %d codes make at most %d bytes per byte of the table", async (count, limit) => {
    expect(await sizeOf(tableOf(count))).toBeLessThanOrEqual(limit);
  });

  test.each([64, 260])("one more code than %d changes few lines", async (count) => {
    const options = { perCode: "never" } as const;
    const before = await productOf(modelOfText(tableOf(count)), options);
    for (const [path, text] of await productOf(modelOfText(tableOf(count + 1)), options)) {
      const lines = hunksOf(before.get(path) ?? "", text).flatMap((hunk) => hunk.lines);
      expect(lines.filter((line) => !line.startsWith(" ")).length, path).toBeLessThanOrEqual(12);
    }
  });
});

/** Rows of kinds that the table does not have yet. */
const FIRST_ROWS: Readonly<Record<string, string>> = {
  "a param": 'message: "%s is gone", params: { thing: {} }',
  "an integer": 'message: "%d are gone", params: { count: { type: integer } }',
  "an int64": 'message: "%d are gone", params: { count: { type: int64 } }',
  "other directives": 'message: "used %.2f of %#x", params: { share: { type: number }, whole: { type: integer } }',
  "allowed values": 'message: "%s is gone", params: { thing: { enum: [disk, file] } }',
  "a brace": 'message: "{ is missing"',
  "any message": "status: 404",
  "another status": "message: it is gone, status: 418",
  "several statuses": "message: it is gone, status: [404, 410]",
  "a deprecation": "message: it is gone, deprecated: { since: 2.0.0 }",
};

describe.each(Object.entries(FIRST_ROWS))("a first row with %s", (_, row) => {
  test.each(["always", "never"] as const)(
    "adds files, and leaves the others as they are: perCode %s",
    async (perCode) => {
      const rows = Array.from(
        { length: 20 },
        (_, at) => `  Code${at}: { message: the text number ${at}, status: 400 }\n`,
      );
      const table = `errtable: 1\nname: Queue\nbody: { code: /code, message: /message }\nerrors:\n${rows.join("")}`;
      const before = await productOf(modelOfText(table), { perCode });
      for (const [path, text] of await productOf(modelOfText(`${table}  Added: { ${row} }\n`), { perCode })) {
        if (!before.has(path)) continue;
        const changes = hunksOf(before.get(path) ?? "", text).map(({ lines }) =>
          lines.filter((line) => !line.startsWith(" ")),
        );
        const removed = changes.flat().filter((line) => line.startsWith("-"));
        const far = changes.filter((lines) => !lines.some((line) => /added/i.test(line))).flat();
        expect([removed.length, far.length], `${path}:\n${[...removed, ...far].join("\n")}`).toEqual([
          expect.toSatisfy(isFew),
          expect.toSatisfy(isFew),
        ]);
      }
    },
  );
});

test.each(["always", "never"] as const)(
  "a first code with cases adds a file, and changes few lines of those that read responses: perCode %s",
  async (perCode) => {
    const options: TypescriptOptions = { perCode, parts: ["messages", "http"] };
    const before = await productOf(modelOfText(sizeTable(20)), options);
    const row =
      "  20404: { identifier: Added, cases: { used: { message: it is used }, kept: { message: it is kept } } }\n";
    const after = await productOf(modelOfText(sizeTable(20) + row), options);
    expect([...before.keys()]).not.toContain("error-cases.ts");
    expect([...after.keys()]).toContain("error-cases.ts");
    for (const path of ["http.ts", "response.ts"]) {
      const lines = hunksOf(before.get(path) ?? "", after.get(path) ?? "").flatMap((hunk) => hunk.lines);
      expect(lines.filter((line) => !line.startsWith(" ")).length, path).toBeLessThanOrEqual(16);
    }
  },
);

function isFew(count: number): boolean {
  return count <= 12;
}

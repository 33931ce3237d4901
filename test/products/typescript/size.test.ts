// What is committed stays small enough to be reviewed: bytes per byte of the table, and lines per added code.
import { describe, expect, test } from "vitest";
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
const LEAST: Readonly<Record<string, number>> = { "names with a constant": 8.5 };

describe.each(Object.entries(TERSE_TABLES))("%s", (kind, tableOf) => {
  test.each([130, 260])("of %d codes are small", async (count) => {
    expect(await sizeOf(tableOf(count))).toBeLessThanOrEqual(LEAST[kind] ?? 6);
  });

  test("one more code changes few lines", async () => {
    const before = await productOf(modelOfText(tableOf(260)));
    for (const [path, text] of await productOf(modelOfText(tableOf(261)))) {
      const lines = hunksOf(before.get(path) ?? "", text).flatMap((hunk) => hunk.lines);
      expect(lines.filter((line) => !line.startsWith(" ")).length, path).toBeLessThanOrEqual(12);
    }
  });
});

test("a first directive of another kind changes nothing of the engine", async () => {
  const table = sizeTable(20);
  const row =
    '  ShareUsed:\n    message: "used %.2f of %#x"\n    params: { share: { type: number }, whole: { type: integer } }\n';
  const [before, after] = await Promise.all([table, table + row].map((text) => productOf(modelOfText(text))));
  expect(after?.get("messages.ts")).not.toBe(before?.get("messages.ts"));
  expect(after?.get("printf.ts")).toBe(before?.get("printf.ts"));
});

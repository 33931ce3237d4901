// Any text in any cell of a document becomes CSV that holds exactly that text, and nothing that a spreadsheet calculates.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Cell, code, paragraph, text } from "../../generator/text/document/blocks.ts";
import { renderDocument } from "../../generator/text/documents.ts";
import { hostileString } from "../helpers/hostile-strings.ts";

const RUNS = Number(process.env["RUNS"] ?? 16);

describe("csv", () => {
  test("has the cells that it was given, and none that a spreadsheet would calculate", async () => {
    const value = fc.oneof(
      hostileString,
      fc
        .tuple(fc.constantFrom("=1+1", "+x", "-1", "@a", "'=1", "\t=1", "＝1", " =1"), hostileString)
        .map((parts) => parts.join("")),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(value, value), { minLength: 1, maxLength: 5 }), async (rows) => {
        const cells = rows.map((row) => row.map((one): Cell => (one === "" ? [] : [code(one)])));
        const csv = await renderDocument("csv", {
          language: "en",
          blocks: [paragraph(["left out"]), { kind: "table", header: [[text("a")], [text("b")]], rows: cells }],
        });
        expect(csv.endsWith("\n")).toBe(true);
        const [, ...read] = parseCsv(csv);
        expect(read.flat().filter((cell) => /^\s*[=+\-@＝＋－＠]/.test(cell))).toEqual([]);
        const meant = read.map((row) => row.map((cell) => cell.replace(/^'(?=[\s'\uFEFF]*[=+\-@\t\r＝＋－＠])/, "")));
        expect(meant).toEqual(rows.map((row) => row.map((one) => one.toWellFormed().replace(/\r\n?/g, "\n"))));
      }),
      { numRuns: RUNS },
    );
  });

  /** RFC 4180, read field by field. */
  function parseCsv(csv: string): readonly (readonly string[])[] {
    const rows: string[][] = [[]];
    const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\n)/y;
    while (field.lastIndex < csv.length) {
      const found = field.exec(csv);
      if (found === null) throw new Error("That is no CSV.");
      rows.at(-1)?.push(found[1]?.replaceAll('""', '"') ?? found[2] ?? "");
      if (found[3] !== ",") rows.push([]);
    }
    return rows.slice(0, -1);
  }
});

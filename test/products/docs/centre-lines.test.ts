// A code more in a table changes the lines of the error centre that are near it, and no others.
import { expect, test } from "vitest";
import { makeFiles } from "../../../generator/products/index.ts";
import { modelOf } from "../../helpers/model-fixtures.ts";

const CODES = Array.from({ length: 30 }, (_, index) => `Code${String(index + 10)}`);
const GROUPS = { first: { title: "First" }, second: { title: "Second" } };

async function pageOf(codes: readonly string[], retired: readonly string[] = []): Promise<string> {
  const errors = codes.map((code) => {
    const group = /[02468]$/.test(code) ? "first" : "second";
    const message = `the thing '%s' of ${code} is gone`;
    return [
      code,
      { status: 404, group, message, params: { thing: {} }, retry: "never", solution: `Look for ${code}.` },
    ];
  });
  const table = {
    groups: GROUPS,
    errors: Object.fromEntries(errors),
    retired: Object.fromEntries(retired.map((code) => [code, {}])),
  };
  const model = { ...modelOf(table), locales: ["en", "de"] };
  const [file] = await makeFiles({ kind: "docs", options: { formats: ["error-centre"] } }, model);
  return file?.text ?? "";
}

/** The lines that only the second text has. */
function newLines(before: string, after: string): readonly string[] {
  const known = new Map<string, number>();
  for (const line of before.split("\n")) known.set(line, (known.get(line) ?? 0) + 1);
  return after.split("\n").filter((line) => {
    const left = known.get(line) ?? 0;
    known.set(line, left - 1);
    return left <= 0;
  });
}

test.each(["Code00", "Code24x", "Code99"])("%s", async (code) => {
  const [before, after] = [await pageOf(CODES), await pageOf([code, ...CODES])];
  // The line of the data before a new last one gets a comma.
  expect(newLines(after, before).length).toBeLessThanOrEqual(1);
  const added = newLines(before, after);
  // Its article, which has its example as lines, its entry in the data, and the line with the comma.
  expect(added.length).toBeLessThanOrEqual(7);
  expect(added.join("")).toContain(`<article id="${code}"`);
});

test("a retired code", async () => {
  const [before, after] = [await pageOf(CODES, ["Gone", "Lost"]), await pageOf(CODES, ["Gone", "Hidden", "Lost"])];
  expect(newLines(after, before)).toEqual([]);
  // The article, and the code in the data.
  expect(newLines(before, after)).toHaveLength(2);
});

test("articles stand in rows, whose borders a code more moves only nearby", async () => {
  const codes = Array.from({ length: 600 }, (_, index) => `Code${String(index + 1000)}`);
  const rowsOf = async (all: readonly string[]) =>
    (await pageOf(all))
      .split('<div class="rows">')
      .slice(1)
      .map((rows) => rows.match(/(?<=<article id=")\w+/g) ?? []);
  const [before, after] = [await rowsOf(codes), await rowsOf([...codes, "Code1300x"].sort())];
  expect(after.flat()).toHaveLength(601);
  expect(Math.max(...after.map(({ length }) => length))).toBeLessThan(60);
  expect(after.length).toBeLessThan(60);
  const known = new Set(before.map(String));
  expect(after.filter((rows) => !known.has(String(rows))).length).toBeLessThanOrEqual(3);
});

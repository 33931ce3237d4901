// A code more in a table changes the lines of the error centre that are near it, and no others.
import { diffLines } from "diff";
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

test.each(["Code00", "Code24x", "Code99"])("%s", async (code) => {
  const changes = diffLines(await pageOf(CODES), await pageOf([code, ...CODES]));
  const removed = changes.filter((change) => change.removed).map(({ value }) => value);
  const added = changes.filter((change) => change.added).map(({ value }) => value);
  // The line of the data before the new last one gets a comma.
  expect(removed.join("").split("\n").length - 1).toBeLessThanOrEqual(2);
  expect(added.join("").split("\n").length - 1).toBeLessThanOrEqual(9);
  expect(added.join("")).toContain(`<article id="${code}"`);
});

test("a retired code", async () => {
  const changes = diffLines(await pageOf(CODES, ["Gone", "Lost"]), await pageOf(CODES, ["Gone", "Hidden", "Lost"]));
  expect(changes.filter(({ removed }) => removed)).toEqual([]);
  // The article, and the code in the data.
  expect(changes.filter(({ added }) => added).map(({ count }) => count)).toEqual([1, 1]);
});

// One code more changes, in every product, lines beside it and lists of codes: nothing is numbered by its place.
import { expect, test } from "vitest";
import { makeFiles, type Product } from "../../generator/products/index.ts";
import { hunksOf } from "../../generator/report/hunks.ts";
import { plain } from "../corpora/tables/plain.ts";
import { modelOfText } from "../helpers/model-fixtures.ts";
import { EVERY_PART } from "../helpers/typescript-product.ts";

const CODES = 60;
const ENTRY = `    group: First
    status: 404
    message: "no '%s' there"
    params: { thing: { example: a } }
    description: It is new.
    solution: Look for it.
`;
/** Every third code is in the second group. */
const TABLE = (plain(CODES)["plain.errors.yaml"] ?? "")
  .replace("errors:\n", "groups:\n  First: { title: One }\n  Second: { title: Two }\nerrors:\n")
  .replaceAll(
    /Resource(\d+)NotUsable:\n/g,
    (line, number) => `${line}    group: ${number % 3 === 0 ? "Second" : "First"}\n`,
  );

const PRODUCTS: Readonly<Record<string, Product>> = {
  catalog: { kind: "catalog", options: {} },
  openapi: { kind: "openapi", options: { formats: ["yaml", "json", "overlay"] } },
  "typescript with declarations per code": { kind: "typescript", options: { ...EVERY_PART, perCode: "always" } },
  "typescript of large tables": { kind: "typescript", options: { ...EVERY_PART, perCode: "never" } },
  docs: {
    kind: "docs",
    options: {
      formats: ["gfm-table", "gfm-sections", "asciidoc-table", "rst-table", "html-sections", "csv", "error-centre"],
    },
  },
  "docs in the order of the table": {
    kind: "docs",
    options: { order: "table", formats: ["gfm-table", "rst-sections", "html-table", "csv"] },
  },
};

/** A line that lists all codes of a kind changes as a whole, and products have a few of them. */
const MOST_REMOVED = 8;

test.each(Object.entries(PRODUCTS))("%s", async (_, product) => {
  const before = await makeFiles(product, modelOfText(TABLE));
  const places = {
    AAAdded: /^errors:\n/m,
    Resource30Added: /^(?= {2}Resource30NotUsable)/m,
    ZZAdded: /$(?![\s\S])/,
  };
  for (const [code, place] of Object.entries(places)) {
    const after = await makeFiles(
      product,
      modelOfText(TABLE.replace(place, (found) => `${found}  ${code}:\n${ENTRY}`)),
    );
    expect(after.map(({ path }) => path)).toEqual(before.map(({ path }) => path));
    for (const [index, { path, text }] of after.entries()) {
      const lines = hunksOf(before[index]?.text ?? "", text).flatMap((hunk) => hunk.lines);
      const removed = lines.filter((line) => line.startsWith("-"));
      expect(removed.length, `${code} in ${path}:\n${removed.join("\n").slice(0, 2000)}`).toBeLessThanOrEqual(
        MOST_REMOVED,
      );
    }
  }
});

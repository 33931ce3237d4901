// Readers who come from an endpoint see the errors of its operation: its cases, statuses and meanings, with a link to each error.
import { expect, test } from "vitest";
import { type DocsFormat, FRAGMENTS } from "../../../generator/products/docs/index.ts";
import type { DocsOptions } from "../../../generator/products/options.gen.ts";
import { docsModel, makeDocs } from "../../helpers/docs-files.ts";
import { hasDocutils, rstHtml } from "../../judges/renderers/docutils.ts";

const DISKS = `errtable: 1
name: Disks
errors:
  Denied:
    description: Not now.
    solution: Wait.
    cases:
      zone: { status: 403, message: "The zone is closed." }
      quota: { status: [409, 429], message: "The quota is used up.", retry: throttled }
  Busy: { status: [429, 503], message: busy, description: Too many requests., solution: Wait., retry: throttled }
  Lost: { status: 404, message: lost, description: It is not there., solution: Look. }
  Secret: { status: 500, audience: internal, description: Ours., solution: None. }
  Unused: { status: 400, description: Nobody has it., solution: None. }
operations:
  "*": [{ code: Busy, status: 503 }]
  GET /disks/{id}: [Lost, Secret]
  Create:
    - { code: Denied, case: quota, status: 429, description: "More *than* two." }
    - { code: Busy, status: 429, description: Slow down. }
    - { code: Busy, status: 503, description: Closed. }
  Own: [Secret]
`;
const FORMATS = (Object.keys(FRAGMENTS) as DocsFormat[]).filter((format) => format.endsWith("-operations"));

async function textOf(format: DocsFormat, options: DocsOptions = {}, table = DISKS): Promise<string> {
  const made = await makeDocs({ ...options, formats: [format] }, docsModel({ "/disks.errors.yaml": table }));
  return Object.values(made).join("");
}

/** The cells of the rows below a heading. */
function rowsBelow(markdown: string, heading: string): readonly (readonly string[])[] {
  const [, below = ""] = markdown.split(`### ${heading}\n`);
  const [section = ""] = below.split("\n###");
  const rows = section.split("\n").filter((line) => line.startsWith("|"));
  return rows.slice(2).map((row) =>
    row
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

test("an operation has the errors, cases, statuses and meanings that it names, and no others", async () => {
  const text = await textOf("gfm-operations");
  expect(text.match(/^#+ .*$/gm)).toEqual(["### Errors of every operation", "### `Create`", "### `GET /disks/{id}`"]);
  expect(rowsBelow(text, "Errors of every operation")).toEqual([
    ["503", "[`Busy`](#Busy)", "`busy`", "Too many requests.", "Wait."],
  ]);
  expect(rowsBelow(text, "`Create`")).toEqual([
    ["429, 503", "[`Busy`](#Busy)", "`busy`", "Too many requests. 429: Slow down. 503: Closed.", "Wait."],
    ["429", "[`Denied`](#Denied)", "`The quota is used up.`", "Not now.", "Wait."],
    ["429", "[`Denied.quota`](#Denied.quota)", "`The quota is used up.`", "More _than_ two.", ""],
  ]);
  expect(rowsBelow(text, "`GET /disks/{id}`")[0]?.[1]).toBe("[`Lost`](#Lost)");
  const documented = await textOf("gfm-operations", {}, `documentation: "https://disks.example/{code}"\n${DISKS}`);
  expect(rowsBelow(documented, "`GET /disks/{id}`")[0]?.[1]).toBe("[`Lost`](https://disks.example/Lost)");
  expect(text).not.toMatch(/Unused|Secret|Own/);
  expect(await textOf("gfm-operations", { internal: true })).toContain("### `Own`");
});

test("operations have anchors, and lead to the errors of every operation", async () => {
  for (const [anchors, ids] of [
    ["code", ["every-operation", "Create", "GET-disks-id"]],
    ["lower-case", ["every-operation", "create", "get-disks-id"]],
    ["slug", ["every-operation", "create", "get-disksid"]],
    ["none", []],
  ] as const) {
    const html = await textOf("html-operations", { anchors });
    expect([...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)).toEqual(ids);
    expect(html.match(/href="#every-operation"/g)?.length ?? 0).toBe(anchors === "none" ? 0 : 2);
  }
  const without = await textOf("gfm-operations", {}, DISKS.replace(/ {2}"\*".*\n/, ""));
  expect(without).not.toContain("every operation");
});

test("meanings stand beside the code where no column has descriptions", async () => {
  const text = await textOf("gfm-operations", { columns: ["code"] });
  expect(text).toContain("| [`Busy`](#Busy) 429: Slow down. 503: Closed.");
  expect(text).toContain("| [`Denied.quota`](#Denied.quota) More _than_ two.");
});

test("every format says where a table has no operations", async () => {
  const table = DISKS.slice(0, DISKS.indexOf("operations:"));
  for (const format of FORMATS) {
    expect(await textOf(format), format).toContain("Slow down");
    expect(await textOf(format, {}, table), format).toContain("No operation is named.");
  }
});

test("every table of a fragment has columns of the same widths, whatever stands in them", async () => {
  for (const [format, width] of [
    ["html-operations", /<colgroup>[\s\S]*?<\/colgroup>/g],
    ["asciidoc-operations", /^\[.*cols=.*\]$/gm],
    ["rst-operations", /^ +:widths: .*$/gm],
  ] as const) {
    const widths = (await textOf(format)).match(width) ?? [];
    expect(widths, format).toHaveLength(3);
    expect(new Set(widths).size, format).toBe(1);
  }
});

test.skipIf(!hasDocutils)("docutils takes a fragment alone, and links lead to sections of the same page", async () => {
  const model = docsModel({ "/disks.errors.yaml": DISKS });
  const made = await makeDocs({ formats: ["rst-sections", "rst-operations"] }, model);
  const operations = made["operations.en.rst"] ?? "";
  const [alone = "", whole = ""] = rstHtml([operations, `${made["sections.en.rst"]}\n${operations}`]);
  expect(alone).toContain("<table");
  const ids = new Set([...whole.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id));
  const links = [...whole.matchAll(/ href="#([^"]*)"/g)].map(([, id]) => id);
  expect(links.length).toBeGreaterThan(4);
  expect(links.filter((id) => !ids.has(id))).toEqual([]);
});

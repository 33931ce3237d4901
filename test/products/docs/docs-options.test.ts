// Every option of docs does what it says, in every format.
import { expect, test } from "vitest";
import { type DocsFormat, FRAGMENTS } from "../../../generator/products/docs/index.ts";
import type { DocsOptions } from "../../../generator/products/options.gen.ts";
import { makeDocs as make, makeDocsOf as makeOne, docsModel as modelOf } from "../../helpers/docs-files.ts";

/** Those that show every error; the others show the errors of operations. */
const FORMATS = Object.keys(FRAGMENTS).filter((format) => !format.endsWith("-operations")) as [
  DocsFormat,
  ...DocsFormat[],
];

test("every format makes a file of its own, with every code, retired ones too, and what took their place", async () => {
  const made = await make({ formats: FORMATS });
  expect(Object.keys(made)).toHaveLength(FORMATS.length);
  for (const [path, text] of Object.entries(made)) {
    for (const part of ["not", "found", "Lost", "old", "Found", "2", "1"]) expect(text, path).toContain(part);
    expect(text, path).toContain(
      path.endsWith(".rst") || path.endsWith(".adoc") ? "No longer used since" : "No longer used since 1.0.0.",
    );
  }
  for (const text of Object.values(await make({ formats: FORMATS, retired: false })))
    expect(text).not.toContain("Lost");
});

test("errors are divided by group, by status or not at all", async () => {
  const headings = async (options: DocsOptions) =>
    (await makeOne("gfm-table", { retired: false, ...options })).match(/^#+ .*$/gm);
  expect(await headings({})).toEqual(["### Stock", "### Other errors"]);
  expect(await headings({ groupBy: "status", headingLevel: 2 })).toEqual(["## 404 Not Found", "## 409 Conflict"]);
  expect(await headings({ groupBy: "none" })).toBeNull();
});

test("messages show params by name, or as the table spells them", async () => {
  const model = modelOf({
    "/one.errors.yaml":
      'errtable: 1\nname: One\nerrors:\n  Full: { status: 409, message: "100%% of %s", params: { disk: {} }, description: Full., solution: Wait. }\n',
  });
  const textOf = async (options: DocsOptions): Promise<string> => {
    const text = Object.values(await make(options, model)).join("");
    return text.replace(/&#(\d+);/g, (_, point: string) => String.fromCodePoint(Number(point)));
  };
  for (const format of FORMATS) {
    const names = await textOf({ formats: [format] });
    expect(names, format).toContain("100% of {disk}");
    expect(names, format).not.toMatch(/%%|%s/);
    expect(await textOf({ formats: [format], placeholders: "source" }), format).toContain("100%% of %s");
  }
});

test("columns stand in their order, and say elsewhere what has no column", async () => {
  const made = await makeOne("csv", { columns: ["since", "code", "retry", "group", "links"], retired: false });
  expect(made).toBe(
    "Since,Code,Retry,Group,See also\n" +
      ',Order.Not_Found,"no, the same request fails again",,\n' +
      "1.2.0,order.not_found Deprecated since 2.0.0. Use Order.Not_Found instead. It is old.,,Stock,\n",
  );
  expect(await makeOne("csv")).toContain("Look here <https://a.example>.");
});

test.each([
  ["code", ["Order.Not_Found", "order.not_found", "Lost"]],
  ["lower-case", ["order.not_found", "order.not_found-1", "lost"]],
  ["slug", ["ordernot_found", "ordernot_found-1", "lost"]],
  ["none", []],
] as const)("anchors are %s, and never the same twice", async (anchors, expected) => {
  const html = await makeOne("html-sections", { anchors, groupBy: "none" });
  expect([...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)).toEqual(expected);
  const links = [...html.matchAll(/ href="#([^"]*)"/g)].map(([, id]) => id);
  expect(links).toEqual(anchors === "none" ? [] : [expected[0], expected[0]]);
});

test("anchors stand in headings of MDX where that is asked for, and in a form that no page shows elsewhere", async () => {
  const slug = { anchors: "slug", anchorsInHeadings: true, groupBy: "none" } as const;
  expect(await makeOne("mdx-sections", slug)).toContain("### `Order.Not_Found` \\{#ordernot_found}\n");
  for (const format of FORMATS.filter((one) => !one.startsWith("mdx")))
    expect(await makeOne(format, slug), format).toBe(await makeOne(format, { ...slug, anchorsInHeadings: false }));
  // Sites do not agree on names with other signs.
  const before = '<a id="Order.Not_Found"></a>\n\n### `Order.Not_Found`\n';
  for (const format of ["gfm-sections", "mdx-sections"] as const)
    expect(await makeOne(format, { anchorsInHeadings: true, groupBy: "none" }), format).toContain(before);
});

test("internal errors are left out unless they are asked for", async () => {
  for (const internal of [false, true]) expect((await makeOne("csv", { internal })).includes("Secret")).toBe(internal);
});

test("what is not in a page's language is marked, labels too, but for those that the configuration gives", async () => {
  const model = modelOf();
  const html = (await make({ formats: ["html-table"], locales: ["fi"], retired: false }, model))["table.fi.html"];
  expect(html).toContain('<div class="errtable" lang="fi">');
  expect(html).toContain('<th scope="col"><span lang="en">Code</span></th>');
  expect(html).toContain('<span lang="en">Wait.</span> <em>(en)</em>');
  expect(html).toContain("<td>Ei ole.</td>");
  const labels = { fi: { code: "Koodi", colon: " : " } };
  const own = (await make({ formats: ["html-table"], locales: ["fi"], labels }, model))["table.fi.html"];
  expect(own).toContain('<th scope="col">Koodi</th>');
  const markdown = (await make({ locales: ["fi"] }, model))["sections.fi.md"];
  expect(markdown).toContain("Texts marked _(en)_ are not translated yet.");
  expect(markdown).toMatch(/Headings and labels are in English\.\n$/);
  const german = await make({ locales: ["en"], labels: { en: { others: "Rest" } } }, model);
  expect(german["table.en.md"]).toContain("### Rest");
  expect(german["table.en.md"]).not.toContain("Headings and labels");
});

// What the options of docs do, in every format; and that writers' tools take the fragments as they are.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { convert, LoggerManager, MemoryLogger } from "@asciidoctor/core";
import { compile as compileMdx } from "@mdx-js/mdx";
import MarkdownIt from "markdown-it";
import remarkGfm from "remark-gfm";
import { expect, test } from "vitest";
import { check } from "../../../generator/compile.ts";
import type { Model } from "../../../generator/model/model.ts";
import { type DocsFormat, FRAGMENTS } from "../../../generator/products/docs/index.ts";
import { emit } from "../../../generator/products/index.ts";
import type { DocsOptions } from "../../../generator/products/options.gen.ts";
import { memoryHost } from "../../../generator/reader/memory-host.ts";
import { renderDocument } from "../../../generator/text/documents.ts";
import { hasDocutils, rstHtml } from "../../helpers/docutils.ts";

const TABLE = `errtable: 1
name: Shop
groups: { stock: { title: Stock } }
errors:
  Order.Not_Found: { status: 404, message: "order '%s' {{ x }}", params: { id: {} }, description: "Not there: <b>{x}</b>.", solution: "Look [here](https://a.example).", retry: never }
  order.not_found: { identifier: Other, status: 409, group: stock, since: 1.2.0, description: "Two.\\n\\n- a\\n- b", solution: Wait., deprecated: { since: 2.0.0, replacedBy: Order.Not_Found, reason: "It is *old*." } }
  Secret: { status: 500, audience: internal, description: Ours., solution: None. }
retired: { Lost: { since: 1.0.0, replacedBy: Order.Not_Found, reason: Found. } }
`;
const FINNISH =
  "errtable: 1\ntranslates: ./t.errors.yaml\nlocale: fi\nerrors: { Order.Not_Found: { description: Ei ole., solution: Etsi. } }\n";

function modelOf(
  files: Readonly<Record<string, string>> = { "/t.errors.yaml": TABLE, "/t.fi.errors.yaml": FINNISH },
): Model {
  const [path = ""] = Object.keys(files);
  const { models, diagnostics } = check({ tables: [path], targets: [] }, memoryHost(files));
  const model = models.get(path);
  if (model === undefined) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  return model;
}

async function make(options: DocsOptions, model = modelOf()): Promise<Readonly<Record<string, string>>> {
  const made: Record<string, string> = {};
  for (const artifact of await emit({ kind: "docs", options: { locales: ["en"], ...options } }, model))
    if (artifact.kind === "document") made[artifact.path] = await renderDocument(artifact.syntax, artifact.document);
  return made;
}

async function makeOne(format: DocsFormat, options: DocsOptions = {}): Promise<string> {
  return Object.values(await make({ ...options, formats: [format] })).join("");
}

const FORMATS = Object.keys(FRAGMENTS) as [DocsFormat, ...DocsFormat[]];

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

test("anchors stand in headings where sites read them there, and before them where they could not", async () => {
  const slug = { anchors: "slug", anchorsInHeadings: true, groupBy: "none" } as const;
  expect(await makeOne("gfm-sections", slug)).toContain("### `Order.Not_Found` {#ordernot_found}\n");
  expect(await makeOne("mdx-sections", slug)).toContain("### `Order.Not_Found` \\{#ordernot_found}\n");
  expect(await makeOne("gfm-sections", { anchorsInHeadings: true })).toContain('<a id="Order.Not_Found"></a>\n\n');
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

const HOSTILE = Object.fromEntries(
  ["hostile-text.errors.yaml"].map((name) => [
    `/${name}`,
    readFileSync(resolve("test/cases/hostile-text", name), "utf8"),
  ]),
);

test("MDX compilers take the fragments, hostile ones too, as Docusaurus does", async () => {
  for (const model of [modelOf(), modelOf(HOSTILE)])
    for (const [path, text] of Object.entries(await make({ formats: ["mdx-table", "mdx-sections"] }, model)))
      expect(String(await compileMdx(`# Errors\n\n${text}`, { remarkPlugins: [remarkGfm] })), path).toContain("jsx");
});

test("Asciidoctor and docutils take hostile fragments without a warning, and find every section", async () => {
  const model = modelOf(HOSTILE);
  const made = await make({ formats: ["asciidoc-table", "asciidoc-sections", "rst-table", "rst-sections"] }, model);
  const sections = model.errors.length + model.retired.length;
  const logger = MemoryLogger.create();
  LoggerManager.setLogger(logger);
  const [table, whole] = await Promise.all(
    ["table.en.adoc", "sections.en.adoc"].map((path) => convert(`= T\n\n== A\n\n${made[path]}`, { safe: "secure" })),
  );
  // Asciidoctor in JavaScript takes the names that every object has for ids that are in use.
  const own = (name: string | undefined): boolean => name === undefined || !(name in {});
  const warnings = logger.getMessages().map((message) => String(message.getText()));
  expect(warnings.filter((text) => own(/already in use: (.*)$/.exec(text)?.[1]))).toEqual([]);
  expect(String(table).match(/<table /g)?.length).toBeGreaterThan(1);
  expect(String(whole).match(/<h\d[ >]/g)?.length).toBeGreaterThanOrEqual(sections);
  if (!hasDocutils) return;
  // One of the texts is a word that is longer than the lines that docutils takes by default.
  const sources = ["table.en.rst", "sections.en.rst"].map((path) => made[path] ?? "");
  const html = rstHtml(sources, 1_000_000);
  expect(html.filter((text) => text.startsWith("ERROR"))).toEqual([]);
  expect(html[1]?.match(/<h\d/g)?.length).toBeGreaterThanOrEqual(sections);
});

test("Markdown as MkDocs reads it has a table, and headings with their anchors", async () => {
  const site = new MarkdownIt({ html: true });
  const html = site.render(`# Errors\n\n${await makeOne("gfm-table", { retired: false })}`);
  expect(html.match(/<table>/g)).toHaveLength(2);
  expect(html).toContain("<code>Order.Not_Found</code>");
  expect(html).toContain("&lt;b&gt;{x}&lt;/b&gt;");
});

test("VitePress builds a page that includes the fragments, and shows braces as they are", async () => {
  const folder = mkdtempSync(join(import.meta.dirname, "../../../node_modules/.cache-vitepress-"));
  try {
    mkdirSync(join(folder, "errors"));
    const made = await make({ formats: ["gfm-table", "gfm-sections"], anchors: "slug", anchorsInHeadings: true });
    for (const [path, text] of Object.entries(made)) writeFileSync(join(folder, "errors", path), text);
    writeFileSync(
      join(folder, "index.md"),
      "# Errors\n\n<!--@include: ./errors/table.en.md-->\n\n<!--@include: ./errors/sections.en.md-->\n",
    );
    const { build } = await import("vitepress");
    mkdirSync(join(folder, ".vitepress"));
    writeFileSync(
      join(folder, ".vitepress/config.mjs"),
      'export default { srcExclude: ["errors/**"], markdown: { highlight: (code) => code }, vite: { logLevel: "silent", build: { minify: false } } };\n',
    );
    // The theme of its own would be most of the work, and is not what is tried.
    mkdirSync(join(folder, ".vitepress/theme"));
    writeFileSync(
      join(folder, ".vitepress/theme/index.js"),
      'import { Content } from "vitepress";\nimport { h } from "vue";\nexport default { Layout: () => h(Content) };\n',
    );
    await build(folder);
    const html = readFileSync(join(folder, ".vitepress/dist/index.html"), "utf8");
    expect(html).toContain('id="ordernot_found"');
    expect(html).toContain('href="#ordernot_found"');
    expect(html.match(/order &#39;%s&#39; \{\{ x \}\}|order '%s' \{\{ x \}\}/g)?.length).toBeGreaterThanOrEqual(2);
    expect(html).toContain("&lt;b&gt;{x}&lt;/b&gt;");
    expect(html).toContain("No longer used since 1.0.0.");
  } finally {
    rmSync(folder, { recursive: true });
  }
});

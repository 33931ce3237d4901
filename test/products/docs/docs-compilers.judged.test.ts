// The compilers that writers use take the fragments of docs as they are, hostile ones too.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { docsModel, makeDocs, makeDocsOf } from "../../helpers/docs-files.ts";
import { hasDocutils, rstHtml, WITHOUT_DOCUTILS } from "../../judges/renderers/docutils.ts";
import {
  compileMdx,
  convertAsciidoc,
  LoggerManager,
  MarkdownIt,
  MemoryLogger,
  remarkGfm,
} from "../../judges/renderers/renderers.ts";
import { buildSite, SITE_FOLDERS } from "../../judges/renderers/vitepress.ts";

const HOSTILE = Object.fromEntries(
  ["hostile-text.errors.yaml"].map((name) => [
    `/${name}`,
    readFileSync(resolve("test/cases/hostile-text", name), "utf8"),
  ]),
);

test("MDX compilers take the fragments, hostile ones too, as Docusaurus does", async () => {
  for (const model of [docsModel(), docsModel(HOSTILE)])
    for (const [path, text] of Object.entries(
      await makeDocs({ formats: ["mdx-table", "mdx-sections", "mdx-operations"] }, model),
    ))
      expect(String(await compileMdx(`# Errors\n\n${text}`, { remarkPlugins: [remarkGfm] })), path).toContain("jsx");
});

test("Asciidoctor takes hostile fragments without a warning, and finds every section", async () => {
  const model = docsModel(HOSTILE);
  const made = await makeDocs({ formats: ["asciidoc-table", "asciidoc-sections", "asciidoc-operations"] }, model);
  const sections = model.errors.length + model.retired.length;
  const logger = MemoryLogger.create();
  LoggerManager.setLogger(logger);
  const [table, whole] = await Promise.all(
    ["table.en.adoc", "sections.en.adoc", "operations.en.adoc"].map((path) =>
      convertAsciidoc(`= T\n\n== A\n\n${made[path]}`, { safe: "secure" }),
    ),
  );
  // Asciidoctor in JavaScript takes the names that every object has for ids that are in use.
  const own = (name: string | undefined): boolean => name === undefined || !(name in {});
  const warnings = logger.getMessages().map((message) => String(message.getText()));
  expect(warnings.filter((text) => own(/already in use: (.*)$/.exec(text)?.[1]))).toEqual([]);
  expect(String(table).match(/<table /g)?.length).toBeGreaterThan(1);
  expect(String(whole).match(/<h\d[ >]/g)?.length).toBeGreaterThanOrEqual(sections);
});

test.skipIf(!hasDocutils)(`docutils takes hostile fragments without a warning${WITHOUT_DOCUTILS}`, async () => {
  const model = docsModel(HOSTILE);
  const made = await makeDocs({ formats: ["rst-table", "rst-sections", "rst-operations"] }, model);
  const sections = model.errors.length + model.retired.length;
  // One of the texts is a word that is longer than the lines that docutils takes by default.
  const sources = ["table.en.rst", "sections.en.rst", "operations.en.rst"].map((path) => made[path] ?? "");
  const html = rstHtml(sources, 1_000_000);
  expect(html.filter((text) => text.startsWith("ERROR"))).toEqual([]);
  expect(html[1]?.match(/<h\d/g)?.length).toBeGreaterThanOrEqual(sections);
});

test("Markdown as MkDocs reads it has a table, and headings with their anchors", async () => {
  const site = new MarkdownIt({ html: true });
  const html = site.render(`# Errors\n\n${await makeDocsOf("gfm-table", { retired: false })}`);
  expect(html.match(/<table>/g)).toHaveLength(2);
  expect(html).toContain("<code>Order.Not_Found</code>");
  expect(html).toContain("&lt;b&gt;{x}&lt;/b&gt;");
});

test("VitePress builds a page that includes the fragments, and shows braces as they are", async () => {
  const folder = mkdtempSync(SITE_FOLDERS);
  try {
    mkdirSync(join(folder, "errors"));
    const made = await makeDocs({ formats: ["gfm-table", "gfm-sections"], anchors: "slug", anchorsInHeadings: true });
    for (const [path, text] of Object.entries(made)) writeFileSync(join(folder, "errors", path), text);
    writeFileSync(
      join(folder, "index.md"),
      "# Errors\n\n<!--@include: ./errors/table.en.md-->\n\n<!--@include: ./errors/sections.en.md-->\n",
    );
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
    await buildSite(folder);
    const html = readFileSync(join(folder, ".vitepress/dist/index.html"), "utf8");
    expect(html).toContain('<a id="ordernot_found"></a>');
    expect(html).not.toContain("Permalink to &quot;&lt;");
    expect(html).not.toContain("{#");
    expect(html).toContain('href="#ordernot_found"');
    expect(html.match(/order (?:&#39;|')\{\{\{id\}\}\}(?:&#39;|') \{\{ x \}\}/g)?.length).toBeGreaterThanOrEqual(2);
    expect(html).toContain("&lt;b&gt;{x}&lt;/b&gt;");
    expect(html).toContain("No longer used since 1.0.0.");
  } finally {
    rmSync(folder, { recursive: true });
  }
});

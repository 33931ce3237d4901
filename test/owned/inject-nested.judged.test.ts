// Blocks within list items, admonitions and directives, told by the real compilers of the pages.
import { describe, expect, test } from "vitest";
import { compileModels } from "../../generator/compile.ts";
import { inject } from "../../generator/owned/pages/inject-page.ts";
import { memoryHost } from "../../generator/reader/host.ts";
import { hasDocutils, rstHtml, WITHOUT_DOCUTILS } from "../judges/renderers/docutils.ts";
import { convertAsciidoc, evaluateMdx, MarkdownIt } from "../judges/renderers/renderers.ts";

const TABLE = `errtable: 1
name: Shop
errors:
  Gone: { status: 410, description: "It is gone.", solution: "Look:\\n\\n- here\\n- there" }
`;
const { models } = compileModels({ tables: ["/a.errors.yaml"], targets: [] }, memoryHost({ "/a.errors.yaml": TABLE }));
const tables = [...models.values()].map((model) => ({ model, options: {} }));

async function filled(path: string, text: string): Promise<string> {
  const first = await inject({ path, text }, { tables, force: false });
  expect(first.diagnostics).toEqual([]);
  const second = await inject({ path, text: first.text ?? "" }, { tables, force: false });
  expect(second.text).toBe(first.text);
  expect(first.text).toContain("Gone");
  return first.text ?? "";
}

function markdownHtml(text: string): string {
  return new MarkdownIt({ html: true }).render(text);
}

const FORMATS = ["table", "sections"] as const;

describe("in Markdown", () => {
  test.each(FORMATS)("a %s belongs to its list item", async (format) => {
    for (const [head, indent] of [
      ["- Item", "  "],
      ["10. Item", "    "],
      ["- Item\n  with more words", "  "],
      ["- Outer\n\n  1. Item", "     "],
    ] as const) {
      const page = `${head}\n\n${indent}<!-- errtable:begin format=${format} -->\n${indent}<!-- errtable:end -->\n\nAfter\n`;
      const html = markdownHtml(await filled("a.md", page));
      const item = html.slice(html.indexOf("<li>"), html.lastIndexOf("</li>"));
      expect(item).toContain(format === "table" ? "<table>" : "<h3>");
      expect(item).not.toContain("After");
      expect(html).not.toContain("<pre><code>");
    }
  });

  test("an admonition and a tab get it at their indent", async () => {
    for (const head of ["!!! note", '??? note "Errors"', '=== "Errors"']) {
      const text = await filled("a.md", `${head}\n\n    <!-- errtable:begin -->\n    <!-- errtable:end -->\n\nAfter\n`);
      const block = text.slice(text.indexOf("begin"), text.indexOf("errtable:end")).split("\n").slice(1, -1);
      expect(block.filter((line) => line !== "" && !line.startsWith("    |"))).toEqual([]);
    }
  });

  test("markers may be link definitions, which nobody sees", async () => {
    const html = markdownHtml(
      await filled("a.md", "# A\n\n[//]: # (errtable:begin)\n[//]: # (errtable:end)\n\nAfter\n"),
    );
    expect(html).toContain("<table>");
    expect(html).not.toContain("errtable:");
  });
});

test("MDX has it within an element", async () => {
  const page = '<div className="note">\n\n  {/* errtable:begin format=sections */}\n  {/* errtable:end */}\n\n</div>\n';
  const text = await filled("a.mdx", page);
  const { default: content } = await evaluateMdx(text, {
    Fragment: "fragment",
    jsx: (type: unknown, props: unknown) => ({ type, props }),
    jsxs: (type: unknown, props: unknown) => ({ type, props }),
  } as never);
  const [root] = [content({})].flat() as readonly { readonly props: { readonly className?: string } }[];
  expect(JSON.stringify(root)).toMatch(/^\{"type":"div","props":\{"className":"note".*Gone/);
});

test("AsciiDoc has it in an open block of a list item", async () => {
  const text = await filled("a.adoc", "* Item\n+\n--\n// errtable:begin\n// errtable:end\n--\n\nAfter\n");
  const html = String(await convertAsciidoc(text));
  expect(html.slice(html.indexOf("<li>"), html.lastIndexOf("</li>"))).toContain("<table");
});

test.skipIf(!hasDocutils)(`reStructuredText has it within a directive and a list item${WITHOUT_DOCUTILS}`, async () => {
  const block = (indent: string): string => `${indent}.. errtable:begin groupBy=none\n${indent}.. errtable:end\n`;
  const [note = "", item = "", headings = ""] = rstHtml([
    await filled("a.rst", `.. note::\n\n   Words\n\n${block("   ")}\nAfter\n`),
    await filled("a.rst", `* Item\n\n${block("  ")}\nAfter\n`),
    await filled(
      "a.rst",
      "Title\n=====\n\nErrors\n++++++\n\nAll\n~~~\n\nMore\n++++\n\n.. errtable:begin format=sections\n.. errtable:end\n",
    ),
  ]);
  expect(/<aside[\s\S]*<\/aside>|<div class="[^"]*note[\s\S]*<\/div>/.exec(note)?.[0]).toContain("<table");
  expect(/<li>[\s\S]*<\/li>/.exec(item)?.[0]).toContain("<table");
  expect(note + item + headings).not.toContain("ERROR");
  expect(headings).toMatch(/<h4>.*Gone/s);
});

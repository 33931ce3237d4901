// The list of languages that documents are rendered into: each printer is loaded only when it is needed.
import type { Document, DocumentSyntax } from "./blocks.ts";

export async function renderDocument(syntax: DocumentSyntax, document: Document): Promise<string> {
  return PRINTERS[syntax](document);
}

const PRINTERS: Readonly<Record<DocumentSyntax, (document: Document) => Promise<string>>> = {
  gfm: async (document) => (await import("./markdown/markdown.ts")).renderMarkdown(document, "gfm"),
  mdx: async (document) => (await import("./markdown/markdown.ts")).renderMarkdown(document, "mdx"),
  asciidoc: async (document) => (await import("./asciidoc/asciidoc.ts")).renderAsciidoc(document),
  rst: async (document) => (await import("./rst/rst.ts")).renderRst(document),
  html: async (document) => (await import("./html/html-fragment.ts")).renderHtml(document),
  csv: async (document) => (await import("./csv.ts")).renderCsv(document),
};

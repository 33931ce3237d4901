// The list of syntaxes that documents are rendered into. A new syntax is a printer and its line here.
import type { Document } from "./document/blocks.ts";

export type DocumentSyntax = keyof typeof SYNTAXES;

/** Each printer is loaded only when it is needed. */
export const SYNTAXES = {
  gfm: { extension: "md", load: async () => (await import("./markdown/markdown.ts")).renderMarkdown },
  mdx: { extension: "mdx", load: async () => (await import("./markdown/markdown.ts")).renderMdx },
  asciidoc: { extension: "adoc", load: async () => (await import("./asciidoc/asciidoc.ts")).renderAsciidoc },
  rst: { extension: "rst", load: async () => (await import("./rst/rst.ts")).renderRst },
  html: { extension: "html", load: async () => (await import("./html/html-fragment.ts")).renderHtml },
  csv: { extension: "csv", load: async () => (await import("./csv.ts")).renderCsv },
};

export async function renderDocument(syntax: DocumentSyntax, document: Document): Promise<string> {
  const print = await SYNTAXES[syntax].load();
  return print(document);
}

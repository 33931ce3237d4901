// A text becomes the form in which texts are compared: the layout that formatters of its syntax change does not count.
import type { DocumentSyntax } from "../documents.ts";
import { comparableHtml } from "./comparable-html.ts";
import { comparableMarkdown } from "./comparable-markdown.ts";

export function comparableText(text: string, syntax: DocumentSyntax): string {
  if (syntax === "gfm" || syntax === "mdx") return comparableMarkdown(text);
  if (syntax === "html") return comparableHtml(text);
  // The others have no formatters.
  return text.replace(/^\n+|\n+$/g, "");
}

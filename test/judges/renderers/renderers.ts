// Compilers of the languages that documents are written in, as their users run them.
import { applyFixes, type Configuration } from "markdownlint";
import { lint } from "markdownlint/sync";

export { convert as convertAsciidoc, LoggerManager, MemoryLogger } from "@asciidoctor/core";
export { compile as compileMdx, evaluate as evaluateMdx } from "@mdx-js/mdx";
export { default as MarkdownIt } from "markdown-it";
export { default as rehypeParse } from "rehype-parse";
export { default as remarkGfm } from "remark-gfm";
export { unified } from "unified";

/** The page as `markdownlint --fix` leaves it. */
export function fixedByMarkdownlint(markdown: string, config: Configuration): string {
  const { page = [] } = lint({ strings: { page: markdown }, config });
  return applyFixes(markdown, page);
}

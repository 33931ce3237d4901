// Compilers of the languages that documents are written in, as their users run them.
export { convert as convertAsciidoc, LoggerManager, MemoryLogger } from "@asciidoctor/core";
export { compile as compileMdx, evaluate as evaluateMdx } from "@mdx-js/mdx";
export { default as MarkdownIt } from "markdown-it";
export { default as rehypeParse } from "rehype-parse";
export { default as remarkGfm } from "remark-gfm";
export { unified } from "unified";

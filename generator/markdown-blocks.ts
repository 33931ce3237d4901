// Markdown as data: what a docs emitter hands over and render/markdown.ts turns into text.
export interface MarkdownBlock {
  readonly kind: "paragraph";
}

// A document as data: what a docs emitter hands over, whatever language it is rendered into.
// Every string is plain text and is escaped where it is rendered; only `Authored` holds Markdown.
import type { Json } from "./model/json.ts";

export type Block =
  /** Seen by those who read the source only. */
  | { readonly kind: "comment"; readonly text: string }
  | {
      readonly kind: "heading";
      /** 1 to 6. */
      readonly level: number;
      /** A name that links keep pointing to, whatever a site makes of the heading's words. */
      readonly anchor?: string;
      readonly content: readonly Inline[];
    }
  | { readonly kind: "paragraph"; readonly content: readonly Inline[] }
  /** With `start`, the items are numbered from there. */
  | { readonly kind: "list"; readonly start?: number; readonly items: readonly (readonly Block[])[] }
  | { readonly kind: "quote"; readonly blocks: readonly Block[] }
  | { readonly kind: "code"; readonly syntax?: string; readonly text: string }
  | { readonly kind: "json"; readonly value: Json }
  | { readonly kind: "rule" }
  | { readonly kind: "table"; readonly header: readonly Cell[]; readonly rows: readonly (readonly Cell[])[] }
  | {
      readonly kind: "authored";
      readonly source: Authored;
      /** Stands before the first paragraph, on its line; alone on a line if the text begins with something else. */
      readonly lead?: readonly Inline[];
      /** The BCP 47 tag of the text, where it is not the document's. */
      readonly language?: string;
    };

export type Inline =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "code"; readonly text: string }
  | { readonly kind: "strong" | "emphasis" | "strike"; readonly content: readonly Inline[] }
  | { readonly kind: "link"; readonly url: string; readonly content: readonly Inline[] }
  | { readonly kind: "image"; readonly url: string; readonly alt: string }
  | { readonly kind: "break" }
  /** Words in another language than the document's. */
  | { readonly kind: "foreign"; readonly language: string; readonly content: readonly Inline[] }
  | { readonly kind: "authored"; readonly source: Authored };

export type Cell = readonly Inline[];

/** Markdown as the people of a table wrote it. One object per text, so that it is read once for all documents. */
export interface Authored {
  readonly markdown: string;
}

export function text(value: string): Inline {
  return { kind: "text", text: value };
}

export function code(value: string): Inline {
  return { kind: "code", text: value };
}

export function paragraph(...content: readonly Inline[]): Block {
  return { kind: "paragraph", content };
}

/** Every block and every piece of words in the order of the document, but for what authors' Markdown holds. */
export function walk(nodes: readonly (Block | Inline)[], visit: (node: Block | Inline) => void): void {
  for (const node of nodes) {
    visit(node);
    if ("content" in node) walk(node.content, visit);
    else if (node.kind === "quote") walk(node.blocks, visit);
    else if (node.kind === "list") for (const item of node.items) walk(item, visit);
    else if (node.kind === "table")
      for (const row of [node.header, ...node.rows]) for (const cell of row) walk(cell, visit);
    else if ("lead" in node) walk(node.lead ?? [], visit);
  }
}

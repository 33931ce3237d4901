// A document as data: what a docs emitter hands over, whatever language it is rendered into.
// Every string is plain text and is escaped where it is rendered; only `Authored` holds Markdown.
import type { Json } from "./json/value.ts";

export interface Document {
  /** The BCP 47 tag of its words. */
  readonly language: string;
  /** Made as they are read, so that a document of thousands of errors is never in memory as a whole. */
  readonly blocks: Iterable<Block>;
  /** Every author's text in them, so that nobody has to look for them. */
  readonly authored: Iterable<Authored>;
}

export type Block =
  /** Seen by those who read the source only. */
  | { readonly kind: "comment"; readonly text: string }
  | {
      readonly kind: "heading";
      /** 1 to 6. */
      readonly level: number;
      /** A name that links keep pointing to, whatever a site makes of the heading's words. */
      readonly anchor?: string;
      /** Whether the anchor stands in the heading, as sites' generators read it: `{#anchor}`. */
      readonly anchorInHeading?: boolean;
      readonly content: readonly Inline[];
    }
  | { readonly kind: "paragraph"; readonly content: readonly Inline[] }
  /** With `start`, the items are numbered from there. */
  | { readonly kind: "list"; readonly start?: number; readonly items: readonly (readonly Block[])[] }
  | { readonly kind: "quote"; readonly blocks: readonly Block[] }
  | { readonly kind: "code"; readonly syntax?: string; readonly text: string }
  | { readonly kind: "json"; readonly value: Json }
  | { readonly kind: "table"; readonly header: readonly Cell[]; readonly rows: Iterable<readonly Cell[]> }
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
  /** Words in another language than the document's; a mark that all see says so, unless it is quiet. */
  | {
      readonly kind: "foreign";
      readonly language: string;
      readonly content: readonly Inline[];
      readonly quiet?: boolean;
    }
  | { readonly kind: "authored"; readonly source: Authored };

export type Cell = readonly Inline[];

/** The languages that documents are rendered into. */
export type DocumentSyntax = "gfm" | "mdx" | "asciidoc" | "rst" | "html" | "csv";

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

export function bold(value: string): Inline {
  return { kind: "strong", content: [text(value)] };
}

/** Strings are plain text. */
export type Words = readonly (string | Inline)[];

/** Strings become text, neighbouring ones one text. */
export function words(parts: Words): readonly Inline[] {
  const content: Inline[] = [];
  let run = "";
  for (const part of parts) {
    if (typeof part === "string") {
      run += part;
      continue;
    }
    if (run !== "") content.push(text(run));
    run = "";
    content.push(part);
  }
  if (run !== "") content.push(text(run));
  return content;
}

export function paragraph(parts: Words): Block {
  return { kind: "paragraph", content: words(parts) };
}

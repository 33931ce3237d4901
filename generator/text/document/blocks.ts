// A document as data, the same for every syntax that it is rendered into. Every string is plain text; its printer escapes it.
import type { Json } from "../json/value.ts";

export interface Document {
  /** The BCP 47 tag of its words. */
  readonly language: string;
  /** Made one by one, so that a document of thousands of errors is never in memory as a whole. */
  readonly blocks: Iterable<Block>;
  /** The signs under headings in reStructuredText, by level from 1, where a page around the document has its own. */
  readonly adornments?: readonly string[];
}

export type Block =
  /** Only the source shows it. */
  | { readonly kind: "comment"; readonly text: string }
  | {
      readonly kind: "heading";
      /** 1 to 6. */
      readonly level: number;
      /** The name that links point to. */
      readonly anchor?: string;
      /** Whether the anchor stands in the heading where the syntax can say it: in MDX. */
      readonly anchorInHeading?: boolean;
      readonly content: readonly Inline[];
    }
  | { readonly kind: "paragraph"; readonly content: readonly Inline[] }
  /** With `start`, the items are numbered from there. */
  | { readonly kind: "list"; readonly start?: number; readonly items: readonly (readonly Block[])[] }
  | { readonly kind: "quote"; readonly blocks: readonly Block[] }
  | { readonly kind: "code"; readonly syntax?: string; readonly text: string }
  | { readonly kind: "json"; readonly value: Json }
  | {
      readonly kind: "table";
      readonly header: readonly Cell[];
      readonly rows: Iterable<readonly Cell[]>;
      /** The widths of the columns relative to each other, positive integers; absent where the cells decide. */
      readonly widths?: readonly number[];
    }
  | {
      /** A text that somebody wrote in the table. */
      readonly kind: "prose";
      readonly blocks: readonly Block[];
      /** Stands before the first paragraph, on its line; alone on a line if the text begins with another block. */
      readonly lead?: readonly Inline[];
      /** The BCP 47 tag of the text, where it is not the document's. */
      readonly language?: string;
    };

export type Inline =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "code"; readonly text: string }
  | { readonly kind: "strong" | "emphasis" | "strike"; readonly content: readonly Inline[] }
  | {
      readonly kind: "link";
      readonly url: string;
      readonly content: readonly Inline[];
      /** Whether a document that lacks the anchor of the link is whole nevertheless: a page around it may have the anchor. */
      readonly mayLeadOut?: boolean;
    }
  | { readonly kind: "image"; readonly url: string; readonly alt: string }
  | { readonly kind: "break" }
  /** Words in another language than the document's, with a visible mark unless it is quiet. */
  | {
      readonly kind: "foreign";
      readonly language: string;
      readonly content: readonly Inline[];
      readonly quiet?: boolean;
    }
  | { readonly kind: "prose"; readonly blocks: readonly Block[] };

export type Cell = readonly Inline[];

export function text(value: string): Inline {
  return { kind: "text", text: value };
}

export function code(value: string): Inline {
  return { kind: "code", text: value };
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

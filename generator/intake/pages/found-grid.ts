// A page as far as its tables matter: each with a header, rows and the heading above it.

export interface FoundPage {
  readonly title?: string;
  readonly grids: readonly FoundGrid[];
  /** The texts of code blocks: some show the body of an error. */
  readonly samples: readonly string[];
}

export interface FoundGrid {
  /** The heading above it, or its caption. */
  readonly title?: string;
  /** The offset in the source. */
  readonly at: number;
  readonly header: readonly FoundCell[];
  readonly rows: readonly (readonly FoundCell[])[];
}

export interface FoundCell {
  /** Without markup; lines stay apart. */
  readonly plain: string;
  readonly markdown: string;
  /** Whether it is the only cell of its row and spans several columns. */
  readonly isWide?: boolean;
}

export function plainCell(text: string): FoundCell {
  const plain = text.trim();
  return { plain, markdown: plain };
}

// A page becomes the lines on which a marker may stand: not those in code, in comments of several lines, or in scripts.
import type { SourceFile } from "../../diagnostic/source.ts";
import type { DocumentSyntax } from "../../text/documents.ts";
import type { Nesting } from "./page-nesting.ts";

export interface Page {
  readonly source: SourceFile;
  readonly language: Language;
}

/** The comments of a syntax, and the parts of a page in which a marker is only text. */
export interface Language {
  readonly comments: readonly Comment[];
  /** Each returns the end of the code or comment that a line begins. */
  readonly opaque: readonly ((line: string) => RegExp | undefined)[];
  readonly nesting: Nesting;
  readonly headings: HeadingReader;
}

export interface Heading {
  readonly start: number;
  /** 1 is that of a title. */
  readonly level: number;
  /** The sign that underlines it in reStructuredText. */
  readonly sign?: string;
}

export type HeadingReader = (lines: readonly Line[]) => readonly Heading[];

export interface Comment {
  readonly opens: string;
  /** Empty where a comment ends with its line. */
  readonly closes: string;
  readonly syntax: Exclude<DocumentSyntax, "csv">;
}

export interface Line {
  /** Without its line end. */
  readonly text: string;
  /** The offsets of its start and of the next line. */
  readonly start: number;
  readonly next: number;
}

export function* visibleLines({ source, language }: Page): Generator<Line> {
  let end: RegExp | undefined;
  for (const line of linesOf(source.text)) {
    if (end !== undefined) {
      if (end.test(line.text)) end = undefined;
      continue;
    }
    for (const opens of language.opaque) end ??= opens(line.text);
    if (end === undefined) yield line;
  }
}

function* linesOf(text: string): Generator<Line> {
  for (let start = 0; start < text.length; ) {
    const at = text.indexOf("\n", start);
    const next = at < 0 ? text.length : at + 1;
    yield { text: text.slice(start, next).replace(/\r?\n$/, ""), start, next };
    start = next;
  }
}

/** Code in a line of Markdown. */
export const CODE_SPAN = /(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)/g;

export function escapeRegExp(text: string): string {
  return text.replace(/[^\w\s]/g, "\\$&");
}

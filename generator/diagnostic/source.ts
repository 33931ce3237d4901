// A text with a name, and the places in it. Offsets count UTF-16 units; lines and columns appear only when something is printed.
import { memoize } from "./memoize.ts";

export interface SourceFile {
  /** As it is shown to people: relative to the caller's folder, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

/** Half-open: `start` is in, `end` is not. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface Place {
  readonly source: SourceFile;
  readonly span: Span;
}

/** Both count from 1; a column counts UTF-16 units, as editors do. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

export function positionAt(source: SourceFile, offset: number): Position {
  const starts = lineStarts(source);
  const line = lastWhere(starts.length, (index) => (starts[index] ?? 0) <= offset);
  return { line: line + 1, column: offset - (starts[line] ?? 0) + 1 };
}

/** Binary search: the last index below `length` where `holds` is true, or -1. It must be true up to some index and false after it. */
export function lastWhere(length: number, holds: (index: number) => boolean): number {
  let low = -1;
  let high = length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (holds(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The text of a line, counted from 1, without its line end. */
export function lineText(source: SourceFile, line: number): string {
  const starts = lineStarts(source);
  const text = source.text.slice(starts[line - 1] ?? source.text.length, starts[line] ?? source.text.length);
  return text.replace(/\r?\n$|\r$/, "");
}

const lineStarts = memoize(({ text }: SourceFile): readonly number[] => {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
});

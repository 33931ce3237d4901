// A text with a name, and the places in it. Offsets count UTF-16 units; lines and columns appear only when something is printed.

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
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
}

/** The text of a line, counted from 1, without its line end. */
export function lineText(source: SourceFile, line: number): string {
  const starts = lineStarts(source);
  const text = source.text.slice(starts[line - 1] ?? source.text.length, starts[line] ?? source.text.length);
  return text.replace(/\r?\n$|\r$/, "");
}

const known = new WeakMap<SourceFile, readonly number[]>();

function lineStarts(source: SourceFile): readonly number[] {
  let starts = known.get(source);
  if (starts === undefined) {
    const found = [0];
    for (let at = source.text.indexOf("\n"); at >= 0; at = source.text.indexOf("\n", at + 1)) found.push(at + 1);
    known.set(source, found);
    starts = found;
  }
  return starts;
}

// Edits at offsets become a new text; all other bytes of the text stay as they are.

/** Replaces the text from `start` to before `end`. Offsets count UTF-16 units of the text before any edit. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Edits may touch each other, and edits at one place keep their order. Edits that overlap are a bug of the caller. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const parts: string[] = [];
  let done = 0;
  for (const { start, end, text: replacement } of edits.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    if (start < done || end < start || end > text.length) {
      throw new Error(
        `The edit of ${start} to ${end} overlaps one that ends at ${done}, or the end at ${text.length}.`,
      );
    }
    parts.push(text.slice(done, start), replacement);
    done = end;
  }
  parts.push(text.slice(done));
  return parts.join("");
}

export type LineEnd = "\n" | "\r\n";

/** The line end of most lines; "\n" for a text of one line. */
export function lineEndOf(text: string): LineEnd {
  const lineEnds = text.match(/\r?\n/g) ?? [];
  return lineEnds.filter((lineEnd) => lineEnd === "\r\n").length > lineEnds.length / 2 ? "\r\n" : "\n";
}

/** A text whose lines end in "\n" alone, with the given line ends. */
export function withLineEnds(text: string, lineEnd: LineEnd): string {
  return lineEnd === "\n" ? text : text.replaceAll("\n", lineEnd);
}

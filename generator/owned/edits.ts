// Edits at offsets become a new text: whatever they do not name stays as it is, byte for byte.

/** What stands from `start` to before `end` gives way to `text`; offsets count UTF-16 units of the text before any edit. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Edits may touch, and those at one place keep their order; that two overlap is a bug of whoever planned them. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const parts: string[] = [];
  let done = 0;
  for (const { start, end, text: news } of edits.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    if (start < done || end < start || end > text.length) {
      throw new Error(
        `The edit of ${start} to ${end} overlaps one that ends at ${done}, or the end at ${text.length}.`,
      );
    }
    parts.push(text.slice(done, start), news);
    done = end;
  }
  parts.push(text.slice(done));
  return parts.join("");
}

export type LineEnd = "\n" | "\r\n";

/** How the lines of a text end for the most part; "\n" where it has one line. */
export function lineEndOf(text: string): LineEnd {
  let lines = 0;
  let windows = 0;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) {
    lines += 1;
    if (text[at - 1] === "\r") windows += 1;
  }
  return windows > lines / 2 ? "\r\n" : "\n";
}

/** A text whose lines end in "\n" alone, with the line ends of another. */
export function withLineEnds(text: string, lineEnd: LineEnd): string {
  return lineEnd === "\n" ? text : text.replaceAll("\n", lineEnd);
}

// Finds the comments of a YAML text that begin with a certain word.
import type { SourceFile } from "../../diagnostic/source.ts";

export interface Comment {
  /** Where its "#" stands. */
  readonly offset: number;
  /** The text behind the "#", trimmed. */
  readonly text: string;
  /** Whether nothing but space stands before it on its line. */
  readonly ownLine: boolean;
}

export function findComments(
  source: SourceFile,
  word: string,
  isInScalar: (offset: number) => boolean,
): readonly Comment[] {
  const comments: Comment[] = [];
  const { text } = source;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
    const lineStart = text.lastIndexOf("\n", at) + 1;
    const before = text.slice(lineStart, at);
    const hash = /(?:^|[ \t])(#)[ \t]*$/.exec(before);
    if (hash === null) continue;
    const offset = lineStart + before.lastIndexOf("#");
    const lineEnd = text.indexOf("\n", at);
    const line = text.slice(offset + 1, lineEnd < 0 ? text.length : lineEnd);
    if (!isInScalar(offset)) {
      comments.push({ offset, text: line.trim(), ownLine: before.slice(0, before.lastIndexOf("#")).trim() === "" });
    }
  }
  return comments;
}

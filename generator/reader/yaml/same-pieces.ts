// The pieces of a text and those of the last text become the pairs of pieces that are the same. Their characters alone decide.
import type { Piece } from "./text-pieces.ts";

export interface CutText {
  readonly text: string;
  readonly pieces: readonly Piece[];
}

/** By piece the index of the same piece of the text before, or -1: texts mostly begin and end as the last one did. */
export function samePieces({ text, pieces }: CutText, before: CutText): readonly number[] {
  const start = commonStart(text, before.text);
  const end = commonEnd(text, before.text, start);
  const shift = before.pieces.length - pieces.length;
  const moved = before.text.length - text.length;
  let first = 0;
  while (isSame(pieces[first], before.pieces[first], 0) && (pieces[first] as Piece).end <= start) first += 1;
  let last = pieces.length;
  while (
    last > first &&
    last + shift > first &&
    isSame(pieces[last - 1], before.pieces[last - 1 + shift], moved) &&
    (pieces[last - 1] as Piece).start >= text.length - end
  )
    last -= 1;
  const others = new Map<string, number>();
  for (let index = first; index < last + shift; index += 1) others.set(textOf(before, index), index);
  return pieces.map((piece, index) => {
    if (index < first) return index;
    if (index >= last) return index + shift;
    const same = others.get(text.slice(piece.start, piece.end));
    return same !== undefined && before.pieces[same]?.meant === piece.meant ? same : -1;
  });
}

export function textOf({ text, pieces }: CutText, index: number): string {
  const { start, end } = pieces[index] as Piece;
  return text.slice(start, end);
}

/** Whether the piece stands where the other one did, in a text that is longer by some characters before it. */
function isSame(piece: Piece | undefined, other: Piece | undefined, moved: number): boolean {
  return (
    piece !== undefined &&
    other !== undefined &&
    piece.start + moved === other.start &&
    piece.end + moved === other.end &&
    piece.meant === other.meant
  );
}

/** By halves: to compare two long parts takes far less time than to look at their characters one by one. */
function commonStart(a: string, b: string): number {
  return largest(Math.min(a.length, b.length), (from, to) => a.slice(from, to) === b.slice(from, to));
}

/** Behind the part that both begin with. */
function commonEnd(a: string, b: string, start: number): number {
  const part = (text: string, from: number, to: number): string => text.slice(text.length - to, text.length - from);
  return largest(Math.min(a.length, b.length) - start, (from, to) => part(a, from, to) === part(b, from, to));
}

/** The largest length up to which all parts are the same. */
function largest(most: number, isSame: (from: number, to: number) => boolean): number {
  let [low, high] = [0, most];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (isSame(low, middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}

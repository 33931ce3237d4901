// Tells where each unit of a scalar's value stands in the text, so that a finding can point into a string.
import type { Node } from "./node.ts";

/**
 * One offset per UTF-16 unit of the value, and one for its end. Undefined for values that are spread over
 * several lines, where folding makes the answer more work than it is worth.
 */
export function offsetsInScalar(text: string, node: Node): readonly number[] | undefined {
  // A long message may have a finding for each of its directives.
  if (!known.has(node)) known.set(node, findOffsets(text, node));
  return known.get(node);
}

const known = new WeakMap<Node, readonly number[] | undefined>();

function findOffsets(text: string, node: Node): readonly number[] | undefined {
  const { start, end, data } = node;
  const written = text.slice(start, end).trimEnd();
  if (typeof data !== "string" || /[\r\n]/.test(written)) return undefined;
  const quote = written[0];
  const offsets =
    quote === '"'
      ? unescapeDouble(written, start)
      : quote === "'"
        ? unescapeSingle(written, start)
        : Array.from({ length: written.length + 1 }, (_, index) => start + index);
  return offsets.length === data.length + 1 ? offsets : undefined;
}

const ESCAPE_LENGTHS: Readonly<Record<string, number>> = { x: 4, u: 6, U: 10 };

function unescapeDouble(written: string, start: number): readonly number[] {
  const offsets: number[] = [];
  let at = 1;
  while (at < written.length - 1) {
    offsets.push(start + at);
    if (written[at] !== "\\") at += 1;
    else {
      const length = ESCAPE_LENGTHS[written[at + 1] ?? ""] ?? 2;
      if (length === 10 && Number.parseInt(written.slice(at + 2, at + 10), 16) > 0xffff) offsets.push(start + at);
      at += length;
    }
  }
  return [...offsets, start + at];
}

function unescapeSingle(written: string, start: number): readonly number[] {
  const offsets: number[] = [];
  let at = 1;
  while (at < written.length - 1) {
    offsets.push(start + at);
    at += written[at] === "'" ? 2 : 1;
  }
  return [...offsets, start + at];
}

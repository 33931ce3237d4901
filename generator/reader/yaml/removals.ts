// Entries that leave a map or a list become edits of a YAML text: whole lines where they have lines of their own.
import type { SourceFile } from "../../diagnostic/source.ts";
import type { Edit } from "../../diagnostic/text-edits.ts";
import type { Node } from "./node.ts";

/** An entry of a map, or an item of a list. */
interface Entry {
  readonly start: number;
  readonly end: number;
  readonly isGone: boolean;
}

/**
 * A row takes the comments with it that stand right above it, and those below that are indented deeper. `key` leads to the
 * collection, which stays there as {} or [] where nothing is left in it. Undefined where that cannot be done for certain.
 */
export function removeEntries(
  { text }: SourceFile,
  collection: Node,
  key: Node | undefined,
  isGone: (step: string) => boolean,
): readonly Edit[] | undefined {
  const isFlow = text[collection.start] === "{" || text[collection.start] === "[";
  const entries = entriesOf(text, collection, isGone, isFlow);
  const isEmptied = entries.every((entry) => entry.isGone);
  const runs = runsOf(entries);
  if (isFlow) return runs.flatMap((run) => flowRemoval(text, entries, run));
  const removed = runs.map((run) => blockRemoval(text, entries, run, key));
  const edits = removed.filter((edit) => edit !== undefined);
  if (edits.length < runs.length) return undefined;
  if (!isEmptied) return edits;
  const colon = key === undefined ? -1 : text.slice(key.end).search(/^[ \t]*:/) < 0 ? -1 : text.indexOf(":", key.end);
  if (colon < 0) return undefined;
  return [{ start: colon + 1, end: colon + 1, text: collection.pairs === undefined ? " []" : " {}" }, ...edits];
}

function entriesOf(
  text: string,
  { pairs, items = [] }: Node,
  isGone: (step: string) => boolean,
  isFlow: boolean,
): readonly Entry[] {
  if (pairs !== undefined) {
    return pairs.map(({ key, value }) => ({
      start: key.start,
      end: (value ?? key).end,
      isGone: isGone(String(key.data)),
    }));
  }
  return items.map(({ start, end }, index) => {
    const dash = isFlow ? start : text.lastIndexOf("-", start - 1);
    return { start: dash < 0 ? start : dash, end, isGone: isGone(String(index)) };
  });
}

/** Neighbours that leave, as the index of the first and of the last one. */
function runsOf(entries: readonly Entry[]): readonly (readonly [first: number, last: number])[] {
  const runs: [number, number][] = [];
  for (const [index, { isGone }] of entries.entries()) {
    const run = runs.at(-1);
    if (!isGone) continue;
    if (run !== undefined && run[1] === index - 1) run[1] = index;
    else runs.push([index, index]);
  }
  return runs;
}

function blockRemoval(
  text: string,
  entries: readonly Entry[],
  [first, last]: readonly [number, number],
  key: Node | undefined,
): Edit | undefined {
  const [from, to] = [entries[first], entries[last]];
  if (from === undefined || to === undefined) return undefined;
  const row = lineStartOf(text, from.start);
  const rest = lineEndAt(text, to.end);
  const hasOwnLines = BLANK.test(text.slice(row, from.start)) && /^[ \t]*(?:#.*)?$/.test(text.slice(to.end, rest.at));
  if (!hasOwnLines) return undefined;
  const indent = from.start - row;
  const floor = entries[first - 1]?.end ?? key?.end ?? 0;
  let start = row;
  for (let above = lineBefore(text, start); above !== undefined && above.start > floor; ) {
    if (!isCommentAt(above.text, indent)) break;
    start = above.start;
    above = lineBefore(text, start);
  }
  let end = rest.next;
  const deeper = new RegExp(`(?:[ \\t]*\\r?\\n)* {${indent + 1},}#[^\\n]*(?:\\n|$)`, "y");
  for (deeper.lastIndex = end; deeper.test(text); deeper.lastIndex = end) end = deeper.lastIndex;
  const isLast = entries[last + 1] === undefined;
  if (!isLast) {
    const blank = /(?:[ \t]*\r?\n)+/y;
    blank.lastIndex = end;
    if (blank.test(text)) end = blank.lastIndex;
  } else if (first > 0) {
    for (let above = lineBefore(text, start); above !== undefined && above.start > floor; ) {
      if (!BLANK.test(above.text)) break;
      start = above.start;
      above = lineBefore(text, start);
    }
  }
  // Without a line end at its end, the file ends with the line before.
  if (end === text.length && !text.endsWith("\n")) start -= /\r?\n$/.exec(text.slice(0, start))?.[0].length ?? 0;
  return { start, end, text: "" };
}

const BLANK = /^[ \t\r]*$/;

function isCommentAt(line: string, indent: number): boolean {
  return line.search(/[^ ]/) === indent && line[indent] === "#";
}

function lineStartOf(text: string, offset: number): number {
  return text.lastIndexOf("\n", offset - 1) + 1;
}

/** The end of the text of a line, and the start of the next one. */
function lineEndAt(text: string, offset: number): { readonly at: number; readonly next: number } {
  const end = text.indexOf("\n", offset);
  if (end < 0) return { at: text.length, next: text.length };
  return { at: end > offset && text[end - 1] === "\r" ? end - 1 : end, next: end + 1 };
}

function lineBefore(text: string, start: number): { readonly start: number; readonly text: string } | undefined {
  if (start === 0) return undefined;
  const before = lineStartOf(text, start - 1);
  return { start: before, text: text.slice(before, start).replace(/\r?\n$/, "") };
}

function flowRemoval(
  text: string,
  entries: readonly Entry[],
  [first, last]: readonly [number, number],
): readonly Edit[] {
  const [before, after] = [entries[first - 1], entries[last + 1]];
  const gone = entries.slice(first, last + 1);
  const [start, end] = [gone[0]?.start ?? 0, gone.at(-1)?.end ?? 0];
  const own = { start: lineStartOf(text, start), end: lineEndAt(text, end) };
  const isAlone =
    BLANK.test(text.slice(own.start, start)) && /^[ \t]*,?[ \t]*(?:#.*)?$/.test(text.slice(end, own.end.at));
  if (isAlone && (before !== undefined || after !== undefined))
    return [{ start: own.start, end: own.end.next, text: "" }];
  const joined =
    after !== undefined
      ? { start, end: after.start }
      : before !== undefined
        ? { start: before.end, end }
        : { start: start - (/[ \t]*$/.exec(text.slice(0, start))?.[0].length ?? 0), end };
  const between = gone.reduce((rest, one) => rest.replace(text.slice(one.start, one.end), () => ""), textOf(joined));
  if (!between.includes("#")) return [{ ...joined, text: "" }];
  // Comments between the entries stay.
  return gone.map((one) => ({
    start: one.start,
    end: one.end + (/^[ \t]*,[ \t]*/.exec(text.slice(one.end))?.[0].length ?? 0),
    text: "",
  }));

  function textOf(span: { readonly start: number; readonly end: number }): string {
    return text.slice(span.start, span.end);
  }
}

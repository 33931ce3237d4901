// An entry to put into a map or a list becomes an edit of a YAML text: nothing else in the text changes.
import { positionAt, type SourceFile } from "../../diagnostic/source.ts";
import { type Edit, lineEndOf } from "../../diagnostic/text-edits.ts";
import type { NewEntry, Node } from "./node.ts";

/**
 * Before another entry, and the comments right above that, or at the end, behind the comments that belong to the collection. The
 * entry is a line in brackets, else lines that begin at the column of its neighbours. Undefined where that cannot be done for certain.
 */
export function addEntry(source: SourceFile, collection: Node, entry: NewEntry, before?: string): Edit | undefined {
  const { text } = source;
  const { pairs = [], items = [] } = collection;
  const next = pairs.find(({ key }) => key.data === before)?.key;
  const last = pairs.at(-1) ?? items.map((item) => ({ key: item, value: item })).at(-1);
  const opening = text[collection.start];
  if (opening === "{" || opening === "[") {
    if (next !== undefined) return { start: next.start, end: next.start, text: `${entry.flow}, ` };
    const space = opening === "{" ? " " : "";
    if (last === undefined)
      return { start: collection.start + 1, end: collection.start + 1, text: space + entry.flow + space };
    const { end } = last.value ?? last.key;
    return { start: end, end, text: `, ${entry.flow}` };
  }
  const first = pairs[0]?.key.start ?? text.lastIndexOf("-", (items[0]?.start ?? 0) - 1);
  if (last === undefined || first < 0) return undefined;
  const column = positionAt(source, first).column - 1;
  const lineEnd = lineEndOf(text);
  const lines = entry.block.split("\n").map((line) => (line === "" ? "" : `${" ".repeat(column)}${line}`));
  if (next !== undefined) {
    const start = rowStart(text, next.start, column);
    return start === undefined ? undefined : { start, end: start, text: lines.map((line) => line + lineEnd).join("") };
  }
  const written = text.slice((last.value ?? last.key).start, collection.end);
  // The line ends behind such a text belong to it.
  if (/^[|>][0-9]?\+/.test(written)) return undefined;
  const content = /\r?\n|$/g;
  content.lastIndex = collection.end;
  let at = content.exec(text)?.index ?? text.length;
  const comments = new RegExp(`(?:\\r?\\n[ \\t]*)*\\r?\\n {${Math.max(column, 1)},}#[^\\r\\n]*`, "y");
  for (comments.lastIndex = at; comments.test(text); comments.lastIndex = at) at = comments.lastIndex;
  return { start: at, end: at, text: lines.map((line) => lineEnd + line).join("") };
}

/** The start of the line of a key, or of the comments right above it; undefined where something else stands before the key. */
export function rowStart(text: string, key: number, column: number): number | undefined {
  let start = text.lastIndexOf("\n", key - 1) + 1;
  if (text.slice(start, key).trim() !== "") return undefined;
  while (start > 0) {
    const above = text.lastIndexOf("\n", start - 2) + 1;
    const line = text.slice(above, start);
    if (line.search(/[^ ]/) !== column || line[column] !== "#") return start;
    start = above;
  }
  return start;
}

// A value to write becomes an edit of a YAML text: nothing else in the text changes.
import { positionAt, type SourceFile } from "../../diagnostic/source.ts";
import { type Edit, lineEndOf } from "../../diagnostic/text-edits.ts";
import type { Node } from "./node.ts";

/** A string as a plain word where YAML reads it as that string everywhere, else in quotes. */
export function scalarText(value: string): string {
  return PLAIN_WORD.test(value) && !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(value)
    ? value
    : JSON.stringify(value);
}

const PLAIN_WORD = /^[A-Za-z_][A-Za-z0-9_]*(?:[./-][A-Za-z0-9_]+)*$/;

/** Puts a field at the end of a map; `text` is a value on one line. Undefined where that cannot be done for certain. */
export function addField(source: SourceFile, map: Node, name: string, text: string): Edit | undefined {
  const field = `${scalarText(name)}: ${text}`;
  const { pairs } = map;
  if (pairs === undefined) return undefined;
  const last = pairs.at(-1);
  if (source.text[map.start] === "{") {
    if (last === undefined) return { start: map.start + 1, end: map.start + 1, text: ` ${field} ` };
    const { end } = last.value ?? last.key;
    return { start: end, end, text: `, ${field}` };
  }
  const [first] = pairs;
  if (first === undefined || last === undefined) return undefined;
  const written = source.text.slice((last.value ?? last.key).start, map.end);
  // The line ends behind such a text belong to it.
  if (/^[|>][0-9]?\+/.test(written)) return undefined;
  const lineEnd = /\r?\n|$/g;
  lineEnd.lastIndex = map.end;
  const at = lineEnd.exec(source.text)?.index ?? source.text.length;
  const indent = " ".repeat(positionAt(source, first.key.start).column - 1);
  return { start: at, end: at, text: `${lineEndOf(source.text)}${indent}${field}` };
}

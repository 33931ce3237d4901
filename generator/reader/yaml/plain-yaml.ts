// Reads the simple subset of YAML that nearly every table uses, in one pass. Any other text, and any error, is left to the
// library, so that only one reader handles them.
import type { Node, Pair } from "./node.ts";
import { readFlow } from "./plain-flow.ts";
import { readBlockScalar, readPlainScalar, readQuoted } from "./plain-scalars.ts";
import { endLine, nextLine, type Reader, readKey } from "./plain-text.ts";

/** The root of the text, or undefined where it is not plain. */
export function readPlainYaml(text: string): Node | undefined {
  if (!text.endsWith("\n") || UNPLAIN.test(text) || !text.isWellFormed()) return undefined;
  const reader: Reader = { text, at: 0, indent: -1 };
  nextLine(reader);
  const root = reader.indent === 0 ? readMap(reader, 0) : undefined;
  return reader.at === text.length ? root : undefined;
}

/** One key with its value at the column `indent`, and nothing else; or undefined where it is not plain. */
export function readPlainPair(text: string, indent: number): Pair | undefined {
  if (!text.endsWith("\n") || UNPLAIN.test(text) || !text.isWellFormed()) return undefined;
  const reader: Reader = { text, at: 0, indent: -1 };
  nextLine(reader);
  if (reader.indent !== indent || indent > DEEPEST_INDENT) return undefined;
  const key = readKey(reader);
  const value = key === undefined ? undefined : readValue(reader, indent);
  return key === undefined || value === undefined || reader.at !== text.length ? undefined : { key, value };
}

/** Tabs, carriage returns and other invisible characters; properties of Unicode would be shorter, but slower. */
const UNPLAIN = /[^\n -~\u00a0-\u2027\u202a-\ufefe\uff00-\uffff]/;

/** Every second level at least is indented deeper, so that nothing plain is nested too deeply. */
const DEEPEST_INDENT = 40;

/** A map whose first key stands here, at the column `indent`. */
function readMap(reader: Reader, indent: number): Node | undefined {
  const start = reader.at;
  const pairs: Pair[] = [];
  const data = Object.create(null) as Record<string, unknown>;
  let end = start;
  if (indent > DEEPEST_INDENT) return undefined;
  while (reader.indent === indent) {
    const key = readKey(reader);
    if (key === undefined || key.data in data) return undefined;
    const value = readValue(reader, indent);
    if (value === undefined) return undefined;
    data[key.data] = value.data;
    end = value.end;
    pairs.push({ key, value });
  }
  // A line that is indented deeper than its neighbours is an error.
  return reader.indent > indent ? undefined : { start, end, data, pairs, items: undefined };
}

/** The value behind the colon of a key at the column `indent`. */
function readValue(reader: Reader, indent: number): Node | undefined {
  while (reader.text[reader.at] === " ") reader.at += 1;
  if (!endLine(reader)) return readInline(reader, indent);
  if (reader.indent < indent) return undefined;
  if (startsItem(reader)) return readSequence(reader, reader.indent);
  return reader.indent > indent ? readMap(reader, reader.indent) : undefined;
}

function startsItem({ text, at }: Reader): boolean {
  return text[at] === "-" && text[at + 1] === " ";
}

function readSequence(reader: Reader, indent: number): Node | undefined {
  const start = reader.at;
  const items: Node[] = [];
  if (indent > DEEPEST_INDENT) return undefined;
  while (reader.indent === indent && startsItem(reader)) {
    const dash = reader.at;
    do reader.at += 1;
    while (reader.text[reader.at] === " ");
    const item = readItem(reader, indent, indent + reader.at - dash);
    if (item === undefined) return undefined;
    items.push(item);
  }
  if (reader.indent > indent) return undefined;
  return { start, end: items.at(-1)?.end ?? start, data: items.map((item) => item.data), pairs: undefined, items };
}

/** The value behind the dash of an item: a map that begins on the same line, or one value. */
function readItem(reader: Reader, indent: number, column: number): Node | undefined {
  const { at } = reader;
  const isMap = readKey(reader) !== undefined;
  reader.at = at;
  if (!isMap) return readInline(reader, indent);
  reader.indent = column;
  return readMap(reader, column);
}

/** A value that begins on this line, inside of something at the column `indent`. */
function readInline(reader: Reader, indent: number): Node | undefined {
  const sign = reader.text[reader.at];
  if (sign === "|" || sign === ">") return readBlockScalar(reader, indent);
  if (sign !== '"' && sign !== "'" && sign !== "[" && sign !== "{") return readPlainScalar(reader, indent);
  const value = sign === "[" || sign === "{" ? readFlow(reader, indent, 1) : readQuoted(reader, indent);
  return value !== undefined && endLine(reader) ? value : undefined;
}

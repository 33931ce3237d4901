// Reads maps and lists in brackets, in the simple subset of YAML.
import { type Node, type Pair, scalarNode } from "./node.ts";
import { isKeyLike, readQuoted, startsPlain } from "./plain-scalars.ts";
import { plainValue, type Reader, readKey } from "./plain-text.ts";

const DEEPEST = 10;

/** Lines that follow have to be indented deeper than `indent`. Stays behind the closing bracket. */
export function readFlow(reader: Reader, indent: number, depth: number): Node | undefined {
  const { text, at: start } = reader;
  const isMap = text[start] === "{";
  const close = isMap ? "}" : "]";
  const pairs: Pair[] = [];
  const items: Node[] = [];
  const data = Object.create(null) as Record<string, unknown>;
  reader.at += 1;
  if (depth > DEEPEST || !skipSpace(reader, indent)) return undefined;
  while (text[reader.at] !== close) {
    const key = isMap ? readKey(reader) : undefined;
    if (isMap && (key === undefined || key.data in data || !skipSpace(reader, indent))) return undefined;
    const value = readFlowValue(reader, indent, depth);
    if (value === undefined || !skipSpace(reader, indent)) return undefined;
    if (key === undefined) items.push(value);
    else {
      data[key.data] = value.data;
      pairs.push({ key, value });
    }
    if (text[reader.at] === close) break;
    if (text[reader.at] !== ",") return undefined;
    reader.at += 1;
    // A comma at the end is left to the library.
    if (!skipSpace(reader, indent) || text[reader.at] === close) return undefined;
  }
  reader.at += 1;
  return isMap
    ? { start, end: reader.at, data, pairs, items: undefined }
    : { start, end: reader.at, data: items.map((item) => item.data), pairs: undefined, items };
}

function readFlowValue(reader: Reader, indent: number, depth: number): Node | undefined {
  const sign = reader.text[reader.at];
  if (sign === "[" || sign === "{") return readFlow(reader, indent, depth + 1);
  if (sign === '"' || sign === "'") return readQuoted(reader, indent);
  const start = reader.at;
  PLAIN.lastIndex = start;
  const written = (PLAIN.exec(reader.text)?.[0] ?? "").trimEnd();
  if (!startsPlain(written) || isKeyLike(written) || written.includes(" #")) return undefined;
  const value = plainValue(written);
  if (value === undefined) return undefined;
  reader.at += written.length;
  return scalarNode(start, reader.at, value);
}

const PLAIN = /[^,[\]{}\n]*/y;

/** Space, also over the end of a line. */
function skipSpace(reader: Reader, indent: number): boolean {
  const { text } = reader;
  while (text[reader.at] === " ") reader.at += 1;
  if (text[reader.at] !== "\n") return true;
  const start = reader.at + 1;
  reader.at = start;
  while (text[reader.at] === " ") reader.at += 1;
  return reader.at - start > indent && text[reader.at] !== "\n";
}

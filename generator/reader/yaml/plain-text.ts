// The position of the plain YAML reader in its text, the functions that move it over lines and keys, and the types of plain
// scalars by the core schema of YAML 1.2.
import { type Node, scalarNode } from "./node.ts";

export interface Reader {
  readonly text: string;
  /** Between values: where the next line with content has its first sign. */
  at: number;
  /** The column of that sign; -1 at the end of the text. */
  indent: number;
}

/** From the start of a line to the first line with content, past comments. */
export function nextLine(reader: Reader): void {
  const { text } = reader;
  let start = reader.at;
  let at = start;
  for (;;) {
    while (text[at] === " ") at += 1;
    const sign = text[at];
    if (sign !== "\n" && sign !== "#") break;
    start = text.indexOf("\n", at) + 1;
    at = start;
  }
  reader.at = at;
  reader.indent = at < text.length ? at - start : -1;
}

/** Goes to the next line with content if nothing but a comment is left on this one; else stays. */
export function endLine(reader: Reader): boolean {
  const { text } = reader;
  let { at } = reader;
  while (text[at] === " ") at += 1;
  if (text[at] !== "\n" && !(text[at] === "#" && text[at - 1] === " ")) return false;
  reader.at = text.indexOf("\n", at) + 1;
  nextLine(reader);
  return true;
}

const KEY = /(?:([A-Za-z_$][\w.$/+-]{0,500})|(0|-?[1-9]\d{0,14})|'([^'\n]{0,500})'|"([^"\\\n]{0,500})"):(?=[ \n])/y;

/** A key with its colon; keys that could be booleans or numbers other than integers are left to the library. */
export function readKey(reader: Reader): (Node & { readonly data: string }) | undefined {
  KEY.lastIndex = reader.at;
  const match = KEY.exec(reader.text);
  if (match === null) return undefined;
  const [written, plain, integer, single, double] = match;
  if (plain !== undefined && hasOwnType(plain)) return undefined;
  const start = reader.at;
  reader.at = KEY.lastIndex;
  const name = plain ?? integer ?? single ?? double ?? "";
  const node = scalarNode(start, start + written.length - 1, name) as Node & { readonly data: string };
  return integer === undefined ? node : { ...node, isInteger: true };
}

/** The value of a plain scalar; undefined where the library has to read it. */
export function plainValue(text: string): string | number | boolean | undefined {
  if (!hasOwnType(text)) return text;
  if (SIMPLE_NUMBER.test(text)) return Number(text);
  return text === "true" ? true : text === "false" ? false : undefined;
}

/** Whether a plain scalar may be null, a boolean or a number. */
function hasOwnType(text: string): boolean {
  return OWN_TYPE.test(text);
}

const OWN_TYPE = /^(?:~|null|true|false|[-+]?(?:\.inf|\.nan|(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?)|0o[0-7]+|0x[\da-f]+)$/i;

/** Of at most 15 digits before the point, so that none is lost. */
const SIMPLE_NUMBER = /^-?(?:0|[1-9]\d{0,14})(?:\.\d+)?$/;

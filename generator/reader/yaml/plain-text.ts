// The position of the plain YAML reader in its text, and the functions that move it over lines and keys.
import { type Node, scalarNode } from "./node.ts";
import { hasOwnType } from "./plain-types.ts";

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

const KEY = /(?:([A-Za-z_$][\w.$/+-]{0,500})|'([^'\n]{0,500})'|"([^"\\\n]{0,500})"):(?=[ \n])/y;

/** A key with its colon; keys that are not plainly strings are none. */
export function readKey(reader: Reader): (Node & { readonly data: string }) | undefined {
  KEY.lastIndex = reader.at;
  const match = KEY.exec(reader.text);
  if (match === null) return undefined;
  const [written, plain, single, double] = match;
  if (plain !== undefined && hasOwnType(plain)) return undefined;
  const start = reader.at;
  reader.at = KEY.lastIndex;
  const name = plain ?? single ?? double ?? "";
  return scalarNode(start, start + written.length - 1, name) as Node & { readonly data: string };
}

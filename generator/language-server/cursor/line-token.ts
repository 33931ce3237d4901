// A key, a value or a comment of a YAML text, and the places where lines, quoted texts and blocks end, however broken they are.
import type { Span } from "../../diagnostic/source.ts";
import type { Path } from "../../text/json/pointer.ts";

/** A key, a value, or a place where one may be written: there the text is empty, or a word that is no key yet. */
export interface LineToken extends Span {
  readonly kind: "key" | "value" | "comment";
  /** Of a key, the path of the map that it is in; of a value, its own. */
  readonly path: Path;
  readonly text: string;
  /** A key without its colon. */
  readonly isNew?: true;
  readonly inFlow?: true;
  /** Of a block scalar, or of one in quotes. */
  readonly style?: "|" | ">" | '"' | "'";
}

export function readComment(text: string, from: number, tokens: LineToken[]): number {
  const lineEnd = endOfLine(text, from);
  const hash = /^[ \t]*(#)/.exec(text.slice(from, lineEnd));
  if (hash !== null) {
    const start = from + hash[0].length - 1;
    const end = trimmed(text, start, lineEnd);
    tokens.push({ kind: "comment", path: [], start, end, text: text.slice(start, end) });
  }
  return lineEnd + 1;
}

export function unquoted(written: string): string {
  if (/^'.*'$/s.test(written)) return written.slice(1, -1).replaceAll("''", "'");
  if (!/^".*"$/s.test(written)) return written;
  try {
    return JSON.parse(written) as string;
  } catch {
    return written.slice(1, -1);
  }
}

/** The end of its line where it is not closed before a line that belongs to something around it. */
export function endOfQuoted(text: string, start: number, indent: number): number {
  const quote = text[start];
  const firstEnd = trimmed(text, start, endOfLine(text, start));
  for (let at = start + 1; at < text.length; at += 1) {
    const sign = text[at];
    if (sign === "\\" && quote === '"') at += 1;
    else if (sign === quote) {
      if (quote === "'" && text[at + 1] === "'") at += 1;
      else return at + 1;
    } else if (sign === "\n") {
      const column = /^ */.exec(text.slice(at + 1, at + 200))?.[0].length ?? 0;
      if (column <= indent && !/[\r\n]/.test(text[at + 1 + column] ?? "\n")) return firstEnd;
    }
  }
  return firstEnd;
}

/** The end of the last line that is indented deeper, or blank. */
export function endOfBlock(text: string, from: number, to: number, indent: number): number {
  let end = Math.max(0, from - 1);
  for (let at = from; at < to; at = endOfLine(text, at) + 1) {
    const line = text.slice(at, endOfLine(text, at));
    if (line.trim() === "") continue;
    if (line.search(/[^ ]/) <= indent) break;
    end = endOfLine(text, at);
  }
  return text[end - 1] === "\r" ? end - 1 : end;
}

export function endOfLine(text: string, at: number): number {
  const end = text.indexOf("\n", at);
  return end < 0 ? text.length : end;
}

export function lineStart(text: string, at: number): number {
  return text.lastIndexOf("\n", at - 1) + 1;
}

export function trimmed(text: string, start: number, end: number): number {
  let last = end;
  while (last > start && " \t\r".includes(text[last - 1] ?? "")) last -= 1;
  return last;
}

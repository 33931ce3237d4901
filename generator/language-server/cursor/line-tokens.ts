// A part of a YAML text becomes its keys and values with their paths, also where the text is incomplete: people complete it.
import type { Path } from "../../text/json/pointer.ts";
import { readFlow } from "./flow-tokens.ts";
import {
  endOfBlock,
  endOfLine,
  endOfQuoted,
  type LineToken,
  lineStart,
  readComment,
  trimmed,
  unquoted,
} from "./line-token.ts";

interface Frame {
  readonly indent: number;
  /** Of the map or the list. */
  readonly path: Path;
  readonly isList: boolean;
  /** Of the last key or item in it. */
  last: string | number;
}

/** Lines that begin in a block from `from` on, which is the start of a line, up to `to`. `path` leads to the map of the first key. */
export function lineTokens(text: string, from: number, to: number, path: Path): readonly LineToken[] {
  const tokens: LineToken[] = [];
  const frames: Frame[] = [];
  let at = from;
  while (at < to) {
    const lineEnd = endOfLine(text, at);
    let start = at;
    while (text[start] === " ") start += 1;
    let indent = start - at;
    const sign = text[start];
    at = lineEnd + 1;
    if (start >= lineEnd || sign === "\r") continue;
    if (sign === "#") {
      tokens.push({
        kind: "comment",
        path: [],
        start,
        end: trimmed(text, start, lineEnd),
        text: text.slice(start, trimmed(text, start, lineEnd)),
      });
      continue;
    }
    while ((frames.at(-1)?.indent ?? -1) > indent) frames.pop();
    // A dash may stand at the column of the key that its list belongs to.
    while (text[start] === "-" && /[ \r\n]|^$/.test(text[start + 1] ?? "")) {
      const top = frames.at(-1);
      if (top?.isList && top.indent === indent) top.last = Number(top.last) + 1;
      else frames.push({ indent, path: pathIn(top, path), isList: true, last: 0 });
      start += 1;
      while (text[start] === " ") start += 1;
      indent = start - lineStart(text, start);
    }
    const list = frames.at(-1);
    if (list?.isList && list.indent === indent) frames.pop();
    const key = keyAt(text, start, lineEnd);
    const top = frames.at(-1);
    if (key === undefined) {
      at = readLoose(text, start, lineEnd, to, frames, path, tokens, indent);
      continue;
    }
    if (top !== undefined && !top.isList && top.indent === indent) top.last = key.name;
    else frames.push({ indent, path: pathIn(top, path), isList: false, last: key.name });
    const own = frames.at(-1);
    const map = own?.path ?? path;
    tokens.push({ kind: "key", path: map, start, end: key.end, text: key.name });
    at = readValue(text, key.after, to, [...map, key.name], indent, tokens);
  }
  return tokens;
}

/** The path of what stands below the last key or item of a frame. */
function pathIn(frame: Frame | undefined, path: Path): Path {
  return frame === undefined ? path : [...frame.path, frame.last];
}

/** Something that is no key: an item, or a word that may become a key. */
function readLoose(
  text: string,
  start: number,
  lineEnd: number,
  to: number,
  frames: readonly Frame[],
  path: Path,
  tokens: LineToken[],
  indent: number,
): number {
  const top = frames.at(-1);
  if (top?.isList || /["'[{|>]/.test(text[start] ?? "")) {
    return readValue(text, start, to, pathIn(top, path), Math.max(0, indent - 1), tokens);
  }
  const end = trimmed(text, start, lineEnd);
  const map = top !== undefined && top.indent === indent ? top.path : pathIn(top, path);
  tokens.push({ kind: "key", path: map, start, end, text: text.slice(start, end), isNew: true });
  return lineEnd + 1;
}

/** Returns the start of the next line. */
function readValue(text: string, after: number, to: number, path: Path, indent: number, tokens: LineToken[]): number {
  let start = after;
  while (text[start] === " ") start += 1;
  const lineEnd = endOfLine(text, start);
  const sign = text[start];
  if (sign === "[" || sign === "{") return readFlow(text, start, path, indent, tokens);
  if ((sign === "|" || sign === ">") && /^[|>][-+\d]*[ \t]*(?:#.*)?\r?$/.test(text.slice(start, lineEnd))) {
    const end = endOfBlock(text, lineEnd + 1, to, indent);
    tokens.push({ kind: "value", path, start, end, text: text.slice(start, end), style: sign });
    return end >= lineEnd ? endOfLine(text, end) + 1 : lineEnd + 1;
  }
  if (sign === '"' || sign === "'") {
    const end = endOfQuoted(text, start, indent);
    tokens.push({ kind: "value", path, start, end, text: text.slice(start, end), style: sign });
    return readComment(text, end, tokens);
  }
  const comment = sign === "#" ? 0 : text.slice(start, lineEnd).search(/ #/);
  const stop = comment < 0 ? lineEnd : start + comment;
  let end = Math.max(start, trimmed(text, start, stop));
  let next = lineEnd + 1;
  if (comment < 0 && end > start) {
    // Lines that are indented deeper go on with a plain value.
    while (next < to) {
      const own = /^( *)(?=[^ \r\n#])([^\r\n]*)/.exec(text.slice(next, endOfLine(text, next)));
      if (
        own === null ||
        (own[1]?.length ?? 0) <= indent ||
        keyAt(text, next + (own[1]?.length ?? 0), endOfLine(text, next))
      )
        break;
      end = trimmed(text, next, endOfLine(text, next));
      next = endOfLine(text, next) + 1;
    }
  }
  tokens.push({
    kind: "value",
    path,
    start: end > start ? start : Math.min(after + 1, stop),
    end,
    text: text.slice(start, end),
  });
  if (comment >= 0) readComment(text, stop, tokens);
  return next;
}

interface Key {
  readonly name: string;
  readonly end: number;
  /** Behind the colon. */
  readonly after: number;
}

const KEY =
  /^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^\s"'#{}[\],&*!|>%@`-][^#]*?|[-?:][^\s#][^#]*?|[^\s"'{[#][^#]*?)[ \t]*:(?=[ \t\r]|$)/;

function keyAt(text: string, start: number, lineEnd: number): Key | undefined {
  const written = KEY.exec(text.slice(start, lineEnd))?.[0];
  if (written === undefined) return undefined;
  const name = written.slice(0, -1).trimEnd();
  return { name: unquoted(name), end: start + name.length, after: start + written.length };
}

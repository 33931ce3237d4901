// A map or a list in brackets becomes its keys and values, also where brackets are missing.
import type { Path } from "../../text/json/pointer.ts";
import { endOfLine, endOfQuoted, type LineToken, readComment, unquoted } from "./line-token.ts";

interface FlowFrame {
  readonly path: Path;
  readonly isList: boolean;
  last: string | number;
}

/** Until its bracket is closed, or a line begins that belongs to something around it. */
export function readFlow(text: string, open: number, path: Path, indent: number, tokens: LineToken[]): number {
  const frames: FlowFrame[] = [{ path, isList: text[open] === "[", last: 0 }];
  let at = open + 1;
  let isKey = text[open] === "{";
  const slot = (start: number, end: number, style?: LineToken["style"]): void => {
    const frame = frames.at(-1);
    if (frame === undefined) return;
    const own = text.slice(start, end).trim();
    const isOpen = isKey && !frame.isList;
    const place = { start, end, text: own, inFlow: true as const, ...(style && { style }) };
    if (isOpen) tokens.push({ kind: "key", path: frame.path, ...place, isNew: true });
    else tokens.push({ kind: "value", path: [...frame.path, frame.last], ...place });
  };
  while (frames.length > 0 && at < text.length) {
    const from = at;
    while (text[at] === " ") at += 1;
    const frame = frames.at(-1);
    const sign = text[at];
    if (frame === undefined) break;
    if (sign === undefined || sign === "\n" || sign === "\r") {
      if (/[{[,:]\s*$/.test(text.slice(Math.max(0, from - 1), at))) slot(at, at);
      const next = endOfLine(text, at) + 1;
      const column = /^ */.exec(text.slice(next, next + 200))?.[0].length ?? 0;
      const isOver = next >= text.length || (column <= indent && !/[\r\n]/.test(text[next + column] ?? "\n"));
      if (isOver) return next;
      at = next;
      continue;
    }
    if (sign === "#" && text[at - 1] === " ") {
      at = readComment(text, at, tokens);
      continue;
    }
    if (sign === "," || sign === "]" || sign === "}") {
      if (/[{[,:]$/.test(text.slice(0, from).slice(-1))) slot(Math.min(from + 1, at), at);
      at += 1;
      if (sign === ",") {
        if (frame.isList) frame.last = Number(frame.last) + 1;
        isKey = !frame.isList;
        continue;
      }
      frames.pop();
      isKey = false;
      continue;
    }
    if (sign === "[" || sign === "{") {
      if (frames.length > MOST_DEPTH) return endOfLine(text, at) + 1;
      frames.push({ path: [...frame.path, frame.last], isList: sign === "[", last: 0 });
      isKey = sign === "{";
      at += 1;
      continue;
    }
    const isQuoted = sign === '"' || sign === "'";
    const end = isQuoted ? endOfQuoted(text, at, indent) : endOfFlowWord(text, at);
    const colon = /^ *:(?=[ \r\n,}\]]|$)/.exec(text.slice(end, end + 20));
    if (isKey && !frame.isList && colon !== null) {
      const name = unquoted(text.slice(at, end));
      tokens.push({ kind: "key", path: frame.path, start: at, end, text: name, inFlow: true });
      frame.last = name;
      isKey = false;
      at = end + colon[0].length;
      continue;
    }
    slot(at, end, isQuoted ? sign : undefined);
    at = Math.max(end, at + 1);
  }
  return readComment(text, at, tokens);
}

/** Nothing that people complete is nested so deeply, and a path has a step for each level. */
const MOST_DEPTH = 100;

function endOfFlowWord(text: string, at: number): number {
  const word = /^(?:[^,[\]{}\r\n:#]|:(?![ \r\n,}\]]|$)|(?<! )#)+/.exec(text.slice(at, at + 2000))?.[0] ?? "";
  return at + word.trimEnd().length;
}

// Offsets in a text become positions of the protocol, and positions offsets; changes of an editor become the next text.
import { memoize } from "../../diagnostic/memoize.ts";
import { lastWhere, type Span } from "../../diagnostic/source.ts";
import type { LspContentChange, LspPosition, LspRange } from "./lsp-types.ts";

/** A text as the reader takes it. An editor may show its byte order mark as a character of the first line. */
export interface EditorText {
  readonly text: string;
  readonly mark?: 0 | 1;
}

export function toPosition(editor: EditorText, offset: number): LspPosition {
  const starts = lineStarts(editor);
  const at = Math.max(0, Math.min(offset, editor.text.length));
  const line = lastWhere(starts.length, (index) => (starts[index] ?? 0) <= at);
  return { line, character: at - (starts[line] ?? 0) + markOn(line, editor) };
}

export function toRange(editor: EditorText, { start, end }: Span): LspRange {
  return { start: toPosition(editor, start), end: toPosition(editor, end) };
}

/** A character beyond its line is the end of the line; a line beyond the text is its end. */
export function toOffset(editor: EditorText, { line, character }: LspPosition): number {
  const starts = lineStarts(editor);
  const start = starts[line];
  if (start === undefined) return line < 0 ? 0 : editor.text.length;
  return Math.min(start + Math.max(0, character - markOn(line, editor)), endOfLine(editor, line));
}

/** The text of a line without its end. */
export function lineSpan(editor: EditorText, line: number): Span {
  const start = lineStarts(editor)[line] ?? editor.text.length;
  return { start, end: endOfLine(editor, line) };
}

/** Each change is about the text that the ones before it left. The texts are as the editor counts them. */
export function applyChanges(editor: EditorText, changes: readonly LspContentChange[]): string {
  return changes.reduce<EditorText>((before, { range, text: put }) => {
    if (range === undefined) return { text: put };
    const { text } = before;
    const [start, end] = [toOffset(before, range.start), toOffset(before, range.end)];
    return { text: text.slice(0, Math.min(start, end)) + put + text.slice(Math.max(start, end)) };
  }, editor).text;
}

function markOn(line: number, { mark = 0 }: EditorText): number {
  return line === 0 ? mark : 0;
}

function endOfLine(editor: EditorText, line: number): number {
  const { text } = editor;
  const next = lineStarts(editor)[line + 1];
  if (next === undefined) return text.length;
  const last = next - 1;
  return text[last] === "\n" && text[last - 1] === "\r" ? last - 1 : last;
}

/** The protocol also ends lines at a carriage return alone. */
const lineStarts = memoize(({ text }: EditorText): readonly number[] => {
  const starts = [0];
  if (text.includes("\r")) {
    for (const { index, 0: end } of text.matchAll(/\r\n|\r|\n/g)) starts.push(index + end.length);
    return starts;
  }
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
});

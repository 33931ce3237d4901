// The lines of a file become the ranges that an editor folds: maps, lists, texts of several lines, and runs of comments.
import type { LspFoldingRange } from "../protocol/lsp-types.ts";
import type { EditorText } from "../protocol/text-positions.ts";

/** Editors that fold YAML by its indents do the same; those that do not fold it with these. */
export function foldingRanges({ text }: EditorText): LspFoldingRange[] {
  const lines = text.split(/\r\n|\r|\n/);
  const ranges: LspFoldingRange[] = [];
  const open: { readonly line: number; readonly column: number }[] = [];
  let comments = 0;
  let last = -1;
  const close = (column: number): void => {
    for (let top = open.at(-1); top !== undefined && top.column >= column; top = open.at(-1)) {
      open.pop();
      if (last > top.line) ranges.push({ startLine: top.line, endLine: last });
    }
  };
  for (const [line, content] of lines.entries()) {
    const column = content.search(/\S/);
    const isComment = content[column] === "#";
    if (!isComment && comments > 1) ranges.push({ startLine: line - comments, endLine: line - 1, kind: "comment" });
    comments = isComment ? comments + 1 : 0;
    if (column < 0 || isComment) continue;
    close(column);
    open.push({ line, column });
    last = line;
  }
  if (comments > 1) ranges.push({ startLine: lines.length - comments, endLine: lines.length - 1, kind: "comment" });
  close(0);
  return ranges.toSorted((a, b) => a.startLine - b.startLine);
}

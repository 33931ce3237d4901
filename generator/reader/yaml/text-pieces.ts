// A text is cut into pieces that can be read by themselves: each field at the top, and each row of "errors".

export interface Piece {
  readonly kind: "field" | "head" | "row";
  readonly start: number;
  readonly end: number;
  /** The column of its key. */
  readonly indent: number;
  /** Of a row that begins further left than the others: their column. */
  readonly meant?: number;
}

/**
 * In YAML, nothing that begins in a map of lines goes on in a line that begins at the column of the map's keys, but for the items of
 * a list. So each piece means the same by itself as in the text. Undefined where the text has parts that concern all of it, or is no
 * map in lines.
 */
export function cutText(text: string): readonly Piece[] | undefined {
  const pieces: Piece[] = [];
  let rows = -1;
  let hasRows = false;
  let isAmongRows = false;
  for (let start = 0; start < text.length; ) {
    const next = text.indexOf("\n", start) + 1 || text.length;
    let at = start;
    while (text.charCodeAt(at) === SPACE) at += 1;
    const sign = at < next ? text.charAt(at) : "\n";
    const column = at - start;
    const begin = start;
    start = next;
    if (sign === "\n" || sign === "\r" || sign === "#" || sign === "\t" || isItem(text, at)) {
      if (isItem(text, at) && column === 0 && pieces.length === 0) return undefined;
      continue;
    }
    if (column === 0) {
      if (CONCERNS_ALL.test(text.slice(at, at + 8))) return undefined;
      const isHead: boolean = !hasRows && HEAD.test(text.slice(at, next));
      // Comments before the first field belong to it.
      pieces.push({ kind: isHead ? "head" : "field", start: pieces.length === 0 ? 0 : begin, end: next, indent: 0 });
      isAmongRows = isHead;
      hasRows ||= isHead;
      rows = -1;
      continue;
    }
    if (!isAmongRows) continue;
    if (rows < 0) rows = column;
    if (column > rows) continue;
    if (/[?:](?=\s|$)/y.test(text.slice(at, at + 2))) return undefined;
    pieces.push({ kind: "row", start: begin, end: next, indent: column, ...(column < rows && { meant: rows }) });
  }
  return joined(pieces, text);
}

const SPACE = 32;

const HEAD = /^errors:[ ]*(?:#[^\n]*)?\r?\n$/;

/** Documents, directives, whole values in brackets, properties, and the marks of a merge. */
const CONCERNS_ALL = /^(?:---|\.\.\.|%|[{[&*!]|[?:](?:\s|$)|([<=>|])\1{6})/;

function isItem(text: string, at: number): boolean {
  return text[at] === "-" && /[\s]|^$/.test(text[at + 1] ?? "");
}

/** Each piece reaches to the next one; comments before the first row belong to it. A head without rows is a field. */
function joined(
  pieces: readonly { kind: Piece["kind"]; start: number; end: number; indent: number; meant?: number }[],
  text: string,
) {
  if (pieces.length === 0) return undefined;
  return pieces.map((piece, index): Piece => {
    const [before, after] = [pieces[index - 1], pieces[index + 1]];
    const start = before?.kind === "head" && piece.kind === "row" ? before.end : piece.start;
    if (piece.kind === "head" && after?.kind === "row") return { ...piece, start };
    const kind = piece.kind === "row" ? "row" : "field";
    return { ...piece, kind, start, end: after?.start ?? text.length };
  });
}

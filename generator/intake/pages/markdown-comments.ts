// Comments in HTML leave the lines of a Markdown page; fences and code keep theirs.
export interface Line {
  readonly text: string;
  readonly at: number;
}

/** A line of comments alone is left out, so that it ends no table. */
export function withoutComments(lines: readonly Line[]): readonly Line[] {
  const kept: Line[] = [];
  let fence: string | undefined;
  let isComment = false;
  for (const { text, at } of lines) {
    const mark = isComment ? undefined : /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/.exec(text)?.[1];
    if (fence !== undefined || mark !== undefined) {
      if (fence === undefined) fence = mark;
      else if (text.trim().startsWith(fence) && /^\s*[`~]+\s*$/.test(text)) fence = undefined;
      kept.push({ text, at });
      continue;
    }
    const left = withoutComment(text, isComment);
    if (left.text.trim() !== "" || text.trim() === "") kept.push({ text: left.text, at });
    isComment = left.isComment;
  }
  return kept;
}

/** The text outside of comments, and whether the line ends within one. */
function withoutComment(text: string, startsWithin: boolean) {
  let rest = "";
  let at = 0;
  let isComment = startsWithin;
  while (at < text.length) {
    if (isComment) {
      const end = text.indexOf("-->", at);
      if (end < 0) break;
      at = end + 3;
      isComment = false;
      continue;
    }
    const code = text.indexOf("`", at);
    const comment = text.indexOf("<!--", at);
    if (comment < 0) return { text: rest + text.slice(at), isComment };
    const close = code < 0 || code > comment ? -1 : text.indexOf("`", code + 1);
    if (close < 0) {
      rest += text.slice(at, comment);
      at = comment + 4;
      isComment = true;
    } else {
      rest += text.slice(at, close + 1);
      at = close + 1;
    }
  }
  return { text: rest, isComment };
}

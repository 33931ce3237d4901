// A block of Markdown follows the style of its page: the sign of its list items, and the width of its lines.
import type { Line } from "./page-lines.ts";

export interface PageStyle {
  readonly bullet: string | undefined;
  /** Columns; undefined where the page does not wrap its paragraphs. */
  readonly width: number | undefined;
}

const PROSE = /^(?![ \t]*(?:[|#<`~:!]|\{|\[[^\]]*\]:))[ \t]*\S/;
const ITEM = /^([ \t]*)([-*+])([ \t]+)(?=\S)(?![-*+ \t]+$)/;

/** `lines` are those outside code and blocks. */
export function styleOf(lines: readonly Line[]): PageStyle {
  const bullet = lines.map(({ text }) => ITEM.exec(text)?.[2]).find((sign) => sign !== undefined);
  const prose = lines.filter(({ text }) => PROSE.test(text));
  const widest = prose.reduce((most, { text }) => Math.max(most, text.trimEnd().length), 0);
  const breaks = prose.flatMap((line, index) => {
    const next = prose[index + 1];
    if (next?.start !== line.next || ITEM.test(next.text)) return [];
    return [line.text.trimEnd().length + 1 + (/\S+/.exec(next.text)?.[0].length ?? 0)];
  });
  const width = [72, 80, 88, 100, 120, widest].find(
    (columns) => columns >= widest && breaks.every((length) => length > columns),
  );
  return { bullet, width: breaks.length > 1 ? width : undefined };
}

/** The Markdown of a document, whose paragraphs have one line each, in the style of a page. */
export function inStyle(markdown: string, { bullet, width }: PageStyle): string {
  let fence: string | undefined;
  return markdown
    .split("\n")
    .map((line) => {
      const sign = /^[ \t>]*(?:[-*+] +)?(`{3,})(?=[^`]*$)/.exec(line)?.[1];
      if (sign !== undefined && (fence === undefined || sign.startsWith(fence))) {
        fence = fence === undefined ? sign : undefined;
        return line;
      }
      if (fence !== undefined) return line;
      const own = bullet === undefined ? line : line.replace(ITEM, `$1${bullet}$3`);
      return width === undefined || !PROSE.test(line) ? own : wrapped(own, width);
    })
    .join("\n");
}

/** Parts of a line that stay on it: spans of code, tags, and targets of links. */
const WORDS = /(?:(`+)[^`]*\1|<[^>]*>|\]\([^)]*\)|[^ ])+/g;
/** At the beginning of a line these would begin another block. */
const BEGINS_BLOCK = /^(?:[-+*=#>|:~<`]|\d+[.)])/;

function wrapped(line: string, width: number): string {
  const head = /^[ \t>]*(?:[-*+] +|\d+[.)] +)?/.exec(line)?.[0] ?? "";
  const hanging = head.replace(/[^>\s]/g, " ");
  const lines: string[] = [];
  let current = head;
  for (const [word] of line.slice(head.length).matchAll(WORDS)) {
    const isFirst = current === head || current === hanging;
    if (!isFirst && current.length + 1 + word.length > width && !BEGINS_BLOCK.test(word)) {
      lines.push(current);
      current = hanging + word;
    } else current += isFirst ? word : ` ${word}`;
  }
  return [...lines, current].join("\n");
}

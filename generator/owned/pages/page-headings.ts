// The headings of a page: the errors in a block of it stand one level below the heading above them.
import { ADORNMENTS } from "../../text/rst/rst.ts";
import type { Heading, HeadingReader, Line, Page } from "./page-lines.ts";

/** Headings in the order of the page. `lines` are those outside code and blocks. */
export function headingsOf({ source, language }: Page, lines: readonly Line[]): readonly Heading[] {
  const front = /^\ufeff?---[ \t]*\r?\n[\s\S]*?\n---[ \t]*(?:\r?\n|$)/.exec(source.text)?.[0] ?? "";
  const title = /^title:/m.test(front) ? [{ start: 0, level: 1 }] : [];
  return [...title, ...language.headings(lines.filter(({ start }) => start >= front.length))];
}

export function levelBelow(headings: readonly Heading[], offset: number): number | undefined {
  const above = headings.findLast(({ start }) => start < offset);
  return above === undefined ? undefined : Math.min(above.level + 1, 6);
}

/** The signs under headings in reStructuredText, by level: those of the page, then others. */
export function adornmentsOf(headings: readonly Heading[]): readonly string[] {
  const own: string[] = [];
  for (const { level, sign } of headings) if (sign !== undefined) own[level - 1] = sign;
  return [...own, ...ADORNMENTS.filter((sign) => !own.includes(sign))];
}

export const markdownHeadings: HeadingReader = (lines) =>
  lines.flatMap(({ text, start }, index): readonly Heading[] => {
    const signs = /^ {0,3}(#{1,6})(?:[ \t]|$)/.exec(text)?.[1];
    if (signs !== undefined) return [{ start, level: signs.length }];
    const underline = /^ {0,3}(=+|-+)[ \t]*$/.exec(text)?.[1];
    const above = lines[index - 1]?.text ?? "";
    if (underline === undefined || !/^ {0,3}[^\s|>#<+*-]/.test(above)) return [];
    return [{ start, level: underline.startsWith("=") ? 1 : 2 }];
  });

export const asciidocHeadings: HeadingReader = (lines) =>
  lines.flatMap(({ text, start }) => {
    const signs = /^(={1,6}|#{1,6})[ \t]+\S/.exec(text)?.[1];
    return signs === undefined ? [] : [{ start, level: signs.length }];
  });

export const htmlHeadings: HeadingReader = (lines) =>
  lines.flatMap(({ text, start }) =>
    [...text.matchAll(/<h([1-6])(?=[\s>])/gi)].map((tag) => ({ start: start + tag.index, level: Number(tag[1]) })),
  );

/** The order in which the signs come up decides on their levels. Signs that stand above a title, too, have a level of their own. */
export const rstHeadings: HeadingReader = (lines) => {
  const styles: string[] = [];
  return lines.flatMap(({ text, start }, index) => {
    const sign = /^([!-/:-@[-`{-~])\1{2,}[ \t]*$/.exec(text)?.[1];
    const above = lines[index - 1]?.text ?? "";
    if (sign === undefined || !/^\S|^ (?=\S)/.test(above) || above.trim().length > text.trim().length) return [];
    const style = lines[index - 2]?.text.trim() === text.trim() ? `${sign}${sign}` : sign;
    if (!styles.includes(style)) styles.push(style);
    return [{ start, level: styles.indexOf(style) + 1, sign }];
  });
};

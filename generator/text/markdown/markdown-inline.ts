// Words with their marks become one line of GFM, in a paragraph or in a cell of a table.
import type { Cell, Inline } from "../document/blocks.ts";
import { flatten, type LineInline } from "../document/inline-lines.ts";
import { linkTarget } from "../document/shown-text.ts";
import { codeElement, codeSpan, type Dialect, destination, escapeText, firstPoint } from "./markdown-text.ts";

/** A line of a paragraph or of a heading; a break in the words begins another line of the same paragraph. */
export function inlineText(content: readonly Inline[], dialect: Dialect): string {
  return print(content, "", "", LINE[dialect]);
}

/** A cell stays on one line. */
export function cellText(cell: Cell, dialect: Dialect): string {
  return print(cell, "", "", CELL[dialect]);
}

interface InlinePlace {
  readonly dialect: Dialect;
  readonly cell: boolean;
  readonly inLink: boolean;
  /** Whether the marks around it touch a word: then Prettier writes all of them with stars. */
  readonly tight: boolean;
}

const GFM_LINE: InlinePlace = { dialect: "gfm", cell: false, inLink: false, tight: false };
const LINE = { gfm: GFM_LINE, mdx: { ...GFM_LINE, dialect: "mdx" } } as const;
const CELL = { gfm: { ...LINE.gfm, cell: true }, mdx: { ...LINE.mdx, cell: true } } as const;

type Mark = Extract<Inline, { readonly kind: "strong" | "emphasis" | "strike" }>;

/** `before` and `after` are the signs beside the words; empty at the ends of the line. */
function print(written: readonly Inline[], before: string, after: string, place: InlinePlace): string {
  const content = flatten(written);
  let out = "";
  let left = before;
  for (let index = 0; index < content.length; index += 1) {
    const inline = content[index] as LineInline;
    const next = content[index + 1];
    const printed = printOne(inline, next, left, next === undefined ? after : firstOf(next), place);
    out += printed;
    if (inline.kind === "break" && !place.cell) left = "";
    else if (printed !== "") left = lastPoint(printed, inline);
  }
  return out;
}

function printOne(
  inline: LineInline,
  next: LineInline | undefined,
  before: string,
  after: string,
  place: InlinePlace,
): string {
  switch (inline.kind) {
    case "text":
      return escapeText(inline.text, before === "", after === "", place);
    case "code": {
      // Two spans that touch are one; and a definition at the head of a paragraph comes before spans.
      const isSpan = before !== "`" && !(place.inLink && inline.text.includes("]"));
      return isSpan ? codeSpan(inline.text, place) : codeElement(inline.text, place.dialect);
    }
    case "strong":
    case "emphasis":
    case "strike":
      return marked(inline, next, before, after, place);
    case "link": {
      const target = linkTarget(inline.url);
      if (target === undefined) return print(inline.content, before, after, place);
      const only = inline.content.length === 1 ? inline.content[0] : undefined;
      if (only?.kind === "text" && only.text === target && BARE.test(target) && place.dialect === "gfm")
        return `<${target}>`;
      return `[${print(inline.content, "[", "]", { ...place, inLink: true })}](${destination(target)})`;
    }
    case "image": {
      const target = linkTarget(inline.url);
      const alt = escapeText(inline.alt, false, false, place);
      return target === undefined ? alt : `![${alt}](${destination(target)})`;
    }
    case "break":
      return place.cell ? "<br />" : "\\\n";
    default:
      return inline satisfies never;
  }
}

/** Without a reference to a character, which programs read differently between such brackets. */
const BARE = /^https?:\/\/(?!.*&#?\w+;)[!#-;=?-Z_a-z~]+$/;

const PLAIN_WORDS = /^[A-Za-z\u4E00-\u9FFF](?: ?[A-Za-z\u4E00-\u9FFF]+)*$/;

/** The words between markers, or the words alone where CommonMark would not read the markers as such. */
function marked(mark: Mark, next: Inline | undefined, before: string, after: string, place: InlinePlace): string {
  const only = mark.content.length === 1 ? mark.content[0] : undefined;
  // A short cut for labels, which every error repeats.
  if (mark.kind === "strong" && before === "" && after === ":" && only?.kind === "text" && PLAIN_WORDS.test(only.text))
    return `**${only.text}**`;
  const tight = isWord(before) || isWord(after);
  const stars = tight || place.tight ? "*" : "_";
  const marker = mark.kind === "strong" ? "**" : mark.kind === "strike" ? "~~" : stars;
  const sign = marker.charAt(0);
  const isTight = tight && mark.kind === "strong";
  const inner = print(mark.content, sign, sign, place.tight === isTight ? place : { ...place, tight: isTight });
  const opens = before !== sign && !inner.startsWith(sign) && flanks(before, firstPoint(inner));
  // A mark that follows may turn out to be none, and begin with a letter.
  const right = next?.kind === "strong" || next?.kind === "emphasis" || next?.kind === "strike" ? "a" : after;
  const end = lastPoint(inner, mark.content.at(-1));
  return opens && after !== sign && end !== sign && flanks(right, end)
    ? marker + inner + marker
    : print(mark.content, before, after, place);
}

/** CommonMark's flanking: a marker touches no space inside, and punctuation only where it touches no word outside. */
function flanks(outside: string, inside: string): boolean {
  if (LETTER.test(inside)) return true;
  return !SPACE.test(inside) && (!PUNCTUATION.test(inside) || SPACE.test(outside) || PUNCTUATION.test(outside));
}

const LETTER = /^[A-Za-z0-9\u4E00-\u9FFF]$/;
const SPACE = /^\s?$/;
const PUNCTUATION = /[\p{P}\p{S}]/u;

/** As Prettier defines it: most signs beyond ASCII are letters. */
function isWord(point: string): boolean {
  return LETTER.test(point) || (!SPACE.test(point) && !/[!-/:-@[-`{-~\u3000\uFF5E\p{P}]/u.test(point));
}

/** The first sign that it prints. */
function firstOf(inline: Inline): string {
  return inline.kind === "text" ? firstPoint(inline.text) : inline.kind === "break" ? "" : "`";
}

/** The last sign that was printed; a marker's sign in a text is an escaped one. */
function lastPoint(printed: string, last: Inline | undefined): string {
  const unit = printed.charAt(printed.length - 1);
  if (unit >= "\uDC00" && unit <= "\uDFFF") return printed.slice(-2);
  return last?.kind === "text" && (unit === "*" || unit === "_" || unit === "~") ? "\\" : unit;
}

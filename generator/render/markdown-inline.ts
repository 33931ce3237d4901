// Words with their marks become one line of GFM, in a paragraph or in a cell of a table.
import type { Cell, Inline } from "../blocks.ts";
import { spread } from "./inline-lines.ts";
import { codeElement, codeSpan, destination, escapeText, linkTarget } from "./markdown-text.ts";

/** A line of a paragraph or of a heading; a break in the words begins another line of the same paragraph. */
export function inlineText(content: readonly Inline[]): string {
  return print(spread(content), { cell: false });
}

/** What a cell holds stays on one line. */
export function cellText(cell: Cell): string {
  return print(spread(cell), { cell: true });
}

interface Place {
  readonly cell: boolean;
  /** The marker that is open right before and after the words; absent at the ends of a line. */
  readonly marker?: string;
  /** Whether the marks around it touch a word, where Prettier has stars for all of them. */
  readonly tight?: boolean;
}

type Mark = Extract<Inline, { readonly kind: "strong" | "emphasis" | "strike" }>;

function print(content: readonly Inline[], place: Place): string {
  let out = "";
  content.forEach((inline, index) => {
    const next = content[index + 1];
    if (inline.kind === "text") {
      const first = place.marker === undefined && (out === "" || out.endsWith("\n"));
      const last = place.marker === undefined && (next === undefined || next.kind === "break");
      out += escapeText(inline.text, { first, last, cell: place.cell });
    } else if (inline.kind === "code") {
      out += out.endsWith("`") ? codeElement(inline.text) : codeSpan(inline.text, place.cell);
    } else if (isMark(inline)) {
      out += marked(inline, lastPoint(out) || (place.marker ?? ""), next, place);
    } else out += unmarked(inline, place);
  });
  return out;
}

type Unmarked = Extract<Inline, { readonly kind: "break" | "link" | "image" | "foreign" | "authored" }>;

function unmarked(inline: Unmarked, place: Place): string {
  switch (inline.kind) {
    case "break":
      return place.cell ? "<br />" : "\\\n";
    case "link": {
      const target = linkTarget(inline.url);
      if (target === undefined) return print(inline.content, place);
      const words = inline.content.length === 1 ? inline.content[0] : undefined;
      if (words?.kind === "text" && words.text === target && BARE.test(target)) return `<${target}>`;
      return `[${print(inline.content, { ...place, marker: "]" })}](${destination(target)})`;
    }
    case "image": {
      const target = linkTarget(inline.url);
      const alt = escapeText(inline.alt, { first: false, last: false, cell: place.cell });
      return target === undefined ? alt : `![${alt}](${destination(target)})`;
    }
    case "foreign":
    case "authored":
      throw new Error("Words were printed before they were spread into a line.");
    default:
      return inline satisfies never;
  }
}

const BARE = /^https?:\/\/[!#-;=?-Z_a-z~]+$/;

/** The words between markers, or the words alone where markers would not be read as such. */
function marked(mark: Mark, before: string, next: Inline | undefined, place: Place): string {
  const after = next === undefined ? (place.marker?.charAt(0) ?? "") : firstOf(next, place.cell);
  const tight = isWord(before) || isWord(after);
  const marker =
    mark.kind === "strong" ? "**" : mark.kind === "strike" ? "~~" : tight || place.tight === true ? "*" : "_";
  const inner = print(mark.content, { cell: place.cell, marker, tight: tight && mark.kind === "strong" });
  const sign = marker.charAt(0);
  const opens = before !== sign && !inner.startsWith(sign) && flanks(before, firstPoint(inner));
  // A mark that follows may turn out to be none, and begin with a letter.
  const closes = after !== sign && !inner.endsWith(sign) && flanks(isMark(next) ? "a" : after, lastPoint(inner));
  if (opens && closes) return marker + inner + marker;
  return print(mark.content, { ...place, marker: place.marker ?? "" });
}

/** CommonMark's flanking: what is inside is no space, and punctuation only where a word does not touch the marker. */
function flanks(outside: string, inside: string): boolean {
  return !SPACE.test(inside) && (!PUNCTUATION.test(inside) || SPACE.test(outside) || PUNCTUATION.test(outside));
}

const SPACE = /^\s?$/u;
const PUNCTUATION = /[\p{P}\p{S}]/u;

/** As Prettier sees it, which counts signs beyond ASCII as letters. */
function isWord(point: string): boolean {
  return !SPACE.test(point) && !/[!-/:-@[-`{-~\u3000\uFF5E\p{P}]/u.test(point);
}

function isMark(inline: Inline | undefined): inline is Mark {
  return inline?.kind === "strong" || inline?.kind === "emphasis" || inline?.kind === "strike";
}

function firstOf(inline: Inline, cell: boolean): string {
  if (inline.kind === "text") return firstPoint(escapeText(inline.text, { first: false, last: false, cell }));
  return inline.kind === "break" ? " " : "`";
}

function firstPoint(text: string): string {
  const point = text.codePointAt(0);
  return point === undefined ? "" : String.fromCodePoint(point);
}

function lastPoint(text: string): string {
  const pair = text.slice(-2);
  return pair.length === 2 && (pair.codePointAt(0) ?? 0) > 0xffff ? pair : text.slice(-1);
}

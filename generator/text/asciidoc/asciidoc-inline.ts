// Words with their marks become a line of AsciiDoc; the only place where text enters AsciiDoc. Signs that could mean
// something are written as character references, which Asciidoctor puts in last.
import type { Inline } from "../document/blocks.ts";
import { flatten, type LineInline, oneLine, seenText } from "../document/inline-lines.ts";
import { HIDDEN, linkTarget, visible } from "../document/shown-text.ts";

/** A break in the words begins another line of the same paragraph. */
export function inlineText(content: readonly Inline[]): string {
  return print(content, { first: true, inLink: false }).replace(/(?: \+\n)+$/, "");
}

interface InlinePlace {
  readonly first: boolean;
  readonly inLink: boolean;
}

function print(written: readonly Inline[], place: InlinePlace): string {
  let out = "";
  let { first } = place;
  for (const inline of flatten(written)) {
    const printed = printOne(inline, { ...place, first });
    out += printed;
    first = inline.kind === "break" || (first && printed === "");
  }
  return out;
}

function printOne(inline: LineInline, place: InlinePlace): string {
  switch (inline.kind) {
    case "text":
      return escapeText(inline.text, place.first);
    case "code":
      return codeText(inline.text);
    case "strong":
      return marked(inline.content, "**", place);
    case "emphasis":
      return marked(inline.content, "__", place);
    case "strike":
      // Asciidoctor would read the words of a link with an attribute in them as attributes.
      return place.inLink ? print(inline.content, place) : marked(inline.content, "##", place, "[.line-through]");
    case "link": {
      const target = linkTarget(inline.url);
      const words = print(inline.content, { first: false, inLink: true }).trim();
      if (target === undefined || words === "" || place.inLink) return print(inline.content, place);
      const section = /^#([A-Za-z_][\w-]*)$/.exec(target)?.[1];
      return section === undefined ? `link:${escapeUrl(target)}[${words}]` : `xref:${section}[${words}]`;
    }
    case "image": {
      const target = linkTarget(inline.url);
      const words = escapeText(oneLine(inline.alt), false);
      if (target === undefined || place.inLink) return words;
      return words.trim() === "" ? `image:${escapeUrl(target)}[]` : `image:${escapeUrl(target)}["${words}"]`;
    }
    case "break":
      return place.inLink ? " " : " +\n";
    default:
      return inline satisfies never;
  }
}

function marked(content: readonly Inline[], sign: string, place: InlinePlace, attributes = ""): string {
  if (seenText(content).trim() === "") return print(content, place);
  return attributes + sign + print(content, { ...place, first: false }) + sign;
}

/** Code in a line. */
function codeText(text: string): string {
  const shown = escapeText(oneLine(text), false).replace(/^ | $/g, "&#32;");
  return shown === "" ? "" : `\`\`${shown}\`\``;
}

/** A name between double quotes in a list of attributes. */
export function attributeText(text: string): string {
  return visible(text).replace(/[^\p{L}\p{N}._-]/gu, reference);
}

function escapeUrl(target: string): string {
  return target.replace(/[^A-Za-z0-9/%=?.-]|[.-](?=[.-])|(?<=[.-])[.-]/gu, reference);
}

/** Text without markup. `first` says that nothing else stands on the line before it. */
function escapeText(text: string, first: boolean): string {
  const escaped = visible(oneLine(text))
    .replace(SIGNS, reference)
    .replace(UNSEEN_SIGNS, reference)
    .replace(/^ /, first ? "&#32;" : " ")
    .replace(/(?<= ) /g, "&#32;");
  return first ? escaped.replace(BEGINS_ODDLY, (sign) => sign.replace(/[^A-Za-z0-9]$/u, reference)) : escaped;
}

const UNSEEN_SIGNS = new RegExp(HIDDEN.source, "g");

/** Signs of sentences stay as they are where they stand as in sentences; all others are listed here. */
const SIGNS =
  /[\u2022#&*+<>=@[-`{-~]|^["']|["']$|["'](?=["'])|(?<=["'])["']|(?<=[\p{L}\p{N}])'(?=\p{L})|\$(?=\$)|(?<=\$)\$|[/](?!\w)|(?<!\w)[/]|:(?! )|(?<!\w|^):|\.(?![ \w]|$)|(?<!\w|^)\.|-(?!\w)|(?<!\w)-|\((?=[(CRT])|\)(?=\))|(?<=\))\)|;(?! |$)|(?<!\w|^);|!{2,}/gu;

/** The beginnings of lists, remarks and definitions. */
const BEGINS_ODDLY = /^(?:[A-Za-z0-9]+(?:[.)]|:(?= ))|[!-%'-/:-@[-`{-~])/;

function reference(sign: string): string {
  return Array.from(sign, (point) => `&#${point.codePointAt(0)};`).join("");
}

// Plain text, code and addresses become GFM that shows exactly them; the only place where text enters Markdown. The source
// also survives the tools of sites: Liquid, Jinja, Vue, snippets, attribute lists. Signs become character references where
// some readers of Markdown do not know a backslash before them.
import { HIDDEN, SIMPLE_URL, visible } from "../document/shown-text.ts";

export type Dialect = "gfm" | "mdx";

export interface TextPlace {
  readonly dialect: Dialect;
  /** Whether the text stands in a cell of a table. */
  readonly cell: boolean;
}

/** Text without markup. `first` and `last` say that nothing else stands on the line before or after it. */
export function escapeText(text: string, first: boolean, last: boolean, place: TextPlace): string {
  if (!OF_INTEREST.test(text)) {
    const begins = first && (BEGINS_ODDLY.test(text) || (place.dialect === "mdx" && BEGINS_MODULE.test(text)));
    return begins || ENDS_ODDLY.test(text) ? escapeEnds(text, first, last, place) : text;
  }
  const escaped = visible(text).replace(MARKUP, (match, offset: number, whole: string) =>
    escapeMatch(match, whole.charAt(offset - 1), whole.charAt(offset + match.length), place),
  );
  return escapeEnds(escaped, first, last, place);
}

/** The first sign of a text in the source: a mark before it depends on it. */
export function firstPoint(text: string): string {
  const unit = text.charAt(0);
  if (unit > " " && unit <= "~") return unit;
  if (/^[\t\n\r]/.test(unit) || HIDDEN.test(unit)) return "&";
  return unit >= "\uD800" && unit <= "\uDBFF" ? text.slice(0, 2) : unit;
}

/** Code in a span, or in an element where a span cannot hold it. */
export function codeSpan(text: string, { cell, dialect }: TextPlace): string {
  // Quarto and R Markdown run such a span.
  if (/^r[ #]/.test(text)) return codeElement(visible(text), dialect);
  if (SIMPLE_CODE.test(text)) return `\`${text}\``;
  const shown = visible(text);
  if (NOT_IN_SPAN.test(shown) || (cell && shown.includes("|"))) return codeElement(shown, dialect);
  const fence = "`".repeat(unusedRun(shown));
  const padding = /^`|`$|^ .*[^ ].* $/.test(shown) ? " " : "";
  return `${fence}${padding}${shown}${padding}${fence}`;
}

/** Code in an element: every sign that could mean something is a reference. */
export function codeElement(text: string, dialect: Dialect): string {
  const content = visible(text).replace(/[^\p{L}\p{N}\p{M}\p{So} ,;()/='"?-]|^ | $|(?<= ) /gu, reference);
  return dialect === "mdx" ? `<code>${content}</code>` : `<code v-pre>${content}</code>`;
}

/** Whether a fenced block shows the text as it is, although sites act on its source. */
export function fitsFence(text: string): boolean {
  return !HIDDEN.test(text) && !SITE_SYNTAX.test(text) && visible(text) === text;
}

/** A fence that no line of the text ends. */
export function fenceFor(text: string): string {
  return text.includes("```") ? "`".repeat(Math.max(3, Math.max(...runsOfBackticks(text)) + 1)) : "```";
}

/** A target as the source of a link writes it. */
export function destination(target: string): string {
  if (SIMPLE_URL.test(target)) return target;
  const escaped = target.replace(/&(?=#?[\dA-Za-z]{1,31};)/g, "\\&");
  return /[()]/.test(escaped) ? `<${escaped}>` : escaped;
}

/** A value between double quotes in a tag. */
export function attribute(text: string): string {
  return /^[\w.-]*$/.test(text) ? text : visible(text).replace(/[^\p{L}\p{N}._-]/gu, reference);
}

// Quick checks: most texts need no escaping, and tables have thousands of them.

/** A text without any of these needs escaping at its ends only. */
const OF_INTEREST =
  /[^ !"%'-)+-;=>?A-Z^a-z}\xA1-\xAC\xAE-\u061B\u061D-\u200A\u2010-\u2027\u202F-\u205F\u2070-\uD7FF\uE000-\uFDCF\uFDF0-\uFEFE\uFF00-\uFFFD]|:[A-Za-z+/-]|[Ww]{3}\.| {2}/;
const BEGINS_ODDLY = /^[^A-Za-z\xC0-\uFFFF'"(]/;
/** MDX reads such a line as JavaScript. */
const BEGINS_MODULE = /^(?:im|ex)port\b/;
const ENDS_ODDLY = /[ !]$/;
const SIMPLE_CODE = /^[!"$-9;=-_a-z}~](?:[ -;=-_a-z}~]*[!-;=-_a-z}~])?$/;

const SYNTAX =
  /[\\`*[\]<~$|\t\n\r]|_+|\{+| {2,}|&(?=[#A-Za-z]|$)|:(?=\/\/)|:(?=[A-Za-z+-][\w+-]*:)|(?<=www)\.|(?<=[\w.+-])@(?=[\w-])|(?<= )#(?=#*$)/;
/** A hidden character is written as a reference, so that the source shows it. */
const MARKUP = new RegExp(`${SYNTAX.source}|${HIDDEN.source}`, "giu");

/** Liquid, Jinja, Vue, Hugo, MkDocs and VitePress act on these even in code. */
const SITE_SYNTAX = /\{[{%#]|8<-|<!--/;
const NOT_IN_SPAN = new RegExp(`^$|[\\t\\n\\r]|${HIDDEN.source}|${SITE_SYNTAX.source}|^\\s*(?:#!|:::)`);

function escapeMatch(match: string, before: string, after: string, { cell, dialect }: TextPlace): string {
  switch (match[0]) {
    case "\\":
    case "`":
    case "*":
    case "[":
    case "]":
    case "#":
      return `\\${match}`;
    case "_":
      return WORD.test(before) && WORD.test(after) ? match : match.replaceAll("_", "\\_");
    case "<":
      return "&lt;";
    case "&":
      return "&amp;";
    case "|":
      return cell ? (before === "\\" ? "&#124;" : "\\|") : "|";
    // After a space they can only open a mark, and a sign that could close it is written as a reference.
    case "~":
    case "$":
      return before === " " && /[0-9]/.test(after) ? match : reference(match);
    case " ":
      return ` ${"&#32;".repeat(match.length - 1)}`;
    // Vue reads a pair of braces even where Markdown wrote it as references.
    case "{": {
      const braces = "&#123;".repeat(match.length);
      return match.length === 1 || dialect === "mdx" ? braces : `<span v-pre>${braces}</span>`;
    }
    default:
      return reference(match);
  }
}

const WORD = /[\p{L}\p{N}]/u;

function escapeEnds(escaped: string, first: boolean, last: boolean, { cell, dialect }: TextPlace): string {
  const begun = first && escaped.startsWith(" ") ? `&#32;${escaped.slice(1)}` : escaped;
  const line = first && !cell ? escapeLineStart(begun, dialect) : begun;
  if (last) return line.endsWith(" ") ? `${line.slice(0, -1)}&#32;` : line;
  // Before the bracket of a link it would make an image of it.
  return line.endsWith("!") ? `${line.slice(0, -1)}\\!` : line;
}

/** Escapes the signs that begin a heading, a list, a quote, a rule or a block of a site's own. */
function escapeLineStart(line: string, dialect: Dialect): string {
  if (dialect === "mdx" && BEGINS_MODULE.test(line)) return reference(line.charAt(0)) + line.slice(1);
  if (/^(?:[#>|]|[+-](?=[\s+-]|$)|!!!)/.test(line)) return `\\${line}`;
  if (/^(?:=|\?\?\?|:(?=[: ]))/.test(line)) return reference(line.charAt(0)) + line.slice(1);
  return line.replace(/^(\d+)([.)])(?=\s|$)/, "$1\\$2");
}

function reference(sign: string): string {
  return `&#${sign.codePointAt(0)};`;
}

/** The shortest run of backticks that the text does not hold. */
function unusedRun(text: string): number {
  const runs = new Set(runsOfBackticks(text));
  let length = 1;
  while (runs.has(length)) length += 1;
  return length;
}

function runsOfBackticks(text: string): readonly number[] {
  return (text.match(/`+/g) ?? []).map((run) => run.length);
}

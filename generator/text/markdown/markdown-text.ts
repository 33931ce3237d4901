// Plain text, code and addresses become GFM that shows exactly them; the only place where text enters Markdown.
// What it writes also survives what sites do to the source before or after: Liquid, Jinja, Vue, snippets, attribute lists.
// Signs are written as references where some reader of Markdown does not know a backslash before them.
import { UNSEEN } from "../../diagnostic/unseen.ts";
import { escapeUnit } from "../json/json-strings.ts";

export type Dialect = "gfm" | "mdx";

/** What matters to how signs are written. */
export interface TextPlace {
  readonly dialect: Dialect;
  /** Whether it is a cell of a table. */
  readonly cell: boolean;
}

/** Text that nobody takes for markup. `first` and `last` say that nothing else stands on the line before or after it. */
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

/** What a text begins with in the source, as far as it matters to what stands before it. */
export function firstPoint(text: string): string {
  const unit = text.charAt(0);
  if (unit > " " && unit <= "~") return unit;
  if (/^[\t\n\r]/.test(unit) || HIDDEN.test(unit)) return "&";
  return unit >= "\uD800" && unit <= "\uDBFF" ? text.slice(0, 2) : unit;
}

/** Text as code: in a span, or in an element where a span cannot hold it. */
export function codeSpan(text: string, { cell, dialect }: TextPlace): string {
  if (SIMPLE_CODE.test(text)) return `\`${text}\``;
  const shown = visible(text);
  if (NOT_IN_SPAN.test(shown) || (cell && shown.includes("|"))) return codeElement(shown, dialect);
  const fence = "`".repeat(unusedRun(shown));
  const padding = /^`|`$|^ .*[^ ].* $/.test(shown) ? " " : "";
  return `${fence}${padding}${shown}${padding}${fence}`;
}

/** Code where no span can stand: every sign as a reference. */
export function codeElement(text: string, dialect: Dialect): string {
  const content = visible(text).replace(/[^\p{L}\p{N}\p{M}\p{So} ,;()/='"?-]|^ | $|(?<= ) /gu, reference);
  return dialect === "mdx" ? `<code>${content}</code>` : `<code v-pre>${content}</code>`;
}

/** Whether a fenced block shows the text as it is, whatever a site does with its source. */
export function fitsFence(text: string): boolean {
  return !HIDDEN.test(text) && !SITE_SYNTAX.test(text) && visible(text) === text;
}

/** A fence that nothing in the text ends. */
export function fenceFor(text: string): string {
  return text.includes("```") ? "`".repeat(Math.max(3, Math.max(...runsOfBackticks(text)) + 1)) : "```";
}

/** JSON has a second spelling for every sign: those that mean something to a site, or that nobody sees, get it. */
export function jsonText(json: string): string {
  if (!/\{[{%#]|8<-|<!--|[^\n -~]/.test(json)) return json;
  return json.replace(IN_JSON, (sign) =>
    Array.from({ length: sign.length }, (_, at) => escapeUnit(sign.charAt(at))).join(""),
  );
}

/** An address as the target of a link; undefined where a browser would run it or hand it to another program. */
export function linkTarget(url: string): string | undefined {
  if (SIMPLE_URL.test(url)) return url;
  const trimmed = url.toWellFormed().trim();
  const scheme = /^([^/?#]*?):/.exec(trimmed.replace(/[\p{Cc}\p{Cf}\s]/gu, ""))?.[1];
  if (trimmed === "" || (scheme !== undefined && !/^(?:https?|mailto)$/i.test(scheme))) return undefined;
  return trimmed.replace(UNSAFE_IN_URL, encodeURIComponent);
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

/** Words for a comment, which nothing in them ends. */
export function commentText(text: string): string {
  return visible(text)
    .replace(/[<>{}\s\p{Cf}]/gu, (sign) => (sign === " " ? sign : encodeURIComponent(sign)))
    .replace(/--+/g, "-");
}

// Quick looks: most texts are found to need nothing, and tables have thousands of them.

/** Without any of these a text stands for itself, but for its ends. */
const OF_INTEREST =
  /[^ !"%'-)+-;=>?A-Z^a-z}\xA1-\xAC\xAE-\u061B\u061D-\u200A\u2010-\u2027\u202F-\u205F\u2070-\uD7FF\uE000-\uFDCF\uFDF0-\uFEFE\uFF00-\uFFFD]|:[A-Za-z+/-]|[Ww]{3}\.| {2}/;
const BEGINS_ODDLY = /^[^A-Za-z\xC0-\uFFFF'"(]/;
/** What MDX takes for a line of a program. */
const BEGINS_MODULE = /^(?:im|ex)port\b/;
const ENDS_ODDLY = /[ !]$/;
const SIMPLE_CODE = /^[!"$-9;=-_a-z}~](?:[ -;=-_a-z}~]*[!-;=-_a-z}~])?$/;
const SIMPLE_URL = /^https?:\/\/[!#-%*-;=?-Z_a-z~]+$/;

const SYNTAX =
  /[\\`*[\]<~$|\t\n\r]|_+|\{+| {2,}|&(?=[#A-Za-z]|$)|:(?=\/\/)|:(?=[A-Za-z+-][\w+-]*:)|(?<=www)\.|(?<=[\w.+-])@(?=[\w-])|(?<= )#(?=#*$)/;
/** An unseen character is written as a reference, so that it is seen in the source. */
const HIDDEN = new RegExp(`[${UNSEEN}]`);
const MARKUP = new RegExp(`${SYNTAX.source}|${HIDDEN.source}`, "giu");

/** What Liquid, Jinja, Vue, Hugo, MkDocs and VitePress act on even in code. */
const SITE_SYNTAX = /\{[{%#]|8<-|<!--/;
/** The braces of them, and what nobody sees. */
export const SITE_SIGNS = new RegExp(`\\{(?=[{%#])|${HIDDEN.source}`, "g");
const NOT_IN_SPAN = new RegExp(`^$|[\\t\\n\\r]|${HIDDEN.source}|${SITE_SYNTAX.source}|^\\s*(?:#!|:::)`);
const IN_JSON = new RegExp(
  `(?<=\\{)[{%#]|(?<=8)<(?=-)|<(?=!--)|(?!\\n)\\p{Cc}|\\p{Noncharacter_Code_Point}|${HIDDEN.source}`,
  "gu",
);
const UNSAFE_IN_URL = /[\p{Cc}\p{Cf}\s<>{}|\\^`"]/gu;

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
    // After a space they can only open something, and whatever could close it is written as a reference.
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

/** What makes a heading, a list, a quote, a rule or a site's own block at the beginning of a line. */
function escapeLineStart(line: string, dialect: Dialect): string {
  if (dialect === "mdx" && BEGINS_MODULE.test(line)) return reference(line.charAt(0)) + line.slice(1);
  if (/^(?:[#>|]|[+-](?=[\s+-]|$)|!!!)/.test(line)) return `\\${line}`;
  if (/^(?:=|\?\?\?|:(?=[: ]))/.test(line)) return reference(line.charAt(0)) + line.slice(1);
  return line.replace(/^(\d+)([.)])(?=\s|$)/, "$1\\$2");
}

function reference(sign: string): string {
  return `&#${sign.codePointAt(0)};`;
}

/** Controls show as pictures of themselves, and what is no character at all as the sign for that. */
export function visible(text: string): string {
  if (!/[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]/u.test(text)) return text;
  return text.toWellFormed().replace(/\p{Cc}|\p{Noncharacter_Code_Point}/gu, (sign) => {
    if (/[\t\n\r]/.test(sign)) return sign;
    const point = sign.charCodeAt(0);
    return point < 0x20 ? String.fromCharCode(0x2400 + point) : point === 0x7f ? "\u2421" : "\uFFFD";
  });
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

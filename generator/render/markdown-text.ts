// Plain text, code and addresses become GFM that shows exactly them; the only place where text enters Markdown.
// What it writes also survives what sites do to the source before or after: Liquid, Jinja, Vue, snippets, attribute lists.
// Signs are written as references where some reader of Markdown does not know a backslash before them.

export interface TextPlace {
  /** Nothing stands before the text on its line or in its cell. */
  readonly first: boolean;
  /** Nothing stands after it. */
  readonly last: boolean;
  readonly cell: boolean;
}

/** Text that nobody takes for markup. */
export function escapeText(text: string, place: TextPlace): string {
  if (!OF_INTEREST.test(text)) return text;
  const escaped = visible(text).replace(MARKUP, (match, offset: number, whole: string) =>
    escapeMatch(match, whole.charAt(offset - 1), whole.charAt(offset + match.length), place.cell),
  );
  return place.cell || !place.first ? escapeEdges(escaped, place) : escapeLineStart(escapeEdges(escaped, place));
}

/** Text as code: in a span, or in an element where a span cannot hold it. */
export function codeSpan(text: string, cell: boolean): string {
  const shown = visible(text);
  if (NOT_IN_SPAN.test(shown) || (cell && shown.includes("|"))) return codeElement(shown);
  const fence = "`".repeat(unusedRun(shown));
  const padding = /^`|`$|^ .*[^ ].* $/.test(shown) ? " " : "";
  return `${fence}${padding}${shown}${padding}${fence}`;
}

/** Code where no span can stand: every sign as a reference. */
export function codeElement(text: string): string {
  const content = visible(text).replace(/[^\p{L}\p{N}\p{M}\p{So} ,;()/='"?-]|^ | $|(?<= ) /gu, reference);
  return `<code v-pre>${content}</code>`;
}

/** Whether a fenced block shows the text as it is, whatever a site does with its source. */
export function fitsFence(text: string): boolean {
  return !UNSEEN.test(text) && !SITE_SYNTAX.test(text) && visible(text) === text;
}

/** A fence that nothing in the text ends. */
export function fenceFor(text: string): string {
  return "`".repeat(Math.max(3, Math.max(0, ...runsOfBackticks(text)) + 1));
}

/** An address as the target of a link; undefined where a browser would run it or hand it to another program. */
export function linkTarget(url: string): string | undefined {
  const trimmed = url.toWellFormed().trim();
  const scheme = /^([^/?#]*?):/.exec(trimmed.replace(/[\p{Cc}\p{Cf}\s]/gu, ""))?.[1];
  if (trimmed === "" || (scheme !== undefined && !/^(?:https?|mailto)$/i.test(scheme))) return undefined;
  return trimmed.replace(UNSAFE_IN_URL, encodeURIComponent);
}

/** A target as the source of a link writes it. */
export function destination(target: string): string {
  const escaped = target.replace(/&(?=#?[\dA-Za-z]{1,31};)/g, "\\&");
  return /[()]/.test(escaped) ? `<${escaped}>` : escaped;
}

/** A value between double quotes in a tag. */
export function attribute(text: string): string {
  return visible(text).replace(/[^\p{L}\p{N}._-]/gu, reference);
}

/** Words for a comment, which nothing in them ends. */
export function commentText(text: string): string {
  return visible(text)
    .replace(/[<>{}\s\p{Cf}]/gu, (sign) => (sign === " " ? sign : encodeURIComponent(sign)))
    .replace(/--+/g, "-");
}

/** A quick look: without any of these a text stands for itself. */
const OF_INTEREST =
  /[\\`*_[\]<&~${|@#\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\u00AD\u061C\u200B\u200E\u200F\u2028-\u202E\u2060-\u206F\uFEFF]|^[^A-Za-z\xC0-\uFFFF'"(]|www\.|:[^ ]|[ !]$| {2}/u;

const MARKUP =
  /[\\`*[\]<~$|\t\n\r\u00AD\u061C\u200B\u200E\u200F\u2028-\u202E\u2060-\u206F\uFEFF]|_+|\{+| {2,}|&(?=[#A-Za-z]|$)|:(?=\/\/)|:(?=[A-Za-z+-][\w+-]*:)|(?<=www)\.|(?<=[\w.+-])@(?=[\w-])|(?<= )#(?=#*$)/giu;

/** What shows as nothing, or turns the words around it; seen in the source when written as a reference. */
const UNSEEN = /[\u00AD\u061C\u200B\u200E\u200F\u2028-\u202E\u2060-\u206F\uFEFF]/;

/** What Liquid, Jinja, Vue, Hugo, MkDocs and VitePress act on even in code. */
const SITE_SYNTAX = /\{[{%#]|8<-|<!--/;
const NOT_IN_SPAN = new RegExp(`^$|[\\t\\n\\r]|${UNSEEN.source}|${SITE_SYNTAX.source}|^\\s*(?:#!|:::)`);
const UNSAFE_IN_URL = /[\p{Cc}\p{Cf}\s<>{}|\\^`"]/gu;

function escapeMatch(match: string, before: string, after: string, cell: boolean): string {
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
      return match.length === 1 ? braces : `<span v-pre>${braces}</span>`;
    }
    default:
      return reference(match);
  }
}

const WORD = /[\p{L}\p{N}]/u;

function escapeEdges(escaped: string, { first, last }: TextPlace): string {
  const begun = first && escaped.startsWith(" ") ? `&#32;${escaped.slice(1)}` : escaped;
  if (last) return begun.endsWith(" ") ? `${begun.slice(0, -1)}&#32;` : begun;
  // Before the bracket of a link it would make an image of it.
  return begun.endsWith("!") ? `${begun.slice(0, -1)}\\!` : begun;
}

/** What makes a heading, a list, a quote, a rule or a site's own block at the beginning of a line. */
function escapeLineStart(line: string): string {
  if (/^(?:[#>|]|[+-](?=[\s+-]|$)|!!!)/.test(line)) return `\\${line}`;
  if (/^(?:=|\?\?\?|:(?=[: ]))/.test(line)) return reference(line.charAt(0)) + line.slice(1);
  return line.replace(/^(\d+)([.)])(?=\s|$)/, "$1\\$2");
}

function reference(sign: string): string {
  return `&#${sign.codePointAt(0)};`;
}

/** Controls show as pictures of themselves, and what is no character at all as the sign for that. */
function visible(text: string): string {
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

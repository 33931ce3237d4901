// Comments of a page become markers: `errtable:begin [name] attribute=value …` and `errtable:end [name] sha=…`.
// Comments that look like a marker and are none are reported.
import type { Diagnostic } from "../../diagnostic/diagnostic.ts";
import type { SourceFile, Span } from "../../diagnostic/source.ts";
import { didYouMean } from "../../diagnostic/suggest.ts";
import type { PAGE_KINDS } from "./page-kinds.ts";
import { CODE_SPAN, type Comment, escapeRegExp, type Line, type Page, visibleLines } from "./page-lines.ts";
import { indentOf } from "./page-nesting.ts";

/** The place is that of the verb. */
export interface Marker extends Span {
  readonly verb: "begin" | "end";
  readonly name: Word | undefined;
  readonly attributes: ReadonlyMap<string, Attribute>;
  readonly comment: Comment;
  readonly line: Line;
  /** The blanks before the marker, which its content gets, too. */
  readonly indent: string;
}

export interface Word extends Span {
  readonly text: string;
}

export interface Attribute {
  readonly key: Word;
  readonly value: Word;
}

/** Reports a problem with a part of the page. It returns undefined, so that a reader of that part can return the call. */
export type ReportProblem = (at: Span, message: string, help: string) => undefined;

export function reporter(
  source: SourceFile,
  found: Diagnostic[],
  code: keyof typeof PAGE_KINDS = "inject-marker",
): ReportProblem {
  return ({ start, end }, message, help) => {
    found.push({ code, severity: "error", message, help, place: { source, span: { start, end } } });
    return undefined;
  };
}

/** Markers in the order of the page; broken markers are reported and left out. */
export function markersOf(page: Page, report: ReportProblem): readonly Marker[] {
  const markers: Marker[] = [];
  for (const line of visibleLines(page)) {
    if (!line.text.includes("errtable:")) continue;
    // Texts of a table may hold comments of another markup, which are words in the block.
    const isInBlock = markers.at(-1)?.verb === "begin";
    const marker = markerOn(line, page, report, isInBlock);
    if (marker !== undefined) markers.push(marker);
  }
  return markers;
}

/** HTML comments, which the compilers of other syntaxes refuse. */
const HTML_COMMENT = /^\s*<!--\s*errtable:\w*/;

function markerOn(
  line: Line,
  { language, source }: Page,
  report: ReportProblem,
  isInBlock: boolean,
): Marker | undefined {
  // A marker in code is shown to readers, and is not meant for errtable.
  const text = line.text.replace(CODE_SPAN, (code) => " ".repeat(code.length));
  const offsetIn = ({ opens }: Comment): number => text.search(new RegExp(`${escapeRegExp(opens)}\\s*errtable:`));
  const comment = language.comments.find((one) => offsetIn(one) >= 0);
  if (comment === undefined) {
    const strange = HTML_COMMENT.exec(text);
    if (strange === null || isInBlock) return undefined;
    const at = { start: line.start, end: line.start + strange[0].length };
    const own = language.comments.map((one) => inComment(one, "errtable:begin"));
    return report(at, "A page in this markup has no comments like this one.", `Write: ${own.join(" or ")}`);
  }
  const opens = offsetIn(comment);
  const all = { start: line.start + opens, end: line.start + line.text.trimEnd().length };
  const indent = /^[ \t]*/.exec(text)?.[0] ?? "";
  const above = source.text.slice(0, line.start).split(/\r?\n/).slice(0, -1);
  const before = above.at(-1)?.trim() ?? "";
  if (comment.opens.startsWith("[") && before !== "" && !before.startsWith("[//]:")) {
    const help = "Leave a blank line between the text above and the marker.";
    return report(all, "Below a line of text, a link definition is text, too.", help);
  }
  if (opens > indent.length) {
    // After other words, the sign of a line comment is text.
    if (comment.closes === "") return undefined;
    const help = "Put it on a line of its own, without anything before it.";
    return report(all, "A marker begins at the beginning of its line.", help);
  }
  if (indent !== "") {
    const problem = language.nesting(above, indentOf(indent));
    if (problem === "code") return undefined;
    if (problem !== undefined) return report(all, ...problem);
  }
  const closes =
    comment.closes === "" ? text.trimEnd().length : text.indexOf(comment.closes, opens + comment.opens.length);
  if (closes < 0)
    return report(all, "The marker does not end on its line.", `End it with ${comment.closes} on the same line.`);
  const rest = closes + comment.closes.length;
  const more = text.slice(rest).search(/\S/);
  if (more >= 0) {
    const at = { start: line.start + rest + more, end: all.end };
    return report(at, "Something stands behind the marker on its line.", "Put it on a line of its own.");
  }
  return parseMarker({ line, comment, closes, indent }, report);
}

const TOKEN = /\s*(?:(?<key>[^\s="]+)=(?:"(?<quoted>[^"]*)"|(?<plain>[^\s"]*))|(?<word>[^\s"=]+))(?=\s|$)/y;

interface MarkerText extends Pick<Marker, "line" | "comment" | "indent"> {
  /** The place in the line where the comment ends. */
  readonly closes: number;
}

function parseMarker({ line, comment, closes, indent }: MarkerText, report: ReportProblem): Marker | undefined {
  const from = line.text.indexOf("errtable:");
  const body = line.text.slice(0, closes).trimEnd();
  const verb = /^errtable:(\S*)/.exec(body.slice(from))?.[1] ?? "";
  TOKEN.lastIndex = from + "errtable:".length + verb.length;
  const at = { start: line.start + from, end: line.start + TOKEN.lastIndex };
  if (verb !== "begin" && verb !== "end") {
    const help = didYouMean(verb, ["begin", "end"]) ?? "There are errtable:begin and errtable:end.";
    return report(at, `"errtable:${verb}" is no marker.`, help);
  }
  const attributes = new Map<string, Attribute>();
  let name: Word | undefined;
  while (body.slice(TOKEN.lastIndex).trim() !== "") {
    const begun = TOKEN.lastIndex + body.slice(TOKEN.lastIndex).search(/\S/);
    const groups = TOKEN.exec(body)?.groups as Readonly<Record<string, string | undefined>> | undefined;
    const end = groups === undefined ? body.length : TOKEN.lastIndex;
    const span = { start: line.start + begun, end: line.start + end };
    if (groups === undefined) {
      const help = 'Attributes are written key=value, or key="value" where the value has spaces; quotes are closed.';
      return report(span, "This is no attribute.", help);
    }
    const { key: written = "", quoted, plain = "", word } = groups;
    if (word !== undefined) {
      if (name !== undefined || attributes.size > 0) {
        const help = "The name stands first, and there is one; attributes are written key=value.";
        return report(span, `"${word}" is neither a name nor an attribute.`, help);
      }
      if (!/^[A-Za-z][\w-]*$/.test(word))
        return report(span, `"${word}" is no name of a block.`, "A name is a letter, then letters, digits, - and _.");
      name = { text: word, ...span };
      continue;
    }
    const key = { text: written, start: span.start, end: span.start + written.length };
    const value = { text: quoted ?? plain, start: key.end + 1, end: span.end };
    if (attributes.has(written)) return report(key, `The marker has "${written}" twice.`, "Keep one of them.");
    if (value.text.trim() === "")
      return report(key, `"${written}" has no value.`, `Write ${written}=value, or leave it out.`);
    attributes.set(written, { key, value });
  }
  return { verb, name, attributes, comment, line, indent, ...at };
}

/** The blanks before the lines of a block. In HTML they would show within some elements. */
export function contentIndent({ comment, indent }: Marker): string {
  return comment.syntax === "html" ? "" : indent;
}

/** An end marker for a block. */
export function endMarker({ comment, name, indent }: Marker, ...attributes: readonly string[]): string {
  const words = ["errtable:end", ...(name === undefined ? [] : [name.text]), ...attributes];
  return indent + inComment(comment, words.join(" "));
}

/** A marker without its indent. */
export function inComment({ opens, closes }: Comment, words: string): string {
  // A title of a link definition has no blanks around it.
  return opens.startsWith("[") ? `${opens}${words}${closes}` : `${opens} ${words} ${closes}`.trimEnd();
}

// A page becomes the lines on which a marker may stand: not those in code, in comments of several lines, or in scripts.
// The ending of the page's name decides on its syntax.
import type { SourceFile } from "../../diagnostic/source.ts";
import type { DocumentSyntax } from "../../text/documents.ts";

export interface Page {
  readonly source: SourceFile;
  readonly language: Language;
}

/** The comments of a syntax, and the parts of a page in which a marker is only text. */
export interface Language {
  readonly comments: readonly Comment[];
  /** Each returns the end of the code or comment that a line begins. */
  readonly opaque: readonly ((line: string) => RegExp | undefined)[];
  /** Lines that are code because of their indent. */
  readonly indented: RegExp;
}

export interface Comment {
  readonly opens: string;
  /** Empty where a comment ends with its line. */
  readonly closes: string;
  readonly syntax: Exclude<DocumentSyntax, "csv">;
}

export interface Line {
  /** Without its line end. */
  readonly text: string;
  /** The offsets of its start and of the next line. */
  readonly start: number;
  readonly next: number;
}

/** The syntaxes by the endings of file names. */
export function languageOf(path: string): Language | undefined {
  const ending = /\.([A-Za-z]+)$/.exec(path)?.[1]?.toLowerCase() ?? "";
  return LANGUAGES.find(([endings]) => endings.includes(ending))?.[1];
}

export const ENDINGS = ".md, .mdx, .adoc, .rst and .html";

export function* visibleLines({ source, language }: Page): Generator<Line> {
  let end: RegExp | undefined;
  for (const line of linesOf(source.text)) {
    if (end !== undefined) {
      if (end.test(line.text)) end = undefined;
      continue;
    }
    for (const opens of language.opaque) end ??= opens(line.text);
    if (end === undefined && !language.indented.test(line.text)) yield line;
  }
}

function* linesOf(text: string): Generator<Line> {
  for (let start = 0; start < text.length; ) {
    const at = text.indexOf("\n", start);
    const next = at < 0 ? text.length : at + 1;
    yield { text: text.slice(start, next).replace(/\r?\n$/, ""), start, next };
    start = next;
  }
}

const HTML: Comment = { opens: "<!--", closes: "-->", syntax: "gfm" };
const MDX: Comment = { opens: "{/*", closes: "*/}", syntax: "mdx" };

function fence(line: string): RegExp | undefined {
  const run = /^\s*(?:(`{3,})[^`]*|(~{3,}).*)$/.exec(line);
  const sign = run?.[1] ?? run?.[2];
  return sign === undefined ? undefined : new RegExp(`^\\s*${sign.charAt(0)}{${sign.length},}\\s*$`);
}

/** A comment that does not end on the line that it begins on. */
function longComment({ opens, closes }: Comment): (line: string) => RegExp | undefined {
  const start = escapeRegExp(opens);
  const end = escapeRegExp(closes);
  // A comment for errtable is a marker without its end, which is reported as such.
  const isMarker = new RegExp(`${start}\\s*errtable:`);
  const comment = new RegExp(`${start}[^]*?(${end}|$)`, "g");
  return (line) => {
    const comments = [...line.replace(/`[^`]*`/g, "").matchAll(comment)];
    return isMarker.test(line) || comments.every(([, sign]) => sign !== "") ? undefined : new RegExp(end);
  };
}

function raw(line: string): RegExp | undefined {
  const tag = /^ {0,3}<(script|style|pre|textarea)(?=[\s>]|$)(?!.*<\/\1>)/i.exec(line)?.[1];
  return tag === undefined ? undefined : new RegExp(`</${tag}>`, "i");
}

/** AsciiDoc's verbatim blocks: they end with the line that they begin with. */
function delimited(line: string): RegExp | undefined {
  const run = /^(-{4,}|\.{4,}|\+{4,}|\/{4,}|```[\w-]*)\s*$/.exec(line)?.[1];
  if (run === undefined) return undefined;
  return new RegExp(`^${escapeRegExp(run.startsWith("`") ? "```" : run)}\\s*$`);
}

export function escapeRegExp(text: string): string {
  return text.replace(/[^\w\s]/g, "\\$&");
}

const NEVER = /(?!)/;
const RST: Comment = { opens: "..", closes: "", syntax: "rst" };
const ASCIIDOC: Comment = { opens: "//", closes: "", syntax: "asciidoc" };
const [html, mdx] = [longComment(HTML), longComment(MDX)];

const LANGUAGES: readonly (readonly [readonly string[], Language])[] = [
  [["md", "markdown"], { comments: [HTML, MDX], opaque: [fence, html, mdx, raw], indented: /^(?: {4}| {0,3}\t)/ }],
  [["mdx"], { comments: [MDX], opaque: [fence, mdx], indented: NEVER }],
  [["adoc", "asciidoc", "asc"], { comments: [ASCIIDOC], opaque: [delimited], indented: /^\s/ }],
  [["rst"], { comments: [RST], opaque: [], indented: /^\s/ }],
  [["html", "htm"], { comments: [{ ...HTML, syntax: "html" }], opaque: [html, raw], indented: NEVER }],
];

// The markups of pages. The ending of a page's name decides on its markup.
import { asciidocHeadings, htmlHeadings, markdownHeadings, rstHeadings } from "./page-headings.ts";
import { CODE_SPAN, type Comment, escapeRegExp, type Language } from "./page-lines.ts";
import { asciidocNesting, markdownNesting, noNesting, rstNesting } from "./page-nesting.ts";

/** The syntaxes by the endings of file names. */
export function languageOf(path: string): Language | undefined {
  const ending = /\.([A-Za-z]+)$/.exec(path)?.[1]?.toLowerCase() ?? "";
  return LANGUAGES.find(([endings]) => endings.includes(ending))?.[1];
}

export const ENDINGS = ".md, .qmd, .mdoc, .mdx, .adoc, .rst, .html and .vue";

const HTML: Comment = { opens: "<!--", closes: "-->", syntax: "gfm" };
const MDX: Comment = { opens: "{/*", closes: "*/}", syntax: "mdx" };

function fence(line: string): RegExp | undefined {
  // It may begin on the line of a list item or in a quote.
  const run = /^[\s>]*(?:(?:[-*+]|\d{1,9}[.)])\s+)*(?:(`{3,})[^`]*|(~{3,}).*)$/.exec(line);
  const sign = run?.[1] ?? run?.[2];
  return sign === undefined ? undefined : new RegExp(`^[\\s>]*${sign.charAt(0)}{${sign.length},}\\s*$`);
}

/** A comment that does not end on the line that it begins on. */
function longComment({ opens, closes }: Comment): (line: string) => RegExp | undefined {
  const start = escapeRegExp(opens);
  const end = escapeRegExp(closes);
  // A comment for errtable is a marker without its end, which is reported as such.
  const isMarker = new RegExp(`${start}\\s*errtable:`);
  const comment = new RegExp(`${start}[^]*?(${end}|$)`, "g");
  return (line) => {
    const comments = [...line.replace(CODE_SPAN, "").matchAll(comment)];
    return isMarker.test(line) || comments.every(([, sign]) => sign !== "") ? undefined : new RegExp(end);
  };
}

/** A template literal in an export or an expression of MDX that does not end on its line. Prose that is not indented has none. */
function template(line: string): RegExp | undefined {
  const open = line.replace(/\\./g, "").replace(/`[^`]*`/g, "");
  return /^(?:export\b|[\s<{]).*[=({[,:+?]\s*\w*`[^`]*$/.test(open) ? /^(?:[^`\\]|\\.)*`/ : undefined;
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

const RST: Comment = { opens: "..", closes: "", syntax: "rst" };
const ASCIIDOC: Comment = { opens: "//", closes: "", syntax: "asciidoc" };
/** A link definition that nothing refers to. Formatters change its brackets. */
const DEFINITIONS: readonly Comment[] = ["()", '""', "''"].map((signs) => ({
  opens: `[//]: # ${signs.charAt(0)}`,
  closes: signs.charAt(1),
  syntax: "gfm",
}));
const [html, mdx] = [longComment(HTML), longComment(MDX)];

const LANGUAGES: readonly (readonly [readonly string[], Language])[] = [
  [
    ["md", "markdown", "qmd", "mdoc"],
    {
      comments: [HTML, MDX, ...DEFINITIONS],
      opaque: [fence, html, mdx, raw],
      nesting: markdownNesting,
      headings: markdownHeadings,
    },
  ],
  [["mdx"], { comments: [MDX], opaque: [fence, mdx, template], nesting: noNesting, headings: markdownHeadings }],
  [
    ["adoc", "asciidoc", "asc"],
    { comments: [ASCIIDOC], opaque: [delimited], nesting: asciidocNesting, headings: asciidocHeadings },
  ],
  [["rst"], { comments: [RST], opaque: [], nesting: rstNesting, headings: rstHeadings }],
  [
    ["html", "htm", "vue"],
    { comments: [{ ...HTML, syntax: "html" }], opaque: [html, raw], nesting: noNesting, headings: htmlHeadings },
  ],
];

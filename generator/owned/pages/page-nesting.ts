// An indented marker belongs to a list item, an admonition or a directive above it, or it is code; each markup has its own rules.

/** The reason why an indented marker cannot be filled. */
export type IndentProblem = readonly [message: string, help: string];

/** Returns undefined where the marker is part of the page, and "code" where it is only shown to readers. */
export type Nesting = (above: readonly string[], indent: number) => IndentProblem | "code" | undefined;

/** The columns before the first sign of a line; a tab ends at a multiple of four. */
export function indentOf(line: string): number {
  let columns = 0;
  for (const sign of line) {
    if (sign === "\t") columns += 4 - (columns % 4);
    else if (sign === " ") columns += 1;
    else break;
  }
  return columns;
}

/** The lines above that have ever less indent, from the nearest one. Those are the blocks around a line, and text beside them. */
function* outerLines(above: readonly string[], indent: number): Generator<string> {
  let limit = indent;
  for (let index = above.length - 1; index >= 0 && limit > 0; index -= 1) {
    const line = above[index] ?? "";
    if (line.trim() === "" || indentOf(line) >= limit) continue;
    limit = indentOf(line);
    yield line;
  }
}

const ITEM = /^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+(?=\S)/;
/** Admonitions and tabs of Python-Markdown, footnotes, and terms of definitions: their content has an indent of four. */
const OPENER = /^[ \t]*(?:!!!|\?\?\?\+?|===\+?|\[\^[^\]]+\]:|:[ \t])/;

export const markdownNesting: Nesting = (above, indent) => {
  for (const line of outerLines(above, indent)) {
    const item = ITEM.exec(line)?.[0];
    const content = item !== undefined ? indentOf(item.replace(/\S/g, " ")) : indentOf(line) + 4;
    if (item === undefined && !OPENER.test(line)) continue;
    if (content <= indent) return indent - content < 4 ? undefined : MARKDOWN_CODE;
  }
  return indent < 4 ? undefined : MARKDOWN_CODE;
};

const MARKDOWN_CODE: IndentProblem = [
  "The indent of the marker makes it code, which is shown as it is.",
  "Write the marker at the beginning of its line, or with the indent of the list item around it. A marker that readers are to see belongs into a fenced block.",
];

/** Directives whose content is no markup. */
const VERBATIM =
  /^\.\. (?:code|code-block|sourcecode|parsed-literal|raw|math|doctest|testcode|graphviz|mermaid|csv-table|prompt)::/;

/** The marks of list items, of which several may begin on one line. */
const RST_ITEMS = /^[ \t]*(?:(?:[-*+]|\(?(?:\d{1,9}|#|[A-Za-z])[.)])[ \t]+(?=\S))*/;

export const rstNesting: Nesting = (above, indent) => {
  for (const line of outerLines(above, indent)) {
    const marks = RST_ITEMS.exec(line)?.[0] ?? "";
    if (indentOf(marks.replace(/\S/g, " ")) >= indent) continue;
    const text = line.slice(marks.length).trim();
    const isDirective = /^\.\. (?:\|[^|]+\| )?[\w:.+-]+::/.test(text);
    const isComment = text === ".." || (/^\.\. /.test(text) && !isDirective && !/^\.\. (?:_|\[)/.test(text));
    if (isComment || VERBATIM.test(text) || (!isDirective && text.endsWith("::"))) return "code";
  }
  return undefined;
};

/** In AsciiDoc a line with an indent is text as it is. */
export const asciidocNesting: Nesting = (_, indent) =>
  indent === 0
    ? undefined
    : [
        "In AsciiDoc an indented marker is shown as it is.",
        'Write it at the beginning of its line. In a list, put the markers into an open block, between lines "--", and join that with a line "+".',
      ];

export const noNesting: Nesting = () => undefined;

// The tables of a Markdown page become grids: tables of GFM, and tables in HTML.
import { readMarkdown } from "../../text/markdown/gfm-parser.ts";
import type { FoundCell, FoundGrid, FoundPage } from "./found-grid.ts";
import { readHtml } from "./html-grids.ts";
import { cellOf } from "./html-inline.ts";
import { type Line, withoutComments } from "./markdown-comments.ts";

export function readMarkdownPage(markdown: string): FoundPage {
  const lines = withoutComments(linesOf(markdown));
  const grids: FoundGrid[] = [];
  const samples: string[] = [];
  let [title, heading] = [frontTitle(markdown) ?? "", ""];
  for (let index = 0; index < lines.length; index += 1) {
    const { text, at } = lines[index] as Line;
    const fence = /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/.exec(text)?.[1];
    const table = /^\s*<table\b/i.test(text);
    if (fence !== undefined) {
      const end = endOf(lines, index + 1, (line) => line.trim().startsWith(fence) && /^\s*[`~]+\s*$/.test(line));
      samples.push(textOf(lines.slice(index + 1, end)));
      index = end;
    } else if (table) {
      const end = endOf(lines, index, (line) => /<\/table\s*>/i.test(line));
      const page = readHtml(textOf(lines.slice(index, end + 1)), heading);
      grids.push(...page.grids.map((grid) => ({ ...grid, at: at + grid.at })));
      index = end;
    } else if (isDelimiter(lines[index + 1]?.text) && text.includes("|")) {
      const end = endOf(lines, index + 2, (line) => !line.includes("|") || line.trim() === "");
      const header = cellsOf(text);
      const rows = lines.slice(index + 2, end).map((line) => cellsOf(line.text));
      grids.push({ ...(heading === "" ? {} : { title: heading }), at, header, rows });
      index = end - 1;
    } else {
      const [, marks = "", words = ""] = /^ {0,3}(#{1,6})\s+(.*)$/.exec(text) ?? [];
      if (marks === "") continue;
      heading = cellOfMarkdown(words.replace(/\s*(?:\{[^}]*\}|<a\b[^>]*>(?:<\/a>)?|#+)\s*$/g, "")).plain;
      if (title === "" && marks === "#") title = heading;
    }
  }
  return { ...(title === "" ? {} : { title }), grids, samples };
}

function linesOf(markdown: string): readonly Line[] {
  const lines: Line[] = [];
  for (const { 0: text, index } of markdown.matchAll(/[^\r\n]*(?:\r\n?|\n|$)/g))
    lines.push({ text: text.trimEnd(), at: index });
  return lines;
}

/** The index of the first line from `start` on that ends the part; the number of lines where none does. */
function endOf(lines: readonly Line[], start: number, ends: (line: string) => boolean): number {
  let index = start;
  while (index < lines.length && !ends(lines[index]?.text ?? "")) index += 1;
  return index;
}

function textOf(lines: readonly Line[]): string {
  return lines.map(({ text }) => text).join("\n");
}

/** The title in the front matter of a page. */
function frontTitle(markdown: string): string | undefined {
  const front = /^---\r?\n([\s\S]{0,4096}?)\r?\n---/.exec(markdown)?.[1];
  return /^title:\s*["']?(.*?)["']?\s*$/m.exec(front ?? "")?.[1];
}

function isDelimiter(line = ""): boolean {
  return line.includes("|") && line.includes("-") && /^[\s|:-]+$/.test(line);
}

function cellsOf(line: string): readonly FoundCell[] {
  const inner = line
    .trim()
    .replace(/^\|/, "")
    .replace(/(?<!\\)\|$/, "");
  return inner.split(/(?<!\\)\|/).map((cell) => cellOfMarkdown(cell.replaceAll("\\|", "|").trim()));
}

/** Breaks and code in HTML are read as marks; other tags that only dress the words are left out. */
function cellOfMarkdown(source: string): FoundCell {
  const markdown = source
    .replaceAll(/<\/?(?:br|p|li|ul|ol|div)\b[^>]*>/gi, "\n")
    .replaceAll(/<(code|tt|kbd)>([^`<]*)<\/\1>/gi, (_, __, code: string) => `\`${code}\``)
    .replaceAll(/<\/?(?:a|b|i|em|strong|span|sup|sub|font|u)(?:\s[^>]*)?>/gi, "")
    .trim();
  if (!/[\\`*_~<>&[\]!\n]/.test(markdown)) return { plain: markdown, markdown };
  const lines = markdown
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  const plain = lines.map((line) =>
    readMarkdown(line)
      .map((block) => (block.kind === "paragraph" ? cellOf(block.content).plain : line))
      .join(" "),
  );
  return { plain: plain.join("\n"), markdown: lines.join("\n\n") };
}

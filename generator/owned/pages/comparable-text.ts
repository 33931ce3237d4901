// A text becomes the form in which texts are compared: wrapping, bullets, signs of emphasis, padding and blank lines do not count,
// because formatters of pages change them.
import type { Comment } from "./page-lines.ts";

export function comparableText(text: string, syntax: Comment["syntax"]): string {
  if (syntax === "gfm" || syntax === "mdx") return comparableMarkdown(text);
  // Formatters break lines at the tags, and leave the words.
  if (syntax === "html") return joined(text.split("\n")).replace(/ ?([<>]) ?/g, "$1");
  return text.replace(/^\n+|\n+$/g, "");
}

function comparableMarkdown(text: string): string {
  const lines: string[] = [];
  let fence: string | undefined;
  let isQuoted = false;
  for (const line of text.split("\n")) {
    const unquoted = line.replace(/^\s*(?:>\s?)+/, "");
    const bare = unquoted.trim();
    // A quote begins once, however many lines it is wrapped into.
    const begins = unquoted !== line && !isQuoted;
    isQuoted = unquoted !== line;
    const sign: string | undefined = /^(?:`{3,}|~{3,})/.exec(bare)?.[0];
    if (fence === undefined) lines.push(`${begins ? "\n> " : ""}${proseLine(bare)}`);
    else lines.push(bare);
    if (sign !== undefined && fence === undefined) fence = sign;
    else if (sign !== undefined && fence !== undefined && bare.startsWith(fence)) fence = undefined;
  }
  return joined(lines);
}

/** Beginnings of blocks stay apart from the words before them. */
function proseLine(line: string): string {
  const stars = line.replaceAll("_", "*");
  if (/^\|.*\|$/.test(line)) return `\n${stars.replace(/ *\| */g, "|").replace(/-{3,}/g, "---")}`;
  if (/^[-*+] (?=\s*\S)/.test(line)) return `\n- ${stars.slice(2)}`;
  return /^#{1,6} /.test(line) ? `\n${stars}` : stars;
}

function joined(lines: readonly string[]): string {
  return (
    lines
      .join(" ")
      // Formatters of data in code change blanks beside brackets.
      .replace(/[^\S\n]*([{}[\],:\n])[^\S\n]*/g, "$1")
      .replace(/[^\S\n]+/g, " ")
      .replace(BESIDE_IDEOGRAPHS, "")
      .trim()
  );
}

/** Lines of Chinese and Japanese are wrapped without blanks. */
const BESIDE_IDEOGRAPHS =
  /(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]) | (?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef])/gu;

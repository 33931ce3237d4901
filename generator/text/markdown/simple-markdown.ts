// Sentences with code spans, emphasis and links become blocks without the parser, which costs a hundred times as much. Most
// texts of most tables are of this kind.
import type { Block, Inline } from "../document/blocks.ts";
import { linkTarget } from "../document/shown-text.ts";

/** The blocks that GFM makes of the text, or undefined where only a parser can tell. */
export function simpleMarkdown(markdown: string): readonly Block[] | undefined {
  if (SENTENCES.test(markdown)) return [{ kind: "paragraph", content: [{ kind: "text", text: markdown }] }];
  const blocks: Block[] = [];
  for (const lines of markdown.replace(/^\n+|[ \n]+$/g, "").split(/\n{2,}/)) {
    if (NOT_A_PARAGRAPH.test(lines)) return undefined;
    const content = simpleInlines(lines.replaceAll("\n", " "));
    if (content === undefined) return undefined;
    if (content.length > 0) blocks.push({ kind: "paragraph", content });
  }
  return blocks;
}

/** A quick check for texts of words alone. */
const SENTENCES = /^(?!.*(?: {2}|www\.))[A-Z](?:[A-Za-z0-9 ,.;'"()/?%-]*[A-Za-z0-9,.;'"()/?%-])?$/i;

/** A line that does not begin with a word, or that ends in a space; a control character. */
const NOT_A_PARAGRAPH = /^[^\p{L}\p{N}`'"(*_[\u3001-\u301F\uFF08]|^\d+[.)]| $|[^\P{Cc}\n]/mu;

function simpleInlines(line: string): readonly Inline[] | undefined {
  const content: Inline[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < line.length) {
    const found = TOKEN.exec(line);
    if (found === null) return undefined;
    const { plain, code, label, url, strong, emphasis } = found.groups as Readonly<Record<string, string | undefined>>;
    const words = plain ?? label ?? strong ?? emphasis ?? "";
    // GFM makes links of bare addresses.
    if (/:\/\/|www\./i.test(words)) return undefined;
    const inner: Inline = { kind: "text", text: words.replace(/ {2,}/g, " ") };
    if (code !== undefined) content.push({ kind: "code", text: withoutPadding(code) });
    else if (strong !== undefined) content.push({ kind: "strong", content: [inner] });
    else if (emphasis !== undefined) content.push({ kind: "emphasis", content: [inner] });
    else if (url === undefined) content.push(inner);
    else {
      const target = linkTarget(url);
      content.push(target === undefined ? inner : { kind: "link", url: target, content: [inner] });
    }
  }
  return content;
}

/** Signs without a meaning in GFM. */
const WORDS = "[^\\\\`*_~<>&\\[\\]!@|:]";
const PHRASE = `[\\p{L}\\p{N}](?:${WORDS}*[\\p{L}\\p{N}])?`;
const TOKEN = new RegExp(
  [
    "(?<plain>(?:[^\\\\`*_~<&\\[\\]!@]|(?<=[\\p{L}\\p{N}])_+(?=[\\p{L}\\p{N}])|!(?!\\[)|&(?![#A-Za-z]))+)",
    "(?<!`)`(?<code>[^`]+)`(?!`)",
    `\\[(?<label>${PHRASE})\\]\\((?<url>[^\\s()<>\\[\\]\\\\&]+)\\)`,
    `(?<=^|[ (])\\*\\*(?<strong>${PHRASE})\\*\\*(?=$|[ .,;:?)])`,
    `(?<=^|[ (])(?<mark>[*_])(?<emphasis>${PHRASE})\\k<mark>(?=$|[ .,;:?)])`,
  ].join("|"),
  "uy",
);

/** A space at both ends of a span belongs to its fences. */
function withoutPadding(code: string): string {
  return /^ .*[^ ].* $/.test(code) ? code.slice(1, -1) : code;
}

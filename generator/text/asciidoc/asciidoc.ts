// Blocks become AsciiDoc as Asciidoctor reads it.
import type { Block, Cell, Document } from "../document/blocks.ts";
import { codeLines, lines } from "../document/inline-lines.ts";
import { cellBlocks, proseBlocks, withoutProse } from "../document/prose.ts";
import { codeBlockText, commentText, jsonText, visible } from "../document/shown-text.ts";
import { attributeText, inlineText } from "./asciidoc-inline.ts";

export function renderAsciidoc({ blocks }: Document): string {
  return `${blocksText(blocks, TOP)}\n`;
}

interface BlockPlace {
  /** How many lists of either kind are around it, and how many quotes. */
  readonly bullets: number;
  readonly numbers: number;
  readonly quotes: number;
}

const TOP: BlockPlace = { bullets: 0, numbers: 0, quotes: 0 };

function blocksText(blocks: Iterable<Block>, place: BlockPlace): string {
  const texts: string[] = [];
  let above: Block | undefined;
  for (const block of blocks) {
    const text = blockText(block, place);
    if (text === "") continue;
    // A comment keeps two lists apart.
    texts.push(block.kind === "list" && above?.kind === "list" ? `//-\n\n${text}` : text);
    above = block;
  }
  return texts.join("\n\n");
}

function blockText(block: Block, place: BlockPlace): string {
  switch (block.kind) {
    case "comment":
      return `// ${commentText(block.text)}`;
    case "heading": {
      const heading = `${"=".repeat(Math.min(6, block.level))} ${inlineText(block.content)}`;
      return block.anchor === undefined ? heading : `[id="${attributeText(block.anchor)}"]\n${heading}`;
    }
    case "paragraph":
      return inlineText(block.content);
    case "list":
      return listText(block, place);
    case "quote": {
      const fence = "_".repeat(4 + place.quotes);
      const inner = blocksText(block.blocks, { bullets: 0, numbers: 0, quotes: place.quotes + 1 });
      return `${fence}\n${inner}\n${fence}`;
    }
    case "code":
      return listingText(block.text, block.syntax);
    case "json":
      return listingText(jsonText(block.value), "json");
    case "table":
      return tableText(block);
    case "prose":
      return blocksText(proseBlocks(block), place);
    default:
      return block satisfies never;
  }
}

function listText({ items, start }: Extract<Block, { kind: "list" }>, place: BlockPlace): string {
  const inner =
    start === undefined ? { ...place, bullets: place.bullets + 1 } : { ...place, numbers: place.numbers + 1 };
  // Asciidoctor knows markers of up to five signs.
  const depth = start === undefined ? inner.bullets : inner.numbers;
  if (depth > 5) return inlineText(lines([{ kind: "list", items, ...(start === undefined ? {} : { start }) }]));
  const marker = (start === undefined ? "*" : ".").repeat(depth);
  const texts = items.map((item) => `${marker} ${itemText(withoutProse(item), inner)}`);
  const list = texts.join("\n");
  return start === undefined || start === 1 ? list : `[start=${start}]\n${list}`;
}

/** Blocks after the first line are tied to the item; only a list at its end may be a list of its own. */
function itemText(item: readonly Block[], place: BlockPlace): string {
  const [first, ...rest] = item;
  let out = first?.kind === "paragraph" ? inlineText(first.content) || "{empty}" : "{empty}";
  const others = first?.kind === "paragraph" ? rest : item;
  others.forEach((block, index) => {
    if (block.kind === "list" && index === others.length - 1) {
      const list = listText(block, place);
      out += /^[*.[]/.test(list) ? `\n${list.startsWith("[") ? "\n" : ""}${list}` : `\n+\n${list}`;
      return;
    }
    const text = block.kind === "list" ? inlineText(lines([block])) : blockText(block, place);
    if (text !== "") out += `\n+\n${text}`;
  });
  return out;
}

/** A listing shows its text as it is, but Asciidoctor acts on directives before it sees the listing. */
function listingText(text: string, syntax: string | undefined): string {
  const shown = codeBlockText(visible(text));
  if (shown.trim() === "") return "";
  if (/^\\?(?:include|ifn?def|ifeval|endif)::/m.test(shown)) return inlineText(codeLines(shown));
  const runs = (shown.match(/^-{4,}$/gm) ?? []).map((run) => run.length + 1);
  const fence = "-".repeat(Math.max(4, ...runs));
  const language = syntax !== undefined && /^[\w+#-]+$/.test(syntax) ? `,${syntax}` : "";
  return `[source${language},subs=specialchars]\n${fence}\n${shown}\n${fence}`;
}

function tableText({ header, rows, widths }: Extract<Block, { kind: "table" }>): string {
  const columns = widths === undefined ? `%autowidth,cols="${header.length}*"` : `,cols="${widths.join(",")}"`;
  const out = [`[%header${columns}]`, "|===", ...header.map((cell) => `|${inlineText(cell)}`)];
  for (const row of rows) out.push("", ...header.map((_, column) => cellText(row[column] ?? [])));
  return [...out, "|==="].join("\n");
}

/** Cells hold words; paragraphs and lists of their own only where they have more than one. */
function cellText(cell: Cell): string {
  const blocks = cellBlocks(cell);
  const [only] = blocks;
  if (blocks.length === 0) return "|";
  if (blocks.length === 1 && only?.kind === "paragraph") return `|${inlineText(only.content)}`;
  if (blocks.every(isPlain)) return `a|${blocksText(blocks, TOP)}`;
  return `|${inlineText(cell)}`;
}

function isPlain(block: Block): boolean {
  return block.kind === "paragraph" || (block.kind === "list" && block.items.every((item) => item.every(isPlain)));
}

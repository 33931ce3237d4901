// Blocks become elements; a style says how fragments and pages differ. Every text is escaped by the printer of the elements.
import type { Element, ElementContent, Properties } from "hast";
import type { Block, Cell, Inline } from "../document/blocks.ts";
import { lines } from "../document/inline-lines.ts";
import { cellBlocks } from "../document/prose.ts";
import { linkTarget } from "../document/shown-text.ts";
import type { Json } from "../json/value.ts";
import { h } from "./element.ts";

export type Prose = Extract<Block, { kind: "prose" }>;

export interface HtmlStyle {
  /** A text as readers see it. */
  readonly shown: (text: string) => string;
  /** The children of a list, a row or a table, with line ends between them where the style has them. */
  readonly children: (nodes: readonly ElementContent[]) => ElementContent[];
  readonly start: (first: number) => Properties;
  /** The blocks that may follow an item's first words while these stand without a paragraph. */
  readonly afterWords: readonly Block["kind"][];
  readonly headerCell: Properties;
  readonly table: (table: Element) => Element;
  readonly code: (text: string, syntax: string | undefined) => Element;
  readonly json: (value: Json) => Element;
  readonly prose: (prose: Prose) => ElementContent[];
  readonly image: (target: string | undefined, image: Extract<Inline, { kind: "image" }>) => ElementContent;
  readonly foreign: (words: Extract<Inline, { kind: "foreign" }>, content: ElementContent[]) => ElementContent[];
}

export function blockNodes(blocks: readonly Block[], style: HtmlStyle): ElementContent[] {
  return blocks.flatMap((block) => nodesOf(block, style));
}

function nodesOf(block: Block, style: HtmlStyle): ElementContent[] {
  switch (block.kind) {
    case "comment":
      return [];
    case "heading": {
      const id = block.anchor === undefined ? {} : { id: style.shown(block.anchor) };
      return [h(`h${Math.min(6, block.level)}`, id, inlineNodes(block.content, style))];
    }
    case "paragraph":
      return [h("p", inlineNodes(block.content, style))];
    case "list": {
      const items = style.children(block.items.map((item) => h("li", itemNodes(item, style))));
      return [block.start === undefined ? h("ul", items) : h("ol", style.start(block.start), items)];
    }
    case "quote":
      return [h("blockquote", blockNodes(block.blocks, style))];
    case "code":
      return [style.code(block.text, block.syntax)];
    case "json":
      return [style.json(block.value)];
    case "table": {
      const row = (cells: readonly Cell[], name: "th" | "td", properties: Properties = {}): Element =>
        h("tr", style.children(cells.map((cell) => h(name, properties, itemNodes(cellBlocks(cell), style)))));
      const head = h("thead", style.children([row(block.header, "th", style.headerCell)]));
      const body = h("tbody", style.children(Array.from(block.rows, (cells) => row(cells, "td"))));
      return [style.table(h("table", style.children([...columnNodes(block.widths, style), head, body])))];
    }
    case "prose":
      return style.prose(block);
    default:
      return block satisfies never;
  }
}

/** The widths are shares of the table's width. */
function columnNodes(widths: readonly number[] | undefined, style: HtmlStyle): Element[] {
  if (widths === undefined) return [];
  const sum = widths.reduce((total, width) => total + width, 0);
  const columns = widths.map((width) => h("col", { style: `width: ${Math.round((100 * width) / sum)}%` }));
  return [h("colgroup", style.children(columns))];
}

/** A single paragraph needs no element of its own. */
function itemNodes(item: readonly Block[], style: HtmlStyle): ElementContent[] {
  const [first, ...others] = item;
  if (first?.kind === "paragraph" && others.every(({ kind }) => style.afterWords.includes(kind)))
    return [...inlineNodes(first.content, style), ...blockNodes(others, style)];
  return blockNodes(item, style);
}

export function inlineNodes(content: readonly Inline[], style: HtmlStyle): ElementContent[] {
  return content.flatMap((inline) => inlineNode(inline, style));
}

const MARKS = { strong: "strong", emphasis: "em", strike: "del" } as const;

function inlineNode(inline: Inline, style: HtmlStyle): ElementContent[] {
  switch (inline.kind) {
    case "text":
      return [{ type: "text", value: style.shown(inline.text) }];
    case "code":
      return [h("code", style.shown(inline.text))];
    case "strong":
    case "emphasis":
    case "strike":
      return [h(MARKS[inline.kind], inlineNodes(inline.content, style))];
    case "link": {
      const target = linkTarget(inline.url);
      const content = inlineNodes(inline.content, style);
      return target === undefined ? content : [h("a", { href: target }, content)];
    }
    case "image":
      return [style.image(linkTarget(inline.url), inline)];
    case "break":
      return [h("br")];
    case "foreign":
      return style.foreign(inline, inlineNodes(inline.content, style));
    case "prose":
      return inlineNodes(lines(inline.blocks), style);
    default:
      return inline satisfies never;
  }
}

// Blocks become a fragment of HTML: elements without script or style, every text escaped by its printer.
import type { ElementContent, Nodes, Properties } from "hast";
import { toHtml } from "hast-util-to-html";
import type { Block, Cell, Document, Inline } from "../document/blocks.ts";
import { lines } from "../document/inline-lines.ts";
import { cellBlocks } from "../document/prose.ts";
import { commentText, jsonText, linkTarget, SITE_SIGNS, visible } from "../document/shown-text.ts";
import { h } from "./element.ts";

/** One element, with a class that sites style it by. */
export function renderHtml({ language, blocks }: Document): string {
  const inner: string[] = [];
  let comment = "";
  for (const block of blocks) {
    if (block.kind === "comment") comment += `${print({ type: "comment", value: ` ${commentText(block.text)} ` })}\n`;
    else for (const node of blockNodes(block)) inner.push(print(node));
  }
  const [open = "", close = ""] = print(h("div", { className: ["errtable"], lang: language }, "\n")).split("\n");
  return `${comment}${open}\n${inner.join("\n")}\n${close}\n`;
}

/** Braces of template languages and signs that nobody sees become character references. */
function print(node: Nodes): string {
  return toHtml(node).replace(SITE_SIGNS, (sign) => `&#${sign.codePointAt(0)};`);
}

function blockNodes(block: Block, language?: string): ElementContent[] {
  const lang: Properties = language === undefined ? {} : { lang: language };
  switch (block.kind) {
    case "comment":
      return [];
    case "heading": {
      const id = block.anchor === undefined ? {} : { id: visible(block.anchor) };
      return [h(`h${Math.min(6, block.level)}`, { ...lang, ...id }, inlineNodes(block.content))];
    }
    case "paragraph":
      return [h("p", lang, inlineNodes(block.content))];
    case "list": {
      const start = block.start === undefined || block.start === 1 ? {} : { start: block.start };
      const items = block.items.map((item) => h("li", itemNodes(item)));
      return [h(block.start === undefined ? "ul" : "ol", { ...lang, ...start }, onLines(items))];
    }
    case "quote":
      return [
        h(
          "blockquote",
          lang,
          block.blocks.flatMap((inner) => blockNodes(inner)),
        ),
      ];
    case "code":
      return [codeNode(block.text, block.syntax)];
    case "json":
      return [codeNode(jsonText(block.value), "json")];
    case "table": {
      const head = h("tr", onLines(block.header.map((cell) => h("th", { scope: "col" }, cellNodes(cell)))));
      const rows = Array.from(block.rows, (row) => h("tr", onLines(row.map((cell) => h("td", cellNodes(cell))))));
      return [h("table", lang, onLines([h("thead", onLines([head])), h("tbody", onLines(rows))]))];
    }
    case "prose":
      return proseNodes(block);
    default:
      return block satisfies never;
  }
}

/** A change of one row or item changes few lines. */
function onLines(nodes: readonly ElementContent[]): ElementContent[] {
  return [...nodes.flatMap((node): ElementContent[] => [LINE_END, node]), LINE_END];
}

const LINE_END: ElementContent = { type: "text", value: "\n" };

/** A single paragraph needs no element of its own. */
function itemNodes(item: readonly Block[]): ElementContent[] {
  const [only, ...others] = item;
  if (only?.kind === "paragraph" && others.every(({ kind }) => kind === "list"))
    return [...inlineNodes(only.content), ...others.flatMap((inner) => blockNodes(inner))];
  return item.flatMap((inner) => blockNodes(inner));
}

function cellNodes(cell: Cell): ElementContent[] {
  return itemNodes(cellBlocks(cell));
}

/** The lead is in the document's language, the blocks may be in another. */
function proseNodes({ blocks, lead = [], language }: Extract<Block, { kind: "prose" }>): ElementContent[] {
  const [first, ...rest] = blocks;
  const led = first?.kind === "paragraph" ? first.content : undefined;
  const others = led === undefined && first !== undefined ? [first, ...rest] : rest;
  const said: readonly Inline[] =
    led === undefined ? [] : language === undefined ? led : [{ kind: "foreign", language, quiet: true, content: led }];
  const nodes: ElementContent[] = lead.length + said.length === 0 ? [] : [h("p", inlineNodes([...lead, ...said]))];
  for (const block of others) nodes.push(...blockNodes(block, language));
  const last = nodes.at(-1);
  if (language !== undefined && last?.type === "element") {
    if (last.tagName === "p") last.children.push(...markNodes(language));
    else nodes.push(h("p", markNodes(language).slice(1)));
  }
  return nodes;
}

function inlineNodes(content: readonly Inline[]): ElementContent[] {
  return content.flatMap(inlineNode);
}

const MARKS = { strong: "strong", emphasis: "em", strike: "del" } as const;

function inlineNode(inline: Inline): ElementContent[] {
  switch (inline.kind) {
    case "text":
      return [{ type: "text", value: visible(inline.text) }];
    case "code":
      return [h("code", visible(inline.text))];
    case "strong":
    case "emphasis":
    case "strike":
      return [h(MARKS[inline.kind], inlineNodes(inline.content))];
    case "link": {
      const target = linkTarget(inline.url);
      return target === undefined
        ? inlineNodes(inline.content)
        : [h("a", { href: target }, inlineNodes(inline.content))];
    }
    case "image": {
      const target = linkTarget(inline.url);
      return [
        target === undefined
          ? { type: "text", value: visible(inline.alt) }
          : h("img", { src: target, alt: visible(inline.alt) }),
      ];
    }
    case "break":
      return [h("br")];
    case "foreign": {
      const span = h("span", { lang: inline.language }, inlineNodes(inline.content));
      return inline.quiet === true ? [span] : [span, ...markNodes(inline.language)];
    }
    case "prose":
      return inlineNodes(lines(inline.blocks));
    default:
      return inline satisfies never;
  }
}

/** The visible mark of words in another language. */
function markNodes(language: string): ElementContent[] {
  return [{ type: "text", value: " " }, h("em", `(${language})`)];
}

function codeNode(text: string, syntax: string | undefined): ElementContent {
  const lines = visible(text).replace(/\r\n?/g, "\n").trimEnd();
  return h("pre", h("code", syntax === undefined ? {} : { className: [`language-${syntax}`] }, lines));
}

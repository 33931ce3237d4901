// Blocks become elements of a page; links lead to the web or to mail, and pictures are named instead of loaded.

import type { Element, ElementContent } from "hast";
import { TURNING } from "../../diagnostic/unseen.ts";
import type { Block, Inline } from "../blocks.ts";
import { renderJson } from "../json/json.ts";
import { authoredBlocks } from "../markdown/authored.ts";
import { linkTarget } from "../markdown/markdown-text.ts";
import { languageMark } from "../page.ts";
import { h } from "./element.ts";

export function blocksToHtml(blocks: readonly Block[]): ElementContent[] {
  return blocks.flatMap(blockToHtml);
}

/** Controls are shown, as are signs that turn the direction of the text around them. */
export function shownText(text: string): string {
  return text.toWellFormed().replace(REPLACED, (sign) => {
    const code = sign.codePointAt(0) ?? 0;
    return code < 0x20 ? String.fromCodePoint(0x2400 + code) : "\ufffd";
  });
}

const REPLACED = new RegExp(`(?![\\t\\n])\\p{Cc}|[${TURNING}]|\\p{Noncharacter_Code_Point}`, "gu");

/** The mark takes no line of its own, but where the content ends in something that has no lines of words. */
export function markedAtEnd(content: readonly ElementContent[], mark: Element | undefined): ElementContent[] {
  if (mark === undefined) return [...content];
  const last = content.at(-1);
  if (last?.type !== "element" || !LINED.has(last.tagName)) return [...content, { type: "text", value: " " }, mark];
  return [...content.slice(0, -1), { ...last, children: markedAtEnd(last.children, mark) }];
}

const LINED: ReadonlySet<string> = new Set(["p", "ul", "ol", "li", "blockquote"]);

function blockToHtml(block: Block): ElementContent[] {
  switch (block.kind) {
    case "comment":
      return [];
    case "heading":
      return [h("p", h("strong", inlinesToHtml(block.content)))];
    case "paragraph":
      return [h("p", inlinesToHtml(block.content))];
    case "list": {
      const items = block.items.map((item) => h("li", tight(blocksToHtml(item))));
      return [block.start === undefined ? h("ul", items) : h("ol", { start: block.start }, items)];
    }
    case "quote":
      return [h("blockquote", blocksToHtml(block.blocks))];
    case "code":
      return [h("pre", h("code", shownText(block.text)))];
    case "json":
      return [h("pre", shownText(renderJson(block.value).trimEnd()))];
    case "table": {
      const row = (cells: readonly (readonly Inline[])[], name: "td" | "th"): Element =>
        h(
          "tr",
          cells.map((cell) => h(name, inlinesToHtml(cell))),
        );
      const rows = Array.from(block.rows, (cells) => row(cells, "td"));
      const head = h("thead", row(block.header, "th"));
      return [h("div", { className: ["wide"], tabIndex: 0 }, h("table", [head, h("tbody", rows)]))];
    }
    case "authored": {
      const lead = block.lead === undefined || block.lead.length === 0 ? [] : [h("p", inlinesToHtml(block.lead))];
      const content = blocksToHtml(authoredBlocks(block.source));
      return block.language === undefined ? [...lead, ...content] : [...lead, foreign("div", block.language, content)];
    }
    default:
      return block satisfies never;
  }
}

/** An item that is one paragraph needs none. */
function tight(nodes: ElementContent[]): ElementContent[] {
  const [only] = nodes;
  return nodes.length === 1 && only?.type === "element" && only.tagName === "p" ? only.children : nodes;
}

export function inlinesToHtml(inlines: readonly Inline[]): ElementContent[] {
  return inlines.flatMap(inlineToHtml);
}

function inlineToHtml(inline: Inline): ElementContent[] {
  switch (inline.kind) {
    case "text":
      return [{ type: "text", value: shownText(inline.text) }];
    case "code":
      return [h("code", shownText(inline.text))];
    case "strong":
      return [h("strong", inlinesToHtml(inline.content))];
    case "emphasis":
      return [h("em", inlinesToHtml(inline.content))];
    case "strike":
      return [h("del", inlinesToHtml(inline.content))];
    case "link": {
      // Links within the page are made by this project alone.
      const target = inline.url.startsWith("#") ? inline.url : linkTarget(inline.url);
      const content = inlinesToHtml(inline.content);
      if (target === undefined) return content;
      return [h("a", { href: target }, content)];
    }
    case "image": {
      const target = linkTarget(inline.url);
      const words = shownText(inline.alt === "" ? inline.url : inline.alt);
      return target === undefined ? [{ type: "text", value: words }] : [h("a", { href: target }, words)];
    }
    case "break":
      return [h("br")];
    case "foreign":
      return [foreign("span", inline.language, inlinesToHtml(inline.content))];
    case "authored":
      return blocksToHtml(authoredBlocks(inline.source));
    default:
      return inline satisfies never;
  }
}

/** Words in another language than those around them, and which language that is. */
function foreign(name: "div" | "span", language: string, content: ElementContent[]): Element {
  return h(name, { lang: language }, markedAtEnd(content, languageMark(language)));
}

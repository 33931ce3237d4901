// A document becomes a fragment of HTML: elements without script or style sheet.
import type { ElementContent, Nodes } from "hast";
import { toHtml } from "hast-util-to-html";
import type { Document, Inline } from "../document/blocks.ts";
import { commentText, jsonText, SITE_SIGNS, visible } from "../document/shown-text.ts";
import { h } from "./element.ts";
import { blockNodes, type HtmlStyle, inlineNodes, type Prose } from "./html-blocks.ts";

/** One element, with a class that sites style it by. */
export function renderHtml({ language, blocks }: Document): string {
  const inner: string[] = [];
  let comment = "";
  for (const block of blocks) {
    if (block.kind === "comment") comment += `${print({ type: "comment", value: ` ${commentText(block.text)} ` })}\n`;
    else for (const node of blockNodes([block], FRAGMENT)) inner.push(print(node));
  }
  const [open = "", close = ""] = print(h("div", { className: ["errtable"], lang: language }, "\n")).split("\n");
  return `${comment}${open}\n${inner.join("\n")}\n${close}\n`;
}

/** Braces of template languages and invisible signs become character references. */
function print(node: Nodes): string {
  return toHtml(node).replace(SITE_SIGNS, (sign) => `&#${sign.codePointAt(0)};`);
}

const LINE_END: ElementContent = { type: "text", value: "\n" };

const FRAGMENT: HtmlStyle = {
  shown: visible,
  // A change of one row or item changes few lines.
  children: (nodes) => [...nodes.flatMap((node) => [LINE_END, node]), LINE_END],
  start: (first) => (first === 1 ? {} : { start: first }),
  afterWords: ["list"],
  headerCell: { scope: "col" },
  table: (table) => table,
  code(text, syntax) {
    const lines = visible(text).replace(/\r\n?/g, "\n").trimEnd();
    return h("pre", h("code", syntax === undefined ? {} : { className: [`language-${syntax}`] }, lines));
  },
  json: (value) => FRAGMENT.code(jsonText(value), "json"),
  prose: proseNodes,
  image(target, { alt }) {
    const words = visible(alt);
    return target === undefined ? { type: "text", value: words } : h("img", { src: target, alt: words });
  },
  foreign({ language, quiet }, content) {
    const span = h("span", { lang: language }, content);
    return quiet === true ? [span] : [span, ...markNodes(language)];
  },
};

/** The lead is in the document's language, the blocks may be in another. */
function proseNodes({ blocks, lead = [], language }: Prose): ElementContent[] {
  const [first, ...rest] = blocks;
  const led = first?.kind === "paragraph" ? first.content : [];
  const words: readonly Inline[] =
    language === undefined || led.length === 0 ? led : [{ kind: "foreign", language, quiet: true, content: led }];
  const line = [...lead, ...words];
  const nodes: ElementContent[] = line.length === 0 ? [] : [h("p", inlineNodes(line, FRAGMENT))];
  const others = blockNodes(first?.kind === "paragraph" ? rest : blocks, FRAGMENT);
  if (language === undefined) return [...nodes, ...others];
  for (const node of others) {
    // Code has no language.
    if (node.type === "element" && node.tagName !== "pre") node.properties = { lang: language, ...node.properties };
    nodes.push(node);
  }
  const last = nodes.at(-1);
  if (last?.type !== "element") return nodes;
  if (last.tagName === "p") last.children.push(...markNodes(language));
  else nodes.push(h("p", markNodes(language).slice(1)));
  return nodes;
}

/** The visible mark of words in another language. */
function markNodes(language: string): ElementContent[] {
  return [{ type: "text", value: " " }, h("em", `(${language})`)];
}

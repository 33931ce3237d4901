// A page becomes one file of HTML that loads nothing: its policy allows its own script and style alone, by their digests.
import { createHash } from "node:crypto";
import type { Element, ElementContent, Root } from "hast";
import { type Options, toHtml } from "hast-util-to-html";
import { TURNING } from "../../diagnostic/unseen.ts";
import type { Page } from "../document/page.ts";
import { renderJson } from "../json/json.ts";
import { escapeUnit } from "../json/json-strings.ts";
import type { Json } from "../json/value.ts";
import { h, languageMark } from "./element.ts";
import { blockNodes, type HtmlStyle, inlineNodes } from "./html-blocks.ts";

export function renderPage(page: Page): string {
  const { language, direction, title, style, script, data } = page;
  const policy = [
    "default-src 'none'",
    `script-src ${digest(script)}`,
    `style-src ${digest(style)}`,
    "img-src data:",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
  ];
  const head = [
    h("meta", { charSet: "utf-8" }),
    h("meta", { httpEquiv: "Content-Security-Policy", content: policy.join("; ") }),
    h("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
    h("meta", { name: "referrer", content: "no-referrer" }),
    h("link", { rel: "icon", href: ICON }),
    h("title", shownText(title)),
    h("style", style),
  ];
  const body = [
    ...page.body.flatMap(withBlocks),
    // JSON without signs that would end a script or begin a comment.
    h(
      "script",
      { type: "application/json", id: page.dataId },
      linedJson(data, DATA_DEPTH).replace(/[<>&\u2028\u2029]/g, escapeUnit),
    ),
    h("script", script),
  ];
  const root: Root = {
    type: "root",
    children: [
      { type: "doctype" },
      h("html", { lang: language, dir: direction }, [h("head", onLines(head)), h("body", onLines(body))]),
    ],
  };
  return `${toHtml(root, HTML)}\n`;
}

/** With every quote and every closing tag, which some formatters and linters need to parse it. */
const HTML: Options = {
  quoteSmart: true,
  allowDangerousCharacters: true,
  characterReferences: { useShortestReferences: true },
};

const ICON =
  "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><rect width='9' height='9' rx='2' fill='%234f46e5'/><path d='M4 2h1v3H4zm0 4h1v1H4z' fill='%23fff'/></svg>";

function digest(text: string): string {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}

/** The depth at which the data has an entry per error. */
const DATA_DEPTH = 3;

/** JSON with a line for each value of its outer levels, so that a change of one of them is a change of one line. */
function linedJson(value: Json, depth: number): string {
  if (depth === 0 || typeof value !== "object" || value === null) return JSON.stringify(value);
  const lines = Array.isArray(value)
    ? value.map((item: Json) => linedJson(item, depth - 1))
    : Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}:${linedJson(item as Json, depth - 1)}`);
  const [open, close] = Array.isArray(value) ? "[]" : "{}";
  return lines.length === 0 ? `${open}${close}` : `${open}\n${lines.join(",\n")}\n${close}`;
}

/** One line for each, so that a change of one error is a change of one line. */
function onLines(nodes: ElementContent[]): ElementContent[] {
  return nodes.flatMap((node) => [{ type: "text", value: "\n" } as const, node]);
}

function withBlocks(node: ElementContent): ElementContent[] {
  switch (node.type) {
    case "blocks":
      return markedAtEnd(blockNodes(node.blocks, PAGE), node.mark);
    case "inlines":
      return inlineNodes(node.inlines, PAGE);
    case "text":
      return [{ type: "text", value: shownText(node.value) }];
    case "element": {
      const children = node.children.flatMap(withBlocks);
      const [only] = children;
      // An element around one paragraph becomes that paragraph.
      const isParagraph =
        node.tagName === "div" && children.length === 1 && only?.type === "element" && only.tagName === "p";
      return [isParagraph ? { ...only, properties: node.properties } : { ...node, children }];
    }
    default:
      return [];
  }
}

/** Links lead to the web or to mail, and pictures are named instead of loaded. */
const PAGE: HtmlStyle = {
  shown: shownText,
  children: (nodes) => [...nodes],
  start: (first) => ({ start: first }),
  afterWords: [],
  headerCell: {},
  table: (table) => h("div", { className: ["wide"], tabIndex: 0 }, table),
  code: (text) => h("pre", h("code", shownText(text))),
  json: (value) => h("pre", shownText(renderJson(value).trimEnd())),
  prose({ blocks, lead = [], language }) {
    const led = lead.length === 0 ? [] : [h("p", inlineNodes(lead, PAGE))];
    const content = blockNodes(blocks, PAGE);
    return [...led, ...(language === undefined ? content : [foreign("div", language, content)])];
  },
  image(target, { alt, url }) {
    const words = shownText(alt === "" ? url : alt);
    return target === undefined ? { type: "text", value: words } : h("a", { href: target }, words);
  },
  foreign: ({ language }, content) => [foreign("span", language, content)],
};

/** Controls become visible, and so do signs that change the direction of the text around them. */
function shownText(text: string): string {
  return text.toWellFormed().replace(REPLACED, (sign) => {
    const code = sign.codePointAt(0) ?? 0;
    return code < 0x20 ? String.fromCodePoint(0x2400 + code) : "\ufffd";
  });
}

const REPLACED = new RegExp(`(?![\\t\\n])\\p{Cc}|[${TURNING}]|\\p{Noncharacter_Code_Point}`, "gu");

/** Words in another language than the words around them, with a mark. */
function foreign(name: "div" | "span", language: string, content: ElementContent[]): Element {
  return h(name, { lang: language }, markedAtEnd(content, languageMark(language)));
}

/** The mark stands on the last line of words; on a line of its own where the content ends in another element. */
function markedAtEnd(content: readonly ElementContent[], mark: Element | undefined): ElementContent[] {
  if (mark === undefined) return [...content];
  const last = content.at(-1);
  if (last?.type !== "element" || !LINED.has(last.tagName)) return [...content, { type: "text", value: " " }, mark];
  return [...content.slice(0, -1), { ...last, children: markedAtEnd(last.children, mark) }];
}

const LINED: ReadonlySet<string> = new Set(["p", "ul", "ol", "li", "blockquote"]);

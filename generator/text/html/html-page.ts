// A page becomes one file of HTML that loads nothing: its policy allows its own script and style alone, by their digests.
import { createHash } from "node:crypto";
import type { ElementContent, Root } from "hast";
import { type Options, toHtml } from "hast-util-to-html";
import type { Page } from "../document/page.ts";
import type { Json } from "../json/value.ts";
import { h } from "./element.ts";
import { blocksToHtml, inlinesToHtml, markedAtEnd, shownText } from "./html-blocks.ts";

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
    h("script", { type: "application/json", id: page.dataId }, scriptJson(data)),
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

/** In attributes, current browsers need references only for the signs that end the value. */
const HTML: Options = {
  omitOptionalTags: true,
  preferUnquoted: true,
  quoteSmart: true,
  allowDangerousCharacters: true,
  characterReferences: { useShortestReferences: true },
};

const ICON =
  "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><rect width='9' height='9' rx='2' fill='%234f46e5'/><path d='M4 2h1v3H4zm0 4h1v1H4z' fill='%23fff'/></svg>";

function digest(text: string): string {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}

/** JSON without signs that would end a script or begin a comment. */
function scriptJson(data: Json): string {
  return JSON.stringify(data).replace(
    /[<>&\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** One line for each, so that a change of one error is a change of one line. */
function onLines(nodes: ElementContent[]): ElementContent[] {
  return nodes.flatMap((node) => [{ type: "text", value: "\n" } as const, node]);
}

function withBlocks(node: ElementContent): ElementContent[] {
  switch (node.type) {
    case "blocks":
      return markedAtEnd(blocksToHtml(node.blocks), node.mark);
    case "inlines":
      return inlinesToHtml(node.inlines);
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

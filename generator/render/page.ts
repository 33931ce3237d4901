// A page becomes one file of HTML that asks for nothing: what it may run and look like is named by digests in its policy.
import { createHash } from "node:crypto";
import type { ElementContent, Root } from "hast";
import { toHtml } from "hast-util-to-html";
import type { Json } from "../model/json.ts";
import type { Page } from "../page.ts";
import { h } from "../page.ts";
import { readAuthored } from "./authored.ts";
import { blocksToHtml, inlinesToHtml, shownText } from "./page-blocks.ts";

export async function renderPage(page: Page): Promise<string> {
  await readAuthored(page.authored);
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
    h("meta", { name: "color-scheme", content: "light dark" }),
    h("meta", { name: "referrer", content: "no-referrer" }),
    h("link", { rel: "icon", href: ICON }),
    h("title", shownText(title)),
    h("style", style),
  ];
  const body = [
    ...page.body.flatMap(withBlocks),
    h("script", { type: "application/json", id: "-data" }, scriptJson(data)),
    h("script", script),
  ];
  const root: Root = {
    type: "root",
    children: [
      { type: "doctype" },
      h("html", { lang: language, dir: direction }, [h("head", onLines(head)), h("body", onLines(body))]),
    ],
  };
  return `${toHtml(root, { omitOptionalTags: true, preferUnquoted: true, quoteSmart: true })}\n`;
}

const ICON =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Crect width='16' height='16' rx='4' fill='%234f46e5'/%3E%3Cpath d='M8 3.5v5.5M8 11v1.5' stroke='%23fff' stroke-width='2'/%3E%3C/svg%3E";

function digest(text: string): string {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}

/** JSON with another spelling for what would end a script or begin a comment. */
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
      return blocksToHtml(node.blocks);
    case "inlines":
      return inlinesToHtml(node.inlines);
    case "text":
      return [{ type: "text", value: shownText(node.value) }];
    case "element":
      return [{ ...node, children: node.children.flatMap(withBlocks) }];
    default:
      return [];
  }
}

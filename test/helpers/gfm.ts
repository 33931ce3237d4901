// Markdown becomes the tree that GFM's parser makes of it, and what readers see of that tree.
import type { Nodes, Root } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";

export function parseGfm(markdown: string): Root {
  return fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
}

/** Every node of a tree, parents first. */
export function allNodes(node: Nodes): readonly Nodes[] {
  return [node, ...("children" in node ? node.children.flatMap((child) => allNodes(child)) : [])];
}

/** What a reader sees of the node: texts and code, nothing of elements but that they may break a line. */
export function seenText(node: Nodes): string {
  if (node.type === "html") return node.value === "<br />" ? "\n" : "";
  if (node.type === "break") return "\n";
  if ("value" in node) return node.value;
  return "children" in node ? node.children.map(seenText).join("") : "";
}

/** Elements that the tool itself writes; any other is a break-out. */
export function foreignHtml(root: Root): readonly string[] {
  const own = /^(?:<a id="[^"<>]*">|<\/a>|<code v-pre>|<\/code>|<span v-pre>|<\/span>|<br \/>|<!-- [^<>]* -->)$/;
  return allNodes(root).flatMap((node) => (node.type === "html" && !own.test(node.value) ? [node.value] : []));
}

/** The links and pictures whose addresses browsers take for something else than pages and letters; they go nowhere if they are broken. */
export function unsafeLinks(root: Root): readonly string[] {
  const base = "https://page.example/";
  const isSafe = (url: string) => !URL.canParse(url, base) || /^(?:https?|mailto):$/.test(new URL(url, base).protocol);
  return allNodes(root).flatMap((node) => {
    if (node.type !== "link" && node.type !== "image") return [];
    return isSafe(node.url) ? [] : [node.url];
  });
}

// GFM from tables becomes blocks that cannot leave their place: HTML becomes text, headings become strong words, references
// become links; rules, and addresses that a browser would run, are dropped.
import type { ListItem, Nodes, PhrasingContent, RootContent } from "mdast";
import type { Block, Cell, Inline } from "../document/blocks.ts";
import { linkTarget } from "../document/shown-text.ts";
import { parseGfm } from "./gfm-library.ts";
import { simpleMarkdown } from "./simple-markdown.ts";

export function readMarkdown(markdown: string): readonly Block[] {
  return simpleMarkdown(markdown) ?? parseMarkdown(markdown);
}

export function parseMarkdown(markdown: string): readonly Block[] {
  if (isTooMuch(markdown)) return plainParagraphs(markdown);
  const root = parseGfm(markdown);
  const targets = new Map<string, string>();
  for (const node of root.children) collectTargets(node, targets);
  return blocksOf(root.children, targets);
}

/** The parser takes quadratic time on some texts, and recursion overflows the stack; real descriptions are not like that. */
function isTooMuch(markdown: string): boolean {
  if (markdown.length > 16_384 || DEEP.test(markdown)) return true;
  return markdown.length > MOST_MARKS && (markdown.match(MARK) ?? []).length > MOST_MARKS;
}

const DEEP = /^(?:[ \t]*(?:[>*+-]|\d{1,9}[.)])){24}/m;
const MARK = /[*~<[]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g;
const MOST_MARKS = 2048;

type Targets = ReadonlyMap<string, string>;
/** The open marks around a text: a mark within its like is left out. */
type Marks = readonly ("strong" | "emphasis" | "strike")[];

function plainParagraphs(markdown: string): readonly Block[] {
  return markdown.split(/\n[ \t]*\n/).flatMap((lines) => paragraphOf([textOf(lines)]));
}

function collectTargets(node: Nodes, targets: Map<string, string>): void {
  if (node.type === "definition" && !targets.has(node.identifier)) targets.set(node.identifier, node.url);
  if ("children" in node) for (const child of node.children) collectTargets(child, targets);
}

function blocksOf(nodes: readonly RootContent[], targets: Targets): readonly Block[] {
  const blocks: Block[] = [];
  for (const block of nodes.flatMap((node) => blockOf(node, targets))) {
    const last = blocks.at(-1);
    // Two lists in a row would need different markers.
    if (block.kind === "list" && last?.kind === "list" && (block.start === undefined) === (last.start === undefined))
      blocks[blocks.length - 1] = { ...last, items: [...last.items, ...block.items] };
    else blocks.push(block);
  }
  return blocks;
}

function blockOf(node: RootContent, targets: Targets): readonly Block[] {
  switch (node.type) {
    case "paragraph":
      return paragraphOf(inlinesOf(node.children, targets, []));
    case "heading": {
      const content = inlinesOf(node.children, targets, ["strong"]);
      return content.length === 0 ? [] : [{ kind: "paragraph", content: [{ kind: "strong", content }] }];
    }
    case "blockquote": {
      const blocks = blocksOf(node.children, targets);
      return blocks.length === 0 ? [] : [{ kind: "quote", blocks }];
    }
    case "list": {
      const items = node.children.map((item) => itemOf(item, targets)).filter((item) => item.length > 0);
      if (items.length === 0) return [];
      return [node.ordered === true ? { kind: "list", start: node.start ?? 1, items } : { kind: "list", items }];
    }
    case "code": {
      const syntax = /^[\w+#.-]{1,32}$/.exec(node.lang ?? "")?.[0];
      return [{ kind: "code", ...(syntax === undefined ? {} : { syntax }), text: node.value }];
    }
    case "table": {
      const [header = [], ...rows] = node.children.map((row): readonly Cell[] =>
        // GFM ignores cells beyond the columns of the header.
        row.children.slice(0, node.children[0]?.children.length).map((cell) => inlinesOf(cell.children, targets, [])),
      );
      return [{ kind: "table", header, rows }];
    }
    case "footnoteDefinition":
      return [...paragraphOf([textOf(`[^${node.identifier}]:`)]), ...blocksOf(node.children, targets)];
    case "html":
      return paragraphOf([textOf(node.value)]);
    default:
      return [];
  }
}

function itemOf(item: ListItem, targets: Targets): readonly Block[] {
  const blocks = blocksOf(item.children, targets);
  if (typeof item.checked !== "boolean") return blocks;
  const box = textOf(item.checked ? "[x] " : "[ ] ");
  const [first, ...rest] = blocks;
  if (first?.kind !== "paragraph") return [{ kind: "paragraph", content: [box] }, ...blocks];
  return [{ kind: "paragraph", content: [box, ...first.content] }, ...rest];
}

function inlinesOf(nodes: readonly PhrasingContent[], targets: Targets, marks: Marks): readonly Inline[] {
  return nodes.flatMap((node) => inlineOf(node, targets, marks));
}

function inlineOf(node: PhrasingContent, targets: Targets, marks: Marks): readonly Inline[] {
  switch (node.type) {
    case "text":
    case "html":
      return [textOf(node.value)];
    case "inlineCode":
      return node.value === "" ? [] : [{ kind: "code", text: node.value.replaceAll("\n", " ") }];
    case "emphasis":
    case "strong":
    case "delete": {
      const kind = node.type === "delete" ? "strike" : node.type;
      if (marks.includes(kind)) return inlinesOf(node.children, targets, marks);
      const content = inlinesOf(node.children, targets, [...marks, kind]);
      return content.length === 0 ? [] : [{ kind, content }];
    }
    case "link":
      return linkOf(node.url, inlinesOf(node.children, targets, marks));
    case "linkReference":
      return linkOf(targets.get(node.identifier) ?? "", inlinesOf(node.children, targets, marks));
    case "image":
      return imageOf(node.url, node.alt ?? "");
    case "imageReference":
      return imageOf(targets.get(node.identifier) ?? "", node.alt ?? "");
    case "footnoteReference":
      return [textOf(`[^${node.identifier}]`)];
    case "break":
      return [{ kind: "break" }];
    default:
      return [];
  }
}

function linkOf(address: string, content: readonly Inline[]): readonly Inline[] {
  const url = linkTarget(address);
  if (url === undefined) return content;
  return [{ kind: "link", url, content: content.length === 0 ? [textOf(url)] : content }];
}

function imageOf(address: string, alt: string): readonly Inline[] {
  const url = linkTarget(address);
  if (url !== undefined) return [{ kind: "image", url, alt: oneLine(alt) }];
  return alt === "" ? [] : [textOf(alt)];
}

/** Removes breaks that begin a line of nothing, and spaces at the ends, which are left where markup beside them was dropped. */
function paragraphOf(written: readonly Inline[]): readonly Block[] {
  const content = written.filter(
    ({ kind }, index) => kind !== "break" || !["break", undefined].includes(written[index - 1]?.kind),
  );
  const trimmed = content.flatMap((inline, index): readonly Inline[] => {
    if (inline.kind !== "text") return [inline];
    const begun = index === 0 ? inline.text.replace(/^ +/, "") : inline.text;
    const text = index === content.length - 1 ? begun.replace(/ +$/, "") : begun;
    return text === "" ? [] : [{ kind: "text", text }];
  });
  return trimmed.length === 0 ? [] : [{ kind: "paragraph", content: trimmed }];
}

function textOf(text: string): Inline {
  return { kind: "text", text: oneLine(text) };
}

function oneLine(text: string): string {
  return text.replace(/[ \t\r\n]+/g, " ");
}

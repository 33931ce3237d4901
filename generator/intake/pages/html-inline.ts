// The tags and texts of a cell become words with their marks; the result is plain text and Markdown.
import type { Inline } from "../../text/document/blocks.ts";
import { linkTarget } from "../../text/document/shown-text.ts";
import { inlineText } from "../../text/markdown/markdown-inline.ts";
import type { FoundCell } from "./found-grid.ts";
import type { HtmlToken } from "./html-tokens.ts";

/** Collects the words of one cell. */
export interface InlineSink {
  add(token: HtmlToken): void;
  cell(): FoundCell;
}

interface Open {
  readonly name: string;
  readonly content: Inline[];
  readonly url?: string;
}

export function inlineSink(): InlineSink {
  const root: Open = { name: "", content: [] };
  const stack: Open[] = [root];
  const close = (name: string): void => {
    const from = stack.findLastIndex((open) => open.name === name);
    while (from > 0 && stack.length > from) {
      const open = stack.pop();
      const inline = open && inlineOf(open);
      if (inline !== undefined) stack.at(-1)?.content.push(...inline);
    }
  };
  return {
    add(token) {
      const top = stack.at(-1) ?? root;
      if (token.kind === "text") top.content.push({ kind: "text", text: token.text.replaceAll(/\s+/g, " ") });
      else if (BREAKS.has(token.name)) top.content.push({ kind: "break" });
      else if (token.kind === "close") close(token.name);
      else if (kindOf(token.name) !== undefined && stack.length < MOST_MARKS) {
        const url = token.attributes.get("href");
        stack.push({ name: token.name, content: [], ...(url === undefined ? {} : { url }) });
      }
    },
    cell() {
      while (stack.length > 1) close(stack.at(-1)?.name ?? "");
      return cellOf(root.content);
    },
  };
}

const MOST_MARKS = 8;
const BREAKS = new Set(["br", "p", "div", "li", "ul", "ol", "dt", "dd", "section", "tr", "td", "th", "hr"]);

const KINDS: Readonly<Record<string, "code" | "strong" | "emphasis" | "link">> = {
  ...{ code: "code", tt: "code", kbd: "code", samp: "code", pre: "code" },
  ...{ b: "strong", strong: "strong", i: "emphasis", em: "emphasis", a: "link" },
};

function kindOf(name: string) {
  return Object.hasOwn(KINDS, name) ? KINDS[name] : undefined;
}

function inlineOf({ name, content, url = "" }: Open): readonly Inline[] | undefined {
  const kind = kindOf(name);
  if (content.length === 0 || kind === undefined) return content;
  switch (kind) {
    case "code": {
      const text = plainText(content).trim();
      return text === "" ? [] : [{ kind, text }];
    }
    case "link": {
      const target = /^https?:/i.test(url) ? linkTarget(url) : undefined;
      return target === undefined ? content : [{ kind, url: target, content }];
    }
    case "strong":
    case "emphasis":
      return [{ kind, content }];
    default:
      return kind satisfies never;
  }
}

/** The same words as plain text and as Markdown; a line of the cell becomes a paragraph. */
export function cellOf(content: readonly Inline[]): FoundCell {
  const lines = linesOf(content).filter((line) => /\S/.test(plainText(line)));
  const plain = lines.map((line) =>
    plainText(line)
      .replaceAll(/[\s\u200b]+/g, " ")
      .trim(),
  );
  const markdown = lines.map((line) => inlineText(trimmed(line), "gfm").trim());
  return { plain: plain.join("\n"), markdown: markdown.join("\n\n") };
}

function linesOf(content: readonly Inline[]): readonly (readonly Inline[])[] {
  const lines: Inline[][] = [[]];
  for (const inline of content) {
    if (inline.kind === "break") lines.push([]);
    else lines.at(-1)?.push(inline);
  }
  return lines;
}

/** Without blanks at the ends, which HTML does not show. */
function trimmed(line: readonly Inline[]): readonly Inline[] {
  return line.flatMap((inline, index): readonly Inline[] => {
    if (inline.kind !== "text") return [inline];
    const begun = index === 0 ? inline.text.trimStart() : inline.text;
    const text = index === line.length - 1 ? begun.trimEnd() : begun;
    return text === "" ? [] : [{ kind: "text", text }];
  });
}

function plainText(content: readonly Inline[]): string {
  return content.map(plainOf).join("");
}

function plainOf(inline: Inline): string {
  switch (inline.kind) {
    case "text":
    case "code":
      return inline.text;
    case "strong":
    case "emphasis":
    case "strike":
    case "link":
    case "foreign":
      return plainText(inline.content);
    case "image":
      return inline.alt;
    case "break":
      return "\n";
    case "prose":
      return "";
    default:
      return inline satisfies never;
  }
}

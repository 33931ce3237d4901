// Blocks become reStructuredText as docutils and Sphinx read it.
import type { Block, Cell, Document } from "../document/blocks.ts";
import { codeLines } from "../document/inline-lines.ts";
import { cellBlocks, proseBlocks, withoutProse } from "../document/prose.ts";
import { codeBlockText, commentText, jsonText, visible } from "../document/shown-text.ts";
import { inlineLines, targetName } from "./rst-inline.ts";

export function renderRst({ blocks, adornments = ADORNMENTS }: Document): string {
  return `${blocksText(blocks, { names: new Set(), adornments })}\n`;
}

interface BlockPlace {
  /** Names of sections in lower case, as docutils compares them. */
  readonly names: Set<string>;
  /** The signs under headings, by level. */
  readonly adornments: readonly string[];
}

/** The order that Sphinx's own pages use. */
export const ADORNMENTS: readonly string[] = ["=", "-", "~", "^", '"', "'"];

function blocksText(blocks: Iterable<Block>, place: BlockPlace): string {
  const texts: string[] = [];
  let above: Block | undefined;
  for (const block of blocks) {
    const text = blockText(block, place);
    if (text === "") continue;
    // An indented block belongs to the block above it, unless a comment stands between them.
    const apart = above?.kind === "list" || above?.kind === "quote" || above?.kind === "code" || above?.kind === "json";
    const joins = apart
      ? block.kind === "quote" || block.kind === "list"
      : above === undefined && block.kind === "quote";
    texts.push(joins ? `..\n\n${text}` : text);
    above = block;
  }
  return texts.join("\n\n");
}

function blockText(block: Block, place: BlockPlace): string {
  switch (block.kind) {
    case "comment":
      return `.. ${commentText(block.text)}`;
    case "heading":
      return headingText(block, place);
    case "paragraph": {
      const lines = inlineLines(block.content);
      if (lines.length === 1) return lines[0] ?? "";
      return lines.map((line) => (line === "" ? "|" : hanging("| ", line))).join("\n");
    }
    case "list":
      return block.items
        .map((item, index) => {
          const marker = block.start === undefined ? "- " : `${block.start + index}. `;
          return hanging(marker, blocksText(withoutProse(item), place));
        })
        .join("\n\n");
    case "quote": {
      const inner = blocksText(block.blocks, place);
      return inner === "" ? "" : indent(inner, 3);
    }
    case "code":
      return literalText(block.text, block.syntax);
    case "json":
      return literalText(jsonText(block.value), "json");
    case "table":
      return tableText(block, place);
    case "prose":
      return blocksText(proseBlocks(block), place);
    default:
      return block satisfies never;
  }
}

function headingText(
  { level, anchor, content }: Extract<Block, { kind: "heading" }>,
  { names, adornments }: BlockPlace,
): string {
  const title = inlineLines(content).join(" ").replaceAll("\n", " ");
  if (title === "") return "";
  const heading = `${title}\n${(adornments[level - 1] ?? adornments.at(-1) ?? "'").repeat(Math.max(4, title.replace(/[^ -~]/g, "??").length))}`;
  const name = anchor === undefined ? "" : targetName(anchor);
  const folded = name.toLowerCase();
  if (name === "" || names.has(folded)) return heading;
  names.add(folded);
  return `.. _\`${name}\`:\n\n${heading}`;
}

/** A text behind its marker, and all of its further lines below its beginning. */
function hanging(marker: string, text: string): string {
  return text === "" ? marker.trimEnd() : marker + indent(text, marker.length).trimStart();
}

function indent(text: string, width: number): string {
  return text.replace(/^(?=.)/gm, " ".repeat(width));
}

/** All highlighters know these names; an unknown name is a warning. */
const LANGUAGES = new Set(
  "bash c console cpp css diff go html http ini java javascript json php python ruby rust shell sql text toml typescript xml yaml".split(
    " ",
  ),
);

/** A literal block shows its text as it is, but for a common indentation of all lines. */
function literalText(text: string, syntax: string | undefined): string {
  const lines = codeBlockText(visible(text));
  if (lines.trim() === "") return "";
  if (/^\s/.test(lines) || /[\t\u2028\u2029]/.test(lines))
    return blockText(
      { kind: "paragraph", content: codeLines(lines.replaceAll("\t", "    ")) },
      { names: new Set(), adornments: [] },
    );
  const language = syntax !== undefined && LANGUAGES.has(syntax) ? syntax : "text";
  return `.. code-block:: ${language}\n\n${indent(lines, 3)}`;
}

/** docutils refuses a table of a header alone. */
function tableText({ header, rows, widths }: Extract<Block, { kind: "table" }>, place: BlockPlace): string {
  const texts = Array.from(rows, (row) =>
    rowText(
      header.map((_, column) => row[column] ?? []),
      place,
    ),
  );
  if (header.length === 0) return "";
  const options = [`:header-rows: ${texts.length === 0 ? 0 : 1}`, `:widths: ${widths?.join(" ") ?? "auto"}`];
  const head = [".. list-table::", ...options.map((option) => `   ${option}`), ""];
  return [...head, indent([rowText(header, place), ...texts].join("\n"), 3)].join("\n");
}

function rowText(cells: readonly Cell[], place: BlockPlace): string {
  const texts = cells.map((cell) => hanging("- ", blocksText(cellBlocks(cell), place)));
  return hanging("* ", texts.join("\n"));
}

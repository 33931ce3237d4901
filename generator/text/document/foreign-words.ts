// Blocks are searched for words with a visible mark of another language.
import type { Block, Inline } from "./blocks.ts";

export function hasForeignWords(blocks: Iterable<Block>): boolean {
  for (const block of blocks) if (isForeignBlock(block)) return true;
  return false;
}

function isForeignBlock(block: Block): boolean {
  switch (block.kind) {
    case "heading":
    case "paragraph":
      return block.content.some(isForeign);
    case "list":
      return block.items.some(hasForeignWords);
    case "quote":
      return hasForeignWords(block.blocks);
    case "table":
      for (const row of block.rows) if (row.some((cell) => cell.some(isForeign))) return true;
      return false;
    default:
      return block.kind === "prose" && block.language !== undefined;
  }
}

function isForeign(inline: Inline): boolean {
  return inline.kind === "foreign" && inline.quiet !== true;
}

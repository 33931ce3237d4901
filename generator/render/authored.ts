// Markdown that people wrote becomes blocks: each text is read once, and by the parser only where it needs one.
import { type Authored, type Block, walk } from "../blocks.ts";
import { simpleMarkdown } from "./simple-markdown.ts";

/** The texts of these blocks are known afterwards. */
export async function readAuthored(blocks: readonly Block[]): Promise<void> {
  const waiting = new Set<Authored>();
  walk(blocks, (node) => {
    if (node.kind === "authored") visitSource(node.source, waiting);
  });
  if (waiting.size === 0) return;
  const { parseMarkdown } = await import("./gfm-parser.ts");
  for (const source of waiting) known.set(source, parseMarkdown(source.markdown));
}

export function authoredBlocks(source: Authored): readonly Block[] {
  const blocks = known.get(source);
  if (blocks === undefined) throw new Error("A text was rendered that had not been read.");
  return blocks;
}

const known = new WeakMap<Authored, readonly Block[]>();

function visitSource(source: Authored, waiting: Set<Authored>): void {
  if (known.has(source)) return;
  const blocks = simpleMarkdown(source.markdown);
  if (blocks === undefined) waiting.add(source);
  else known.set(source, blocks);
}

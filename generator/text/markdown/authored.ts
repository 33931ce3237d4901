// Markdown that people wrote becomes blocks: each text is read once, and by the parser only where it needs one.
import type { Authored, Block } from "../blocks.ts";
import { simpleMarkdown } from "./simple-markdown.ts";

/** What these texts hold is known afterwards. */
export async function readAuthored(sources: Iterable<Authored>): Promise<void> {
  const waiting: Authored[] = [];
  for (const source of sources) {
    if (known.has(source)) continue;
    const blocks = simpleMarkdown(source.markdown);
    if (blocks === undefined) waiting.push(source);
    else known.set(source, blocks);
  }
  if (waiting.length === 0) return;
  const { parseMarkdown } = await import("./gfm-parser.ts");
  for (const source of waiting) known.set(source, parseMarkdown(source.markdown));
}

export function authoredBlocks(source: Authored): readonly Block[] {
  const blocks = known.get(source);
  if (blocks === undefined) throw new Error("A text was printed that its document does not list.");
  return blocks;
}

/** The lead and the note on the language share a line with words where there are words to share it with. */
export function withLead({ source, lead = [], language }: Extract<Block, { kind: "authored" }>): readonly Block[] {
  const blocks = [...authoredBlocks(source)];
  const first = blocks[0];
  if (first?.kind === "paragraph") blocks[0] = { kind: "paragraph", content: [...lead, ...first.content] };
  else if (lead.length > 0) blocks.unshift({ kind: "paragraph", content: lead });
  if (language === undefined) return blocks;
  const last = blocks.at(-1);
  const rest = last?.kind === "paragraph" ? blocks.slice(0, -1) : blocks;
  const content = last?.kind === "paragraph" ? last.content : [];
  return [...rest, { kind: "paragraph", content: [{ kind: "foreign", language, content }] }];
}

const known = new WeakMap<Authored, readonly Block[]>();

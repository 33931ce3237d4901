// Texts of several blocks take their place among other words: after a lead, before a note on their language, in a cell.
import type { Block, Cell, Inline } from "./blocks.ts";

type Prose = Extract<Block, { kind: "prose" }>;

/** The lead and the note share a line with the text where it has words to share the line with. */
export function proseBlocks({ blocks: written, lead = [], language }: Prose): readonly Block[] {
  const blocks = [...written];
  const first = blocks[0];
  if (first?.kind === "paragraph") blocks[0] = { kind: "paragraph", content: [...lead, ...first.content] };
  else if (lead.length > 0) blocks.unshift({ kind: "paragraph", content: lead });
  if (language === undefined) return blocks;
  const last = blocks.at(-1);
  const content = last?.kind === "paragraph" ? last.content : [];
  if (last?.kind === "paragraph") blocks.pop();
  return [...blocks, { kind: "paragraph", content: [{ kind: "foreign", language, content }] }];
}

/** The blocks with those of prose in its place. */
export function withoutProse(blocks: readonly Block[]): readonly Block[] {
  return blocks.flatMap((block) => (block.kind === "prose" ? proseBlocks(block) : [block]));
}

/** For syntaxes whose cells hold paragraphs and lists: prose begins on the line before it and ends on the line after it. */
export function cellBlocks(cell: Cell): readonly Block[] {
  const blocks: Block[] = [];
  let line: Inline[] = [];
  for (const inline of cell) {
    const prose = proseOf(inline);
    if (prose === undefined) {
      line.push(inline);
      continue;
    }
    blocks.push(...proseBlocks({ ...prose, lead: line }));
    const last = blocks.at(-1);
    line = last?.kind === "paragraph" ? [...last.content] : [];
    if (last?.kind === "paragraph") blocks.pop();
  }
  if (line.some((inline) => inline.kind !== "text" || inline.text.trim() !== ""))
    blocks.push({ kind: "paragraph", content: line });
  return blocks;
}

function proseOf(inline: Inline): Prose | undefined {
  if (inline.kind === "prose") return inline;
  const [only, ...others] = inline.kind === "foreign" ? inline.content : [];
  if (inline.kind !== "foreign" || only?.kind !== "prose" || others.length > 0) return undefined;
  return { ...only, language: inline.language };
}

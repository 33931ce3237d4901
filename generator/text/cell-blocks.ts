// The words of a cell become blocks, for languages whose cells hold paragraphs and lists.
import type { Block, Cell, Inline } from "./blocks.ts";
import { withLead } from "./markdown/authored.ts";

/** Each author's text begins on the line that is before it, and what follows it goes on on its last line. */
export function cellBlocks(cell: Cell): readonly Block[] {
  const blocks: Block[] = [];
  let line: Inline[] = [];
  for (const inline of cell) {
    const { source, language } = authoredIn(inline);
    if (source === undefined) {
      line.push(inline);
      continue;
    }
    const told = withLead({ kind: "authored", source, lead: line, ...(language === undefined ? {} : { language }) });
    const last = told.at(-1);
    line = last?.kind === "paragraph" ? [...last.content] : [];
    blocks.push(...(last?.kind === "paragraph" ? told.slice(0, -1) : told));
  }
  if (line.some((inline) => inline.kind !== "text" || inline.text.trim() !== ""))
    blocks.push({ kind: "paragraph", content: line });
  return blocks;
}

function authoredIn(inline: Inline) {
  if (inline.kind === "authored") return { source: inline.source };
  const only = inline.kind === "foreign" && inline.content.length === 1 ? inline.content[0] : undefined;
  if (inline.kind !== "foreign" || only?.kind !== "authored") return {};
  return { source: only.source, language: inline.language };
}

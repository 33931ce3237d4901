// The tables of a document become CSV as RFC 4180 has it, which a spreadsheet shows and never calculates. Only its lines end
// as those of all files do that errtable makes: repositories turn other ends into these.
import type { Cell, Document } from "./blocks.ts";
import { spread } from "./inline-lines.ts";
import { readAuthored } from "./markdown/authored.ts";
import { linkTarget } from "./markdown/markdown-text.ts";
import { seenText } from "./seen-text.ts";

/** Whatever is no table is left out: CSV has no place for it. */
export async function renderCsv({ blocks, authored }: Document): Promise<string> {
  await readAuthored(authored);
  let out = "";
  for (const block of blocks) {
    if (block.kind !== "table") continue;
    for (const row of [block.header, ...block.rows]) out += `${row.map(fieldText).join(",")}\n`;
  }
  return out;
}

function fieldText(cell: Cell): string {
  const text = inert(withAddresses(cell).toWellFormed());
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Nobody can follow a link in a text, so that its address stands behind its words. */
function withAddresses(cell: Cell): string {
  return spread(cell)
    .map((inline) => {
      if (inline.kind === "break") return "\n";
      const words = seenText([inline]);
      const target = inline.kind === "link" ? linkTarget(inline.url) : undefined;
      return target === undefined || target === words ? words : `${words} <${target}>`;
    })
    .join("")
    .replace(/\r\n?/g, "\n");
}

/** An apostrophe in front makes words of what would be a formula; those that are there already get one more. */
function inert(text: string): string {
  return /^[\s'\uFEFF]*[=+\-@\t\r＝＋－＠]/.test(text) ? `'${text}` : text;
}

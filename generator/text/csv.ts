// The tables of a document become CSV (RFC 4180) that a spreadsheet shows and never calculates. Its lines end in LF, because
// repositories change other line ends to it.
import type { Cell, Document } from "./document/blocks.ts";
import { flatten, seenText } from "./document/inline-lines.ts";
import { linkTarget } from "./document/shown-text.ts";

/** CSV has no place for other blocks than tables. */
export function renderCsv({ blocks }: Document): string {
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

/** The address of a link stands behind its words. */
function withAddresses(cell: Cell): string {
  return flatten(cell)
    .map((inline) => {
      if (inline.kind === "break") return "\n";
      const words = seenText([inline]);
      const target = inline.kind === "link" ? linkTarget(inline.url) : undefined;
      return target === undefined || target === words ? words : `${words} <${target}>`;
    })
    .join("")
    .replace(/\r\n?/g, "\n");
}

/** An apostrophe in front makes words of a formula; texts with apostrophes in front get one more. */
function inert(text: string): string {
  return /^[\s'\uFEFF]*[=+\-@\t\r＝＋－＠]/.test(text) ? `'${text}` : text;
}

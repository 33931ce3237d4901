// Rows of cells become a GFM table whose columns are aligned, as Prettier prints it.
import type { Cell } from "../document/blocks.ts";
import { textWidth } from "../text-width.ts";
import { cellText } from "./markdown-inline.ts";
import type { Dialect } from "./markdown-text.ts";

export function tableText(header: readonly Cell[], rows: Iterable<readonly Cell[]>, dialect: Dialect): string {
  const print = (cell: Cell): string => cellText(cell, dialect);
  const texts = [header.map(print)];
  for (const row of rows) texts.push(header.map((_, column) => print(row[column] ?? [])));
  const sizes = texts.map((row) => row.map(textWidth));
  const widest = header.map((_, column) => sizes.reduce((most, row) => Math.max(most, row[column] ?? 0), 3));
  const aligned = isAffordable(sizes, widest);
  const lines = texts.map((row, at) => {
    if (!aligned) return rowText(row);
    return rowText(row.map((text, column) => text + " ".repeat((widest[column] ?? 0) - (sizes[at]?.[column] ?? 0))));
  });
  lines.splice(1, 0, rowText(widest.map((width) => "-".repeat(aligned ? width : 3))));
  return lines.join("\n");
}

/** One long cell makes every row as long: a table that would be mostly spaces is not aligned. */
const MOST_PADDING = 4_000_000;

function isAffordable(sizes: readonly (readonly number[])[], widest: readonly number[]): boolean {
  const filled = sizes.reduce((sum, row) => sum + row.reduce((line, width) => line + width, 0), 0);
  return widest.reduce((sum, width) => sum + width, 0) * sizes.length - filled <= MOST_PADDING;
}

function rowText(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}

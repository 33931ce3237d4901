// Tells the rows that head a section of a table from rows of errors.
import { codesIn } from "./columns.ts";
import type { FoundCell, FoundGrid } from "./found-grid.ts";

/** A row of one wide cell, or one with words in its first cell alone, where at least half of the rows have more. */
export function sectionRows({ header, rows }: FoundGrid): ReadonlySet<readonly FoundCell[]> {
  if (header.length < 2) return new Set();
  const wide = rows.filter((row) => row.some(({ isWide }) => isWide === true));
  const coded = rows.filter(([cell]) => codesIn(cell?.plain ?? "").length > 0);
  const short = coded.filter(isFirstAlone);
  const isRare = short.length * 2 <= coded.length;
  return new Set([...wide, ...(isRare ? short.filter(([cell]) => cell !== undefined && isHeading(cell)) : [])]);
}

function isFirstAlone([first, ...others]: readonly FoundCell[]): boolean {
  return first !== undefined && first.plain !== "" && others.every(({ plain }) => plain === "");
}

/** Numbers, code marks and compound words stay codes, even where nobody wrote a text for them. */
function isHeading({ plain, markdown }: FoundCell): boolean {
  if (/^-?\d+$/.test(plain) || markdown.startsWith("`")) return false;
  return markdown.startsWith("**") || !/[_\d]|[a-z][A-Z]/.test(plain);
}

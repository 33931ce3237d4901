// Tells tables of errors from tables of other codes: of languages, countries, currencies.
import type { SourceFile } from "../../diagnostic/source.ts";
import { type Columns, isSureHeader } from "./columns.ts";
import type { FoundGrid } from "./found-grid.ts";

export interface ErrorGrid {
  readonly grid: FoundGrid;
  readonly columns: Columns;
}

/** Tables of a kind with errors, as far as the page has any; otherwise all tables, if the page mentions errors somewhere. */
export function likelyKinds(
  kinds: readonly (readonly ErrorGrid[])[],
  { path, text }: SourceFile,
): readonly (readonly ErrorGrid[])[] {
  const likely = kinds.filter((kind) => kind.some(isLikely));
  if (likely.length > 0) return likely;
  const name = path.split(/[/\\]/).at(-1) ?? "";
  return mentionsErrors(name) || mentionsErrors(text) ? kinds : [];
}

function isLikely({ grid: { header, title, rows }, columns }: ErrorGrid): boolean {
  const words = rows.map((row) => row[columns.code]?.plain ?? "").filter((word) => word !== "");
  return (
    words.filter(isCompound).length * 2 > words.length ||
    isSureHeader(header[columns.code]) ||
    columns.status !== undefined ||
    columns.message !== undefined ||
    [...header.map(({ plain }) => plain), title ?? ""].some(mentionsErrors)
  );
}

/** "INVALID_TOKEN", "NotFound", "E001", "40013": codes of languages, countries, currencies and airports are shorter. */
function isCompound(word: string): boolean {
  return (
    word.length <= 128 &&
    /^(?:-\d+|\d{4,}|\p{L}+-?\d{2,}|(?=.{5})[\p{L}\d]*(?:\p{L}[_.]\p{L}|\p{Ll}\p{Lu})[\p{L}\d_.-]*)$/u.test(word)
  );
}

function mentionsErrors(text: string): boolean {
  return /errors?(?![a-z])|\berrno|exception|failure|failed|\bfaults?\b|错误|錯誤|エラー|오류|fehler|erreur|ошибк/i.test(
    text,
  );
}

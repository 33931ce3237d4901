// The grids of a page become errors: those of the kind that has the most rows, with the names of all that is left out.
import { groupBy } from "../../diagnostic/group-by.ts";
import { positionAt, type SourceFile } from "../../diagnostic/source.ts";
import type { Dropped, FoundTable } from "../found-table.ts";
import { successCodes } from "../success-values.ts";
import { type AskedColumns, askedColumns, hasHeader } from "./asked-columns.ts";
import { findColumns, headerWord, isHeaderWord, isSureHeader } from "./columns.ts";
import type { FoundGrid, FoundPage } from "./found-grid.ts";
import { type ErrorGrid, likelyKinds } from "./likely-grids.ts";
import { bodyOfSamples } from "./page-bodies.ts";
import { readRows } from "./row-errors.ts";

export function readPage(page: FoundPage, source: SourceFile, asked: AskedColumns | undefined): FoundTable {
  const dropped: Dropped[] = [];
  const nameOf = ({ title, at }: FoundGrid): string => `${title ?? "a table"} (line ${positionAt(source, at).line})`;
  const errorGrids = page.grids.flatMap((grid): readonly ErrorGrid[] => {
    const columns = asked === undefined ? findColumns(grid) : askedColumns(asked, grid);
    if (columns === undefined) dropped.push({ reason: "tables without a column of codes", name: nameOf(grid) });
    if (columns === undefined) return [];
    const isWhole = asked !== undefined && !hasHeader(grid, columns, isHeaderWord);
    return [{ grid: isWhole ? { ...grid, header: [], rows: [grid.header, ...grid.rows] } : grid, columns }];
  });
  const all = [...groupBy(errorGrids, kindOf).values()];
  const kinds = asked === undefined ? likelyKinds(all, source) : all;
  const rowsOf = (kind: readonly ErrorGrid[]): number => kind.reduce((sum, { grid }) => sum + grid.rows.length, 0);
  const chosen = kinds.toSorted((a, b) => rowsOf(b) - rowsOf(a))[0] ?? [];
  const other = chosen.length === 0 ? "tables that mention no error" : "tables of another kind";
  for (const { grid } of errorGrids.filter((one) => !chosen.includes(one)))
    dropped.push({ reason: other, name: nameOf(grid) });
  const rows = chosen.flatMap(({ grid, columns }) => readRows(grid, columns, dropped));
  const success = successCodes(rows.map(({ error: { code }, isSuccess }) => ({ code, isSuccess })));
  const errors = rows.flatMap(({ error }) => (success.has(error.code) ? [] : [error]));
  return {
    ...(page.title === undefined ? {} : { title: page.title }),
    body: {
      ...bodyOfSamples(
        page.samples,
        errors.map(({ code }) => code),
      ),
      success: [...success],
    },
    errors,
    operations: [],
    dropped,
    examples: [],
  };
}

/** Tables of error codes are one kind; those of other codes are alike only with the same header. */
function kindOf({ grid: { header }, columns }: ErrorGrid): string {
  return isSureHeader(header[columns.code]) ? "" : header.map(headerWord).join("|");
}

// The grids of a page become errors: those of the kind that has the most rows, with the names of all that is left out.
import { groupBy } from "../../diagnostic/group-by.ts";
import { positionAt, type SourceFile } from "../../diagnostic/source.ts";
import type { Retry } from "../../model/model.ts";
import type { Dropped, FoundError, FoundTable } from "../found-table.ts";
import { type AskedColumns, askedColumns, hasHeader } from "./asked-columns.ts";
import { type Columns, codesIn, findColumns, headerWord, isHeaderWord, isSureHeader } from "./columns.ts";
import type { FoundCell, FoundGrid, FoundPage } from "./found-grid.ts";
import { bodyOfSamples } from "./page-bodies.ts";
import { readStatuses } from "./status-cells.ts";

interface ErrorGrid {
  readonly grid: FoundGrid;
  readonly columns: Columns;
}

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
  const kinds = [...groupBy(errorGrids, kindOf).values()];
  const rowsOf = (kind: readonly ErrorGrid[]): number => kind.reduce((sum, { grid }) => sum + grid.rows.length, 0);
  const chosen = kinds.toSorted((a, b) => rowsOf(b) - rowsOf(a))[0] ?? [];
  for (const { grid } of errorGrids.filter((one) => !chosen.includes(one)))
    dropped.push({ reason: "tables of another kind", name: nameOf(grid) });
  const errors = chosen.flatMap(({ grid, columns }) => errorsOf(grid, columns, dropped));
  const isSuccess = ({ code, message, description }: FoundError): boolean =>
    code === "0" &&
    /^(?:(?:http )?ok|success\w*|no error|none|请求成功|成功)\b|^成功|^请求成功/i.test(message ?? description ?? "");
  const success = errors.some(isSuccess) ? [0] : [];
  const own = errors.filter((error) => !isSuccess(error));
  return {
    ...(page.title === undefined ? {} : { title: page.title }),
    body: {
      ...bodyOfSamples(
        page.samples,
        own.map(({ code }) => code),
      ),
      success,
    },
    errors: own,
    operations: [],
    dropped,
    examples: [],
  };
}

/** Tables of error codes are one kind; those of other codes are alike only with the same header. */
function kindOf({ grid: { header }, columns }: ErrorGrid): string {
  return isSureHeader(header[columns.code]) ? "" : header.map(headerWord).join("|");
}

function errorsOf({ header, rows }: FoundGrid, columns: Columns, dropped: Dropped[]): readonly FoundError[] {
  const used = new Set(Object.values(columns));
  for (const [column, { plain }] of header.entries())
    if (!used.has(column) && plain !== "" && rows.some((row) => (row[column]?.plain ?? "") !== ""))
      dropped.push({ reason: "columns", name: plain });
  return rows.flatMap((row): readonly FoundError[] => {
    const cell = row[columns.code];
    const codes = codesIn(cell?.plain ?? "");
    if (codes.length === 0) {
      const name = row
        .map(({ plain }) => plain)
        .join(" ")
        .trim();
      if (name !== "") dropped.push({ reason: "rows without a code", name });
      return [];
    }
    return codes.map((code) => ({ code, ...fieldsOf(row, columns, code, dropped) }));
  });
}

function fieldsOf(
  row: readonly FoundCell[],
  columns: Columns,
  code: string,
  dropped: Dropped[],
): Omit<FoundError, "code"> {
  const cellAt = (column: number | undefined): FoundCell | undefined => {
    const cell = column === undefined ? undefined : row[column];
    return cell === undefined || ABSENT.test(cell.plain) || !cell.plain.isWellFormed() ? undefined : cell;
  };
  const status = cellAt(columns.status)?.plain;
  const statuses = status === undefined ? [] : readStatuses(status);
  if (status !== undefined && statuses.length === 0)
    dropped.push({ reason: "cells that state no status", name: `${code}: ${status}` });
  const plain = (column: number | undefined): string | undefined => cellAt(column)?.plain.replaceAll("\n", " ");
  const markdown = (column: number | undefined): string | undefined => cellAt(column)?.markdown;
  const fields = {
    message: plain(columns.message),
    description: markdown(columns.description),
    solution: markdown(columns.solution),
    identifier: plain(columns.identifier),
    group: plain(columns.group),
    since: plain(columns.since)?.slice(0, 64),
    retry: retryOf(plain(columns.retry)),
  };
  const present = Object.entries(fields).filter(([, value]) => value !== undefined);
  return {
    statuses,
    marks: "unknown",
    operations: [],
    ...(Object.fromEntries(present) as Partial<typeof fields>),
  } as Omit<FoundError, "code">;
}

/** The signs that people write into a cell without content. */
const ABSENT = /^(?:|n\/?a\.?|none|null|-+|[–—]+|\.+|无|なし|없음)$/i;

function retryOf(text: string | undefined): Retry | undefined {
  if (text === undefined) return undefined;
  if (/^(?:true|yes|y|✓|✔|✅|是)/i.test(text)) return "backoff";
  return /^(?:false|no|n|✗|✘|❌|否)\b/i.test(text) ? "never" : undefined;
}

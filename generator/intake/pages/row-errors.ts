// The rows of a grid become errors, each with the fields of its cells; all that the table cannot have is named.
import type { Retry } from "../../model/model.ts";
import type { Dropped, FoundError } from "../found-table.ts";
import { isSuccess } from "../success-values.ts";
import { type Columns, codesIn } from "./columns.ts";
import type { FoundCell, FoundGrid } from "./found-grid.ts";
import { sectionRows } from "./section-rows.ts";
import { readStatuses } from "./status-cells.ts";

export interface RowError {
  readonly error: FoundError;
  /** Whether the row says that its code stands for no error; undefined where it has no words. */
  readonly isSuccess: boolean | undefined;
}

/** One per code of each row. */
export function readRows(grid: FoundGrid, columns: Columns, dropped: Dropped[]): readonly RowError[] {
  const { header, rows } = grid;
  const sections = sectionRows(grid);
  const used = new Set(Object.values(columns));
  const filled = new Set(rows.flatMap((row) => [...row.keys()].filter((column) => row[column]?.plain !== "")));
  for (const column of [...filled].toSorted((a, b) => a - b))
    if (!used.has(column)) dropped.push({ reason: "columns", name: header[column]?.plain || `column ${column + 1}` });
  return rows.flatMap((row): readonly RowError[] => {
    const cell = row[columns.code];
    const codes = sections.has(row) ? [] : codesIn(cell?.plain ?? "");
    if (codes.length === 0) {
      // A header that spans its row stands in all of its columns.
      const name = (row[0]?.isWide === true ? row.slice(0, 1) : row)
        .map(({ plain }) => plain)
        .join(" ")
        .trim();
      if (name !== "") dropped.push({ reason: "rows without a code", name });
      return [];
    }
    return codes.map((code) => {
      const error = { code, ...fieldsOf(row, columns, code, dropped) };
      return { error, isSuccess: tellsSuccess(error, row) };
    });
  });
}

/** By its message, or its description; by any cell of a row without both. */
function tellsSuccess({ code, message, description }: FoundError, row: readonly FoundCell[]): boolean | undefined {
  const words = message ?? description;
  if (words !== undefined) return isSuccess(code, words);
  return row.some(({ plain }) => isSuccess(code, plain)) ? true : undefined;
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
    retry: retryOf(plain(columns.retry), code, dropped),
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

/** Only whole cells say something: "you must not retry" begins as "yes" does. */
function retryOf(text: string | undefined, code: string, dropped: Dropped[]): Retry | undefined {
  if (text === undefined) return undefined;
  const word = text.trim().replace(/[.!]$/, "");
  if (/^(?:backoff|throttled|never)$/i.test(word)) return word.toLowerCase() as Retry;
  if (/^(?:true|yes|y|retr[iy]able|✓|✔|✔️|✅|是)$/i.test(word)) return "backoff";
  if (/^(?:false|no|n|(?:not |non-?)retr[iy]able|✗|✘|❌|否)$/i.test(word)) return "never";
  dropped.push({ reason: "cells that say no retry class", name: `${code}: ${text}` });
  return undefined;
}

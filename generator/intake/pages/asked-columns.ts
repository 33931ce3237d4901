// The columns that a person names, such as code=2,status=HTTP,message=3, become the meaning of a grid's columns.

import { type Columns, headerWord, type Role } from "./columns.ts";
import type { FoundGrid } from "./found-grid.ts";
import { readStatuses } from "./status-cells.ts";

/** Numbers count from 1; other words name a header. */
export type AskedColumns = ReadonlyMap<Role, string>;

const ROLES: readonly Role[] = [
  "code",
  "status",
  "message",
  "description",
  "solution",
  "identifier",
  "retry",
  "group",
  "since",
];

/** A sentence where the text asks for nothing that can be had. */
export function parseColumns(text: string): AskedColumns | string {
  const asked = new Map<Role, string>();
  for (const part of text.split(",")) {
    const [, name = "", value = ""] = /^\s*(\w+)\s*=\s*(.+?)\s*$/.exec(part) ?? [];
    const role = ROLES.find((one) => one === name.toLowerCase());
    if (role === undefined)
      return `"${part.trim()}" names no column. Write, for example, --columns code=2,status=1,message=3, with any of: ${ROLES.join(", ")}.`;
    if (asked.has(role)) return `--columns names "${role}" twice.`;
    if (/^\d+$/.test(value) && (Number(value) < 1 || Number(value) > 999))
      return `Columns count from 1: "${part.trim()}" is none.`;
    asked.set(role, value);
  }
  return asked.has("code") ? asked : "--columns has to name the column of the codes, as in --columns code=2.";
}

/** Undefined where the grid does not have the columns. */
export function askedColumns(asked: AskedColumns, { header, rows }: FoundGrid): Columns | undefined {
  const width = Math.max(header.length, ...rows.slice(0, 100).map((row) => row.length));
  const found: Partial<Record<Role, number>> = {};
  for (const [role, value] of asked) {
    const word = value.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, "");
    const column = /^\d+$/.test(value) ? Number(value) - 1 : header.findIndex((cell) => headerWord(cell) === word);
    if (column < 0 || column >= width) return undefined;
    found[role] = column;
  }
  const { code } = found;
  return code === undefined ? undefined : { ...found, code };
}

/** Files without a header have an error in their first row. */
export function hasHeader(
  { header, rows }: FoundGrid,
  columns: Columns,
  isHeaderWord: (cell: FoundGrid["header"][number]) => boolean,
): boolean {
  if (header.some(isHeaderWord)) return true;
  const { status, code } = columns;
  if (status !== undefined) return readStatuses(header[status]?.plain ?? "").length === 0;
  const shape = (text: string): string => (/^-?\d+$/.test(text) ? "number" : /\s/.test(text) ? "words" : "word");
  const first = shape(header[code]?.plain ?? "");
  return !rows.slice(0, 5).every((row) => shape(row[code]?.plain ?? "") === first);
}

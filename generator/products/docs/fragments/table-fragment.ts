// The errors of a table become rows: status, code, message, description and solution, or the columns that the options name.
import type { ErrorModel, RetiredModel } from "../../../model/model.ts";
import { type Block, type Cell, code, text, words } from "../../../text/document/blocks.ts";
import { joined, noticeOf, type Subject, subjectsOf } from "./cell-words.ts";
import { chaptersOf, inOrder } from "./chapters.ts";
import type { LocalizedTable } from "./localized-table.ts";
import { chapterHead } from "./shared-parts.ts";
import { type ColumnName, columnNamed, TEXTS } from "./table-columns.ts";

export function* tableBlocks(table: LocalizedTable): Generator<Block> {
  const level = table.options.headingLevel ?? 3;
  const { names, header, widths } = columnsOf(table, COLUMNS_OF_TABLES, subjectsIn(table.model.errors));
  for (const chapter of chaptersOf(table)) {
    yield* chapterHead(table, chapter, level);
    if (chapter.errors.length > 0)
      yield { kind: "table", header, widths, rows: rowsOf(table, subjectsIn(chapter.errors), names) };
  }
  const retired = retiredOf(table);
  if (retired.length === 0) return;
  yield { kind: "heading", level, content: [table.label("retired")] };
  const rows = retired.map((row): readonly Cell[] => [[code(row.code)], words(noticeOf(table, "retired", row))]);
  const { width } = columnNamed("code");
  const others = widths.reduce((sum, one) => sum + one, -width);
  yield {
    kind: "table",
    header: [[table.label("code")], [table.label("description")]],
    widths: [width, Math.max(width, others)],
    rows,
  };
}

/** One table of all errors, for programs. */
export function* recordBlocks(table: LocalizedTable): Generator<Block> {
  const { names, header } = columnsOf(table, COLUMNS_OF_RECORDS, subjectsIn(table.model.errors));
  // Programs read the code of a case; people also see the values that tell it apart.
  const subjects = inOrder(table, table.model.errors).flatMap((error) => subjectsOf(error, false));
  const retired = retiredOf(table).map((row) => names.map((name) => retiredCell(table, row, name, names)));
  yield { kind: "table", header, rows: [...rowsOf(table, subjects, names, []), ...retired] };
}

export const COLUMNS_OF_TABLES: readonly ColumnName[] = ["status", "code", "message", ...TEXTS];
const COLUMNS_OF_RECORDS: readonly ColumnName[] = [...COLUMNS_OF_TABLES, "since", "retry", "group", "tags"];

/** The rows of errors for people: the code, and below it its cases. */
function* subjectsIn(errors: readonly ErrorModel[]): Generator<Subject> {
  for (const error of errors) yield* subjectsOf(error, true);
}

/** The configured columns, or the usual ones without columns that no row fills. */
export function columnsOf(table: LocalizedTable, usual: readonly ColumnName[], subjects: Iterable<Subject>) {
  const names = table.options.columns ?? filledIn(table, usual, subjects);
  const columns = names.map(columnNamed);
  return { names, header: columns.map(({ header }): Cell => header(table)), widths: columns.map(({ width }) => width) };
}

function filledIn(
  table: LocalizedTable,
  usual: readonly ColumnName[],
  subjects: Iterable<Subject>,
): readonly ColumnName[] {
  const filled = new Set<ColumnName>(["code"]);
  for (const subject of subjects)
    for (const name of usual)
      if (!filled.has(name) && columnNamed(name).cell(table, subject, usual).length > 0) filled.add(name);
  return usual.filter((name) => filled.has(name));
}

const NOTHING: Cell = [text("—")];

export function* rowsOf(
  table: LocalizedTable,
  subjects: Iterable<Subject>,
  names: readonly ColumnName[],
  nothing: Cell = NOTHING,
): Generator<readonly Cell[]> {
  const columns = names.map(columnNamed);
  for (const subject of subjects)
    yield columns.map(({ cell }): Cell => {
      const found = cell(table, subject, names);
      if (found.length > 0) return words(found);
      // The row of the code above has the texts that a case lacks.
      return subject.isCase ? [] : nothing;
    });
}

function retiredOf({ model, options }: LocalizedTable): readonly RetiredModel[] {
  return options.retired === false ? [] : model.retired;
}

function retiredCell(table: LocalizedTable, row: RetiredModel, name: ColumnName, names: readonly ColumnName[]): Cell {
  const isNotice = name === (names.includes("description") ? "description" : "code");
  return words(joined(name === "code" ? [code(row.code)] : [], isNotice ? noticeOf(table, "retired", row) : []));
}

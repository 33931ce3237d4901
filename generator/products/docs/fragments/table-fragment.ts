// The errors of a table become rows: status, code, message, description and solution, or the columns that the options name.
import type { ErrorModel, RetiredModel } from "../../../model/model.ts";
import { type Block, type Cell, code, text, words } from "../../../text/document/blocks.ts";
import { chaptersOf } from "./chapters.ts";
import type { LocalizedTable } from "./localized-table.ts";
import { chapterHead } from "./shared-parts.ts";
import { type ColumnName, columnNamed, joined, noticeOf, subjectsOf, TEXTS } from "./table-columns.ts";

export function* tableBlocks(table: LocalizedTable): Generator<Block> {
  const level = table.options.headingLevel ?? 3;
  const { names, header } = columnsOf(table, COLUMNS_OF_TABLES);
  for (const chapter of chaptersOf(table)) {
    yield* chapterHead(table, chapter, level);
    if (chapter.errors.length > 0) yield { kind: "table", header, rows: rowsOf(table, chapter.errors, names, NOTHING) };
  }
  const retired = retiredOf(table);
  if (retired.length === 0) return;
  yield { kind: "heading", level, content: [table.label("retired")] };
  const rows = retired.map((row): readonly Cell[] => [[code(row.code)], words(noticeOf(table, "retired", row))]);
  yield { kind: "table", header: [[table.label("code")], [table.label("description")]], rows };
}

/** One table of all errors, for programs. */
export function* recordBlocks(table: LocalizedTable): Generator<Block> {
  const { names, header } = columnsOf(table, COLUMNS_OF_RECORDS);
  const ungrouped = { ...table, options: { ...table.options, groupBy: "none" } } as const;
  const errors = chaptersOf(ungrouped).flatMap((chapter) => chapter.errors);
  const retired = retiredOf(table).map((row) => names.map((name) => retiredCell(table, row, name, names)));
  yield { kind: "table", header, rows: [...rowsOf(table, errors, names, []), ...retired] };
}

const COLUMNS_OF_TABLES: readonly ColumnName[] = ["status", "code", "message", ...TEXTS];
const COLUMNS_OF_RECORDS: readonly ColumnName[] = [...COLUMNS_OF_TABLES, "since", "retry", "group", "tags"];

/** The configured columns, or the usual ones without columns that no error fills. */
function columnsOf(table: LocalizedTable, usual: readonly ColumnName[]) {
  const isFilled = (name: ColumnName): boolean =>
    name === "code" ||
    table.model.errors.some((error) =>
      subjectsOf(error, true).some((subject) => columnNamed(name).cell(table, subject, usual).length > 0),
    );
  const names = table.options.columns ?? usual.filter(isFilled);
  return { names, header: names.map((name): Cell => columnNamed(name).header(table)) };
}

/** A row for each code, and below it a row for each of its cases. */
function* rowsOf(
  table: LocalizedTable,
  errors: readonly ErrorModel[],
  names: readonly ColumnName[],
  nothing: Cell,
): Generator<readonly Cell[]> {
  const columns = names.map(columnNamed);
  // Programs read the code of a case; people also see the values that tell it apart.
  for (const error of errors)
    for (const subject of subjectsOf(error, nothing.length > 0))
      yield columns.map(({ cell }): Cell => {
        const found = cell(table, subject, names);
        if (found.length > 0) return words(found);
        // The row of the code above has the texts that a case lacks.
        return subject.isCase ? [] : nothing;
      });
}

const NOTHING: Cell = [text("—")];

function retiredOf({ model, options }: LocalizedTable): readonly RetiredModel[] {
  return options.retired === false ? [] : model.retired;
}

function retiredCell(table: LocalizedTable, row: RetiredModel, name: ColumnName, names: readonly ColumnName[]): Cell {
  const isNotice = name === (names.includes("description") ? "description" : "code");
  return words(joined(name === "code" ? [code(row.code)] : [], isNotice ? noticeOf(table, "retired", row) : []));
}

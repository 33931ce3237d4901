// The errors of a table become rows: status, code, message, description and solution, or the columns that the options name.
import type { ErrorModel, LifecycleModel, RetiredModel } from "../../../model/model.ts";
import { type Block, type Cell, code, text, type Words, words } from "../../../text/document/blocks.ts";
import type { DocsOptions } from "../../options.gen.ts";
import type { Label } from "../languages/language.ts";
import { chaptersOf, groupTitle } from "./chapters.ts";
import {
  ERROR_TEXTS,
  type ErrorText,
  errorText,
  type Localized,
  type LocalizedTable,
  linksOf,
  localized,
  marked,
  messageOf,
} from "./localized-table.ts";
import { chapterHead, linkWords, type Notice, noticeWords } from "./shared-parts.ts";
import { RETRIES } from "./type-words.ts";

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

type ColumnName = NonNullable<DocsOptions["columns"]>[number] | ErrorText;

const TEXTS = ERROR_TEXTS.map(({ field }) => field);
const COLUMNS_OF_TABLES: readonly ColumnName[] = ["status", "code", "message", ...TEXTS];
const COLUMNS_OF_RECORDS: readonly ColumnName[] = [...COLUMNS_OF_TABLES, "since", "retry", "group"];

/** The configured columns, or the usual ones without those that no error fills. */
function columnsOf(table: LocalizedTable, usual: readonly ColumnName[]) {
  const isFilled = (name: ColumnName): boolean =>
    name === "code" || table.model.errors.some((error) => COLUMNS[name].cell(table, error, usual).length > 0);
  const names = table.options.columns ?? usual.filter(isFilled);
  return { names, header: names.map((name): Cell => [table.label(COLUMNS[name].label)]) };
}

function* rowsOf(
  table: LocalizedTable,
  errors: readonly ErrorModel[],
  names: readonly ColumnName[],
  nothing: Cell,
): Generator<readonly Cell[]> {
  for (const error of errors)
    yield names.map((name): Cell => {
      const cell = COLUMNS[name].cell(table, error, names);
      return cell.length === 0 ? nothing : words(cell);
    });
}

const NOTHING: Cell = [text("—")];

interface Column {
  readonly label: Label;
  /** The words of the cell, which may depend on the other columns; empty where the error has none. */
  readonly cell: (table: LocalizedTable, error: ErrorModel, columns: readonly ColumnName[]) => Words;
}

const COLUMNS: Readonly<Record<ColumnName, Column>> = {
  ...(Object.fromEntries(TEXTS.map((field) => [field, textColumn(field)])) as Record<ErrorText, Column>),
  status: { label: "status", cell: (_, { statuses }) => (statuses.length === 0 ? [] : [statuses.join(", ")]) },
  // Without a column for descriptions, the code says that it is deprecated.
  code: {
    label: "code",
    cell: (table, error, columns) =>
      joined([code(error.code)], columns.includes("description") ? [] : deprecationOf(table, error)),
  },
  message: {
    label: "message",
    cell: (table, error) => {
      const message = messageOf(table, error);
      return message === undefined ? [] : [code(message)];
    },
  },
  retry: { label: "retry", cell: (table, { retry }) => (retry === undefined ? [] : [table.label(RETRIES[retry])]) },
  since: { label: "since", cell: (_, { since }) => (since === undefined ? [] : [since]) },
  group: {
    label: "group",
    cell: (table, { group }) => {
      if (group === undefined) return [];
      const title = groupTitle(table, group);
      return marked(title, [title.value]);
    },
  },
  links: { label: "seeAlso", cell: linksCell },
};

/** The deprecation stands before the description; links stand behind the solution, unless they have a column. */
function textColumn(field: ErrorText): Column {
  return {
    label: field,
    cell: (table, error, columns) => {
      const text = proseOf(table, errorText(table, error, field));
      if (field === "description") return joined(deprecationOf(table, error), text);
      return field === "solution" && !columns.includes("links") ? joined(text, linksCell(table, error)) : text;
    },
  };
}

function deprecationOf(table: LocalizedTable, { deprecated }: ErrorModel): Words {
  return deprecated === undefined ? [] : noticeOf(table, "deprecated", deprecated);
}

function noticeOf(table: LocalizedTable, notice: Notice, facts: LifecycleModel): Words {
  return joined(noticeWords(table, notice, facts), proseOf(table, localized(table, facts.reason)));
}

function proseOf({ read }: LocalizedTable, text: Localized | undefined): Words {
  return text === undefined ? [] : marked(text, [{ kind: "prose", blocks: read(text.value) }]);
}

function linksCell(table: LocalizedTable, error: ErrorModel): Words {
  const links = linksOf(table, error);
  return links === undefined ? [] : marked(links, linkWords(links.value, table.labels.comma));
}

function joined(first: Words, second: Words): Words {
  return first.length > 0 && second.length > 0 ? [...first, " ", ...second] : [...first, ...second];
}

function retiredOf({ model, options }: LocalizedTable): readonly RetiredModel[] {
  return options.retired === false ? [] : model.retired;
}

function retiredCell(table: LocalizedTable, row: RetiredModel, name: ColumnName, names: readonly ColumnName[]): Cell {
  const isNotice = name === (names.includes("description") ? "description" : "code");
  return words(joined(name === "code" ? [code(row.code)] : [], isNotice ? noticeOf(table, "retired", row) : []));
}

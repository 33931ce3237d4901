// The columns of tables: each makes its cell of an error or of one of its cases.
import { caseName } from "../../../diagnostic/case-name.ts";
import type { ErrorModel } from "../../../model/model.ts";
import { type Cell, code, text, type Words } from "../../../text/document/blocks.ts";
import type { Label } from "../languages/language.ts";
import { caseKey } from "./anchors.ts";
import { answerWords } from "./answers.ts";
import { codeOf, constantWords, joined, linksCell, proseOf, remarksOf, type Subject } from "./cell-words.ts";
import {
  classTitle,
  ERROR_TEXTS,
  type ErrorText,
  errorText,
  type LocalizedTable,
  marked,
  messageOf,
} from "./localized-table.ts";
import { joinedWords, tagWords } from "./shared-parts.ts";
import { RETRY_LABELS } from "./type-words.ts";

/** The name of a column, or of a field of people's own. */
export type ColumnName = string;

export const TEXTS = ERROR_TEXTS.map(({ field }) => field);

export interface Column {
  /** The width relative to other columns, whatever stands in the cells, so that every table of a fragment looks alike. */
  readonly width: number;
  readonly header: (table: LocalizedTable) => Cell;
  /** The words of the cell, which may depend on the other columns; empty where there are none. */
  readonly cell: (table: LocalizedTable, subject: Subject, columns: readonly ColumnName[]) => Words;
}

export function columnNamed(name: ColumnName): Column {
  return COLUMNS.get(name) ?? extensionColumn(name);
}

/** Texts get more than names, names more than numbers. */
const WIDTHS: Readonly<Partial<Record<Label, number>>> = {
  status: 2,
  since: 2,
  code: 5,
  operations: 5,
  message: 6,
  ...Object.fromEntries(TEXTS.map((field) => [field, 7])),
};

const COLUMNS: ReadonlyMap<ColumnName, Column> = new Map(
  Object.entries({
    status: column("status", (_, { facts: { statuses } }) => (statuses.length === 0 ? [] : [statuses.join(", ")])),
    code: column("code", (table, subject, columns) => {
      const { error, facts, isCase } = subject;
      const shown = codeOf(table, subject, caseKey(error.code, facts.name), caseName(error.code, facts.name));
      const words = isCase ? [shown, ...constantWords(table, subject)] : [shown];
      return columns.includes("description") ? words : joined(words, remarksOf(table, subject, []));
    }),
    message: column("message", (table, { facts }) => {
      const message = messageOf(table, facts);
      return message === undefined ? [] : [code(message)];
    }),
    ...Object.fromEntries(TEXTS.map((field) => [field, textColumn(field)])),
    retry: column("retry", (table, { facts: { retry } }) =>
      retry === undefined ? [] : [table.label(RETRY_LABELS[retry])],
    ),
    since: errorColumn("since", (_, { since }) => (since === undefined ? [] : [since])),
    group: errorColumn("group", (table, { group }) => {
      if (group === undefined) return [];
      const title = classTitle(table, "groups", group);
      return marked(title, [title.value]);
    }),
    tags: errorColumn("tags", (table, { tags }) => tagWords(table, tags)),
    operations: errorColumn("operations", (table, error) =>
      joinedWords(
        (table.answers.get(error.code) ?? []).map((answer) => answerWords(table, answer)),
        table.labels.comma,
      ),
    ),
    links: column("seeAlso", linksCell),
  }),
);

/** The columns that every table may have. */
export const COLUMN_NAMES: readonly string[] = [...COLUMNS.keys()];

function column(label: Label, cell: Column["cell"]): Column {
  return { width: WIDTHS[label] ?? 4, header: (table) => [table.label(label)], cell };
}

/** A fact that cases never have of their own. */
function errorColumn(label: Label, words: (table: LocalizedTable, error: ErrorModel) => Words): Column {
  return column(label, (table, { error, isCase }) => (isCase ? [] : words(table, error)));
}

/** A field of people's own. */
function extensionColumn(name: string): Column {
  return {
    width: 4,
    header: ({ options, locale }) => {
      const labels: Readonly<Partial<Record<string, string>>> = options.labels?.[locale] ?? {};
      return [text(labels[name] ?? name)];
    },
    cell: (_, { authored }) => {
      const value = authored.extensions[name];
      if (value === undefined || value === null) return [];
      return typeof value === "object" ? [code(JSON.stringify(value))] : [String(value)];
    },
  };
}

/** The deprecation stands before the description; links stand behind the solution, unless they have a column. */
function textColumn(field: ErrorText): Column {
  return column(field, (table, subject, columns) => {
    const { authored } = subject;
    const text = proseOf(table, errorText(table, authored, field));
    if (field === "description") return remarksOf(table, subject, text);
    return field === "solution" && !columns.includes("links") ? joined(text, linksCell(table, subject)) : text;
  });
}

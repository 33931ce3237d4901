// The columns of tables: each makes its cell of an error or of one of its cases.

import { caseName } from "../../../diagnostic/case-name.ts";
import { memberKey } from "../../../model/body-layout.ts";
import { errorParts } from "../../../model/error-parts.ts";
import type { CaseModel, ErrorModel, LifecycleModel } from "../../../model/model.ts";
import { type Cell, code, text, type Words } from "../../../text/document/blocks.ts";
import type { Label } from "../languages/language.ts";
import { answerWords } from "./answers.ts";
import {
  classTitle,
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
import { joinedWords, linkWords, type Notice, noticeWords, tagWords } from "./shared-parts.ts";
import { RETRY_LABELS } from "./type-words.ts";

/** The name of a column, or of a field of people's own. */
export type ColumnName = string;

export const TEXTS = ERROR_TEXTS.map(({ field }) => field);

/** An error with the facts that all of its cases share, or one of its cases with all of its facts. */
export interface Subject {
  readonly error: ErrorModel;
  readonly facts: CaseModel;
  /** The error or the case: the one that has descriptions of its own. */
  readonly authored: ErrorModel | CaseModel;
  readonly isCase: boolean;
  /** The constants that only this case has. */
  readonly constants: CaseModel["constants"];
}

export function subjectsOf(error: ErrorModel, hasConstants: boolean): readonly Subject[] {
  const { shared, cases } = errorParts(error);
  return [
    { error, facts: shared, authored: error, isCase: false, constants: [] },
    ...cases.map(({ constants }, index): Subject => {
      const facts = error.cases[index] ?? shared;
      return { error, facts, authored: facts, isCase: true, constants: hasConstants ? constants : [] };
    }),
  ];
}

export interface Column {
  readonly header: (table: LocalizedTable) => Cell;
  /** The words of the cell, which may depend on the other columns; empty where there are none. */
  readonly cell: (table: LocalizedTable, subject: Subject, columns: readonly ColumnName[]) => Words;
}

export function columnNamed(name: ColumnName): Column {
  return COLUMNS.get(name) ?? extensionColumn(name);
}

const COLUMNS: ReadonlyMap<ColumnName, Column> = new Map(
  Object.entries({
    status: column("status", (_, { facts: { statuses } }) => (statuses.length === 0 ? [] : [statuses.join(", ")])),
    // Without a column for descriptions, the code says that it is deprecated.
    code: column("code", (table, subject, columns) => {
      const { error, facts, isCase } = subject;
      if (isCase) return [code(caseName(error.code, facts.name)), ...constantWords(table, subject)];
      return joined([code(error.code)], columns.includes("description") ? [] : deprecationOf(table, error));
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
  return { header: (table) => [table.label(label)], cell };
}

/** A fact that cases never have of their own. */
function errorColumn(label: Label, words: (table: LocalizedTable, error: ErrorModel) => Words): Column {
  return column(label, (table, { error, isCase }) => (isCase ? [] : words(table, error)));
}

/** A field of people's own. */
function extensionColumn(name: string): Column {
  return {
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
    const { error, authored, isCase } = subject;
    const text = proseOf(table, errorText(table, authored, field));
    if (field === "description") return isCase ? text : joined(deprecationOf(table, error), text);
    return field === "solution" && !columns.includes("links") ? joined(text, linksCell(table, subject)) : text;
  });
}

/** The values that tell the cases of a code apart. */
function constantWords(table: LocalizedTable, { constants }: Subject): Words {
  const { openBracket, comma, closeBracket } = table.labels;
  const values = constants.map(({ at, value }): Words => [code(`${memberKey(at)}: ${JSON.stringify(value)}`)]);
  return values.length === 0 ? [] : [openBracket, ...joinedWords(values, comma), closeBracket];
}

function deprecationOf(table: LocalizedTable, { deprecated }: ErrorModel): Words {
  return deprecated === undefined ? [] : noticeOf(table, "deprecated", deprecated);
}

export function noticeOf(table: LocalizedTable, notice: Notice, facts: LifecycleModel): Words {
  return joined(noticeWords(table, notice, facts), proseOf(table, localized(table, facts.reason)));
}

function proseOf({ read }: LocalizedTable, text: Localized | undefined): Words {
  return text === undefined ? [] : marked(text, [{ kind: "prose", blocks: read(text.value) }]);
}

function linksCell(table: LocalizedTable, { authored }: Subject): Words {
  const links = linksOf(table, authored);
  return links === undefined ? [] : marked(links, linkWords(links.value, table.labels.comma));
}

export function joined(first: Words, second: Words): Words {
  return first.length > 0 && second.length > 0 ? [...first, " ", ...second] : [...first, ...second];
}

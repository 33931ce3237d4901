// The errors of a table as rows: status, code, message, what it means and what to do, or the columns that are asked for.

import type { ErrorModel, LifecycleModel, RetiredModel } from "../../../model/model.ts";
import { type Block, type Cell, code, type Inline, text, type Words, words } from "../../../text/blocks.ts";
import type { DocsOptions } from "../../options.gen.ts";
import type { Label } from "../languages/language.ts";
import { chaptersOf, groupTitle } from "./chapters.ts";
import {
  descriptionOf,
  type Edition,
  linksOf,
  messageOf,
  noted,
  type Shown,
  shown,
  solutionOf,
} from "./localized-table.ts";
import { chapterHead, lifecycle, linkWords } from "./shared-parts.ts";
import { RETRIES } from "./type-words.ts";

export function* tableBlocks(edition: Edition): Generator<Block> {
  const level = edition.options.headingLevel ?? 3;
  const { names, header } = columnsOf(edition, COLUMNS_OF_TABLES);
  for (const chapter of chaptersOf(edition)) {
    yield* chapterHead(edition, chapter, level);
    if (chapter.errors.length > 0)
      yield { kind: "table", header, rows: rowsOf(edition, chapter.errors, names, NOTHING) };
  }
  const retired = retiredOf(edition);
  if (retired.length === 0) return;
  yield { kind: "heading", level, content: [edition.say("retired")] };
  const rows = retired.map((row): readonly Cell[] => [[code(row.code)], words(noticeOf(edition, "retired", row))]);
  yield { kind: "table", header: [[edition.say("code")], [edition.say("description")]], rows };
}

/** One table of everything, for programs that know nothing else. */
export function* recordBlocks(edition: Edition): Generator<Block> {
  const { names, header } = columnsOf(edition, COLUMNS_OF_RECORDS);
  const ungrouped = { ...edition, options: { ...edition.options, groupBy: "none" } } as const;
  const errors = chaptersOf(ungrouped).flatMap((chapter) => chapter.errors);
  const retired = retiredOf(edition).map((row) => names.map((name) => retiredCell(edition, row, name, names)));
  yield { kind: "table", header, rows: [...rowsOf(edition, errors, names, []), ...retired] };
}

type ColumnName = NonNullable<DocsOptions["columns"]>[number];

const COLUMNS_OF_TABLES: readonly ColumnName[] = ["status", "code", "message", "description", "solution"];
const COLUMNS_OF_RECORDS: readonly ColumnName[] = [...COLUMNS_OF_TABLES, "since", "retry", "group"];

/** A column that no error fills is left out where nobody asked for it. */
function columnsOf(edition: Edition, usual: readonly ColumnName[]) {
  const { errors } = edition.model;
  const names =
    edition.options.columns ??
    usual.filter(
      (name) => name === "code" || errors.some((error) => COLUMNS[name].cell(edition, error, usual).length > 0),
    );
  return { names, header: names.map((name): Cell => [edition.say(COLUMNS[name].label)]) };
}

function* rowsOf(
  edition: Edition,
  errors: readonly ErrorModel[],
  names: readonly ColumnName[],
  nothing: Cell,
): Generator<readonly Cell[]> {
  for (const error of errors)
    yield names.map((name): Cell => {
      const cell = COLUMNS[name].cell(edition, error, names);
      return cell.length === 0 ? nothing : words(cell);
    });
}

const NOTHING: Cell = [text("—")];

interface Column {
  readonly label: Label;
  /** What stands there, given the other columns; nothing if empty. */
  readonly cell: (edition: Edition, error: ErrorModel, columns: readonly ColumnName[]) => Words;
}

const COLUMNS: Readonly<Record<ColumnName, Column>> = {
  status: { label: "status", cell: (_, error) => [String(error.status)] },
  code: { label: "code", cell: codeCell },
  message: {
    label: "message",
    cell: (edition, error) => {
      const message = messageOf(edition, error);
      return message === undefined ? [] : [code(message)];
    },
  },
  description: {
    label: "description",
    cell: (edition, error) => joined(deprecationOf(edition, error), prose(edition, descriptionOf(edition, error))),
  },
  solution: {
    label: "solution",
    cell: (edition, error, columns) =>
      joined(prose(edition, solutionOf(edition, error)), columns.includes("links") ? [] : pages(edition, error)),
  },
  retry: {
    label: "retry",
    cell: (edition, { retry }) => (retry === undefined ? [] : [edition.say(RETRIES[retry])]),
  },
  since: { label: "since", cell: (_, { since }) => (since === undefined ? [] : [since]) },
  group: {
    label: "group",
    cell: (edition, { group }) => {
      if (group === undefined) return [];
      const title = groupTitle(edition, group);
      return noted(title, [title.value]);
    },
  },
  links: { label: "seeAlso", cell: pages },
};

/** Where there is no column for what an error means, the code says that it is on its way out. */
function codeCell(edition: Edition, error: ErrorModel, columns: readonly ColumnName[]): Words {
  return joined([code(error.code)], columns.includes("description") ? [] : deprecationOf(edition, error));
}

function deprecationOf(edition: Edition, { deprecated }: ErrorModel): Words {
  return deprecated === undefined ? [] : noticeOf(edition, "deprecated", deprecated);
}

function noticeOf(edition: Edition, kind: "deprecated" | "retired", facts: LifecycleModel): Words {
  return joined(lifecycle(edition, kind, facts), prose(edition, shown(edition, facts.reason)));
}

function prose(edition: Edition, told: Shown | undefined): Words {
  return told === undefined ? [] : noted(told, [{ kind: "authored", source: edition.author(told.value) }]);
}

function pages(edition: Edition, error: ErrorModel): Words {
  const links = linksOf(edition, error);
  return links === undefined ? [] : noted(links, linkWords(links.value, edition.labels.comma));
}

function joined(first: Words, second: Words): Words {
  return first.length > 0 && second.length > 0 ? [...first, " ", ...second] : [...first, ...second];
}

function retiredOf({ model, options }: Edition): readonly RetiredModel[] {
  return options.retired === false ? [] : model.retired;
}

function retiredCell(edition: Edition, row: RetiredModel, name: ColumnName, names: readonly ColumnName[]): Cell {
  const notice = name === (names.includes("description") ? "description" : "code");
  const parts: (string | Inline)[] = name === "code" ? [code(row.code)] : [];
  return words(joined(parts, notice ? noticeOf(edition, "retired", row) : []));
}

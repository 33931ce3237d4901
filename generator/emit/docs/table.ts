// The errors of a table as rows: status, code, message, what it means and what to do.
import { type Block, type Cell, code, text, words } from "../../blocks.ts";
import type { DocsOptions } from "../../config/config.gen.ts";
import type { ErrorModel } from "../../model/model.ts";
import { chaptersOf, descriptionOf, type Edition, linksOf, messageOf, noted, solutionOf } from "./edition.ts";
import { chapterHead, deprecation, linkWords } from "./parts.ts";

export function* tableBlocks(edition: Edition, options: DocsOptions): Generator<Block> {
  const columns = COLUMNS.filter(({ isUsed }) => edition.model.errors.some((error) => isUsed(edition, error)));
  const header = columns.map(({ label }): Cell => [text(edition.labels[label])]);
  for (const chapter of chaptersOf(edition, options.order)) {
    yield* chapterHead(edition, chapter, options.headingLevel ?? 3);
    yield { kind: "table", header, rows: rowsOf(edition, chapter.errors, columns) };
  }
}

function* rowsOf(
  edition: Edition,
  errors: readonly ErrorModel[],
  columns: readonly Column[],
): Generator<readonly Cell[]> {
  for (const error of errors) yield columns.map(({ cell }) => cell(edition, error));
}

interface Column {
  readonly label: "status" | "code" | "message" | "description" | "solution";
  /** A column that no error fills is left out. */
  readonly isUsed: (edition: Edition, error: ErrorModel) => boolean;
  readonly cell: (edition: Edition, error: ErrorModel) => Cell;
}

const NOTHING: Cell = [text("—")];

const COLUMNS: readonly Column[] = [
  { label: "status", isUsed: () => true, cell: (_, error) => [text(String(error.status))] },
  { label: "code", isUsed: () => true, cell: (_, error) => [code(error.code)] },
  {
    label: "message",
    isUsed: (edition, error) => messageOf(edition, error) !== undefined,
    cell: (edition, error) => {
      const message = messageOf(edition, error);
      return message === undefined ? NOTHING : [code(message)];
    },
  },
  {
    label: "description",
    isUsed: (edition, error) => (descriptionOf(edition, error) ?? error.deprecated) !== undefined,
    cell: descriptionCell,
  },
  {
    label: "solution",
    isUsed: (edition, error) => (solutionOf(edition, error) ?? linksOf(edition, error)) !== undefined,
    cell: solutionCell,
  },
];

function descriptionCell(edition: Edition, error: ErrorModel): Cell {
  const description = descriptionOf(edition, error);
  const notice = error.deprecated === undefined ? [] : deprecation(edition, error.deprecated, code);
  if (description === undefined) return notice.length === 0 ? NOTHING : words(notice);
  const means = noted(description, [{ kind: "authored", source: edition.author(description.value) }]);
  return words(notice.length === 0 ? means : [...notice, " ", ...means]);
}

function solutionCell(edition: Edition, error: ErrorModel): Cell {
  const solution = solutionOf(edition, error);
  const links = linksOf(edition, error);
  const advice =
    solution === undefined ? [] : noted(solution, [{ kind: "authored", source: edition.author(solution.value) }]);
  if (links === undefined) return advice.length === 0 ? NOTHING : words(advice);
  const pages = noted(links, linkWords(links.value, edition.labels.comma));
  return words(advice.length === 0 ? pages : [...advice, " ", ...pages]);
}

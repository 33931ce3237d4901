// The errors of a table as rows: status, code, message, what it means and what to do.
import { type Block, type Cell, code, type Inline, text } from "../../blocks.ts";
import type { DocsOptions } from "../../config/config.gen.ts";
import type { ErrorModel } from "../../model/model.ts";
import { chaptersOf, descriptionOf, type Edition, linksOf, messageOf, noted, solutionOf } from "./edition.ts";
import { chapterHead, deprecation, linkInlines } from "./parts.ts";

export function tableBlocks(edition: Edition, options: DocsOptions): readonly Block[] {
  const columns = COLUMNS.filter(({ isUsed }) => edition.model.errors.some((error) => isUsed(edition, error)));
  const header = columns.map(({ label }): Cell => [text(edition.labels[label])]);
  return chaptersOf(edition, options.order).flatMap((chapter) => [
    ...chapterHead(edition, chapter, options.headingLevel ?? 3),
    { kind: "table", header, rows: chapter.errors.map((error) => columns.map(({ cell }) => cell(edition, error))) },
  ]);
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
  const cell: Inline[] = [];
  if (error.deprecated !== undefined) cell.push(...deprecation(edition, error.deprecated, code));
  if (description === undefined) return cell.length === 0 ? NOTHING : cell;
  if (cell.length > 0) cell.push(text(" "));
  return [...cell, ...noted(description, { kind: "authored", source: edition.author(description.value) })];
}

function solutionCell(edition: Edition, error: ErrorModel): Cell {
  const solution = solutionOf(edition, error);
  const links = linksOf(edition, error);
  const cell: Inline[] = [];
  if (solution !== undefined)
    cell.push(...noted(solution, { kind: "authored", source: edition.author(solution.value) }));
  if (links === undefined) return cell.length === 0 ? NOTHING : cell;
  if (cell.length > 0) cell.push(text(" "));
  return [...cell, ...noted(links, ...linkInlines(links.value, edition.labels.comma))];
}

// Errors that belong together become chapters, sorted as the options say.
import { groupBy } from "../../../diagnostic/group-by.ts";
import { statusLine } from "../../../model/http-status.ts";
import type { ErrorModel, Model } from "../../../model/model.ts";
import { compareCodes } from "../../../model/wire-code.ts";
import type { DocsOptions } from "../../options.gen.ts";
import { classText, classTitle, type Localized, type LocalizedTable } from "./localized-table.ts";

/** Errors under a heading of their own; without a title where the table has one chapter only. */
export interface Chapter {
  /** The group or the status, or a word that neither is; different for each chapter of a table. */
  readonly key: string;
  readonly title?: Localized;
  readonly description?: Localized;
  readonly errors: readonly ErrorModel[];
}

export function chaptersOf(table: LocalizedTable): readonly Chapter[] {
  const { model, options } = table;
  const sorted = inOrder(table, model.errors);
  switch (options.groupBy ?? "group") {
    case "group":
      return chaptersByGroup(table, sorted);
    case "status":
      return chaptersByStatus(table, sorted);
    default:
      return [{ key: REST, errors: sorted }];
  }
}

/** Errors sorted as the options say. */
export function inOrder({ model, options }: LocalizedTable, errors: readonly ErrorModel[]): readonly ErrorModel[] {
  return errors.toSorted(ordersOf(model)[options.order ?? "status"]);
}

/** The chapter of the errors that have no group or no status; no group begins with a hyphen. */
const REST = "-";

/** An error with several statuses stands once, under the lowest; the errors without a status come last. */
function chaptersByStatus({ labels }: LocalizedTable, sorted: readonly ErrorModel[]): readonly Chapter[] {
  const members = groupBy(sorted, firstStatus);
  const chapters = [...members].toSorted(([a], [b]) => a - b);
  if (chapters.length === 1 && members.has(NO_STATUS)) return [{ key: REST, errors: sorted }];
  return chapters.map(([status, errors]) => ({
    key: status === NO_STATUS ? REST : String(status),
    title: { value: status === NO_STATUS ? labels.withoutStatus : statusLine(status) },
    errors,
  }));
}

/** Sorts errors without a status behind the others. */
const NO_STATUS = Number.POSITIVE_INFINITY;

function firstStatus({ statuses }: ErrorModel): number {
  return statuses[0] ?? NO_STATUS;
}

/** The groups in the order of the table, then the errors without a group. */
function chaptersByGroup(table: LocalizedTable, sorted: readonly ErrorModel[]): readonly Chapter[] {
  const { model, labels } = table;
  const known = new Set(model.groups.map((group) => group.name));
  const members = groupBy(sorted, ({ group }) => (group !== undefined && known.has(group) ? group : undefined));
  const chapters = model.groups.flatMap(({ name }): readonly Chapter[] => {
    const errors = members.get(name);
    if (errors === undefined) return [];
    const description = classText(table, "groups", name, "description");
    return [
      {
        key: name,
        title: classTitle(table, "groups", name),
        ...(description === undefined ? {} : { description }),
        errors,
      },
    ];
  });
  const others = members.get(undefined) ?? [];
  if (chapters.length === 0) return [{ key: REST, errors: others }];
  return others.length === 0 ? chapters : [...chapters, { key: REST, title: { value: labels.others }, errors: others }];
}

type Order = (a: ErrorModel, b: ErrorModel) => number;

function ordersOf({ body }: Model): Readonly<Record<NonNullable<DocsOptions["order"]>, Order>> {
  const code: Order = (a, b) => compareCodes(a.code, b.code, body.code);
  return { status: (a, b) => compareStatuses(a, b) || code(a, b), code, table: (a, b) => a.order - b.order };
}

function compareStatuses(a: ErrorModel, b: ErrorModel): number {
  const one = firstStatus(a);
  const other = firstStatus(b);
  return one === other ? 0 : one - other;
}

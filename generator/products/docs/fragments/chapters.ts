// Errors that belong together become chapters, sorted as the options say.
import { compareText } from "../../../diagnostic/diagnostic.ts";
import { groupBy } from "../../../diagnostic/group-by.ts";
import { statusLine } from "../../../model/http-status.ts";
import type { ErrorModel } from "../../../model/model.ts";
import type { DocsOptions } from "../../options.gen.ts";
import { groupText, type Localized, type LocalizedTable } from "./localized-table.ts";

/** Errors under a heading of their own; without a title where the table has one chapter only. */
export interface Chapter {
  readonly title?: Localized;
  readonly description?: Localized;
  readonly errors: readonly ErrorModel[];
}

export function chaptersOf(table: LocalizedTable): readonly Chapter[] {
  const { model, options } = table;
  const sorted = model.errors.toSorted(ORDERS[options.order ?? "status"]);
  switch (options.groupBy ?? "group") {
    case "group":
      return chaptersByGroup(table, sorted);
    case "status": {
      const statuses = [...groupBy(sorted, ({ statuses }) => statuses[0] ?? 0)].toSorted(([a], [b]) => a - b);
      return statuses.map(([status, errors]) => ({ title: { value: statusLine(status) }, errors }));
    }
    default:
      return [{ errors: sorted }];
  }
}

/** The groups in the order of the table, then the errors without a group. */
function chaptersByGroup(table: LocalizedTable, sorted: readonly ErrorModel[]): readonly Chapter[] {
  const { model, labels } = table;
  const known = new Set(model.groups.map((group) => group.name));
  const members = groupBy(sorted, ({ group }) => (group !== undefined && known.has(group) ? group : undefined));
  const chapters = model.groups.flatMap(({ name }): readonly Chapter[] => {
    const errors = members.get(name);
    if (errors === undefined) return [];
    const description = groupText(table, name, "description");
    return [{ title: groupTitle(table, name), ...(description === undefined ? {} : { description }), errors }];
  });
  const others = members.get(undefined) ?? [];
  if (chapters.length === 0) return [{ errors: others }];
  return others.length === 0 ? chapters : [...chapters, { title: { value: labels.others }, errors: others }];
}

export function groupTitle(table: LocalizedTable, name: string): Localized {
  return groupText(table, name, "title") ?? { value: name };
}

const ORDERS: Readonly<Record<NonNullable<DocsOptions["order"]>, (a: ErrorModel, b: ErrorModel) => number>> = {
  status: (a, b) => (a.statuses[0] ?? 0) - (b.statuses[0] ?? 0) || compareText(a.code, b.code),
  code: (a, b) => compareText(a.code, b.code),
  table: (a, b) => a.order - b.order,
};

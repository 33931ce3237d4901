// Errors that belong together become chapters, sorted as the options say.

import { compareText } from "../../../diagnostic/diagnostic.ts";
import { statusLine } from "../../../model/http-status.ts";
import type { ErrorModel } from "../../../model/model.ts";
import type { DocsOptions } from "../../options.gen.ts";
import { type Edition, groupTexts, type Shown, shown } from "./localized-table.ts";

/** Errors under a heading of their own; without a title where nothing divides them. */
export interface Chapter {
  readonly title?: Shown;
  readonly description?: Shown;
  readonly errors: readonly ErrorModel[];
}

export function chaptersOf(edition: Edition): readonly Chapter[] {
  const { model, options } = edition;
  const sorted = model.errors.toSorted(ORDERS[options.order ?? "status"]);
  switch (options.groupBy ?? "group") {
    case "group":
      return chaptersByGroup(edition, sorted);
    case "status": {
      const statuses = [...membersBy(sorted, (error) => error.status)].toSorted(([a], [b]) => a - b);
      return statuses.map(([status, errors]) => ({ title: { value: statusLine(status) }, errors }));
    }
    default:
      return [{ errors: sorted }];
  }
}

/** The groups in the order of the table, then the errors that belong to none. */
function chaptersByGroup(edition: Edition, sorted: readonly ErrorModel[]): readonly Chapter[] {
  const { model, labels } = edition;
  const known = new Set(model.groups.map((group) => group.name));
  const members = membersBy(sorted, ({ group }) => (group !== undefined && known.has(group) ? group : undefined));
  const chapters = model.groups.flatMap(({ name }): readonly Chapter[] => {
    const errors = members.get(name);
    if (errors === undefined) return [];
    const group = model.groups.find((one) => one.name === name);
    const description = shown(edition, group?.description, groupTexts(edition, name)?.description);
    return [{ title: groupTitle(edition, name), ...(description === undefined ? {} : { description }), errors }];
  });
  const others = members.get(undefined) ?? [];
  if (chapters.length === 0) return [{ errors: others }];
  return others.length === 0 ? chapters : [...chapters, { title: { value: labels.others }, errors: others }];
}

/** What readers know a group by. */
export function groupTitle(edition: Edition, name: string): Shown {
  const own = edition.model.groups.find((group) => group.name === name)?.title;
  return shown(edition, own, groupTexts(edition, name)?.title) ?? { value: name };
}

function membersBy<Key>(errors: readonly ErrorModel[], keyOf: (error: ErrorModel) => Key): Map<Key, ErrorModel[]> {
  const members = new Map<Key, ErrorModel[]>();
  for (const error of errors) {
    const key = keyOf(error);
    const known = members.get(key);
    if (known === undefined) members.set(key, [error]);
    else known.push(error);
  }
  return members;
}

const ORDERS: Readonly<Record<NonNullable<DocsOptions["order"]>, (a: ErrorModel, b: ErrorModel) => number>> = {
  status: (a, b) => a.status - b.status || compareText(a.code, b.code),
  code: (a, b) => compareText(a.code, b.code),
  table: (a, b) => a.order - b.order,
};

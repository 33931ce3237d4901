// The table becomes the fields that search and filter its errors; only the script of the page can use them.
import type { Element, ElementContent } from "hast";
import { statusLine } from "../../../../model/http-status.ts";
import { type ErrorModel, type Model, RETRIES } from "../../../../model/model.ts";
import { h } from "../../../../text/html/element.ts";
import { classTitle } from "../../fragments/localized-table.ts";
import { CLASS, type Filter, ID } from "../centre-names.ts";
import { inEach, type Languages, label } from "./page-texts.ts";

/** Stays in view while the errors scroll. */
export function searchForm(languages: Languages): Element {
  return h("search", { className: ["live"] }, [
    label(languages, "search", "label", { htmlFor: [ID.search] }),
    h("input", { type: "search", id: ID.search, ariaDescribedBy: ["-hint"] }),
    label(languages, "searchHint", "p", { id: "-hint" }),
  ]);
}

export function filterForm(languages: Languages, model: Model): Element {
  const fields = [
    ...filterFields(languages, "status", statusChoices(model)),
    ...filterFields(
      languages,
      "group",
      classChoices(languages, model, "groups", ({ group }) => [group]),
    ),
    ...filterFields(
      languages,
      "tags",
      classChoices(languages, model, "tags", ({ tags }) => tags),
    ),
    ...filterFields(languages, "retry", retryChoices(languages, model)),
  ];
  return h("details", { className: [CLASS.filters, "live"], hidden: fields.length === 0 }, [
    label(languages, "filters", "summary"),
    ...fields,
    label(languages, "reset", "button", { className: [CLASS.reset] }),
  ]);
}

interface Choice {
  readonly value: string;
  readonly content: readonly (ElementContent | string)[];
  /** Whether an error has this value. */
  readonly isUsed: boolean;
}

/** A filter with fewer than two values would hide nothing. The script writes the number of errors behind each value. */
function filterFields(languages: Languages, filter: Filter, choices: readonly Choice[]): Element[] {
  const possible = choices.filter(({ isUsed }) => isUsed);
  if (possible.length < 2) return [];
  const labels = possible.flatMap(({ value, content }) => [
    LINE_END,
    h("label", [h("input", { type: "checkbox", name: filter, value }), ...content, " ", h("small")]),
  ]);
  return [h("fieldset", [label(languages, filter, "legend"), ...labels])];
}

/** A value of its own line is the only change that a new value makes. */
const LINE_END: ElementContent = { type: "text", value: "\n" };

/** The classes of statuses come first, if there are several. */
function statusChoices({ errors }: Model): readonly Choice[] {
  const statuses = [...new Set(errors.flatMap(({ statuses }) => statuses))].sort((a, b) => a - b);
  const classes = [...new Set(statuses.map(statusClass))];
  return [
    ...(classes.length < 2 ? [] : classes.map((value) => ({ value, content: [value], isUsed: true }))),
    ...statuses.map((status) => ({ value: String(status), content: [statusLine(status)], isUsed: true })),
  ];
}

/** "4xx" */
export function statusClass(status: number): string {
  return `${Math.floor(status / 100)}xx`;
}

function classChoices(
  languages: Languages,
  model: Model,
  kind: "groups" | "tags",
  namesOf: (error: ErrorModel) => readonly (string | undefined)[],
): readonly Choice[] {
  const used = new Set(model.errors.flatMap(namesOf));
  return model[kind].map(({ name }) => {
    const content = inEach(
      languages,
      "span",
      {},
      (table) => [classTitle(table, kind, name).value],
      (table) => classTitle(table, kind, name).language,
    );
    return { value: name, content, isUsed: used.has(name) };
  });
}

function retryChoices(languages: Languages, { errors }: Model): readonly Choice[] {
  const used = new Set(errors.flatMap(({ cases }) => cases.map(({ retry }) => retry)));
  return RETRIES.map((value) => ({ value, content: [label(languages, value)], isUsed: used.has(value) }));
}

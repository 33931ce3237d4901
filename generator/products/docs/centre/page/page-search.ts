// The table becomes the form that searches and filters its errors; only the script of the page can use it.
import type { Element, ElementContent } from "hast";
import { statusLine } from "../../../../model/http-status.ts";
import { type ErrorModel, type Model, RETRIES } from "../../../../model/model.ts";
import { h } from "../../../../text/html/element.ts";
import { classTitle } from "../../fragments/localized-table.ts";
import { CLASS, type Filter, ID } from "../centre-names.ts";
import { inEach, type Languages, label } from "./page-texts.ts";

export function searchForm(languages: Languages, model: Model): Element {
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
  return h("search", { className: ["live"] }, [
    label(languages, "search", "label", { htmlFor: [ID.search] }),
    h("input", { type: "search", id: ID.search, autoComplete: "off", ariaDescribedBy: ["-hint"] }),
    label(languages, "searchHint", "p", { id: "-hint" }),
    h("details", { className: [CLASS.filters], hidden: fields.length === 0 }, [
      label(languages, "filters", "summary"),
      ...fields,
      label(languages, "reset", "button", { className: [CLASS.reset] }),
    ]),
  ]);
}

interface Choice {
  readonly value: string;
  readonly content: readonly (ElementContent | string)[];
  /** The number of errors that have this value. */
  readonly count: number;
}

/** A filter with fewer than two values would hide nothing. */
function filterFields(languages: Languages, filter: Filter, choices: readonly Choice[]): Element[] {
  const possible = choices.filter(({ count }) => count > 0);
  if (possible.length < 2) return [];
  const labels = possible.map(({ value, content, count }) =>
    h("label", [h("input", { type: "checkbox", name: filter, value }), ...content, " ", h("small", String(count))]),
  );
  return [h("fieldset", [label(languages, filter, "legend"), ...labels])];
}

/** The classes of statuses come first, if there are several. */
function statusChoices({ errors }: Model): readonly Choice[] {
  const statuses = counts(errors.flatMap(({ statuses }) => statuses));
  const classes = counts(
    errors.flatMap(({ statuses }) => [...new Set(statuses.map((status) => Math.floor(status / 100)))]),
  );
  return [
    ...(classes.length < 2
      ? []
      : classes.map(([first, count]) => ({ value: `${first}xx`, content: [`${first}xx`], count }))),
    ...statuses.map(([status, count]) => ({ value: String(status), content: [statusLine(status)], count })),
  ];
}

function classChoices(
  languages: Languages,
  model: Model,
  kind: "groups" | "tags",
  namesOf: (error: ErrorModel) => readonly (string | undefined)[],
): readonly Choice[] {
  return model[kind].map(({ name }) => {
    const content = inEach(
      languages,
      "span",
      {},
      (table) => [classTitle(table, kind, name).value],
      (table) => classTitle(table, kind, name).language,
    );
    return { value: name, content, count: model.errors.filter((error) => namesOf(error).includes(name)).length };
  });
}

function retryChoices(languages: Languages, { errors }: Model): readonly Choice[] {
  return RETRIES.map((value) => ({
    value,
    content: [label(languages, value)],
    count: errors.filter(({ cases }) => cases.some(({ retry }) => retry === value)).length,
  }));
}

/** Each number with how often it occurs, in ascending order. */
function counts(numbers: readonly number[]): readonly (readonly [number, number])[] {
  const distinct = [...new Set(numbers)].sort((a, b) => a - b);
  return distinct.map((number) => [number, numbers.filter((other) => other === number).length]);
}

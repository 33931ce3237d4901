// The table becomes the form that searches and filters its errors; it is of use with the script of the page only.
import type { Element, ElementContent } from "hast";
import { statusLine } from "../../../../model/http-status.ts";
import type { Model, Retry } from "../../../../model/model.ts";
import { h } from "../../../../text/html/element.ts";
import { groupTitle } from "../../fragments/chapters.ts";
import { inEach, type Languages, label } from "./page-texts.ts";

export function searchForm(languages: Languages, model: Model): Element[] {
  const { errors, groups } = model;
  const statuses = counted(errors.map(({ status }) => status)).toSorted(([a], [b]) => a - b);
  const classes = counted(errors.map(({ status }) => Math.floor(status / 100)));
  const inGroups = counted(errors.flatMap(({ group }) => (group === undefined ? [] : [group])));
  const retries = counted(errors.flatMap(({ retry }) => (retry === undefined ? [] : [retry])));
  const statusChoices = [
    ...(classes.length < 2
      ? []
      : classes
          .toSorted(([a], [b]) => a - b)
          .map(([first, count]) => choice("status", `${first}xx`, [`${first}xx`], count))),
    ...statuses.map(([status, count]) => choice("status", String(status), [statusLine(status)], count)),
  ];
  const groupChoices = groups.flatMap(({ name }) => {
    const [, count = 0] = inGroups.find(([group]) => group === name) ?? [];
    const words = inEach(
      languages,
      "span",
      {},
      (edition) => [groupTitle(edition, name).value],
      (edition) => groupTitle(edition, name).language,
    );
    return count === 0 ? [] : [choice("group", name, words, count)];
  });
  const retryChoices = RETRIES.flatMap((retry) => {
    const [, count = 0] = retries.find(([name]) => name === retry) ?? [];
    const words = [label(languages, ({ choices }) => choices[retry])];
    return count === 0 ? [] : [choice("retry", retry, words, count)];
  });
  return [
    h("search", { className: ["live"] }, [
      label(languages, ({ search }) => search, "label", { htmlFor: ["-search"] }),
      h("input", {
        type: "search",
        id: "-search",
        autoComplete: "off",
        ariaDescribedBy: ["-hint"],
      }),
      label(languages, ({ searchHint }) => searchHint, "p", { id: "-hint" }),
      h("details", { className: ["filters"] }, [
        label(languages, ({ filters }) => filters, "summary"),
        ...facet(
          label(languages, ({ status }) => status, "legend"),
          statusChoices,
        ),
        ...facet(
          label(languages, ({ group }) => group, "legend"),
          groupChoices,
        ),
        ...facet(
          label(languages, ({ retry }) => retry, "legend"),
          retryChoices,
        ),
        label(languages, ({ reset }) => reset, "button"),
      ]),
    ]),
  ];
}

const RETRIES: readonly Retry[] = ["never", "backoff", "throttled"];

function counted<Value>(values: readonly Value[]): readonly (readonly [Value, number])[] {
  const counts = new Map<Value, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts];
}

/** What all errors have in common is nothing to choose by. */
function facet(legend: Element, choices: Element[]): Element[] {
  return choices.length < 2 ? [] : [h("fieldset", [legend, ...choices])];
}

function choice(name: string, value: string, words: (ElementContent | string)[], count: number): Element {
  return h("label", [h("input", { type: "checkbox", name, value }), ...words, " ", h("small", String(count))]);
}

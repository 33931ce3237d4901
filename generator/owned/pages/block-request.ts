// The attributes of a marker become the request for its block: a table and its errors, a language, a format and options.

import { didYouMean } from "../../diagnostic/suggest.ts";
import { type Model, withoutInternal } from "../../model/model.ts";
import { type DocsFormat, FRAGMENTS } from "../../products/docs/index.ts";
import type { DocsOptions } from "../../products/options.gen.ts";
import type { Attribute, Marker, Report } from "./markers.ts";

export interface PageTable {
  readonly model: Model;
  /** The options of the table's docs target in the configuration. */
  readonly options: DocsOptions;
}

export interface BlockRequest {
  readonly model: Model;
  readonly format: DocsFormat;
  readonly locale: string;
  readonly options: DocsOptions;
}

/** Undefined after a problem was reported. */
export function blockRequestOf(marker: Marker, tables: readonly PageTable[], report: Report): BlockRequest | undefined {
  let isGood = true;
  const wrong = (attribute: Attribute, message: string, help: string): void => {
    report(attribute.value, message, help);
    isGood = false;
  };
  for (const [key, { key: word }] of marker.attributes) {
    if (Object.hasOwn(OPTIONS, key) || SELECTORS.includes(key)) continue;
    const known = [...SELECTORS, ...Object.keys(OPTIONS)];
    report(word, `There is no attribute "${key}".`, didYouMean(key, known) ?? `There are: ${known.join(", ")}.`);
    isGood = false;
  }
  const table = tableOf(marker, tables, report);
  if (table === undefined) return undefined;
  const given = optionsOf(marker, wrong);
  const options = { ...table.options, ...given };
  const whole = options.internal === true ? table.model : withoutInternal(table.model);
  const model = selected(whole, marker, wrong);
  const locale = marker.attributes.get("locale");
  if (locale !== undefined && !whole.locales.includes(locale.value.text)) {
    const help = didYouMean(locale.value.text, whole.locales) ?? `Its locales are: ${whole.locales.join(", ")}.`;
    wrong(locale, `"${whole.name}" has no locale "${locale.value.text}".`, help);
  }
  const layout = marker.attributes.get("format");
  if (layout !== undefined && layout.value.text !== "table" && layout.value.text !== "sections")
    wrong(
      layout,
      `A block has no format "${layout.value.text}".`,
      "Write format=table or format=sections; the language is that of the page.",
    );
  const format = `${marker.comment.syntax}-${layout?.value.text ?? "table"}`;
  if (!isGood || !isFormat(format)) return undefined;
  return { model, format, locale: locale?.value.text ?? whole.locale, options };
}

function isFormat(format: string): format is DocsFormat {
  return Object.hasOwn(FRAGMENTS, format);
}

type Wrong = (attribute: Attribute, message: string, help: string) => void;

const SELECTORS: readonly string[] = ["table", "format", "locale", "codes", "group", "status"];

function tableOf(marker: Marker, tables: readonly PageTable[], report: Report): PageTable | undefined {
  const named = marker.attributes.get("table");
  const names = tables.map(({ model }) => model.name);
  if (named === undefined) {
    if (tables.length === 1) return tables[0];
    report(marker, "The marker does not say which table it is for.", `Add table= and one of: ${names.join(", ")}.`);
    return undefined;
  }
  const found = tables.find(({ model }) => model.name === named.value.text || model.file === named.value.text);
  if (found === undefined) {
    const help = didYouMean(named.value.text, names) ?? `There are: ${names.join(", ")}.`;
    report(named.value, `No table is named "${named.value.text}".`, help);
  }
  return found;
}

/** A list that stays short enough to be read. */
function shortList(names: readonly string[]): string {
  const shown = names.slice(0, 10).map((name) => `"${name}"`);
  const rest = names.length - shown.length;
  return rest > 0 ? `${shown.join(", ")} and ${rest} others` : shown.join(", ");
}

/** The model with the selected errors. A selection leaves out retired codes unless the marker has retired=true. */
function selected(model: Model, { attributes }: Marker, wrong: Wrong): Model {
  const [codes, group, status] = [attributes.get("codes"), attributes.get("group"), attributes.get("status")];
  let { errors } = model;
  if (codes !== undefined) {
    const known = model.errors.map((error) => error.code);
    const names = namesIn(codes);
    for (const code of names)
      if (!known.includes(code))
        wrong(
          codes,
          `"${model.name}" has no code "${code}" to show.`,
          didYouMean(code, known) ?? `It has ${shortList(known)}.`,
        );
    errors = errors.filter((error) => names.includes(error.code));
  }
  if (group !== undefined) {
    const known = model.groups.map(({ name }) => name);
    const names = namesIn(group);
    for (const name of names)
      if (!known.includes(name))
        wrong(
          group,
          `"${model.name}" has no group "${name}" to show.`,
          didYouMean(name, known) ?? `Its groups are: ${known.join(", ") || "none"}.`,
        );
    errors = errors.filter((error) => error.group !== undefined && names.includes(error.group));
  }
  if (status !== undefined) {
    const statuses = namesIn(status);
    for (const one of statuses)
      if (!/^[45](?:\d\d|xx)$/.test(one))
        wrong(
          status,
          `"${one}" is no status of an error.`,
          "Write statuses such as 404, or classes such as 4xx, with commas between them.",
        );
    errors = errors.filter((error) =>
      statuses.some((one) => one === String(error.status) || one === `${String(error.status)[0]}xx`),
    );
  }
  const last = status ?? group ?? codes;
  if (last === undefined) return model;
  if (errors.length === 0 && model.errors.length > 0)
    wrong(
      last,
      "No error of the table is asked for.",
      "Ask for less at once: an error has to fit all of codes, group and status.",
    );
  const retired = attributes.get("retired")?.value.text === "true" ? model.retired : [];
  return { ...model, errors, retired };
}

function namesIn({ value }: Attribute): readonly string[] {
  return value.text
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

/** The options of the docs target that a marker may have, with the values of each. */
const OPTIONS = {
  groupBy: ["group", "status", "none"],
  order: ["status", "code", "table"],
  headingLevel: ["1", "2", "3", "4", "5", "6"],
  anchors: ["code", "lower-case", "slug", "none"],
  columns: ["status", "code", "message", "description", "solution", "retry", "since", "group", "links"],
  anchorsInHeadings: ["true", "false"],
  retired: ["true", "false"],
  internal: ["true", "false"],
} as const satisfies Readonly<Partial<Record<keyof DocsOptions, readonly string[]>>>;

function optionsOf({ attributes }: Marker, wrong: Wrong): DocsOptions {
  const options: Record<string, unknown> = {};
  for (const [key, values] of Object.entries(OPTIONS)) {
    const attribute = attributes.get(key);
    if (attribute === undefined) continue;
    const parts = key === "columns" ? namesIn(attribute) : [attribute.value.text];
    for (const part of parts)
      if (!(values as readonly string[]).includes(part))
        wrong(
          attribute,
          `"${part}" is no value of "${key}".`,
          didYouMean(part, values) ?? `There are: ${values.join(", ")}.`,
        );
    const [only = ""] = parts;
    if (new Set(parts).size < parts.length || parts.length === 0)
      wrong(
        attribute,
        `"${attribute.value.text}" is no list of columns.`,
        "Name columns, each once, with commas between.",
      );
    options[key] =
      key === "columns"
        ? parts
        : key === "headingLevel"
          ? Number(only)
          : /^(?:true|false)$/.test(only)
            ? only === "true"
            : only;
  }
  return options;
}

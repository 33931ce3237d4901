// The attributes of a marker become the request for its block: a table and its errors, a language, a format and options.
import { didYouMean } from "../../diagnostic/suggest.ts";
import { modelFor } from "../../model/audience.ts";
import type { ErrorModel, Model, OperationModel } from "../../model/model.ts";
import { COLUMN_NAMES } from "../../products/docs/fragments/table-columns.ts";
import type { DocsFormat } from "../../products/docs/index.ts";
import type { DocsOptions } from "../../products/options.gen.ts";
import type { Attribute, Marker, ReportProblem } from "./markers.ts";

export interface InjectedTable {
  readonly model: Model;
  /** The options of the table's docs target in the configuration. */
  readonly options: DocsOptions;
}

export interface BlockRequest extends InjectedTable {
  readonly format: DocsFormat;
  readonly locale: string;
}

/** Undefined where no table is found. After other problems were reported, the request is not for use. */
export function blockRequestOf(
  marker: Marker,
  tables: readonly InjectedTable[],
  report: ReportProblem,
): BlockRequest | undefined {
  const { attributes, comment } = marker;
  const known = [...SELECTORS, ...Object.keys(OPTIONS)];
  for (const [key, { key: word }] of attributes)
    if (!known.includes(key))
      report(word, `There is no attribute "${key}".`, didYouMean(key, known) ?? `There are: ${known.join(", ")}.`);
  const table = tableOf(marker, tables, report);
  if (table === undefined) return undefined;
  const options = { ...table.options, ...optionsOf(marker, report) };
  const model = modelFor(options, table.model);
  const locale = attributes.get("locale")?.value;
  if (locale !== undefined && !model.locales.includes(locale.text)) {
    const help = didYouMean(locale.text, model.locales) ?? `Its locales are: ${model.locales.join(", ")}.`;
    report(locale, `"${model.name}" has no locale "${locale.text}".`, help);
  }
  const layout = attributes.get("format")?.value;
  if (layout !== undefined && !/^(?:table|sections)$/.test(layout.text)) {
    const help = "Write format=table or format=sections; the markup is that of the page.";
    report(layout, `A block has no format "${layout.text}".`, help);
  }
  return {
    model: selected(model, marker, report),
    format: `${comment.syntax}-${layout?.text === "sections" ? "sections" : "table"}`,
    locale: locale?.text ?? model.locale,
    options,
  };
}

const SELECTORS: readonly string[] = ["table", "format", "locale", "codes", "group", "status", "tags", "operation"];

function tableOf({ attributes, start, end }: Marker, tables: readonly InjectedTable[], report: ReportProblem) {
  const named = attributes.get("table")?.value;
  const names = tables.map(({ model }) => model.name);
  if (named === undefined) {
    if (tables.length === 1) return tables[0];
    const help = `Add table= and one of: ${names.join(", ")}.`;
    return report({ start, end }, "The marker does not say which table it is for.", help);
  }
  const found = tables.find(({ model }) => model.name === named.text || model.file === named.text);
  if (found !== undefined) return found;
  const help = didYouMean(named.text, names) ?? `There are: ${names.join(", ")}.`;
  return report(named, `No table is named "${named.text}".`, help);
}

/** The model with the selected errors. A selection leaves out retired codes unless the marker has retired=true. */
function selected(model: Model, { attributes }: Marker, report: ReportProblem): Model {
  let { errors } = model;
  let last: Attribute | undefined;
  for (const { key, problemOf, part } of selectionsIn(model)) {
    const attribute = attributes.get(key);
    if (attribute === undefined) continue;
    const names = namesIn(attribute);
    for (const problem of names.map(problemOf)) if (problem !== undefined) report(attribute.value, ...problem);
    errors = errors.flatMap((error) => part(error, names) ?? []);
    last = attribute;
  }
  if (last === undefined) return model;
  if (errors.length === 0 && model.errors.length > 0) {
    const help = "Ask for less at once: an error has to fit all of codes, group, status, tags and operation.";
    report(last.value, "No error of the table is asked for.", help);
  }
  const retired = attributes.get("retired")?.value.text === "true" ? model.retired : [];
  return { ...model, errors, retired };
}

interface Selection {
  readonly key: string;
  /** The reason why a value selects nothing. */
  problemOf(name: string): readonly [message: string, help: string] | undefined;
  /** The part of an error that one of the values selects. */
  part(error: ErrorModel, names: readonly string[]): ErrorModel | undefined;
}

/** Selects whole errors. */
function whole(fits: (error: ErrorModel, name: string) => boolean): Selection["part"] {
  return (error, names) => (names.some((name) => fits(error, name)) ? error : undefined);
}

/** An operation may answer with some cases of an error only. */
function answered(error: ErrorModel, operations: readonly OperationModel[]): ErrorModel | undefined {
  const answers = operations.flatMap((operation) => operation.answers.filter(({ code }) => code === error.code));
  const cases = error.cases.filter(({ name }) =>
    answers.some((answer) => answer.case === undefined || answer.case === name),
  );
  if (cases.length === 0 || cases.length === error.cases.length) return cases.length === 0 ? undefined : error;
  return {
    ...error,
    cases,
    statuses: error.statuses.filter((status) => cases.some((one) => one.statuses.includes(status))),
  };
}

function selectionsIn(model: Model): readonly Selection[] {
  const codes = new Set(model.errors.map(({ code }) => code));
  const identifiers = model.errors.map(({ identifier }) => identifier);
  const groups = model.groups.map(({ name }) => name);
  // A status below 400 is one of an error only where the table says so.
  const statuses = new Set(model.errors.flatMap((error) => error.statuses.map(String)));
  const tags = model.tags.map(({ name }) => name);
  const operations = model.operations.map(({ name }) => name);
  const missing = (kind: string, name: string, known: readonly string[], list: string) =>
    known.includes(name)
      ? undefined
      : ([`"${model.name}" has no ${kind} "${name}" to show.`, didYouMean(name, known) ?? list] as const);
  return [
    {
      key: "codes",
      problemOf: (name) => missing("code", name, [...codes, ...identifiers], `It has ${shortList([...codes])}.`),
      // As everywhere, a code comes before the identifier of another error.
      part: whole(({ code, identifier }, name) => name === (codes.has(name) ? code : identifier)),
    },
    {
      key: "group",
      problemOf: (name) => missing("group", name, groups, `Its groups are: ${groups.join(", ") || "none"}.`),
      part: whole(({ group }, name) => group === name),
    },
    {
      key: "status",
      problemOf: (name) =>
        /^[45](?:\d\d|xx)$/.test(name) || statuses.has(name)
          ? undefined
          : [`"${name}" is no status of an error.`, STATUS_HELP],
      part: whole(({ statuses }, name) =>
        statuses.some((status) => name === String(status) || name === `${String(status)[0]}xx`),
      ),
    },
    {
      key: "tags",
      problemOf: (name) => missing("tag", name, tags, `Its tags are: ${tags.join(", ") || "none"}.`),
      part: whole((error, name) => error.tags.includes(name)),
    },
    {
      key: "operation",
      problemOf: (name) => missing("operation", name, operations, `Its operations are: ${shortList(operations)}.`),
      // Every operation may answer with the errors of "*".
      part: (error, names) =>
        answered(
          error,
          model.operations.filter(({ name }) => name === "*" || names.includes(name)),
        ),
    },
  ];
}

const STATUS_HELP = "Write statuses such as 404, or classes such as 4xx, with commas between them.";

/** A list that stays short enough to be read. */
function shortList(names: readonly string[]): string {
  const shown = names.slice(0, 10).map((name) => `"${name}"`);
  const rest = names.length - shown.length;
  return rest > 0 ? `${shown.join(", ")} and ${rest} others` : shown.join(", ");
}

function namesIn({ value }: Attribute): readonly string[] {
  const parts = value.text.split(",").map((part) => part.trim());
  return parts.filter((part) => part !== "");
}

/** The options of the docs target that a marker may have, with the values of each. */
const OPTIONS: Readonly<Partial<Record<keyof DocsOptions, readonly (string | number | boolean)[]>>> = {
  groupBy: ["group", "status", "none"],
  order: ["status", "code", "table"],
  headingLevel: [1, 2, 3, 4, 5, 6],
  anchors: ["code", "lower-case", "slug", "none"],
  columns: COLUMN_NAMES,
  anchorsInHeadings: [true, false],
  retired: [true, false],
  internal: [true, false],
};

function optionsOf({ attributes }: Marker, report: ReportProblem): DocsOptions {
  const options: Record<string, unknown> = {};
  for (const [key, values] of Object.entries(OPTIONS)) {
    const attribute = attributes.get(key);
    if (attribute === undefined) continue;
    const { value } = attribute;
    const names = values.map(String);
    const parts = key === "columns" ? namesIn(attribute) : [value.text];
    // A column may be a field of people's own.
    const isOwn = (part: string): boolean => key === "columns" && part.startsWith("x-");
    for (const part of parts.filter((one) => !names.includes(one) && !isOwn(one)))
      report(value, `"${part}" is no value of "${key}".`, didYouMean(part, names) ?? `There are: ${names.join(", ")}.`);
    if (new Set(parts).size < parts.length || parts.length === 0)
      report(value, `"${value.text}" is no list of columns.`, "Name columns, each once, with commas between.");
    const given = parts.map((part) => (isOwn(part) ? part : values[names.indexOf(part)]));
    options[key] = key === "columns" ? given : given[0];
  }
  return options;
}

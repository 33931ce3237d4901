// The attributes of a marker become the request for its block: a table and its errors, a language, a format and options.
import { didYouMean } from "../../diagnostic/suggest.ts";
import { modelFor } from "../../model/audience.ts";
import type { Model } from "../../model/model.ts";
import { COLUMN_NAMES } from "../../products/docs/fragments/table-columns.ts";
import type { DocsFormat } from "../../products/docs/index.ts";
import type { DocsOptions } from "../../products/options.gen.ts";
import { namesIn, SELECTORS, selected } from "./block-selection.ts";
import type { Marker, ReportProblem } from "./markers.ts";

export interface InjectedTable {
  readonly model: Model;
  /** The options of the table's docs target in the configuration. */
  readonly options: DocsOptions;
  /** The table as it was in a version, a branch or a commit; absent where nobody can read it. */
  readonly older?: (since: string) => OlderTable;
}

type OlderTable = { readonly model: Model } | { readonly message: string; readonly help: string };

export interface BlockRequest extends Pick<InjectedTable, "model" | "options"> {
  readonly format: DocsFormat;
  readonly locale: string;
  /** The version that a block of changes begins with. */
  readonly old?: Model;
}

/** `page` are the options that the page decides on, if its marker does not. Undefined where no table is found. After other problems were reported, the request is not for use. */
export function blockRequestOf(
  marker: Marker,
  { tables, page }: { readonly tables: readonly InjectedTable[]; readonly page: DocsOptions },
  report: ReportProblem,
): BlockRequest | undefined {
  const { attributes, comment } = marker;
  const known = ["table", "format", "locale", "since", ...SELECTORS, ...Object.keys(OPTIONS)];
  for (const [key, { key: word }] of attributes)
    if (!known.includes(key))
      report(word, `There is no attribute "${key}".`, didYouMean(key, known) ?? `There are: ${known.join(", ")}.`);
  const table = tableOf(marker, tables, report);
  if (table === undefined) return undefined;
  const options = { ...table.options, ...page, ...optionsOf(marker, report) };
  const model = modelFor(options, table.model);
  const locale = attributes.get("locale")?.value;
  if (locale !== undefined && !model.locales.includes(locale.text)) {
    const help = didYouMean(locale.text, model.locales) ?? `Its locales are: ${model.locales.join(", ")}.`;
    report(locale, `"${model.name}" has no locale "${locale.text}".`, help);
  }
  const layout = attributes.get("format")?.value;
  const format = LAYOUTS.find((one) => one === layout?.text);
  if (layout !== undefined && format === undefined) {
    const help = "Write format=table, format=sections or format=operations; the markup is that of the page.";
    report(layout, `A block has no format "${layout.text}".`, help);
  }
  if (layout !== undefined && format === "operations" && model.operations.length === 0) {
    const help = "List its operations under operations: in the table, or write format=table.";
    report(layout, `"${model.name}" has no operations to show.`, help);
  }
  const old = olderOf(marker, table, report);
  return {
    model: old === undefined ? selected(model, marker, report) : table.model,
    format: `${comment.syntax}-${format ?? "table"}`,
    locale: locale?.text ?? model.locale,
    options,
    ...(old && { old }),
  };
}

/** A block with "since" tells of changes, and of nothing else. */
function olderOf({ attributes }: Marker, { older }: InjectedTable, report: ReportProblem): Model | undefined {
  const since = attributes.get("since")?.value;
  if (since === undefined) return undefined;
  for (const key of ["format", ...SELECTORS]) {
    const attribute = attributes.get(key);
    const help = "Leave it out: the block tells of every code that was added, changed, deprecated or removed.";
    if (attribute !== undefined) report(attribute.key, `A block of changes has no "${key}".`, help);
  }
  const found = older?.(since.text) ?? {
    message: "Older versions of the table cannot be read here.",
    help: "Run errtable inject in a clone.",
  };
  return "model" in found ? found.model : report(since, found.message, found.help);
}

const LAYOUTS = ["table", "sections", "operations"] as const;

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

// A table in one language: its translated texts, and its own texts, marked with their language, where there is no translation.
import { memoize, memoizeByKey } from "../../../diagnostic/memoize.ts";
import { type CaseModel, type ErrorModel, type LinkModel, type Model, TEXT_FIELDS } from "../../../model/model.ts";
import { answersByCode, type OperationAnswer } from "../../../model/operation-answers.ts";
import { shownMessage } from "../../../model/shown-message.ts";
import { type Block, type Inline, text, type Words, words } from "../../../text/document/blocks.ts";
import { readMarkdown } from "../../../text/markdown/gfm-parser.ts";
import type { DocsOptions } from "../../options.gen.ts";
import { labelsFor } from "../languages/index.ts";
import type { Label, Labels } from "../languages/language.ts";
import { type Anchors, anchorsOf } from "./anchors.ts";

export interface LocalizedTable {
  readonly model: Model;
  readonly options: DocsOptions;
  readonly locale: string;
  readonly labels: Labels;
  /** The names that links to errors end in; none where there are no anchors. */
  readonly anchors: Anchors;
  /** The answers of operations by code. */
  readonly answers: ReadonlyMap<string, readonly OperationAnswer[]>;
  readonly read: (markdown: string) => readonly Block[];
  /** Whether errtable has no labels in the language, so that some of them are English. */
  readonly hasEnglishLabels: boolean;
  /** A label as words, and as strong words; the same objects wherever they stand. */
  readonly label: (label: Label) => Inline;
  readonly boldLabel: (label: Label) => Inline;
}

/** The tables of all locales parse each text once. */
export function localizedTables(model: Model, options: DocsOptions): (locale: string) => LocalizedTable {
  const anchors = anchorsOf(model, options.anchors ?? "code");
  const answers = answersByCode(model);
  const read = memoizeByKey(readMarkdown);
  return (locale) => {
    const { labels, english } = labelsFor(locale, options.labels?.[locale]);
    // The note at the end of a fragment speaks of English labels; none of them has a mark of its own.
    const inLanguage = (label: Label, inline: Inline): Inline =>
      english.has(label) ? { kind: "foreign", language: "en", quiet: true, content: [inline] } : inline;
    return {
      ...{ model, options, locale, labels, anchors, answers, read },
      hasEnglishLabels: english.size > 0,
      label: memoizeByKey((label) => inLanguage(label, text(labels[label]))),
      boldLabel: memoizeByKey((label) => inLanguage(label, { kind: "strong", content: [text(labels[label])] })),
    };
  };
}

/** A value and, where it is not in the language of the table, its language. */
export interface Localized<Value = string> {
  readonly value: Value;
  readonly language?: string;
}

/** The translation, or the table's own value where there is none. */
export function localized<Value>(
  { locale, model }: LocalizedTable,
  own: Value | undefined,
  translation?: Value,
): Localized<Value> | undefined {
  if (locale !== model.locale && translation !== undefined) return { value: translation };
  if (own === undefined) return undefined;
  return locale === model.locale ? { value: own } : { value: own, language: model.locale };
}

/** The texts of an error that docs show as blocks, in their order, each with its label; columns use the field's own name. */
export const ERROR_TEXTS = TEXT_FIELDS.map((field) => ({
  field,
  label: field === "description" ? ("cause" as const) : field,
})) satisfies readonly { readonly field: Label; readonly label: Label }[];

export type ErrorText = (typeof ERROR_TEXTS)[number]["field"];

/** The texts of an error, or of one of its cases. */
type Authored = ErrorModel | CaseModel;

export function errorText(table: LocalizedTable, one: Authored, field: ErrorText): Localized | undefined {
  return localized(table, one[field], one.texts[table.locale]?.[field]);
}

export function linksOf(table: LocalizedTable, one: Authored): Localized<readonly LinkModel[]> | undefined {
  return localized(table, one.links.length > 0 ? one.links : undefined, one.texts[table.locale]?.links);
}

/** Servers send a message without a translation as it is, so that it has no mark. */
export function messageOf({ locale, options }: LocalizedTable, one: CaseModel): string | undefined {
  const template = one.texts[locale]?.template ?? one.template;
  if (template === undefined || options.placeholders === "source") return template?.text;
  return shownMessage(one, template);
}

/** Words, with a mark where they are in another language. */
export function marked({ language }: Localized<unknown>, parts: Words): Words {
  return language === undefined ? parts : [{ kind: "foreign", language, content: words(parts) }];
}

/** A Markdown text as a block. */
export function prose({ read }: LocalizedTable, { value, ...language }: Localized, lead: Words = []): Block {
  return { kind: "prose", blocks: read(value), lead: words(lead), ...language };
}

/** A text of a group or a tag. */
export function classText(
  table: LocalizedTable,
  kind: "groups" | "tags",
  name: string,
  field: "title" | "description",
): Localized | undefined {
  const { model, locale } = table;
  const found = classesIn(model)[kind].get(name);
  return localized(table, found?.[field], model.texts[locale]?.[kind][name]?.[field]);
}

/** By name. */
const classesIn = memoize(({ groups, tags }: Model) => ({
  groups: new Map(groups.map((one) => [one.name, one])),
  tags: new Map(tags.map((one) => [one.name, one])),
}));

/** The title of a group or a tag; its name where the table does not describe it. */
export function classTitle(table: LocalizedTable, kind: "groups" | "tags", name: string): Localized {
  return classText(table, kind, name, "title") ?? { value: name };
}

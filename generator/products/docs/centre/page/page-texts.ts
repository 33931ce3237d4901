// Texts become elements in every language of the page. A text of the table has one element per language, and the chosen
// language shows it; a label of the tool has one element, into which the script puts the words of the chosen language.
import type { Element, ElementContent, Properties, RootContent } from "hast";
import { type Block, type Words, words } from "../../../../text/document/blocks.ts";
import type { BlocksNode } from "../../../../text/document/page.ts";
import { h, languageMark } from "../../../../text/html/element.ts";
import { ERROR_TEXTS, type Localized, type LocalizedTable, prose } from "../../fragments/localized-table.ts";
import { centreLabelsFor } from "../../languages/index.ts";
import type { Labels } from "../../languages/language.ts";
import { DATA } from "../centre-names.ts";

/** The languages of a page; the first is shown until another one is chosen. */
export interface Languages {
  /** The table in each language. */
  readonly tables: readonly LocalizedTable[];
  /** The labels in each of these languages. */
  readonly labels: readonly PageLabels[];
  /** The page that documents every error of the table, if all errors name the same one. */
  readonly documentation: string | undefined;
}

export type PageLabels = Labels & ReturnType<typeof centreLabelsFor>;

/** The labels that the page shows, except the heading, which stands in the page once per language. */
const LABELS = [
  ...(["skip", "language", "search", "searchHint", "filters", "reset", "status", "group", "retry"] as const),
  ...(["never", "backoff", "throttled", "index", "version", "source", "documentation", "retrieved"] as const),
  ...(["decode", "paste", "stays", "clear", "internal", "since"] as const),
  ...ERROR_TEXTS.map((text) => text.label),
  ...(["params", "noRetry", "retryLater", "retryAllowed", "headers", "details"] as const),
  ...(["seeAlso", "example", "forExample", "sensitive", "retired", "tags", "answerOf"] as const),
  ...(["copy", "copyLink", "copyCode", "copyExample", "copyGuard", "copyArm"] as const),
];

export type PageLabel = (typeof LABELS)[number];

export function languagesOf(tables: readonly LocalizedTable[]): Languages {
  const model = tables[0]?.model;
  const [first, ...others] = model?.errors ?? [];
  const isCommon = others.every(({ documentation }) => documentation === first?.documentation);
  const date = model?.source?.retrieved ?? "";
  return {
    tables,
    labels: tables.map(({ labels, locale }) => {
      const centre = centreLabelsFor(locale);
      const retrieved = centre.retrieved.replace("{date}", () => date);
      return { ...labels, ...centre, retrieved, forExample: labels.forExample.trim() };
    }),
    documentation: isCommon ? first?.documentation : undefined,
  };
}

/** The labels that a page shows, in one of its languages; a label that is the same in all languages is left out. */
export function switchedLabels(shown: readonly ElementContent[], own: PageLabels): Readonly<Record<string, string>> {
  const names = new Set(shown.flatMap(labelsIn));
  return Object.fromEntries(LABELS.filter((name) => names.has(name)).map((name) => [name, own[name]]));
}

/** The names that `label` wrote. */
function labelsIn(node: ElementContent | RootContent): readonly unknown[] {
  if (node.type !== "element") return [];
  const { dataT: name } = node.properties;
  const inner: readonly (ElementContent | RootContent)[] = node.content?.children ?? node.children;
  return [...(name === undefined ? [] : [name]), ...inner.flatMap(labelsIn)];
}

/** A label of the tool, with its name if the script has to replace its words. */
export function label({ labels }: Languages, name: PageLabel, element = "span", properties: Properties = {}): Element {
  const [first] = labels;
  const isSwitched = labels.some((other) => other[name] !== first?.[name]);
  return h(element, isSwitched ? { ...properties, [DATA.label]: name } : properties, first?.[name]);
}

type Content = readonly (ElementContent | string)[];

/**
 * An element for each language; languages with the same content share one. `languageIn` names the language of a content
 * that is not translated, which gets a visible mark.
 */
export function inEach(
  { tables }: Languages,
  name: "div" | "span" | "samp" | "p",
  properties: Properties,
  contentIn: (table: LocalizedTable) => Content | undefined,
  languageIn: (table: LocalizedTable) => string | undefined = () => undefined,
): ElementContent[] {
  const shared = new Map<string, { content: Content; language: string; at: number[]; untranslatedAt: number[] }>();
  for (const [index, table] of tables.entries()) {
    const content = contentIn(table);
    if (content === undefined) continue;
    const key = JSON.stringify(content);
    const language = languageIn(table) ?? table.locale;
    const same = shared.get(key) ?? { content, language, at: [], untranslatedAt: [] };
    shared.set(key, same);
    same.at.push(index);
    if (language !== table.locale) same.untranslatedAt.push(index);
  }
  return Array.from(shared.values(), ({ content, language, at, untranslatedAt }) => {
    // The page itself is marked with the first language.
    const isFirst = String(at) === "0" && language === tables[0]?.locale;
    const mark = languageMark(language, shownIn(untranslatedAt, at.length));
    const marked = untranslatedAt.length === 0 ? content : withMark(content, mark);
    const lang = isFirst ? {} : { lang: language };
    return h(name, { ...properties, ...shownIn(at, tables.length), ...lang }, [...marked]);
  });
}

/** Names the languages that show an element, unless all of them do. */
function shownIn(at: readonly number[], count: number): Properties {
  return at.length === count ? {} : { [DATA.languages]: at.join(" ") };
}

function withMark(content: Content, mark: Element): Content {
  const last = content.at(-1);
  const isBlocks = typeof last === "object" && last.type === "blocks";
  return isBlocks ? [...content.slice(0, -1), { ...last, mark }] : [...content, " ", mark];
}

/** A text without translations is in the table's own language, whichever one is chosen. */
export function untranslated(languages: Languages, name: "span" | "p", content: Content): ElementContent[] {
  return inEach(
    languages,
    name,
    {},
    () => content,
    ({ model }) => model.locale,
  );
}

/** A Markdown text of the table in each language. */
export function authoredInEach(
  languages: Languages,
  properties: Properties,
  textIn: (table: LocalizedTable) => Localized | undefined,
): ElementContent[] {
  return inEach(
    languages,
    "div",
    properties,
    (table) => {
      const text = textIn(table);
      return text && [blocksNode([prose(table, { value: text.value })])];
    },
    (table) => textIn(table)?.language,
  );
}

export function blocksNode(blocks: readonly Block[]): BlocksNode {
  return { type: "blocks", blocks };
}

export function inlinesNode(parts: Words): ElementContent {
  return { type: "inlines", inlines: words(parts) };
}

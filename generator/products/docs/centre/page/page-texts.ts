// What people wrote stands in a page once per language, and the chosen language shows it; the tool's own words stand in it
// once, and the script puts those of the chosen language in their place.
import type { Element, ElementContent, Properties } from "hast";
import type { Block } from "../../../../text/blocks.ts";

import { h } from "../../../../text/html/element.ts";
import { type BlocksNode, languageMark } from "../../../../text/page.ts";
import { authored, type Edition, type Shown } from "../../fragments/localized-table.ts";
import { centreLabelsFor } from "../../languages/index.ts";
import type { CentreLabels, Labels } from "../../languages/language.ts";

/** The editions of a page; the first is shown until another one is chosen. */
export interface Languages {
  readonly editions: readonly Edition[];
  /** The tool's words in the language of each edition. */
  readonly words: readonly (Labels & CentreLabels)[];
  /** The words that stand in the page and are not the same in all languages, by how they are spelled in them. */
  readonly used: Map<string, SwitchedWord>;
  /** The page that documents every error of the table, where that is one. */
  readonly documentation: string | undefined;
}

interface SwitchedWord {
  readonly number: number;
  /** By language. */
  readonly spellings: readonly string[];
}

/** A word of the tool, in one language. */
export type Word = (labels: Labels & CentreLabels) => string;

export function languagesOf(editions: readonly Edition[]): Languages {
  const [first, ...others] = editions[0]?.model.errors ?? [];
  const isCommon = others.every(({ documentation }) => documentation === first?.documentation);
  return {
    editions,
    words: editions.map(({ labels, locale }) => ({ ...labels, ...centreLabelsFor(locale) })),
    used: new Map(),
    documentation: isCommon ? first?.documentation : undefined,
  };
}

type Content = readonly (ElementContent | string)[];

/**
 * An element for each language; languages that say the same share one. Words that are not in the language of an edition
 * have a mark there: `languageIn` says which one they are in.
 */
export function inEach(
  { editions }: Languages,
  name: "div" | "span" | "samp" | "p",
  properties: Properties,
  make: (edition: Edition) => Content | undefined,
  languageIn: (edition: Edition) => string | undefined = () => undefined,
): ElementContent[] {
  const shared = new Map<string, { content: Content; language: string; at: number[]; foreignAt: number[] }>();
  for (const [index, edition] of editions.entries()) {
    const content = make(edition);
    if (content === undefined) continue;
    const key = JSON.stringify(content);
    const language = languageIn(edition) ?? edition.locale;
    const same = shared.get(key) ?? { content, language, at: [], foreignAt: [] };
    shared.set(key, same);
    same.at.push(index);
    if (language !== edition.locale) same.foreignAt.push(index);
  }
  return Array.from(shared.values(), ({ content, language, at, foreignAt }) => {
    // What is shown in the first language alone is in the page's own.
    const isOwn = String(at) === "0" && language === editions[0]?.locale;
    const mark = foreignAt.length === 0 ? undefined : languageMark(language, shownAt(foreignAt, at.length));
    const marked = mark === undefined ? content : withMark(content, mark);
    return h(name, { ...properties, ...shownAt(at, editions.length), ...(isOwn ? {} : { lang: language }) }, [
      ...marked,
    ]);
  });
}

/** Nothing where it is shown in all languages that there are. */
function shownAt(at: readonly number[], count: number): Properties {
  return at.length === count ? {} : { dataL: at.join(" ") };
}

function withMark(content: Content, mark: Element): Content {
  const last = content.at(-1);
  const isBlocks = typeof last === "object" && last.type === "blocks";
  return isBlocks ? [...content.slice(0, -1), { ...last, mark }] : [...content, " ", mark];
}

/** Texts that nobody translates: they are in the table's own language, whichever one is chosen. */
export function inOwn(languages: Languages, name: "span" | "p", content: Content): ElementContent[] {
  return inEach(
    languages,
    name,
    {},
    () => content,
    ({ model }) => model.locale,
  );
}

/** What authors wrote, in each language. */
export function authoredIn(
  languages: Languages,
  properties: Properties,
  find: (edition: Edition) => Shown | undefined,
): ElementContent[] {
  return inEach(
    languages,
    "div",
    properties,
    (edition) => {
      const found = find(edition);
      return found && [blocksNode([authored(edition, { value: found.value })])];
    },
    (edition) => find(edition)?.language,
  );
}

/** Words of the tool, with a number by which the script finds those of another language. */
export function label({ used, words }: Languages, word: Word, element = "span", properties: Properties = {}): Element {
  const spellings = words.map(word);
  const [first = ""] = spellings;
  if (spellings.every((spelling) => spelling === first)) return h(element, properties, first);
  const key = JSON.stringify(spellings);
  const { number } = used.get(key) ?? { number: used.size };
  used.set(key, { number, spellings });
  return h(element, { ...properties, dataT: number }, first);
}

export function blocksNode(blocks: readonly Block[]): BlocksNode {
  return { type: "blocks", blocks };
}

/** The name of an element that a link to the code leads to: the code itself, where a name can have its signs. */
export function idOf(code: string): string {
  // The page's own names begin with a hyphen.
  return /^[^\s\p{C}%-][^\s\p{C}%]*$/u.test(code) ? code : encodeURIComponent(code.toWellFormed()).replace(/^-/, "%2D");
}

export function linkTo(code: string): string {
  return `#${encodeURIComponent(idOf(code))}`;
}

/** What a browser opens, and neither runs nor hands to other programs than that of mail. */
export function isAddress(url: string): boolean {
  return /^(?:https?:\/\/|mailto:)/i.test(url);
}

export function outward(url: string, words: string): Element {
  return isAddress(url) ? h("a", { href: url }, words) : h("span", words);
}

// What people wrote stands in a page once per language, and the chosen language shows it; the tool's own words stand in it
// once, and the script puts those of the chosen language in their place.
import type { Element, ElementContent, Properties } from "hast";
import type { Block } from "../../blocks.ts";
import { h } from "../../element.ts";
import { type CentreLabels, centreLabelsFor } from "./centre-labels.ts";
import type { Edition } from "./edition.ts";
import type { Labels } from "./labels.ts";

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

/** An element for each language; languages that say the same share one. */
export function inEach(
  { editions }: Languages,
  name: "div" | "span" | "samp",
  properties: Properties,
  make: (edition: Edition) => (ElementContent | string)[] | undefined,
): ElementContent[] {
  const shared = new Map<string, { content: (ElementContent | string)[]; at: number[] }>();
  for (const [index, edition] of editions.entries()) {
    const content = make(edition);
    if (content === undefined) continue;
    const key = JSON.stringify(content);
    const same = shared.get(key);
    if (same === undefined) shared.set(key, { content, at: [index] });
    else same.at.push(index);
  }
  return Array.from(shared.values(), ({ content, at }) => {
    const isEverywhere = at.length === editions.length;
    const [first = 0] = at;
    // What is shown in the first language alone is in the page's own.
    const language = editions.length > 1 && (isEverywhere || first > 0) ? { lang: editions[first]?.locale } : {};
    return h(name, { ...properties, ...(isEverywhere ? {} : { dataL: at.join(" ") }), ...language }, [...content]);
  });
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

/** Of texts that are not translated: they are in the table's own language, whichever one is chosen. */
export function ownLanguage({ editions }: Languages): Properties {
  const [first] = editions;
  return editions.length > 1 || first?.locale !== first?.model.locale ? { lang: first?.model.locale } : {};
}

export function blocksNode(blocks: readonly Block[]): ElementContent {
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

// The articles of the page become entries that can be searched, filtered and found by name.
import { createSuggester } from "../../../../diagnostic/suggest.ts";
import { type ClassName, FILTERS } from "../centre-names.ts";
import { codeOf, findAll } from "./elements.ts";

interface Entry {
  readonly article: HTMLElement;
  /** In lower case. */
  readonly searchText: string;
  /** Its line in the list of codes; large tables have no such list. */
  readonly line: HTMLElement | undefined;
}

export interface Entries {
  readonly articles: readonly HTMLElement[];
  /** The number of errors; retired codes do not count. */
  readonly total: number;
  /** Hides all articles that do not match, and returns the number of errors that are shown. */
  readonly show: (state: URLSearchParams) => number;
  /** The articles that a search without a result may have meant. */
  readonly nearest: (text: string) => readonly HTMLElement[];
  /** The article or the case with this code in upper or lower letters, or the element with this id. */
  readonly find: (name: string) => HTMLElement | null;
}

/** Limits the time that a long search takes. */
const WORD_LIMIT = 12;
const NEAREST_LIMIT = 5;

export function readEntries(): Entries {
  const articles = findAll("#-errors article", HTMLElement);
  const chapters = findAll(".chapter", HTMLElement);
  const lines = findAll(".index li", HTMLElement);
  const entries = articles.map((article, index): Entry => {
    const texts = findAll("header, samp, .cause, .solution", HTMLElement, article).map(
      ({ textContent }) => textContent,
    );
    return { article, searchText: texts.join("\n").toLowerCase(), line: lines[index] };
  });
  const errors = articles.filter(({ className }) => className !== ("gone" satisfies ClassName));
  const parts = [...findAll(".case", HTMLElement), ...articles];
  const byCode = new Map(parts.map((part) => [codeOf(part).toLowerCase(), part]));
  return {
    articles,
    total: errors.length,
    show(state) {
      const isShown = makeFilter(state);
      for (const entry of entries) {
        const isHidden = !isShown(entry);
        entry.article.hidden = isHidden;
        if (entry.line) entry.line.hidden = isHidden;
      }
      for (const chapter of chapters) chapter.hidden = chapter.querySelector("article:not([hidden])") === null;
      return errors.filter(({ hidden }) => !hidden).length;
    },
    nearest(text) {
      const words = wordsOf(text).slice(0, WORD_LIMIT);
      // A suggester limits the time of all its answers together, so each search has its own.
      const suggest = createSuggester(articles.map(codeOf));
      const suggested = new Set([text, ...words].map(suggest));
      const hitsOf = ({ article, searchText }: Entry): number =>
        suggested.has(codeOf(article))
          ? WORD_LIMIT + 1
          : words.filter((word) => word.length > 2 && searchText.includes(word)).length;
      return entries
        .map((entry) => ({ article: entry.article, hits: hitsOf(entry) }))
        .filter(({ hits }) => hits > 0)
        .sort((a, b) => b.hits - a.hits)
        .slice(0, NEAREST_LIMIT)
        .map(({ article }) => article);
    },
    find: (name) => byCode.get(name.toLowerCase()) ?? document.getElementById(name),
  };
}

/** An entry has to contain every word, and one of the chosen values of each filter that is used. */
function makeFilter(state: URLSearchParams): (entry: Entry) => boolean {
  const words = wordsOf(state.get("q") ?? "");
  const filters = FILTERS.map((filter) => [filter, state.getAll(filter)] as const);
  return ({ searchText, article }) =>
    words.every((word) => searchText.includes(word)) &&
    filters.every(([filter, chosen]) => {
      const values = article.dataset[filter]?.split(" ") ?? [];
      return (
        chosen.length === 0 ||
        values.some(
          (value) => chosen.includes(value) || (filter === "status" && chosen.includes(`${value.charAt(0)}xx`)),
        )
      );
    });
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/\S+/g) ?? [];
}

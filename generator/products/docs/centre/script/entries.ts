// The articles of the page become entries that can be searched, filtered and found by name.
import { createSuggester } from "../../../../diagnostic/suggest.ts";
import { type ClassName, FILTERS } from "../centre-names.ts";
import { codeOf, findAll } from "./elements.ts";

interface Entry {
  readonly article: HTMLElement;
  readonly isRetired: boolean;
  /** The values of each filter. */
  readonly values: readonly (readonly string[])[];
  /** In lower case. */
  readonly searchText: () => string;
}

/** The articles that a search shows. */
export interface Shown {
  readonly errors: number;
  readonly retired: number;
  /** The number of errors that each choice of a filter would show, as `keyOf` writes them. */
  readonly counts: ReadonlyMap<string, number>;
}

export interface Entries {
  /** The number of errors; retired codes do not count. */
  readonly total: number;
  /** Hides all articles that do not match. */
  readonly show: (state: URLSearchParams) => Shown;
  /** The articles that a search without a result may have meant. */
  readonly nearest: (text: string) => readonly HTMLElement[];
  /** The article or the case with this code in upper or lower letters, or the element with this id. */
  readonly find: (name: string) => HTMLElement | null;
}

/** Limits the time that a long search takes. */
const WORD_LIMIT = 12;
const NEAREST_LIMIT = 5;

export function readEntries(): Entries {
  const articles = findAll("#-errors article");
  const holders = findAll(".chapter, .rows");
  const entries = articles.map(entryOf);
  const parts = [...findAll(".case"), ...articles];
  const byCode = new Map(parts.map((part) => [codeOf(part).toLowerCase(), part]));
  return {
    total: entries.filter(({ isRetired }) => !isRetired).length,
    show(state) {
      const words = wordsOf(state.get("q") ?? "");
      const chosen = FILTERS.map((filter) => state.getAll(filter));
      const shown = { errors: 0, retired: 0, counts: new Map<string, number>() };
      for (const { article, isRetired, values, searchText } of entries) {
        const isNamed = words.every((word) => searchText().includes(word));
        const missed = chosen.filter(
          (some, at) => some.length > 0 && !some.some((value) => values[at]?.includes(value)),
        );
        const isShown = isNamed && missed.length === 0;
        if (article.hidden === isShown) article.hidden = !isShown;
        if (isShown) shown[isRetired ? "retired" : "errors"] += 1;
        // The choices of one filter are alternatives, so that they do not count among each other.
        for (const [at, filter] of isNamed ? FILTERS.entries() : [])
          if (missed.every((other) => other === chosen[at]))
            for (const value of values[at] ?? []) {
              const key = keyOf(filter, value);
              shown.counts.set(key, (shown.counts.get(key) ?? 0) + 1);
            }
      }
      for (const holder of holders) {
        const count = holder.querySelectorAll("article:not([hidden])").length;
        holder.hidden = count === 0;
        holder.style.cssText = `--n:${count}`;
      }
      return shown;
    },
    nearest(text) {
      const words = wordsOf(text).slice(0, WORD_LIMIT);
      const suggest = createSuggester(articles.map(codeOf));
      const suggested = new Set([text, ...words].map(suggest));
      const hits = entries.map(({ article, searchText }) =>
        suggested.has(codeOf(article))
          ? WORD_LIMIT + 1
          : words.filter((word) => word.length > 2 && searchText().includes(word)).length,
      );
      const byHits = [...hits.keys()].filter((at) => hits[at]).sort((a, b) => (hits[b] ?? 0) - (hits[a] ?? 0));
      return byHits.slice(0, NEAREST_LIMIT).flatMap((at) => articles[at] ?? []);
    },
    find: (name) => byCode.get(name.toLowerCase()) ?? document.getElementById(name),
  };
}

function entryOf(article: HTMLElement): Entry {
  let searchText: string | undefined;
  return {
    article,
    isRetired: article.className === ("gone" satisfies ClassName),
    values: FILTERS.map((filter) => article.dataset[filter]?.split(" ") ?? []),
    // A page of thousands of errors is ready before anybody searches it.
    searchText: () =>
      (searchText ??= findAll("summary, header, samp, .cause, .solution", article)
        .map(({ textContent }) => textContent)
        .join("\n")
        .toLowerCase()),
  };
}

/** A value of a filter. */
export function keyOf(filter: string, value: string): string {
  return `${filter} ${value}`;
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/\S+/g) ?? [];
}

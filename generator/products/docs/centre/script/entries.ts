// The errors of the page as the search sees them: it hides what does not fit, and touches only what changes.
import { createSuggester } from "../../../../diagnostic/suggest.ts";
import { FACETS } from "./address-state.ts";
import { codeOf, findAll } from "./elements.ts";

interface Entry {
  readonly article: HTMLElement;
  /** What is searched, in lower case. */
  readonly text: string;
  /** Its line in the list of codes. */
  readonly line: HTMLElement | undefined;
}

export interface Entries {
  readonly articles: readonly HTMLElement[];
  readonly total: number;
  /** How many are shown. */
  show(state: URLSearchParams): number;
  /** Errors that somebody may have meant. */
  nearest(name: string): readonly HTMLElement[];
  /** The element that a link with this fragment means, whatever case it is in. */
  find(name: string): HTMLElement | undefined;
}

/** How many words are looked at for what may have been meant. */
const WORDS = 12;

const SEARCHED = "header, samp, .cause, .solution";

export function readEntries(): Entries {
  const articles = findAll("main article");
  const chapters = findAll(".chapter");
  const lines = findAll(".index li");
  const all = articles.map((article, index): Entry => {
    const texts = findAll(SEARCHED, article).map(({ textContent }) => textContent);
    return { article, text: texts.join("\n").toLowerCase(), line: lines[index] };
  });
  // Codes that left the table are found, but are no errors of it.
  const counted = all.filter(({ article }) => article.className !== "gone");
  const byName = new Map(articles.map((article) => [codeOf(article).toLowerCase(), article]));
  return {
    articles,
    total: counted.length,
    show(state) {
      const isShown = makeFilter(state);
      for (const entry of all) {
        const isHidden = !isShown(entry);
        entry.article.toggleAttribute("hidden", isHidden);
        entry.line?.toggleAttribute("hidden", isHidden);
      }
      for (const chapter of chapters) chapter.hidden = chapter.querySelector("article:not([hidden])") === null;
      return counted.filter(({ article }) => !article.hidden).length;
    },
    nearest(name) {
      const words = wordsOf(name).slice(0, WORDS);
      // What one of them may cost is bounded over its life.
      const suggest = createSuggester(articles.map(codeOf));
      const meant = [name, ...words].map(suggest);
      const hitsOf = ({ article, text }: Entry): number =>
        meant.includes(codeOf(article))
          ? WORDS + 1
          : words.filter((word) => word.length > 2 && text.includes(word)).length;
      return all
        .map((entry) => ({ article: entry.article, hits: hitsOf(entry) }))
        .filter(({ hits }) => hits > 0)
        .sort((a, b) => b.hits - a.hits)
        .slice(0, 5)
        .map(({ article }) => article);
    },
    find: (name) => byName.get(name.toLowerCase()) ?? document.getElementById(name) ?? undefined,
  };
}

/** Every word has to be there, and of each facet one of the chosen values. */
function makeFilter(state: URLSearchParams): (entry: Entry) => boolean {
  const words = wordsOf(state.get("q") ?? "");
  const facets = FACETS.map((facet) => [facet, state.getAll(facet)] as const).filter(([, chosen]) => chosen.length > 0);
  return ({ text, article }) =>
    words.every((word) => text.includes(word)) &&
    facets.every(([facet, chosen]) => {
      const value = article.dataset[facet] ?? "";
      return chosen.includes(value) || (facet === "status" && chosen.includes(`${value.charAt(0)}xx`));
    });
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/\S+/g) ?? [];
}

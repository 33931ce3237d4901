// The errors of the page as the search sees them: it hides what does not fit, and touches only what changes.
import { createSuggester } from "../suggest.ts";
import { codeOf } from "./elements.ts";
import { FACETS, type State } from "./state.ts";

export interface Entry {
  readonly article: HTMLElement;
  readonly code: string;
  /** What is searched, in lower case. */
  readonly text: string;
  readonly chapter: HTMLElement | null;
  readonly listed: HTMLElement | undefined;
}

export interface Entries {
  readonly all: readonly Entry[];
  /** How many are shown. */
  show(state: State): number;
  /** Errors that somebody may have meant. */
  nearest(name: string): readonly Entry[];
  /** The element that a link with this fragment means, whatever case it is in. */
  find(name: string): HTMLElement | undefined;
}

/** How many words are looked at for what may have been meant. */
const WORDS = 12;

const SEARCHED = "h3, .message, .cause dd, .solution dd";

export function readEntries(): Entries {
  const articles = [...document.querySelectorAll<HTMLElement>("main article")];
  const listed = new Map(
    [...document.querySelectorAll<HTMLAnchorElement>(".index a")].map((link) => [link.hash, link.parentElement]),
  );
  const all = articles.map((article): Entry => {
    const code = codeOf(article);
    const texts = Array.from(article.querySelectorAll(SEARCHED), (found) => found.textContent);
    const text = [article.dataset["status"] ?? "", ...texts].join("\n").toLowerCase();
    const item = listed.get(`#${encodeURIComponent(article.id)}`) ?? undefined;
    return { article, code, text, chapter: article.closest<HTMLElement>(".chapter"), listed: item };
  });
  const counted = all.filter(({ article }) => !article.classList.contains("gone"));
  const byName = new Map(all.map((entry) => [entry.code.toLowerCase(), entry.article]));
  return {
    all,
    show(state) {
      const isShown = makeFilter(state);
      const chapters = new Map<HTMLElement, boolean>();
      let count = 0;
      for (const entry of all) {
        const fits = isShown(entry);
        if (entry.article.hidden === fits) entry.article.hidden = !fits;
        if (entry.listed !== undefined && entry.listed.hidden === fits) entry.listed.hidden = !fits;
        if (entry.chapter !== null) chapters.set(entry.chapter, fits || chapters.get(entry.chapter) === true);
        if (fits && !entry.article.classList.contains("gone")) count += 1;
      }
      for (const [chapter, fits] of chapters) if (chapter.hidden === fits) chapter.hidden = !fits;
      return count;
    },
    nearest(name) {
      const words = wordsOf(name).slice(0, WORDS);
      // What one of them may cost is bounded over its life.
      const suggest = createSuggester(all.map(({ code }) => code));
      const meant = [name, ...words].map(suggest);
      const shared = counted
        .map((entry) => ({ entry, hits: words.filter((word) => word.length > 2 && entry.text.includes(word)).length }))
        .filter(({ hits }) => hits > 0)
        .sort((a, b) => b.hits - a.hits);
      const near = all.filter(({ code }) => meant.includes(code));
      return [...new Set([...near, ...shared.map(({ entry }) => entry)])].slice(0, 5);
    },
    find: (name) => byName.get(name.toLowerCase()) ?? document.getElementById(name) ?? undefined,
  };
}

/** Every word has to be there, and of each facet one of the chosen values. */
function makeFilter({ query, chosen }: State): (entry: Entry) => boolean {
  const words = wordsOf(query);
  const sets = FACETS.map((facet) => [facet, new Set(chosen[facet])] as const).filter(([, values]) => values.size > 0);
  return ({ text, article }) =>
    words.every((word) => text.includes(word)) &&
    sets.every(([facet, values]) => {
      const value = article.dataset[facet];
      if (value === undefined) return false;
      return values.has(value) || (facet === "status" && values.has(`${value.charAt(0)}xx`));
    });
}

function wordsOf(text: string): readonly string[] {
  return text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "");
}

// The script of the error centre: the page is whole without it, and it adds search, filters, languages, decoding and copying.
import { startCopying } from "./copying.ts";
import type { CentreData, CentreLocale } from "./data.ts";
import { startDecoding } from "./decoding.ts";
import { codeLink, element, fill, part } from "./elements.ts";
import { readEntries } from "./entries.ts";
import { FACETS, isFiltering, readState, type State, writeState } from "./state.ts";

const data = JSON.parse(document.getElementById("-data")?.textContent ?? "") as CentreData;
const search = part<HTMLInputElement>("search");
const status = part("status");
const nearest = part("nearest");
const filters = part<HTMLDetailsElement>("filters");
const boxes = [...document.querySelectorAll<HTMLInputElement>(".filters input")];
const languages = [...document.querySelectorAll<HTMLInputElement>(".languages input")];
const entries = readEntries();
const total = entries.all.filter(({ article }) => !article.classList.contains("gone")).length;
const wide = matchMedia("(min-width: 60rem)");
let locale = data.locales[0] as CentreLocale;
/** The words that the page was written with, by name. */
const written: Record<string, string> = {};
let isTyping = false;
let timer: number | undefined;

document.documentElement.classList.add("js");
filters.open = wide.matches;
const tellDecoded = startDecoding(data.table, entries, () => locale.labels);
startCopying(
  entries.all.map(({ article }) => article),
  data.guard,
  () => locale.labels,
  announce,
);
follow();

addEventListener("hashchange", follow);
search.addEventListener("input", () => {
  apply();
  record(isTyping);
  isTyping = true;
});
search.addEventListener("blur", () => {
  isTyping = false;
});
filters.addEventListener("change", () => {
  apply();
  record(false);
});
part("reset").addEventListener("click", () => {
  search.value = "";
  for (const box of boxes) box.checked = false;
  apply();
  record(false);
});
for (const radio of languages)
  radio.addEventListener("change", () => {
    choose(radio.value);
    apply();
    // A link to an error stays one.
    if (readState(location.hash) !== undefined) record(false);
  });
addEventListener("keydown", (event) => {
  const isElsewhere = !(event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement);
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || !isElsewhere) return;
  event.preventDefault();
  search.focus();
});
addEventListener("beforeprint", () => {
  for (const details of document.querySelectorAll<HTMLDetailsElement>("article details")) details.open = true;
});

/** Does as the address says: it holds a state, or the name of an error. */
function follow(): void {
  isTyping = false;
  const state = readState(location.hash);
  if (state !== undefined) {
    search.value = state.query;
    for (const box of boxes)
      box.checked = FACETS.some((facet) => box.name === facet && state.chosen[facet].includes(box.value));
    choose(state.language ?? data.locales[0]?.tag ?? "");
    apply();
    return;
  }
  const name = decoded(location.hash.slice(1));
  const found = entries.find(name);
  if (found?.closest("article")?.hidden === true) {
    search.value = "";
    for (const box of boxes) box.checked = false;
  }
  apply();
  if (found === undefined) {
    offer(fill(locale.labels.unknown, { code: name }), name);
    return;
  }
  // The browser has found those that it knows by this very name; it knew none that were hidden.
  if (found.matches(":target")) found.scrollIntoView();
  else if (found.tagName === "ARTICLE") location.replace(`#${encodeURIComponent(found.id)}`);
}

function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

function current(): State {
  const chosen = (facet: string): readonly string[] =>
    boxes.filter(({ name, checked }) => name === facet && checked).map(({ value }) => value);
  const isOwn = locale === data.locales[0];
  return {
    query: search.value,
    chosen: { status: chosen("status"), group: chosen("group"), retry: chosen("retry") },
    language: isOwn ? undefined : locale.tag,
  };
}

/** Shows what fits; that is told a little later, so that nobody who types is talked over. */
function apply(): void {
  const state = current();
  const count = entries.show(state);
  const { labels } = locale;
  document.documentElement.classList.toggle("searching", isFiltering(state));
  nearest.replaceChildren();
  clearTimeout(timer);
  if (isFiltering(state) && count === 0) {
    offer(labels.none, state.query);
    return;
  }
  const text = fill(isFiltering(state) ? labels.some : labels.all, { count, total });
  timer = setTimeout(() => announce(text), isTyping ? 400 : 0);
}

function offer(text: string, name: string): void {
  const near = entries.nearest(name);
  clearTimeout(timer);
  announce(text);
  const links = near.map(({ article }) => element("li", [codeLink(article)]));
  const lead = element("p", [locale.labels.nearest]);
  nearest.replaceChildren(...(near.length === 0 ? [] : [lead, element("ul", links, "codes")]));
}

/** The tool's own words in the chosen language. */
function translate(within: ParentNode): void {
  for (const word of within.querySelectorAll<HTMLElement>("[data-t]")) {
    const name = word.dataset["t"] ?? "";
    written[name] ??= word.textContent;
    word.textContent = locale.words[name] ?? written[name];
  }
  for (const { content } of within.querySelectorAll("template")) translate(content);
}

function announce(text: string): void {
  status.textContent = text;
}

/** What is typed in one go is one step back. */
function record(isSame: boolean): void {
  const text = writeState(current());
  const address = `#${text}`;
  if (isSame) history.replaceState(undefined, "", address);
  else if (address !== location.hash) history.pushState(undefined, "", address);
}

function choose(tag: string): void {
  const chosen = data.locales.find((one) => one.tag === tag) ?? data.locales[0];
  if (chosen === undefined) return;
  const isOther = chosen !== locale;
  locale = chosen;
  for (const radio of languages) radio.checked = radio.value === chosen.tag;
  document.documentElement.lang = chosen.tag;
  document.documentElement.dir = chosen.direction;
  document.title = chosen.title;
  if (isOther) translate(document);
  if (isOther) tellDecoded();
}

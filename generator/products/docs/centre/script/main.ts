// The script of the error centre: the page is whole without it, and it adds search, filters, languages, decoding and copying.

import { readAddress } from "./address-state.ts";
import { startCopying } from "./copying.ts";
import { codeLinks, fill, find, findAll, nameOf } from "./elements.ts";
import { readEntries } from "./entries.ts";
import { startDecoding } from "./paste-panel.ts";
import type { CentreData } from "./script-data.ts";

const data = JSON.parse(find("#-data").textContent) as CentreData;
const search = find<HTMLInputElement>("#-search");
const filters = find<HTMLDetailsElement>(".filters");
const nearest = find(".nearest");
const boxes = findAll<HTMLInputElement>(".filters input");
const languages = findAll<HTMLInputElement>(".languages input");
const root = document.documentElement;
const entries = readEntries();
const [first] = data.locales;
let locale = first;
/** The words that the page was written with, by number. */
const written: string[] = [];
let isTyping = false;
let timer: number | undefined;

root.classList.add("js");
filters.open = matchMedia("(min-width: 60rem)").matches;
const decodeAgain = startDecoding(data.table, entries, () => locale.labels);
startCopying(entries.articles, data.guard, addressOf, (word) => announce(locale.labels[word]));
// A browser may have kept what was chosen before.
fillForm();
follow();

addEventListener("hashchange", follow);
// Until then a browser looks again for what the address names.
addEventListener("load", follow);
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
  record();
});
find(".filters button").addEventListener("click", () => {
  reset();
  record();
});
for (const radio of languages)
  radio.addEventListener("change", () => {
    choose(radio.value);
    apply();
    // A link to an error stays one.
    record(false, readAddress(location.hash)[0]);
  });
addEventListener("keydown", (event) => {
  const isElsewhere = !(event.target as Element).matches("input, textarea");
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || !isElsewhere) return;
  event.preventDefault();
  search.focus();
});
for (const type of ["pointerdown", "click"])
  addEventListener(type, ({ target }) => {
    const link = (target as Element).closest<HTMLAnchorElement>("a[href^='#']");
    if (link) link.href = addressOf(readAddress(link.hash)[0]);
  });
addEventListener("beforeprint", () => {
  for (const details of findAll<HTMLDetailsElement>("article details")) details.open = true;
});

/** Does as the address says: it may name an error, and hold a state. */
function follow(): void {
  isTyping = false;
  const [spelled, state] = readAddress(location.hash);
  fillForm(state);
  choose(state.get("lang"));
  apply();
  const name = decoded(spelled);
  if (!name) return;
  const found = entries.find(name);
  if (isHidden(found)) reset();
  if (!found) offer(fill(locale.labels.unknown, { code: name }), name);
  // The browser has found those that it knows by this very name; it knew none that were hidden.
  else if (found.matches(":target")) found.scrollIntoView();
  else {
    // The browser's target is what it has gone to; the state comes back after that.
    location.replace(`#${nameOf(found)}`);
    history.replaceState(undefined, "", addressOf(nameOf(found)));
  }
}

function reset(): void {
  fillForm();
  apply();
}

function isHidden(found: HTMLElement | undefined): boolean {
  return !!found?.closest("article")?.hidden;
}

/** A link keeps the language that is chosen, and the filters that show what it leads to. */
function addressOf(name: string): string {
  const state = isHidden(entries.find(decoded(name))) ? new URLSearchParams() : current();
  if (locale !== first) state.set("lang", locale.tag);
  return `#${[name, String(state)].filter(Boolean).join("&")}`;
}

function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

function fillForm(state = new URLSearchParams()): void {
  search.value = state.get("q") ?? "";
  for (const box of boxes) box.checked = state.getAll(box.name).includes(box.value);
}

function current(): URLSearchParams {
  const state = new URLSearchParams();
  if (search.value.trim() !== "") state.set("q", search.value);
  for (const { name, value, checked } of boxes) if (checked) state.append(name, value);
  return state;
}

/** Shows what fits; that is told a little later, so that nobody who types is talked over. */
function apply(): void {
  const state = current();
  const count = entries.show(state);
  const { all, some, none } = locale.labels;
  const isPart = String(state) !== "";
  root.classList.toggle("searching", isPart);
  nearest.replaceChildren();
  clearTimeout(timer);
  if (isPart && count === 0) {
    offer(none, search.value);
    return;
  }
  const text = fill(isPart ? some : all, { count, total: entries.total });
  timer = setTimeout(() => announce(text), isTyping ? 400 : 0);
}

function offer(text: string, name: string): void {
  clearTimeout(timer);
  announce(text);
  nearest.replaceChildren(...codeLinks(locale.labels.nearest, entries.nearest(name)));
}

function announce(text: string): void {
  find(".count").textContent = text;
}

/** What is typed in one go is one step back. */
function record(isSame = false, name = ""): void {
  const address = addressOf(name);
  if (isSame) history.replaceState(undefined, "", address);
  else if (address !== location.hash) history.pushState(undefined, "", address);
}

function choose(tag: string | null): void {
  const chosen = data.locales.find((one) => one.tag === tag) ?? first;
  for (const radio of languages) radio.checked = radio.value === chosen.tag;
  if (chosen === locale) return;
  locale = chosen;
  root.lang = chosen.tag;
  root.dir = chosen.direction ?? "ltr";
  document.title = chosen.title;
  for (const word of findAll("[data-t]")) {
    const number = Number(word.dataset["t"]);
    written[number] ??= word.textContent;
    word.textContent = (chosen.words ?? written)[number] ?? "";
  }
  decodeAgain();
}

// The script of the error centre: it adds search, filters, languages, decoding and copying to a page that is complete without it.
import { percentDecoded } from "../../../../text/percent-decoded.ts";
import type { CentreData } from "../centre-data.ts";
import type { DataName } from "../centre-names.ts";
import { readAddress } from "./address-state.ts";
import { startCopying } from "./copying.ts";
import { encodedIdOf, fill, find, findAll, linkList } from "./elements.ts";
import { keyOf, readEntries } from "./entries.ts";
import { startDecoding } from "./paste-panel.ts";

// The page and its script are made together.
const data = JSON.parse(find("#-data").textContent) as CentreData;
const search = find<HTMLInputElement>("#-search");
const filters = find<HTMLDetailsElement>(".filters");
const count = find(".count");
const nearest = find(".nearest");
const boxes = findAll<HTMLInputElement>(".filters input");
const languages = findAll<HTMLInputElement>(".languages input");
const root = document.documentElement;
const entries = readEntries();
const [first] = data.locales;
let locale = first;
/** The words that the page had before another language was chosen. */
const firstWords: Record<string, string> = {};
let isTyping = false;
let timer: number | undefined;

root.classList.add("js");
filters.open = find<HTMLDetailsElement>(".decode").open = matchMedia("(width>=60rem)").matches;
const decodeAgain = startDecoding(data.table, entries, () => locale.messages);
startCopying(
  data.table.body,
  (article) => addressOf(encodedIdOf(article)),
  (message) => announce(locale.messages[message]),
);
followAddress();

addEventListener("hashchange", followAddress);
// A browser may restore the form and scroll to the address while it loads the page.
addEventListener("load", followAddress);
search.addEventListener("input", () => {
  update(isTyping);
  isTyping = true;
  // The results stand above errors that were scrolled.
  count.scrollIntoView({ block: "nearest" });
});
search.addEventListener("blur", () => {
  isTyping = false;
});
filters.addEventListener("change", () => update());
find(".reset").addEventListener("click", () => {
  fillForm(new URLSearchParams());
  update();
});
for (const radio of languages)
  radio.addEventListener("change", () => {
    chooseLanguage(radio.value);
    update(false, readAddress(location.hash)[0]);
  });
// The targets of these events are elements.
addEventListener("keydown", (event) => {
  const isInField = (event.target as Element).matches("input, textarea");
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || isInField) return;
  event.preventDefault();
  search.focus();
});
for (const type of ["pointerdown", "click"])
  addEventListener(type, ({ target }) => {
    const link = (target as Element).closest<HTMLAnchorElement>("a[href^='#']");
    if (link) link.href = addressOf(readAddress(link.hash)[0]);
  });

/** Shows the state that the address holds, and goes to the error that it names. */
function followAddress(): void {
  isTyping = false;
  const [encoded, state] = readAddress(location.hash);
  fillForm(state);
  chooseLanguage(state.get("lang"));
  applyState();
  const name = percentDecoded(encoded);
  if (!name) return;
  const found = entries.find(name);
  if (isHidden(found)) {
    fillForm(new URLSearchParams());
    applyState();
  }
  if (found) open(found);
  if (!found) suggest(fill(locale.messages.unknown, { code: name }), name);
  // The browser scrolls to an id by itself, but not if the element was hidden.
  else if (found.matches(":target")) found.scrollIntoView();
  else {
    // Only a real navigation changes the browser's target, and only to an address without state.
    location.replace(`#${encodedIdOf(found)}`);
    history.replaceState(undefined, "", addressOf(encodedIdOf(found)));
  }
}

/** Shows the whole error of which an element is a part. */
function open(part: HTMLElement): void {
  const details = part.closest("article")?.querySelector("details");
  if (details) details.open = true;
}

function isHidden(found: HTMLElement | null): boolean {
  return !!found?.closest("article")?.hidden;
}

/** A link keeps the language, and the filters if they show the error to which it leads. */
function addressOf(encodedId: string): string {
  const state = isHidden(entries.find(percentDecoded(encodedId))) ? new URLSearchParams() : formState();
  if (locale !== first) state.set("lang", locale.tag);
  return `#${[encodedId, String(state)].filter(Boolean).join("&")}`;
}

function fillForm(state: URLSearchParams): void {
  search.value = state.get("q") ?? "";
  for (const box of boxes) box.checked = state.getAll(box.name).includes(box.value);
}

function formState(): URLSearchParams {
  const state = new URLSearchParams();
  if (search.value.trim() !== "") state.set("q", search.value);
  for (const { name, value, checked } of boxes) if (checked) state.append(name, value);
  return state;
}

/** Shows the errors that match. */
function applyState(): void {
  const state = formState();
  const { errors, retired, counts } = entries.show(state);
  const { all, some, none, gone } = locale.messages;
  const isPart = state.size > 0;
  for (const box of boxes) {
    const count = box.parentElement?.lastChild;
    if (count) count.textContent = `${counts.get(keyOf(box.name, box.value)) ?? 0}`;
  }
  nearest.replaceChildren();
  if (isPart && errors + retired === 0) suggest(none, search.value);
  else {
    const found = fill(isPart ? some : all, { count: errors, total: entries.total });
    announce(isPart && retired > 0 ? `${found}. ${fill(gone, { count: retired })}` : found, 400);
  }
}

function suggest(text: string, name: string): void {
  announce(text);
  nearest.replaceChildren(...linkList(locale.messages.nearest, entries.nearest(name)));
}

/** Numbers are announced after a pause, so that a screen reader does not interrupt typing. */
function announce(text: string, milliseconds = 0): void {
  clearTimeout(timer);
  timer = setTimeout(() => {
    count.textContent = text;
  }, milliseconds);
}

/** Shows the new state, and writes it into the address. The letters that are typed without a pause are one step in the browser's history. */
function update(isSameStep = false, encodedId = ""): void {
  applyState();
  const address = addressOf(encodedId);
  if (isSameStep) history.replaceState(undefined, "", address);
  else if (address !== location.hash) history.pushState(undefined, "", address);
}

function chooseLanguage(tag: string | null): void {
  const chosen = data.locales.find((one) => one.tag === tag) ?? first;
  for (const radio of languages) radio.checked = radio.value === chosen.tag;
  if (chosen === locale) return;
  locale = chosen;
  root.lang = chosen.tag;
  root.dir = chosen.direction;
  document.title = chosen.title;
  // Articles that open later get a copy of the template.
  const { content } = find<HTMLTemplateElement>("template");
  for (const labelled of [document, content].flatMap((part) => findAll("[data-t]", part))) {
    const name = labelled.getAttribute("data-t" satisfies DataName) ?? "";
    firstWords[name] ??= labelled.textContent;
    labelled.textContent = (chosen.words ?? firstWords)[name] ?? "";
  }
  decodeAgain();
}

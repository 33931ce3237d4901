// What is pasted into the page is decoded there and then: it is kept nowhere, sent nowhere, and shown as text only.
import { type Candidate, type Decoder, type Decoding, makeDecoder, type Reading } from "../decode/decoder.ts";
import { TEXT_LIMIT } from "../decode/shapes.ts";
import type { DecoderTable } from "../decode/table.ts";
import { formatMessage } from "../runtime/messages.ts";
import type { CentreWords } from "./data.ts";
import { codeLink, element, fill, part } from "./elements.ts";
import type { Entries } from "./entries.ts";

/** How long after the last change people are told what was found. */
const PATIENCE = 200;

/** How many candidates are shown. */
const SHOWN = 5;

/** The function that it gives back tells everything again, in other words. */
export function startDecoding(table: DecoderTable, entries: Entries, words: () => CentreWords): () => void {
  const paste = part<HTMLTextAreaElement>("paste");
  const clear = part("clear");
  let decode: Decoder | undefined;
  let timer: number | undefined;
  const tell = (): void => {
    const text = paste.value;
    clear.hidden = text === "";
    if (text.trim() === "") {
      show("", []);
      return;
    }
    decode ??= makeDecoder(table);
    const decoding = decode(text);
    show(verdictOf(decoding, words(), text), resultsOf(decoding, entries, words()));
  };
  paste.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(tell, PATIENCE);
  });
  paste.addEventListener("change", tell);
  clear.addEventListener("click", () => {
    paste.value = "";
    tell();
    paste.focus();
  });
  // A browser may have kept a text from before; nothing is decoded that nobody pasted now.
  paste.value = "";
  return tell;
}

function show(verdict: string, results: readonly Node[]): void {
  part("decoded").textContent = verdict;
  part("candidates").replaceChildren(...results);
}

function verdictOf({ candidates, retired }: Decoding, words: CentreWords, text: string): string {
  const [best] = candidates;
  const code = best?.error.code ?? retired[0];
  const count = candidates.length + retired.length;
  const said = code === undefined ? words.undecoded : fill(words.decoded, { code, count });
  return text.length > TEXT_LIMIT ? `${said} ${words.cut}` : said;
}

function resultsOf(decoding: Decoding, entries: Entries, words: CentreWords): readonly Node[] {
  const { candidates, retired, unknown, sameStatus, requestId, retryAfter } = decoding;
  const facts: (readonly [string, string])[] = [];
  if (requestId !== undefined) facts.push([words.request, requestId]);
  if (retryAfter !== undefined) facts.push(["Retry-After", retryAfter]);
  const results = candidates.slice(0, SHOWN).map((candidate, index) => {
    const article = entries.find(candidate.error.code);
    return candidateOf(candidate, article, index === 0 ? facts : [], words);
  });
  const gone = retired.flatMap((code) => entries.find(code) ?? []).map(copyOf);
  const near = unknown.flatMap(({ nearest }) => (nearest === undefined ? [] : (entries.find(nearest) ?? [])));
  const same = sameStatus.flatMap((code) => entries.find(code) ?? []);
  return [
    ...results,
    ...gone,
    ...(near.length === 0 ? [] : [linesOf(words.nearest, near)]),
    ...(same.length === 0 ? [] : [linesOf(words.sameStatus, same)]),
  ];
}

function candidateOf(
  { error, matchedOn, message }: Candidate,
  article: HTMLElement | undefined,
  facts: readonly (readonly [string, string])[],
  words: CentreWords,
): HTMLElement {
  const names = matchedOn.map((match) => words.matches[match] ?? match).join(", ");
  const values = message?.values?.map((value, index) => [error.names[index] ?? "", String(value)] as const) ?? [];
  const isAmbiguous = message !== undefined && message.values === undefined;
  const list = [...values, ...facts].map(([name, value]) =>
    element("div", [element("dt", [name]), element("dd", [element("bdi", [value])])]),
  );
  const status = article?.querySelector(".status")?.cloneNode(true);
  const title = article === undefined ? element("code", [error.code]) : codeLink(article);
  return element(
    "div",
    [
      element("div", [element("p", [title], "name"), ...(status === undefined ? [] : [status])], "head"),
      element("p", [fill(words.matched, { list: names })], "matched"),
      ...(message === undefined ? [] : [element("p", [element("code", highlighted(message))], "message")]),
      ...(isAmbiguous ? [element("p", [words.ambiguous])] : []),
      ...(list.length === 0 ? [] : [element("dl", list, "values")]),
      ...advice(article),
    ],
    "candidate",
  );
}

/** The message with its values marked, where it is known which of its characters they are. */
function highlighted({ parts, values, text }: Reading): readonly (Node | string)[] {
  if (values === undefined) return [text];
  return parts.map((piece) => (typeof piece === "string" ? piece : element("mark", [formatMessage([piece], values)])));
}

/** What the error means and what to do, as the page says it. */
function advice(article: HTMLElement | undefined): readonly Node[] {
  const rows = [...(article?.querySelectorAll(":scope > dl > .cause, :scope > dl > .solution") ?? [])];
  if (rows.length === 0) return [];
  return [
    element(
      "dl",
      rows.map((row) => row.cloneNode(true)),
    ),
  ];
}

/** A copy that no link leads to. */
function copyOf(article: HTMLElement): HTMLElement {
  const texts = [...article.children].filter(({ tagName }) => tagName === "DIV");
  const copies = texts.filter(({ className }) => className !== "tools").map((text) => text.cloneNode(true));
  return element("div", [element("p", [codeLink(article)], "name"), ...copies], "candidate");
}

function linesOf(lead: string, articles: readonly HTMLElement[]): HTMLElement {
  const links = articles.map((article) => element("li", [codeLink(article)]));
  return element("div", [element("p", [lead]), element("ul", links, "codes")]);
}

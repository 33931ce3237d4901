// What is pasted into the page is decoded there and then: it is kept nowhere, sent nowhere, and shown as text only.
import { type Candidate, type Decoder, type Decoding, makeDecoder, type Reading } from "../../../../decode/decoder.ts";
import { type PackedTable, unpackTable } from "../../../../decode/page-table.ts";
import { TEXT_LIMIT } from "../../../../decode/pasted-text.ts";
import { formatMessage } from "../../../../runtime/messages.ts";
import { codeLink, codeLinks, element, fill, find, findAll } from "./elements.ts";
import type { Entries } from "./entries.ts";
import type { CentreWords } from "./script-data.ts";

/** How long after the last change people are told what was found. */
const PATIENCE = 200;

/** How many candidates are shown. */
const SHOWN = 5;

type Facts = readonly (readonly [name: string, value: string | undefined])[];

/** The function that it gives back tells everything again, in other words. */
export function startDecoding(table: PackedTable, entries: Entries, words: () => CentreWords): () => void {
  const paste = find<HTMLTextAreaElement>("#-paste");
  const clear = find(".under button");
  let decode: Decoder | undefined;
  let timer: number | undefined;
  const tell = (): void => {
    const text = paste.value;
    clear.hidden = text === "";
    decode ??= makeDecoder(unpackTable(table));
    const decoding = decode(text);
    const isEmpty = text.trim() === "";
    find(".verdict").textContent = isEmpty ? "" : verdictOf(decoding, words(), text);
    find(".candidates").replaceChildren(...(isEmpty ? [] : resultsOf(decoding, entries, words())));
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

function verdictOf({ candidates, retired }: Decoding, words: CentreWords, text: string): string {
  const code = candidates[0]?.error.code ?? retired[0];
  const count = candidates.length + retired.length;
  const said = code === undefined ? words.undecoded : fill(words.decoded, { code, count });
  return text.length > TEXT_LIMIT ? `${said} ${words.cut}` : said;
}

function resultsOf(decoding: Decoding, entries: Entries, words: CentreWords): readonly Node[] {
  const { candidates, retired, unknown, sameStatus, requestId, retryAfter } = decoding;
  const articlesOf = (codes: readonly string[]) => codes.flatMap((code) => entries.find(code) ?? []);
  const facts: Facts = [
    [words.request, requestId],
    ["Retry-After", retryAfter],
  ];
  return [
    ...candidates
      .slice(0, SHOWN)
      .flatMap((candidate, index) =>
        articlesOf([candidate.error.code]).map((article) =>
          candidateOf(candidate, article, index === 0 ? facts : [], words),
        ),
      ),
    // Of a code that left the table all is told but its heading and its buttons.
    ...articlesOf(retired).map((article) => card(article, copiesOf([...article.children].slice(1, -1)))),
    ...codeLinks(words.nearest, articlesOf(unknown.flatMap(({ nearest }) => nearest ?? []))),
    ...codeLinks(words.sameStatus, articlesOf(sameStatus)),
  ];
}

function candidateOf(
  { error, matchedOn, message }: Candidate,
  article: HTMLElement,
  facts: Facts,
  words: CentreWords,
): HTMLElement {
  const list = matchedOn.map((match) => words.matches[match]).join(", ");
  const values = message?.values?.map((value, index) => [error.names[index] ?? "", String(value)] as const) ?? [];
  const rows = [...values, ...facts].flatMap(([name, value]) =>
    value === undefined ? [] : [element("dt", [name]), element("dd", [element("bdi", [value])])],
  );
  // What the error means and what to do, as the page says it.
  const advice = findAll(".cause, .solution", article).flatMap((told) =>
    copiesOf([told.previousElementSibling as Element, told]),
  );
  return card(article, [
    element("p", [fill(words.matched, { list })], "matched"),
    message && Object.assign(element("samp", highlighted(message)), { lang: message.locale }),
    message && (message.values ? undefined : element("p", [words.ambiguous])),
    rows.length > 0 ? element("dl", rows, "values") : undefined,
    advice.length > 0 ? element("dl", advice) : undefined,
  ]);
}

function card(article: HTMLElement, children: Parameters<typeof element>[1]): HTMLElement {
  const head = element("header", [element("p", [codeLink(article)], "name"), ...copiesOf(findAll(".status", article))]);
  return element("div", [head, ...children], "candidate");
}

/** The message with its values marked, where it is known which of its characters they are. */
function highlighted({ parts, values, text }: Reading): readonly (Node | string)[] {
  if (!values) return [text];
  return parts.map((piece) => (typeof piece === "string" ? piece : element("mark", [formatMessage([piece], values)])));
}

function copiesOf(nodes: readonly Node[]): readonly Node[] {
  return nodes.map((node) => node.cloneNode(true));
}

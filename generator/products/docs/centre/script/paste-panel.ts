// A pasted text is decoded in the page: it is stored nowhere, sent nowhere, and never read as HTML.

import type { Candidate } from "../../../../decode/candidates.ts";
import { type Decoder, type Decoding, makeDecoder } from "../../../../decode/decoder.ts";
import type { DecoderError, DecoderTable } from "../../../../decode/decoder-table.ts";
import type { Reading } from "../../../../decode/message-readings.ts";
import { TEXT_LIMIT } from "../../../../decode/pasted-text.ts";
import { caseName } from "../../../../diagnostic/case-name.ts";
import { formatMessage } from "../../../../runtime/printf/printf.ts";
import type { ScriptMessages } from "../../languages/language.ts";
import { type Child, element, fill, find, findAll, linkList, linkTo } from "./elements.ts";
import type { Entries } from "./entries.ts";

/** The milliseconds after the last keystroke until the text is decoded. */
const DELAY = 200;

const SHOWN_CANDIDATES = 5;

type Fact = readonly [name: string, value: string | undefined];

/** Returns a function that shows the result again, in the language that is chosen then. */
export function startDecoding(table: DecoderTable, entries: Entries, messages: () => ScriptMessages): () => void {
  const paste = find<HTMLTextAreaElement>("#-paste");
  const clear = find(".clear");
  const verdict = find(".verdict");
  const candidates = find(".candidates");
  let decode: Decoder | undefined;
  let timer: number | undefined;
  const show = (): void => {
    const text = paste.value;
    clear.hidden = text === "";
    decode ??= makeDecoder(table);
    const decoding = text.trim() === "" ? undefined : decode(text);
    verdict.textContent = decoding ? verdictOf(decoding, messages(), text) : "";
    candidates.replaceChildren(...(decoding ? resultsOf(decoding, entries, messages()) : []));
    // The result stands above the errors, which may have been scrolled.
    if (decoding) verdict.scrollIntoView({ block: "nearest" });
  };
  paste.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(show, DELAY);
  });
  paste.addEventListener("change", show);
  clear.addEventListener("click", () => {
    paste.value = "";
    show();
    paste.focus();
  });
  // A browser restores the text of an earlier visit, which nobody wants to have decoded now.
  paste.value = "";
  return show;
}

function verdictOf({ candidates, retired, success }: Decoding, messages: ScriptMessages, text: string): string {
  const code = candidates[0] ? nameOf(candidates[0]) : retired[0];
  const count = candidates.length + retired.length;
  const verdict = code
    ? fill(messages.decoded, { code, count })
    : success
      ? fill(messages.success, { code: success })
      : messages.undecoded;
  return text.length > TEXT_LIMIT ? `${verdict} ${messages.cut}` : verdict;
}

function resultsOf(decoding: Decoding, entries: Entries, messages: ScriptMessages): readonly Node[] {
  const { candidates, retired, unknown, sameStatus, requestId, retryAfter } = decoding;
  const articlesOf = (codes: readonly string[]) => codes.flatMap((code) => entries.find(code) ?? []);
  const facts: readonly Fact[] = [
    [messages.request, requestId],
    ["Retry-After", retryAfter],
  ];
  return [
    ...candidates
      .slice(0, SHOWN_CANDIDATES)
      .flatMap((candidate, index) =>
        articlesOf([nameOf(candidate)]).map((part) =>
          candidateCard(candidate, part, index === 0 ? facts : [], messages),
        ),
      ),
    // The card of a retired code repeats its article without the heading.
    ...articlesOf(retired).map((article) => card(article, copiesOf([...article.children].slice(1)))),
    ...linkList(messages.nearest, articlesOf(unknown.flatMap(({ nearest }) => nearest ?? []))),
    ...linkList(messages.sameStatus, articlesOf(sameStatus)),
  ];
}

/** The code, with the case where it is known. */
function nameOf({ error, case: name }: Candidate): string {
  return caseName(error.code, name);
}

/** The part is the article of an error, or the part of it for a case. */
function candidateCard(
  { error, matchedOn, message }: Candidate,
  part: HTMLElement,
  facts: readonly Fact[],
  messages: ScriptMessages,
): HTMLElement {
  const list = matchedOn.map((match) => messages.matches[match]).join(", ");
  const values =
    message?.values?.map(
      (value, index): Fact => [error.names[index] ?? "", error.sensitive?.includes(index) ? "[hidden]" : String(value)],
    ) ?? [];
  const rows = [...values, ...facts].flatMap(([name, value]) =>
    value === undefined ? [] : [element("dt", [name]), element("dd", [element("bdi", [value])])],
  );
  // A text that a case lacks is the one of its error.
  const whole = part.closest("article")?.querySelector("details") ?? part;
  const advice = ([":scope > dl > .cause", ":scope > dl > .solution"] as const).flatMap((selector) => {
    const [text] = [part, whole].flatMap((one) => findAll(selector, one));
    return text ? copiesOf([text.previousElementSibling ?? text, text]) : [];
  });
  return card(part, [
    element("p", [fill(messages.matched, { list })], "matched"),
    message && Object.assign(element("samp", highlighted(error, message)), { lang: message.locale }),
    message && !message.values ? element("p", [messages.ambiguous]) : undefined,
    rows.length > 0 ? element("dl", rows, "values") : undefined,
    advice.length > 0 ? element("dl", advice) : undefined,
  ]);
}

function card(article: HTMLElement, children: readonly Child[]): HTMLElement {
  const marks = findAll(":scope > details > summary > .marks, :scope > header > .marks", article);
  return element(
    "div",
    [element("header", [element("p", [linkTo(article)], "name"), ...copiesOf(marks)]), ...children],
    "candidate",
  );
}

/** Marks the values in the message, where their positions are certain. The names of sensitive params stand for their values. */
function highlighted({ names, sensitive }: DecoderError, { parts, values, text }: Reading): readonly Child[] {
  if (!values && !sensitive) return [text];
  return parts.map((part) => {
    if (typeof part === "string") return part;
    const isShown = values && !sensitive?.includes(part[0]);
    return element("mark", [isShown ? formatMessage([part], values) : `{${names[part[0]]}}`]);
  });
}

function copiesOf(nodes: readonly Node[]): readonly Node[] {
  return nodes.map((node) => node.cloneNode(true));
}

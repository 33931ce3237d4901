// A pasted text (a body, an HTTP response, lines of a log, or a bare message) becomes the codes and messages that it mentions.
import { headerKey } from "./body-form.ts";
import { valuesIn } from "./body-values.ts";
import type { DecoderBody } from "./decoder-table.ts";
import { parsedIfJson } from "./embedded-json.ts";
import { type Mention, mentionsIn } from "./json-mentions.ts";
import { codesIn, codesWithin, requestIdIn, statusIn } from "./log-line.ts";
import { endsAfter } from "./message-borders.ts";
import type { SearchedText } from "./message-readings.ts";
import { readResponseText } from "./response-text.ts";
import { decodedText, viewsOf, withoutColors } from "./text-views.ts";

/** The characters that are read of a longer text. */
export const TEXT_LIMIT = 1_048_576;

/** The lines that are searched for codes, one by one. */
const LINES = 200;
/** The texts behind labels that are taken. */
const LABELS = 8;

export interface PastedText {
  readonly mentions: readonly Mention[];
  /** The texts in which messages are looked for: those of members, then the whole text, as it is and as it may be meant. */
  readonly texts: readonly SearchedText[];
  readonly status: number | undefined;
  readonly requestId: string | undefined;
  readonly retryAfter: string | undefined;
}

export function readPastedText(whole: string, table: DecoderBody, isCode: (word: string) => boolean): PastedText {
  const text = withoutColors(whole.slice(0, TEXT_LIMIT)).trim();
  const response = readResponseText(text);
  const body = response?.body ?? text;
  const values = valuesIn(body, table.isXml).map((value) => mentionsIn(value, table));
  const ofBody = values.flatMap((value) => value.mentions);
  const mentions = [...ofBody];
  for (const [header, value] of response?.headers ?? []) {
    const code = headerKey(header, value, table);
    if (code !== undefined && !ofBody.some(({ item }) => item !== undefined))
      mentions.push({ codes: [code], messages: ofBody.flatMap(({ messages }) => messages), item: 0 });
    if (code !== undefined || /error|fault/.test(header))
      mentions.push({ codes: [...codesWithin(value)], messages: [] });
  }
  const isJson = typeof parsedIfJson(body) !== "string";
  if (!isJson) {
    // A single word may be a code.
    if (mentions.length === 0 && !/\s/.test(body)) mentions.push({ codes: [body], messages: [body] });
    // Codes and labels stand in the decoded text, too, and escaped line ends are line ends there.
    const decoded = decodedText(body);
    const labelled = labelledMessages(decoded);
    for (const line of decoded.split("\n", LINES)) mentions.push(...lineMentions(line, labelled, isCode));
  }
  let { status, requestId, retryAfter } = response ?? {};
  for (const value of values) {
    status ??= value.status;
    requestId ??= value.requestId;
    retryAfter ??= value.retryAfter;
  }
  // Both may be in a text with escapes within a text with escapes.
  const plain = decodedText(decodedText(text));
  status ??= statusIn(plain);
  requestId ??= requestIdIn(plain);
  return {
    mentions,
    texts: [
      ...[
        ...new Set(values.flatMap((value) => [...value.mentions.flatMap(({ messages }) => messages), ...value.texts])),
      ].map((member) => ({ text: member, isMessage: true })),
      ...(isJson ? [] : [...viewsOf(body)].map((view) => ({ text: view, isMessage: false }))),
    ],
    status,
    requestId,
    retryAfter,
  };
}

function lineMentions(
  line: string,
  labelled: readonly string[],
  isCode: (word: string) => boolean,
): readonly Mention[] {
  return codesIn(line, isCode).map(({ code, before, after: rest }) => {
    const after = rest
      .replace(/^(?:Error|Exception|Fault)\b/, "")
      .replace(/^["'`\])}>*]*\s*[:=,;|\u2013\u2014-]*\s*/, "");
    const behind = labelledMessages(after);
    if (behind.length > 0) return { codes: [code], messages: behind };
    // The message of a code that stands alone is the one that the text names as such, or the one before it. Another one ends
    // before brackets that something before the code opens.
    const isAlone = /^(?:[\s"'`\])}>,;]*|<\/.*|\(request.*)$/i.test(after);
    const [, own] = isAlone ? (/^(.*\S)\s+[[(]$/.exec(before) ?? []) : ["", messageAt(` ${after}`, 1)];
    const messages = own === undefined ? [] : [own];
    return { codes: [code], messages: isAlone && labelled.length > 0 ? labelled : messages };
  });
}

const LABEL =
  /(?:message|msg|reason|desc(?:ription)?|detail|operation)["'`]?[ \t]{0,3}[:=>|\uff1a]{1,2}[ \t]{0,3}|(?:error|exception):[ \t]+(?![[{])/gi;
/** The texts behind "message:", "ErrorMessage=" and the like. */
function labelledMessages(text: string): readonly string[] {
  const found: string[] = [];
  for (const { 0: label, index } of text.matchAll(LABEL)) {
    const message = messageAt(text, index + label.length);
    if (message !== "") found.push(message);
    if (found.length === LABELS) break;
  }
  return found;
}

/** The text from a place to its closing quotation mark, or to the end of the line or of the member. */
function messageAt(text: string, at: number): string {
  const start = /["'`]/.test(text.charAt(at)) ? at + 1 : at;
  return text.slice(start, endsAfter(text, start, start)[0]);
}

// A pasted text (a body, an HTTP response, lines of a log, or a bare message) becomes the codes and messages that it mentions.
import { codeInHeader } from "../runtime/headers.ts";
import { parseBody } from "../runtime/xml.ts";
import type { DecoderBody } from "./decoder-table.ts";
import { jsonValuesIn, parsedIfJson } from "./embedded-json.ts";
import { keyOf, type Mention, mentionsIn } from "./json-mentions.ts";
import { codesIn, codesWithin, messagesIn, requestIdIn, statusIn } from "./log-line.ts";
import { readResponseText } from "./response-text.ts";

/** The characters that are read of a longer text. */
export const TEXT_LIMIT = 1_048_576;

/** The lines that are searched one by one, and the first of them that are searched for a status and a request id. */
const LINES = 200;
const FACT_LINES = 8;

export interface PastedText {
  readonly mentions: readonly Mention[];
  readonly status: number | undefined;
  readonly requestId: string | undefined;
  readonly retryAfter: string | undefined;
}

export function readPastedText(whole: string, table: DecoderBody, isCode: (word: string) => boolean): PastedText {
  const text = whole.slice(0, TEXT_LIMIT).replace(/\r\n?/g, "\n").trim();
  const response = readResponseText(text);
  const body = response?.body ?? text;
  const values = valuesIn(body, table).map((value) => mentionsIn(value, table));
  const ofBody = values.flatMap((value) => value.mentions);
  const mentions = [...ofBody];
  for (const [header, value] of response?.headers ?? []) {
    const isOwn = header === table.header;
    const code =
      isOwn && !ofBody.some(({ item }) => item !== undefined) ? keyOf(codeInHeader(value), table) : undefined;
    if (code !== undefined)
      mentions.push({ codes: [code], messages: ofBody.flatMap(({ messages }) => messages), item: 0 });
    if (isOwn || /error|fault/.test(header)) mentions.push({ codes: [...codesWithin(value)], messages: [] });
  }
  const mentionsOfLines = (lines: string) => linesOf(lines).flatMap((line) => lineMentions(line, isCode));
  // Data without a code or a message has none between its names and signs either.
  if (mentions.length === 0 && typeof parsedIfJson(body) === "string") {
    // A single word may be a code.
    mentions.push({ codes: /\s/.test(body) ? [] : [body], messages: [body] }, ...mentionsOfLines(body));
  } else if (response === undefined && !/^[[{"]/.test(text)) {
    // The members of JSON in a line hold its messages, but the line around them may still name a code.
    mentions.push(...mentionsOfLines(text).filter(({ codes }) => codes.length > 0));
  }
  let { status, requestId, retryAfter } = response ?? {};
  for (const value of values) {
    status ??= value.status;
    requestId ??= value.requestId;
    retryAfter ??= value.retryAfter;
  }
  for (const line of linesOf(text).slice(0, FACT_LINES)) {
    status ??= statusIn(line);
    requestId ??= requestIdIn(line);
  }
  return { mentions, status, requestId, retryAfter };
}

/** The elements of an XML document are a value as well. */
function valuesIn(text: string, { isXml }: DecoderBody): readonly unknown[] {
  if (!isXml || !text.startsWith("<")) return jsonValuesIn(text);
  try {
    return [parseBody(text)];
  } catch {
    return jsonValuesIn(text);
  }
}

function linesOf(text: string): readonly string[] {
  return text.split("\n", LINES).filter((line) => line.trim() !== "");
}

function lineMentions(line: string, isCode: (word: string) => boolean): readonly Mention[] {
  const named = codesIn(line, isCode).map(
    ({ code, rest }): Mention => ({ codes: [code], messages: messagesAfter(rest) }),
  );
  return [...named, { codes: [], messages: messagesIn(line) }];
}

/** The rest of a line after its code: "AliasNotFound: alias …", "[AliasNotFound] alias …", "code=AliasNotFound msg="alias …"". */
function messagesAfter(rest: string): readonly string[] {
  const start = rest.replace(/^["'\])}>]*\s*[:=,;|–—-]*\s*/, "");
  return [...new Set([start, ...messagesIn(start)].filter((message) => message !== ""))];
}

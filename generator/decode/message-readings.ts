// Templates read their messages: a whole text, or the places of a text where the words of a template stand.
import { memoize } from "../diagnostic/memoize.ts";
import type { Value } from "../runtime/printf/param-values.ts";
import { type Part, wordsOf } from "../runtime/printf/parts.ts";
import { isPossibleMessage, readMessage } from "../runtime/printf/printf.ts";
import type { DecoderError } from "./decoder-table.ts";
import { type Hit, slicesAt, type Wanted, wantedOf } from "./message-search.ts";
import { decodedText, folded, searchable, straightened } from "./text-views.ts";

/** The time for a text full of hits is limited, in characters that are read. */
const WORK = 16;
const LEAST_WORK = 1_000_000;
const WORK_OF_HIT = 100;
const WORK_OF_SLICE = 200;
const LONG_LETTERS = 12;

/** A message as one of the templates reads it. */
export interface Reading {
  readonly error: DecoderError;
  readonly text: string;
  /** The locale of the template, and its parts. */
  readonly locale: string;
  readonly parts: readonly Part[];
  /** In the order of the arguments; undefined where more than one set of values makes this message. */
  readonly values: readonly Value[] | undefined;
  /** The characters of the message that are literal text of the template, and their part of it, from 0 to 1. */
  readonly literal: number;
  readonly share: number;
}

export interface MessageTemplate extends Wanted {
  readonly error: DecoderError;
  readonly locale: string;
}

export const templatesOf = memoize((error: DecoderError): readonly MessageTemplate[] =>
  error.messages.map(([locale, parts]) => ({ error, locale, ...wantedOf(parts) })),
);

/** A template without a letter or a digit fits every text. */
export function isTelling({ words }: Wanted): boolean {
  return words.some((word) => /[\p{L}\p{N}]/u.test(word));
}

/** Whether it has two words, which are long enough to be found within a sentence. */
function isLong({ words }: Wanted): boolean {
  const found = words.join(" ").match(/[\p{L}\p{N}]+/gu) ?? [];
  // Nothing tells where a param at an end of the message begins or ends in a sentence.
  const isClear = words[0] && words.at(-1);
  return !!isClear && found.length > 1 && found.join("").length >= LONG_LETTERS;
}

/** A text in which messages are looked for. */
export interface SearchedText {
  readonly text: string;
  /** Whether it is the value of a member, which often is a message as a whole. */
  readonly isMessage: boolean;
}

/** The messages that a text has by an index of templates. A short one counts only between signs, or where its error is named. */
export function* messagesIn(
  { text, isMessage }: SearchedText,
  index: (sought: string) => Iterable<Hit<MessageTemplate>>,
  isNamed: (template: MessageTemplate) => boolean,
): Generator<Reading> {
  const straight = straightened(text);
  const sought = searchable(text);
  let left = WORK * text.length + LEAST_WORK;
  for (const hit of index(sought)) {
    const { template } = hit;
    let message: Reading | undefined;
    left -= WORK_OF_HIT;
    for (const { start, end, border } of slicesAt(hit, template.error.code, sought, straight, isMessage)) {
      left -= WORK_OF_SLICE + end - start;
      if (left < 0) return;
      if (border === "letters" || (border === "blanks" && !isNamed(template) && !isLong(template))) continue;
      const part = text.slice(start, end);
      // Within quotation marks, signs may have backslashes before them, and these marks stand twice.
      const [sign] = /["']/.exec(text.charAt(start - 1)) ?? [];
      const own = part.includes("\\") ? decodedText(part) : part.replaceAll(`${sign}${sign}`, `${sign}`);
      const reading = readWith(template, sign ? own : part);
      if (!message || reading?.values) message = reading;
      if (message?.values) break;
    }
    if (message) yield message;
  }
}

/** The best of all readings in all languages: one with values before one without, then the one with more literal text. */
export function bestReading(error: DecoderError, messages: readonly string[]): Reading | undefined {
  let best: Reading | undefined;
  for (const message of messages) {
    for (const template of templatesOf(error)) {
      const reading = readWith(template, message);
      // Every text fits a template without literal text; the first one stands at the clearest place for a message.
      if (!reading || (best?.share === 0 && reading.share === 0)) continue;
      if (!best || (!best.values && reading.values) || reading.share > best.share) best = reading;
    }
  }
  return best;
}

function readWith({ error, locale, forms }: MessageTemplate, text: string): Reading | undefined {
  let possible: Reading | undefined;
  for (const [index, parts] of forms.entries()) {
    const form = index < 2 ? text : folded(text);
    const values = readMessage(parts, error.types, form);
    // A folded value with a quotation mark is none, and the values of a template in a program are its placeholders.
    if (values?.some((value) => index > 1 && /'/.test(`${value}`))) continue;
    if (values?.[0] && values.every((value) => PLACEHOLDER.test(`${value}`))) continue;
    if (!values && (possible || !isPossibleMessage(parts, form))) continue;
    const literal = wordsOf(parts).join("").length;
    // Cases may differ by a full stop or by quotation marks alone: the template as it is written is a little better.
    const share = literal / (form.length + index / 1e4 || 1);
    const reading = { error, text, locale, parts: forms[index % 2] ?? parts, values, literal, share };
    if (values) return reading;
    possible = reading;
  }
  return possible;
}

/** In place of a value: `%s`, `${name}`, `{name}`, `<name>`, `…`, or `" + name + "`. */
const PLACEHOLDER = /^(?:%\S+|\$.+|#?\{.*\}|<(?!n).*>|\.{3}|…|["'`] ?[+.&].*)$/;
